import { foundBelow, markBelow } from '#browser/search/marks.ts';
import { parseQuery, phrasesOf, type Clause } from '#domain/search/query.ts';

/** Marks what a reader searched on the practice page they came to, and leads them to it. */
export function markArrival(): void {
  const words = new URLSearchParams(location.search).get('q');
  const article = document.querySelector('[data-pagefind-body]');
  if (!words || !article) return;
  const query = parseQuery(words);
  if (query.clauses.length === 0) return;
  const clauses = [...query.clauses, ...phrasesOf(query)];
  if (!highlight(article, clauses)) {
    markBelow(article, clauses);
    // The marks moved the page's parts; go again to where the address points.
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }
}

/** With the CSS Custom Highlight API, which leaves the page's elements alone. False where it is missing. */
function highlight(article: Element, clauses: readonly Clause[]): boolean {
  if (typeof Highlight === 'undefined' || !('highlights' in CSS)) return false;
  const ranges = foundBelow(article, clauses).flatMap((stretches) => {
    const [first] = stretches;
    const last = stretches[stretches.length - 1];
    if (!first || !last) return [];
    const range = new Range();
    range.setStart(first.node, first.start);
    range.setEnd(last.node, last.end);
    return [range];
  });
  CSS.highlights.set('searched', new Highlight(...ranges));
  return true;
}
