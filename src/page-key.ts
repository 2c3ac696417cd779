import { hash } from 'node:crypto';
import { entriesNamed, namedLists } from '#domain/lists/vocabularies.ts';
import type { Practice } from '#domain/practice/practice.ts';

/**
 * Pages as `getStaticPaths` gives them, each with a key that changes whenever its props do, by
 * which a build leaves out pages that would come out as they stand. Such a page has to show its
 * props and nothing else of the library. A page that is not wrapped in this is made every time.
 */
export const keyed = <Page extends { readonly props: object }>(
  pages: readonly Page[],
): (Page & { readonly cacheKey: string })[] =>
  pages.map((page) => ({
    ...page,
    // Worked out when a build asks; the development server never does.
    get cacheKey() {
      return digestOf(page.props);
    },
  }));

const known = new WeakMap<object, string>();

/** A digest of all that can be reached from a value. Throws on what has no entries to look at. */
export const digestOf = (value: unknown): string => digestBelow(value, []).digest;

interface Below {
  readonly digest: string;
  /** The place in `above` of the outermost value met again, as the path of a region ends with it. */
  readonly outermost: number;
}

function digestBelow(value: unknown, above: readonly object[]): Below {
  if (typeof value !== 'object' || value === null) return plain(String(value));
  if (value instanceof Map || value instanceof Set) {
    throw new Error('A Map or Set as a prop of a keyed page would never change its key.');
  }
  const before = known.get(value);
  if (before !== undefined) return plain(before);
  const place = above.indexOf(value);
  if (place >= 0) return { digest: `above ${above.length - place}`, outermost: place };
  let outermost = Infinity;
  const parts = Object.entries(isPractice(value) ? named(value) : value).map(([key, part]) => {
    const below = digestBelow(part, [...above, value]);
    outermost = Math.min(outermost, below.outermost);
    return `${key}:${typeof part}:${below.digest}`;
  });
  const digest = hash('sha256', JSON.stringify(parts), 'base64url');
  // What is met again further out belongs to the digest of a whole that this is only part of.
  if (outermost >= above.length) known.set(value, digest);
  return { digest, outermost };
}

const plain = (digest: string): Below => ({ digest, outermost: Infinity });

const isPractice = (value: object): value is Practice => 'digest' in value && 'sections' in value;

/**
 * What a practice holds stands in its digest; what it only names does not, and is added: the entries
 * of every list there is.
 */
const named = (practice: Practice) => ({
  id: practice.id,
  digest: practice.digest,
  ...Object.fromEntries(namedLists.map((list) => [list, entriesNamed(practice, list)])),
});
