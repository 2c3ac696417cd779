/** The gate for one practice that is being typed, asked again at every pause. */
import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { faultsOfTyped } from '#gate/check.ts';
import { copiedWording } from '#gate/copied.ts';
import type { Fault } from '#gate/fault.ts';
import { readLibrary, type Library } from '#gate/library.ts';
import { isPicture } from '#gate/site-images.ts';
import { readFiles } from '#gate/report.ts';
import { lookOfSources, readSources } from '#gate/sources-at-hand.ts';
import { danglingIds } from '#gate/rules/references.ts';
import type { ContentFiles } from '#gate/records.ts';
import { gistOf, readSettled, startJudging, type Gist } from '#gate/verdict-cache.ts';
import { contentPath, shownName } from '#folders.ts';
import { idsIn, listContent, type Listing } from '#reading/listing.ts';
import { namesOf } from '#reading/practice-names.ts';
import { todayHere } from '#reading/today.ts';

export interface TypedVerdict {
  readonly faults: readonly Fault[];
  /** What could not be looked at, a sentence each. */
  readonly notices: readonly string[];
}

/** What practices are judged against, as long as no list or guide is touched. */
interface Frame {
  readonly look: string;
  /** Of the look and of the rules. */
  readonly digest: string;
  readonly library: Library;
  readonly faults: readonly Fault[];
}

/** The content as it stands at a moment. */
interface Look {
  readonly ids: readonly string[];
  readonly library: Library;
}

export class PracticeJudge {
  readonly #root: string;
  #frame: Frame | null = null;
  #sound: ReadonlyMap<string, string> | null = null;
  readonly #counts = new Map<string, { readonly state: string; readonly count: number }>();
  /** What was looked at for the work in hand. */
  #held: Look | null = null;
  #rules: string | null = null;
  /** What other practices say, as long as their files are not touched. */
  readonly #gists = new Map<string, { readonly touchedAt: number; readonly gist: Gist | null }>();

  constructor(root = '.') {
    this.#root = root;
  }

  /** Lists are not looked at again while `work` is done, which waits for nothing. */
  atOnce<Done>(work: () => Done): Done {
    this.#held = this.#look();
    try {
      return work();
    } finally {
      this.#held = null;
    }
  }

  /** Faults of a practice whose file would say `text`. */
  judge(id: string, text: string): TypedVerdict {
    return this.#judge([id], this.#filesOf(id, text));
  }

  #judge(judged: readonly string[], files: ContentFiles): TypedVerdict {
    const { ids, library } = this.#look();
    const own = new Set(judged);
    const faults = faultsOfTyped(files, library, todayHere(), {
      settled: this.#gistsOf(
        ids.filter((other) => !own.has(other)),
        library,
      ),
      ids: [...new Set([...ids, ...judged])],
    });
    const copied = copiedWording(this.#root, files);
    const ownFiles = new Set(judged.flatMap(namesOf).map(shownName));
    return {
      // What is not there yet may be what is wanted.
      faults: [...faults, ...copied.faults].filter(({ file }) => ownFiles.has(file)),
      notices: copied.notice === null ? [] : [copied.notice],
    };
  }

  /**
   * Learns of many practices as they stand whether they have faults, in far less time than of each by
   * itself. Those that may have some are left to `countOf`: beside them, others are told of less.
   */
  countTogether(practices: readonly string[]): void {
    void this.lists;
    let open = practices.filter((id) => this.#countKnown(id, this.#stateOf(id)) === null);
    while (open.length > 0) {
      const states = open.map((id) => [id, this.#stateOf(id)] as const);
      const { files } = readFiles(
        this.#root,
        open.flatMap(namesOf).filter((name) => this.#touchedAt(name) !== 0),
      );
      const faulty = new Set(this.#judge(open, files).faults.map(({ file }) => file));
      const isSound = (id: string): boolean => {
        const names = namesOf(id).map(shownName);
        return files.has(names[0] ?? '') && !names.some((name) => faulty.has(name));
      };
      const sound = states.filter(([id]) => isSound(id));
      if (sound.length < open.length) {
        open = sound.map(([id]) => id);
        continue;
      }
      for (const [id, state] of states) this.#counts.set(id, { state, count: 0 });
      return;
    }
  }

  /** How many faults a practice has as it stands; the same text is judged once. */
  countOf(id: string, text: string): number {
    const state = this.#stateOf(id);
    // A list that was touched clears what is known.
    void this.lists;
    const known = this.#countKnown(id, state);
    if (known !== null) return known;
    const count = this.judge(id, text).faults.length;
    this.#counts.set(id, { state, count });
    return count;
  }

  #countKnown(id: string, state: string): number | null {
    const known = this.#counts.get(id);
    if (known?.state === state) return known.count;
    return this.#soundOf().get(id) === state ? 0 : null;
  }

  /** Practices that were sound when all content last was judged, with how their files were touched then. */
  #soundOf(): ReadonlyMap<string, string> {
    if (this.#sound) return this.#sound;
    const listing = listContent(this.#root);
    const { gists } = readSettled(
      { practices: idsIn(listing, 'practices'), documents: idsIn(listing, 'attributions') },
      this.#root,
      startJudging(this.#root),
    );
    for (const gist of gists) {
      this.#gists.set(gist.id, { touchedAt: this.#practiceTouchedAt(gist.id), gist });
    }
    this.#sound = new Map(gists.map(({ id }) => [id, this.#stateOf(id)]));
    return this.#sound;
  }

  /** Tells one state of a practice, and of what it is judged against, from another; also tomorrow. */
  lookOf(id: string): string {
    void this.lists;
    return `${this.#frame?.digest ?? ''} ${this.#stateOf(id)}`;
  }

  #stateOf(id: string): string {
    return namesOf(id)
      .map((name) => this.#touchedAt(name))
      .join(' ');
  }

  /** What is wrong with lists, guides and settings, each for itself. */
  ofLists(): TypedVerdict {
    void this.lists;
    return { faults: this.#frame?.faults ?? [], notices: [] };
  }

  /** Null for a code that is not listed. */
  nameOfRegion(code: string): string | null {
    return this.lists.regions.find(({ id }) => id === code)?.data.short ?? null;
  }

  /** The lists practices are judged against, as far as they can be read. */
  get lists(): Library['lists'] {
    return this.#look().library.listed.lists;
  }

  #look(): Look {
    if (this.#held) return this.#held;
    const listing = listContent(this.#root);
    const ids = idsIn(listing, 'practices');
    return { ids, library: this.#frameOf(listing, ids) };
  }

  #filesOf(id: string, text: string): ContentFiles {
    const [own = '', ...others] = namesOf(id);
    const present = others.filter((name) => this.#touchedAt(name) !== 0);
    const { files } = readFiles(this.#root, present);
    return new Map([[shownName(own), text], ...files]);
  }

  #touchedAt(name: string): number {
    return statSync(contentPath(name, this.#root), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  }

  #frameOf(listing: Listing, ids: readonly string[]): Library {
    const ofPractices = new Set(ids.flatMap(namesOf));
    const others = listing.names.filter((name) => !ofPractices.has(name) && !isPicture(name));
    const looks = others.map((name) => `${name} ${this.#touchedAt(name)}`);
    const look = [...looks, lookOfSources(this.#root), todayHere()].join('\n');
    if (this.#frame?.look === look) return this.#frame.library;
    const { files } = readFiles(this.#root, others);
    const { library, faults } = readLibrary(files, {
      settled: [],
      ids,
      first: null,
      sources: readSources(this.#root),
    });
    if (this.#frame !== null) this.#sound = new Map();
    this.#rules ??= startJudging(this.#root).rules;
    const digest = hash('sha256', `${this.#rules}\n${look}`).slice(0, 16);
    this.#frame = { look, digest, library, faults: [...faults, ...danglingIds(library)] };
    this.#counts.clear();
    return library;
  }

  /** Of practices as they stand, sound or not; those of a large library as they were judged last. */
  #gistsOf(ids: readonly string[], library: Library): readonly Gist[] {
    this.#soundOf();
    const stale = ids.filter(
      (id) => this.#gists.get(id)?.touchedAt !== this.#practiceTouchedAt(id),
    );
    const { files } = readFiles(
      this.#root,
      stale.map((id) => `practices/${id}.mdx`),
    );
    const read = readLibrary(files, { settled: [], ids, first: library }).library.practices;
    const fresh = new Map(read.map((practice) => [practice.id, gistOf(practice, [])]));
    for (const id of stale) {
      const touchedAt = this.#practiceTouchedAt(id);
      this.#gists.set(id, { touchedAt, gist: fresh.get(id) ?? null });
    }
    return ids.flatMap((id) => this.#gists.get(id)?.gist ?? []);
  }

  #practiceTouchedAt(id: string): number {
    return this.#touchedAt(`practices/${id}.mdx`);
  }
}
