/**
 * Wording of earlier editions, which is kept as digests: a sentence is known again when it comes, and
 * is not to be had otherwise.
 */
import { sha256 } from '#domain/copies/sha256.ts';
import { scattered } from '#domain/search/posting-files.ts';
import { leastLetters, lettersOf } from '#domain/verification/letters.ts';
import { sentencesOf } from '#domain/verification/sentences.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Sixty bits of the SHA-256 of a sentence's letters, in ten characters. */
export function digestOfLetters(letters: string): string {
  const whole = sha256();
  whole.update(new TextEncoder().encode(letters));
  const hex = whole.digest();
  let digest = '';
  for (let at = 0; at < 15; at += 3) {
    const twelve = parseInt(hex.slice(at, at + 3), 16);
    digest += alphabet.charAt(twelve >> 6) + alphabet.charAt(twelve & 63);
  }
  return digest;
}

/** Digests of the sentences of a text that are long enough to be anyone's, in order. */
export const sentenceDigests = (text: string): readonly string[] =>
  sentencesOf(text)
    .map(({ from, to }) => lettersOf(text.slice(from, to)).text)
    .filter((letters) => letters.length >= leastLetters)
    .map(digestOfLetters);

/** Digests of an edition's sentences in one line, by field or id of the paragraph. */
export type Sentences = Readonly<Record<string, string>>;

/** What was said in an edition and is said in none after it, or the code of an edition on paper. */
export interface Former {
  /** Of a sentence's letters; or the code itself. */
  readonly digest: string;
  /** Field, id of the paragraph, `notes`, or `keyOfCode`. */
  readonly key: string;
  /** The last that had it. */
  readonly edition: number;
}

/** Tells the code of an edition from a sentence. */
export const keyOfCode = 'code';

/** `former/<number>.bin`: by digest, the number of the practice, and key and edition of `Former`. */
export type FormerFile = Readonly<
  Record<string, readonly [practice: number, key: string, edition: number]>
>;

/** So many sentences are in one file, or some more. */
const together = 100;

/** In how many files so many sentences are. */
export const shardsFor = (sentences: number): number =>
  sentences === 0 ? 0 : 2 ** Math.max(0, Math.ceil(Math.log2(sentences / together)));

/** The number of the file that a digest falls to. */
export const shardOf = (digest: string, shards: number): number => scattered(digest) % shards;

/** `editions` newest first. With `isRetired` what the newest says is former as well. */
export function formerSentences(
  editions: readonly { readonly edition: number; readonly sentences: Sentences }[],
  isRetired = false,
): readonly Former[] {
  const [newest] = editions;
  const known = new Set(
    newest && !isRetired ? Object.values(newest.sentences).flatMap((line) => line.split(' ')) : [],
  );
  return (isRetired ? editions : editions.slice(1)).flatMap(({ edition, sentences }) =>
    Object.entries(sentences).flatMap(([key, line]) =>
      line.split(' ').flatMap((digest) => {
        if (digest === '' || known.has(digest)) return [];
        known.add(digest);
        return [{ digest, key, edition }];
      }),
    ),
  );
}
