/**
 * The real page of a practice that is not saved yet. The site's own compiled program renders it, in
 * a process of its own, of a copy of the content in which the practice says what is typed.
 */
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { extname, join, normalize, resolve, sep } from 'node:path';
import type { Preview, Working } from './api.ts';
import { nameOfPractice, takenApart } from './practices.ts';
import { Beside } from '#build/beside.ts';
import type { PageAnswer, PageOrder } from '#build/page-maker.ts';
import { compileProgram, isCompiled, programOf, type Program } from '#build/program.ts';
import { programVariable } from '#cache/fragment-cache.ts';
import { cacheFolder, contentPath } from '#folders.ts';
import { listContent } from '#reading/listing.ts';
import { readSite } from '#reading/site-file.ts';
import { practice } from '#schema/practice.ts';
import { refusalIn } from '#refusal.ts';

export interface ServedFile {
  readonly type: string;
  readonly body: Uint8Array;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

const waiting = '这里还有没写完或写错的地方，改好就会显示。';

type Maker = Beside<PageOrder, PageAnswer>;

/** What practices are shown as while they are typed: only those have a page. */
const asPublished = (text: string): string =>
  text.replace(/^(state:[ \t]*)(['"]?)(?:draft|review)\2/m, '$1published');

export class Previews {
  /** Below the caches, of this desk alone. */
  readonly #folder: string;
  #program: Promise<Program> | null = null;
  /** Opened already, waiting for content: opening takes longer than rendering. */
  #spare: Promise<Maker> | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #shown: Working | null = null;

  /** Desks that run at once have different ports. */
  constructor(port: number) {
    this.#folder = resolve(cacheFolder(), `desk-preview-${port}`);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The page of a practice with a text; what cannot be shown yet is said. */
  async show(working: Working): Promise<Preview> {
    nameOfPractice(working.id);
    const path = `practices/${working.id}`;
    // No process is started for what has no page.
    const { data } = takenApart(asPublished(working.text));
    if (!practice.safeParse(data).success) return { waiting };
    const mine = this.#turn.then(() => this.#render(working, path));
    this.#turn = mine.catch(() => undefined);
    try {
      await mine;
    } catch (error) {
      const refusal = refusalIn(error);
      return { waiting: refusal?.message ?? waiting };
    }
    return { address: `${readSite().base}${path}/?${Date.now()}` };
  }

  /** A file of the site below its address; null where there is none. */
  async fileAt(path: string): Promise<ServedFile | null> {
    const { base } = readSite();
    if (!path.startsWith(base)) return null;
    const name = decoded(path.slice(base.length));
    if (name === null) return null;
    const file = name === '' || name.endsWith('/') ? `${name}index.html` : name;
    const type = types[extname(file)] ?? 'application/octet-stream';
    const { folder } = await this.#compiled();
    const rendered = readBelow(join(this.#folder, 'pages'), file);
    const asset = rendered ?? readBelow(join(folder, 'client'), file);
    return asset === null ? null : { type, body: asset };
  }

  /** Gets ready before the first page is asked for, where nothing has to be compiled for it. */
  warm(): void {
    if (isCompiled(programOf(readSite().base))) void this.#open().catch(() => undefined);
  }

  end(): void {
    void this.#spare?.then((maker) => maker.end()).catch(() => undefined);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #compiled(): Promise<Program> {
    this.#program ??= compiledProgram();
    this.#program.catch(() => {
      this.#program = null;
    });
    return this.#program;
  }

  /** The one that waits, or another. */
  #open(): Promise<Maker> {
    const spare = (this.#spare ??= this.#maker());
    spare.catch(() => {
      if (this.#spare === spare) this.#spare = null;
    });
    return spare;
  }

  async #maker(): Promise<Maker> {
    const { folder, digest } = await this.#compiled();
    const maker: Maker = new Beside(new URL('../build/page-maker.ts', import.meta.url), {
      args: [folder],
      env: { [programVariable]: digest, CONTENT_DIR: join(this.#folder, 'content') },
    });
    await maker.ask({ prepare: 'practices/any' });
    return maker;
  }

  async #render(working: Working, path: string): Promise<void> {
    if (this.#shown?.id === working.id && this.#shown.text === working.text) return;
    const maker = await this.#open();
    this.#spare = null;
    try {
      this.#copyContent(working);
      await maker.ask({ page: path, to: join(this.#folder, 'pages') });
      this.#shown = working;
    } finally {
      maker.end();
      // The next one opens while this page is read.
      void this.#open().catch(() => undefined);
    }
  }

  /** Links where the disk can: a large library is copied at every pause otherwise. */
  #copyContent({ id, text }: Working): void {
    const to = join(this.#folder, 'content');
    const own = nameOfPractice(id);
    const wanted = new Set(listContent().names);
    for (const name of wanted) {
      const [source, target] = [resolve(contentPath(name)), join(to, name)];
      if (name === own || isSameFile(source, target)) continue;
      mkdirSync(join(target, '..'), { recursive: true });
      rmSync(target, { force: true });
      try {
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
      }
    }
    const target = join(to, own);
    mkdirSync(join(target, '..'), { recursive: true });
    rmSync(target, { force: true });
    writeFileSync(target, asPublished(text));
  }
}

const isSameFile = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map((file) => statSync(file, { throwIfNoEntry: false }));
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
};

async function compiledProgram(): Promise<Program> {
  const { base } = readSite();
  const program = programOf(base);
  if (!isCompiled(program)) await compileProgram(program, base);
  return program;
}

/** A file below a folder, by a name that came from outside. */
function readBelow(folder: string, name: string): Uint8Array | null {
  const file = normalize(join(folder, name));
  if (!file.startsWith(folder + sep) || name.includes('\0')) return null;
  if (!existsSync(file) || !statSync(file).isFile()) return null;
  return readFileSync(file);
}

/** Null for percent signs that say nothing. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
