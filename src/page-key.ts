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

/** A digest of all that can be reached from a value. Throws on what has no entries to look at. */
export const digestOf = (value: unknown): string =>
  hash('sha256', told(value, []).text, 'base64url');

/** Entries of lists, practices and long lists of either are met in thousands of pages. */
const known = new WeakMap<object, string>();

const isMetOften = (value: object): boolean =>
  Array.isArray(value) ? value.length > 16 : 'id' in value;

/** Up to so long it is no more than its digest would be. */
const short = 64;

interface Told {
  /** Tells a value from any other. */
  readonly text: string;
  /** The place in `above` of the outermost value met again, as the path of a region ends with it. */
  readonly outermost: number;
}

function told(value: unknown, above: readonly object[]): Told {
  if (typeof value !== 'object' || value === null) return plain(plainly(value));
  if (value instanceof Map || value instanceof Set) {
    throw new Error('A Map or Set as a prop of a keyed page would never change its key.');
  }
  const before = known.get(value);
  if (before !== undefined) return plain(before);
  const place = above.indexOf(value);
  if (place >= 0) return { text: `^${above.length - place};`, outermost: place };
  let outermost = Infinity;
  const within = [...above, value];
  const shown: object = isPractice(value) ? named(value) : value;
  let text = Array.isArray(value) ? '[' : '{';
  for (const key of Object.keys(shown)) {
    const part = told(shown[key as keyof typeof shown], within);
    if (part.outermost < outermost) outermost = part.outermost;
    text += `${key.length}:${key}${part.text}`;
  }
  text += ']';
  // What is met again further out belongs to a whole that this is only part of.
  if (outermost < above.length) return { text, outermost };
  if (!isMetOften(value)) return plain(text);
  const digest = text.length <= short ? text : `#${hash('sha256', text, 'base64url')}`;
  known.set(value, digest);
  return plain(digest);
}

/** Texts say how long they are, so that none can pass for what follows it. */
const plainly = (value: unknown): string => {
  const text = String(value);
  return `${(typeof value)[0]}${text.length}:${text}`;
};

const plain = (text: string): Told => ({ text, outermost: Infinity });

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
