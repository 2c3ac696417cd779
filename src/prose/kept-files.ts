import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readText } from '#reading/text-file.ts';

interface KeptHead<Head> {
  /** What the sources looked like from outside. */
  readonly seen: string;
  /** Digest of the sources' bytes. */
  readonly key: string;
  readonly head: Head;
}

interface Index<Head> {
  readonly rules: string;
  /** When reading began. */
  readonly startedAt: number;
  readonly heads: Readonly<Record<string, KeptHead<Head>>>;
}

/** So many bodies are held in memory: what is made of a practice is made of it in one go. */
const mostInMemory = 32;

/** Clocks of disks are this many milliseconds behind at most. */
const tooRecent = 2000;

/** What sources said when they were read; null for one that was not there. */
export type SourceTexts = readonly (string | null)[];

/**
 * What was made of files, kept on disk from build to build: a head for each, all in one index,
 * and a body in a file of its own. It may be deleted at any time; whatever is missing, damaged or
 * of other sources or rules is made afresh.
 */
export class KeptFiles<Head, Body> {
  readonly #folder: string;
  readonly #rules: string;
  readonly #before: Index<Head> | null;
  readonly #startedAt = Date.now();
  readonly #heads: Record<string, KeptHead<Head>> = {};
  readonly #bodies = new Map<string, Body>();
  #changed = false;

  /** `rules` is a digest of everything but the sources that decides what is made of them. */
  constructor(folder: string, rules: string) {
    this.#folder = folder;
    this.#rules = rules;
    const index = readJson<Index<Head>>(`${folder}/index.json`);
    this.#before = index?.rules === rules ? index : null;
  }

  /**
   * The head made of `sources`, which `make` makes of their texts where it is not kept. Who has read
   * them already gives what was read, from when this was constructed on.
   */
  head(
    id: string,
    sources: readonly string[],
    make: (texts: SourceTexts) => { head: Head; body: Body },
    read?: SourceTexts,
  ): Head {
    const seen = sources.map(lookOf).join(' ');
    const kept = this.#before?.heads[id];
    if (kept && this.#before && kept.seen === seen && !touchedSince(seen, this.#before.startedAt)) {
      this.#heads[id] = kept;
      return kept.head;
    }
    this.#changed = true;
    const texts = read ?? sources.map(textOf);
    const key = this.#keyOf(texts);
    if (kept?.key === key) {
      this.#heads[id] = { ...kept, seen };
      return kept.head;
    }
    const { head, body } = make(texts);
    this.#keep(id, key, body);
    this.#heads[id] = { seen, key, head };
    return head;
  }

  /**
   * The body that belongs to a head asked for before. Throws where it is not kept and the sources
   * say something else by now.
   */
  body(id: string, sources: readonly string[], make: (texts: SourceTexts) => { body: Body }): Body {
    const inMemory = this.#bodies.get(id);
    if (inMemory) return inMemory;
    const key = this.#heads[id]?.key ?? '';
    const kept = readJson<{ key: string; body: Body }>(this.#bodyFile(id));
    if (kept?.key === key) {
      this.#remember(id, kept.body);
      return kept.body;
    }
    const texts = sources.map(textOf);
    if (this.#keyOf(texts) !== key) throw new Error(`${sources.join(', ')} changed meanwhile.`);
    const { body } = make(texts);
    this.#keep(id, key, body);
    return body;
  }

  /**
   * Writes the index, so that the next build finds what this one made. What was not asked for is
   * removed where all has been asked for, and stays otherwise.
   */
  save({ isWhole }: { isWhole: boolean }): void {
    const before = Object.entries(this.#before?.heads ?? {});
    const gone = before.filter(([id]) => !(id in this.#heads));
    for (const [id, head] of gone) {
      if (isWhole) rmSync(this.#bodyFile(id), { force: true });
      else this.#heads[id] = head;
    }
    if (!this.#changed && !(isWhole && gone.length > 0)) return;
    const index: Index<Head> = {
      rules: this.#rules,
      startedAt: this.#startedAt,
      heads: this.#heads,
    };
    writeJson(`${this.#folder}/index.json`, index);
  }

  #keyOf(texts: SourceTexts): string {
    return hash('sha256', JSON.stringify([this.#rules, texts]));
  }

  #keep(id: string, key: string, body: Body): void {
    this.#remember(id, body);
    writeJson(this.#bodyFile(id), { key, body });
  }

  #remember(id: string, body: Body): void {
    const [oldest] = this.#bodies.keys();
    if (this.#bodies.size >= mostInMemory && oldest !== undefined) this.#bodies.delete(oldest);
    this.#bodies.set(id, body);
  }

  #bodyFile(id: string): string {
    return `${this.#folder}/${id}.json`;
  }
}

/** Changes with every writing of the file; a dash where there is none. */
export function lookOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.ino}:${stat.size}:${stat.mtimeMs}:${stat.ctimeMs}` : '-';
}

/** Whether any of the files may have been written after `time`, going by how they look. */
export const touchedSince = (seen: string, time: number): boolean =>
  seen.split(' ').some((look) => Number(look.split(':')[3] ?? 0) > time - tooRecent);

/** What a file says; null where there is none that can be read. */
function textOf(file: string): string | null {
  const text = readText(file);
  return typeof text === 'string' ? text : null;
}

/** A file that `writeJson` wrote; null where it is missing, or not as it was written. */
export function readJson<T>(file: string): T | null {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const json = text.slice(end + 1);
    if (end < 0 || text.slice(0, end) !== hash('sha256', json)) return null;
    const read: T = JSON.parse(json);
    return read;
  } catch {
    return null;
  }
}

/** Keeps a value under a digest of what is written, so that damage is seen. */
export function writeJson(file: string, value: unknown): void {
  const json = JSON.stringify(value);
  writeWhole(file, `${hash('sha256', json)}\n${json}`);
}

/** Nobody ever sees half of the file. What cannot be written is not kept, and made again. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(file.slice(0, file.lastIndexOf('/')), { recursive: true });
    writeFileSync(unfinished, content);
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
  }
}
