import type { SearchFiles } from '#browser/search/files.ts';
import {
  blocksOf,
  firstRetired,
  retiredFile,
  type PassagesFile,
  type PracticeFile,
} from '#domain/search/data.ts';
import {
  eachDocument,
  filingBy,
  readFile,
  type Filing,
  type PostingFile,
} from '#domain/search/posting-files.ts';
import { endOfNothing, type FingerPrint } from '#domain/verification/fingerprints.ts';
import {
  digestOfLetters,
  keyOfCode,
  shardOf,
  type FormerFile,
} from '#domain/verification/former.ts';
import { libraryText, type LibraryText } from '#domain/verification/library-text.ts';
import { Shelf } from '#domain/verification/shelf.ts';

/** What is asked of the server at once. */
const atOnce = 8;

/** So many practices are read as soon as one is: some 6 kB each. */
const mostAtHand = 40;

/** Finds the practices that passages may be from, and puts them on the shelf. */
export class Passages {
  readonly shelf = new Shelf();
  readonly #files: SearchFiles;
  readonly #filing: Filing;
  readonly #opened = new Map<string, Promise<PostingFile>>();
  readonly #loaded = new Map<number, Promise<LibraryText>>();
  readonly #former: number;

  private constructor(files: SearchFiles, { layout, former }: PassagesFile) {
    this.#files = files;
    this.#filing = filingBy(layout);
    this.#former = former;
  }

  static async open(files: SearchFiles): Promise<Passages> {
    return new Passages(files, await files.json<PassagesFile>('passages.bin'));
  }

  /** Puts a small library on the shelf as a whole, so that not even the shortest passage is missed. */
  async openSmall(): Promise<void> {
    const { practices } = this.#files;
    if (practices > mostAtHand) return;
    await inTurn(
      Array.from({ length: practices }, (_, practice) => practice),
      async (practice) => {
        await this.text(practice);
      },
    );
  }

  /** Puts the practices on the shelf that hold most of the fingerprints of each passage, `most` for one. */
  async fetchFor(passages: readonly (readonly FingerPrint[])[], most: number): Promise<void> {
    const wanted = new Set<number>();
    await inTurn(passages, async (prints) => {
      const votes = new Map<number, number>();
      for (const { key } of prints) {
        for (const practice of await this.#practicesWith(key)) {
          votes.set(practice, (votes.get(practice) ?? 0) + 1);
        }
      }
      // One fingerprint alone is shared by chance as soon as there are many practices.
      const isChance = prints.length > 1 && this.#files.practices > mostAtHand;
      const least = Math.max(isChance ? 2 : 1, Math.max(0, ...votes.values()) / 2);
      [...votes]
        .filter(([, count]) => count >= least)
        .sort(([a, one], [b, other]) => other - one || a - b)
        .slice(0, most)
        .forEach(([practice]) => wanted.add(practice));
    });
    await inTurn([...wanted], async (practice) => {
      await this.text(practice);
    });
  }

  /** A practice by its number, on the shelf from now on. */
  text(practice: number): Promise<LibraryText> {
    let loading = this.#loaded.get(practice);
    if (!loading) {
      loading = this.#load(practice);
      loading.catch(() => this.#loaded.delete(practice));
      this.#loaded.set(practice, loading);
    }
    return loading;
  }

  async #load(practice: number): Promise<LibraryText> {
    const isRetired = practice >= firstRetired;
    const file = await this.#files.json<PracticeFile>(
      isRetired ? retiredFile(practice - firstRetired) : `practices/${practice}.bin`,
    );
    const text = libraryText(file.id, blocksOf(file), isRetired);
    this.shelf.add(text);
    return text;
  }

  /** What an earlier edition said in these letters and none says since; null where none did. */
  async former(letters: string): Promise<FormerFile[string] | null> {
    return this.#recorded(digestOfLetters(letters));
  }

  /** The practice, by its number, and the edition that bear this code on paper; null where none do. */
  async printed(code: string): Promise<{ practice: number; edition: number } | null> {
    const found = await this.#recorded(code);
    return found?.[1] === keyOfCode ? { practice: found[0], edition: found[2] } : null;
  }

  async #recorded(key: string): Promise<FormerFile[string] | null> {
    if (this.#former === 0) return null;
    const file = await this.#files.json<FormerFile>(`former/${shardOf(key, this.#former)}.bin`);
    return file[key] ?? null;
  }

  async #practicesWith(key: string): Promise<readonly number[]> {
    const name = this.#filing.fileOf(key);
    let file = this.#opened.get(name);
    if (!file) {
      file = this.#files.bytes(`passages/${name}.bin`).then(readFile);
      file.catch(() => this.#opened.delete(name));
      this.#opened.set(name, file);
    }
    const posting = (await file).postings.get(key);
    const practices: number[] = [];
    if (posting && posting.documents <= Math.max(60, this.#files.practices / 50)) {
      eachDocument(posting.body, endOfNothing, (practice) => practices.push(practice));
    }
    return practices;
  }
}

/** Sees to all items, a few at a time. Rejects with the first that fails. */
async function inTurn<T>(items: readonly T[], see: (item: T) => Promise<void>): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await see(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
