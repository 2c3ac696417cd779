import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDiskFull } from '#build/linked-tree.ts';
import { copiedPage, copyNote, copyStyle, type CopiedSite } from '#build/offline/pages.ts';
import { planCopy, type CopyPlan } from '#build/offline/plan.ts';
import { copyRuntime } from '#build/offline/runtime.ts';
import {
  moduleScripts,
  packedFile,
  takenScript,
  withImports,
  type ModuleScript,
} from '#build/offline/scripts.ts';
import { startPage, startScript, startScriptText } from '#build/offline/start-page.ts';
import { openZip } from '#build/offline/zip-writer.ts';
import type { SigningKey } from '#build/signing-key.ts';
import { copyScript, type PackedFile } from '#domain/copies/library-copy.ts';
import {
  readSums,
  signatureFile,
  sumsFile,
  sumsText,
  unsignedNote,
  type Sums,
} from '#domain/copies/manifest.ts';
import type { Site } from '#domain/site/site.ts';
import { refuse } from '#refusal.ts';
import type { Words } from '#text/language.ts';

/** Where the site stands in the zip. */
const library = 'library/';
const styleSource = 'src/styles/copy.css';

export interface Packed {
  readonly files: number;
  /** Of the zip. */
  readonly bytes: number;
  readonly isSigned: boolean;
}

/**
 * Packs a built site into a zip that opens from disk. `day` (`yyyy-mm-dd`) is the day on which the
 * copy is made: the same site on the same day gives the same bytes, but for a signature. One file at
 * a time is in memory. Refuses where the site is not whole, the disk is full or the place is taken
 * by a folder; a zip that stood there is replaced last.
 */
export async function packSite(
  folder: string,
  out: string,
  {
    site,
    words,
    day,
    key,
  }: {
    readonly site: Site;
    readonly words: Words;
    readonly day: string;
    readonly key: SigningKey | null;
  },
): Promise<Packed> {
  const sums = readWholeSite(folder);
  if (statSync(out, { throwIfNoEntry: false })?.isDirectory()) {
    refuse(`${out} 是一个文件夹，压缩包没有地方放。请用 --out 换一个文件名。`);
  }
  const unfinished = `${out}.unfinished`;
  try {
    mkdirSync(dirname(out), { recursive: true });
    const packed = await writeZip(folder, unfinished, { sums, site, words, day, key });
    renameSync(unfinished, out);
    return packed;
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (!isDiskFull(error)) throw error;
    return refuse(`磁盘满了，没有做成新的压缩包；原来的 ${out} 如果有，还是好的。请腾出空间再试。`);
  }
}

/** The sums of a site, which tell what it is made of. Whether each file keeps to them is seen as it is read. */
function readWholeSite(folder: string): Sums {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    refuse(`没有建好的网站（找的是 ${folder}/）。请先运行 npm run build。`);
  }
  const text = readOrNull(join(folder, sumsFile));
  const { sums, unread } = readSums(text?.toString('utf8') ?? '');
  if (sums.size === 0 || unread.length > 0 || !sums.has('index.html')) {
    refuse(
      `${folder}/ 里没有清单 ${sumsFile}，或者清单坏了，不知道网站全不全。请重新建站：npm run build`,
    );
  }
  return sums;
}

async function writeZip(
  folder: string,
  path: string,
  {
    sums,
    site: given,
    words,
    day,
    key,
  }: {
    readonly sums: Sums;
    readonly site: Site;
    readonly words: Words;
    readonly day: string;
    readonly key: SigningKey | null;
  },
): Promise<Packed> {
  const read = (file: string): Buffer => readAsBuilt(folder, file, sums);
  const home = read('index.html').toString('utf8');
  const base = baseOf(home);
  const site = { ...given, origin: originOf(home) };
  const plan = planCopy([...sums.keys()], { hasAddress: site.origin !== null });
  const modules = await moduleScripts(
    new Map(plan.modules.map((file) => [file, read(file).toString('utf8')])),
    base,
    (file) => sums.has(file),
  );
  const copied = copiedSiteOf({ base, site, plan, modules, words, day });

  const zip = openZip(path, day);
  const written = new Map<string, string>();
  const add = (name: string, content: Uint8Array | string): void => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    zip.add(name, bytes);
    written.set(name, hash('sha256', bytes));
  };
  try {
    const start = words.copies.fileName.start(site.name);
    const shownDay = words.dates.inWords(day).replaceAll(' ', '');
    const address = site.origin === null ? null : site.origin + site.base;
    add(start, startPage(site, words, library));
    add(
      words.copies.fileName.readme,
      // The mark tells old editors of Windows that this is UTF-8.
      `\ufeff${words.copies.readme({ name: site.name, day: shownDay, start, address, isSigned: key !== null })}`,
    );
    add(library + startScript, startScriptText);
    add(library + copyScript, await copyRuntime());
    add(library + copyStyle, readFileSync(styleSource));
    for (const file of plan.pages) {
      add(library + file, copiedPage(read(file).toString('utf8'), file, copied));
    }
    for (const file of plan.files) add(library + file, read(file));
    for (const [script, { text }] of modules) add(library + script, text);
    for (const [script, files] of plan.scripts) {
      const packed: Record<string, PackedFile> = {};
      for (const file of files) packed[file] = packedFile(read(file));
      add(library + script, takenScript(script, { files: packed }));
    }
    const manifest = Buffer.from(sumsText(written));
    zip.add(sumsFile, manifest);
    zip.add(signatureFile, key ? key.sign(manifest) : Buffer.from(unsignedNote));
    zip.end();
  } catch (error) {
    zip.abandon();
    throw error;
  }
  return { files: written.size + 2, bytes: statSync(path).size, isSigned: key !== null };
}

function copiedSiteOf({
  base,
  site,
  plan,
  modules,
  words: { copies, dates },
  day,
}: {
  readonly base: string;
  readonly site: Site;
  readonly plan: CopyPlan;
  readonly modules: ReadonlyMap<string, ModuleScript>;
  readonly words: Words;
  readonly day: string;
}): CopiedSite {
  const made = copies.made(dates.inWords(day).replaceAll(' ', ''));
  return {
    base,
    origin: site.origin,
    fateOf: plan.fateOf,
    withImports: (scripts) => withImports(scripts, modules),
    note: (address) => copyNote(day, { ...copies, made }, address),
  };
}

/** A file of the site as the build left it. */
function readAsBuilt(folder: string, file: string, sums: Sums): Buffer {
  const bytes = readOrNull(join(folder, file));
  if (bytes && hash('sha256', bytes) === sums.get(file)) return bytes;
  return refuse(
    `${folder}/${file} ${bytes ? '和建站时不一样' : '不见了'}，不能做成拷贝。请重新建站：npm run build`,
  );
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Scheme and host of the address a site was built for, which its home page names; null for none. */
function originOf(home: string): string | null {
  const address = /<link rel="canonical" href="([^"]+)">/.exec(home)?.[1];
  return address === undefined ? null : new URL(address).origin;
}

/** The path a site was built for, as its home page has it before the first script. */
function baseOf(home: string): string {
  const base = /<script src="([^"]*\/)preferences\.js">/.exec(home)?.[1];
  return base ?? refuse('首页不是本程序建的，做不成拷贝。请重新建站：npm run build');
}
