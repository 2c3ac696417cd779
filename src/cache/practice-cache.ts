import { hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readJson, writeJson } from '#cache/digested-file.ts';
import { stateOf, touchedSince } from '#cache/file-state.ts';

interface KeptHead<Head> {
  /** What the sources looked like from outside. */
  readonly seen: string;
  /** Digest of the sources' bytes. */
  readonly key: string;
  readonly head: Head;
}

/** A share of the heads. */
interface Index<Head> {
  readonly rules: string;
  /** When reading began. */
  readonly startedAt: number;
  readonly heads: Readonly<Record<string, KeptHead<Head>>>;
}

/** The heads stand in so many files: an edit writes one of them again. */
const shares = 16;

/** Which of them holds a head. */
function shareOf(id: string): number {
  let sum = 0;
  for (let at = 0; at < id.length; at += 1) sum = (sum * 31 + id.charCodeAt(at)) % 65_521;
  return sum % shares;
}

/** So many bodies are held in memory: what is made of a practice is made of it in one go. */
const mostInMemory = 32;

/** What sources said when they were read; null for one that was not there. */
export type SourceTexts = readonly (string | null)[];

/**
 * What was made of files, kept on disk from build to build: a head for each, all of them in a few
 * files, and a body in a file of its own. It may be deleted at any time; whatever is missing, damaged or
 * of other sources or rules is made afresh.
 */
export class PracticeCache<Head, Body> {
  readonly #folder: string;
  readonly #rules: string;
  readonly #textOf: (file: string) => string | null;
  readonly #before: readonly (Index<Head> | null)[];
  readonly #startedAt = Date.now();
  readonly #heads: Record<string, KeptHead<Head>> = {};
  readonly #bodies = new Map<string, Body>();
  #taken: [id: string, head: KeptHead<Head>][] = [];
  /** Shares that are to be written. */
  readonly #changed = new Set<number>();

  /**
   * `rules` is a digest of everything but the sources that decides what is made of them; `textOf`
   * reads a source, null where there is none that can be read.
   */
  constructor(folder: string, rules: string, textOf: (file: string) => string | null) {
    this.#folder = folder;
    this.#rules = rules;
    this.#textOf = textOf;
    this.#before = Array.from({ length: shares }, (_, share) => {
      const index = readJson<Index<Head>>(this.#indexFile(share));
      return index?.rules === rules ? index : null;
    });
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
    const seen = sources.map(stateOf).join(' ');
    const before = this.#before[shareOf(id)];
    const kept = before?.heads[id];
    if (kept && before && kept.seen === seen && !touchedSince(seen, before.startedAt)) {
      this.#heads[id] = kept;
      return kept.head;
    }
    this.#changed.add(shareOf(id));
    const texts = read ?? sources.map(this.#textOf);
    const key = this.#keyOf(texts);
    if (kept?.key === key) {
      this.#heads[id] = { ...kept, seen };
      return kept.head;
    }
    const { head, body } = make(texts);
    this.#keep(id, key, body);
    const made = { seen, key, head };
    this.#heads[id] = made;
    this.#taken.push([id, made]);
    return head;
  }

  /** The heads made since this was asked last, of which the bodies stand on disk. */
  taken(): readonly (readonly [id: string, head: KeptHead<Head>])[] {
    return this.#taken.splice(0);
  }

  /** Takes over what another process made, of the same rules and after this was constructed. */
  adopt(made: ReturnType<PracticeCache<Head, Body>['taken']>): void {
    for (const [id, head] of made) {
      this.#heads[id] = head;
      this.#changed.add(shareOf(id));
    }
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
    const texts = sources.map(this.#textOf);
    if (this.#keyOf(texts) !== key) throw new Error(`${sources.join(', ')} changed meanwhile.`);
    const { body } = make(texts);
    this.#keep(id, key, body);
    return body;
  }

  /**
   * Writes the heads, so that the next build finds what this one made. What was not asked for is
   * removed where all has been asked for, and stays otherwise.
   */
  save({ isWhole }: { isWhole: boolean }): void {
    const before = this.#before.flatMap((index) => Object.entries(index?.heads ?? {}));
    for (const [id, head] of before) {
      if (id in this.#heads) continue;
      if (isWhole) {
        rmSync(this.#bodyFile(id), { force: true });
        this.#changed.add(shareOf(id));
      } else this.#heads[id] = head;
    }
    if (this.#changed.size === 0) return;
    const heads = Array.from({ length: shares }, (): Record<string, KeptHead<Head>> => ({}));
    for (const [id, head] of Object.entries(this.#heads)) {
      const own = heads[shareOf(id)];
      if (own) own[id] = head;
    }
    for (const share of this.#changed) {
      const index: Index<Head> = {
        rules: this.#rules,
        startedAt: this.#startedAt,
        heads: heads[share] ?? {},
      };
      writeJson(this.#indexFile(share), index);
    }
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

  /** No practice is called like this. */
  #indexFile(share: number): string {
    return `${this.#folder}/heads/${share}.json`;
  }
}
