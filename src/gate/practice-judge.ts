/** The gate for one practice that is being typed, asked again at every pause. */
import { statSync } from 'node:fs';
import { faultsOfTyped } from '#gate/check.ts';
import { copiedWording } from '#gate/copied.ts';
import type { Fault } from '#gate/fault.ts';
import { readLibrary, type Library } from '#gate/library.ts';
import { isPicture } from '#gate/site-images.ts';
import { readFiles } from '#gate/report.ts';
import type { ContentFiles } from '#gate/records.ts';
import { gistOf, type Gist } from '#gate/verdict-cache.ts';
import { contentPath, shownName } from '#folders.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { namesOf } from '#reading/practice-names.ts';
import { todayHere } from '#reading/today.ts';

export interface TypedVerdict {
  readonly faults: readonly Fault[];
  /** What could not be looked at, a sentence each. */
  readonly notices: readonly string[];
}

/** What practices are judged against, as long as nothing of it is touched. */
interface Frame {
  readonly look: string;
  readonly library: Library;
  readonly ids: readonly string[];
  readonly gists: readonly Gist[];
}

export class PracticeJudge {
  readonly #root: string;
  #frame: Frame | null = null;

  constructor(root = '.') {
    this.#root = root;
  }

  /** Faults of a practice whose file would say `text`. */
  judge(id: string, text: string): TypedVerdict {
    const { library, ids, gists } = this.#frameNow();
    const files = this.#filesOf(id, text);
    const faults = faultsOfTyped(files, library, todayHere(), {
      settled: gists.filter((gist) => gist.id !== id),
      ids: [...new Set([...ids, id])],
    });
    const copied = copiedWording(this.#root, files);
    return {
      faults: [...faults, ...copied.faults].filter(({ file }) => files.has(file)),
      notices: copied.notice === null ? [] : [copied.notice],
    };
  }

  /** The lists practices are judged against, typed. */
  get lists(): Library['lists'] {
    return this.#frameNow().library.listed.lists;
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

  #frameNow(): Frame {
    const listing = listContent(this.#root);
    const names = listing.names.filter((name) => !isPicture(name));
    const look = names.map((name) => `${name} ${this.#touchedAt(name)}`).join('\n');
    if (this.#frame?.look === look) return this.#frame;
    const ids = idsIn(listing, 'practices');
    const ofPractices = new Set(ids.flatMap(namesOf));
    const others = names.filter((name) => !ofPractices.has(name));
    const { files } = readFiles(this.#root, others);
    const { library } = readLibrary(files, { settled: [], ids, first: null });
    // Read as they stand, sound or not: another practice must not have the title of one of them.
    const present = readFiles(
      this.#root,
      ids.map((id) => `practices/${id}.mdx`),
    ).files;
    const { library: all } = readLibrary(present, { settled: [], ids, first: library });
    const gists = all.practices.map((practice) => gistOf(practice, []));
    this.#frame = { look, library, ids, gists };
    return this.#frame;
  }
}
