import { createHash } from 'node:crypto';
import type { Practice } from '#domain/practice.ts';

/**
 * Pages as `getStaticPaths` gives them, each with a key that changes whenever its props do, by
 * which a build leaves out pages that would come out as they stand. Such a page has to show its
 * props and nothing else of the library. A page that is not wrapped in this is made every time.
 */
export const keyed = <Page extends { readonly props: object }>(
  pages: readonly Page[],
): (Page & { readonly cacheKey: string })[] =>
  pages.map((page) => ({ ...page, cacheKey: digestOf(page.props) }));

const known = new WeakMap<object, string>();

/** A digest of all that can be reached from a value. */
function digestOf(value: unknown, above: readonly object[] = []): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const before = known.get(value);
  if (before !== undefined) return before;
  // The path of a region ends with the region itself.
  if (above.includes(value)) return 'above';
  const parts = Object.entries(isPractice(value) ? named(value) : value).map(
    ([key, part]) => `${key}:${typeof part}:${digestOf(part, [...above, value])}`,
  );
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  known.set(value, digest);
  return digest;
}

const isPractice = (value: object): value is Practice => 'digest' in value && 'sections' in value;

/** What a practice holds stands in its digest; what it only names does not, and is added. */
const named = ({ id, digest, region, institution, topics, problems, source }: Practice) => ({
  id,
  digest,
  region,
  institution,
  topics,
  problems,
  authors: source.bylines.map(({ author }) => author),
});
