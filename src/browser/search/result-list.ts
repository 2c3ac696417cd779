import { listedItem, tellResult } from '#browser/search/results.ts';
import type { Search } from '#domain/search/session.ts';

/** Some results of a query, in places that follow one another. */
export interface Lot {
  readonly from: number;
  readonly to: number;
  /** Before this place all are told at once: they are what a screen shows. */
  readonly ready: number;
  /** What is marked in a practice that is not found by other words. */
  readonly words: string;
  /** False once another query was asked. */
  readonly isWanted: () => boolean;
}

/** After so many milliseconds a reader stays with the list, and may look for words in all of it. */
const staying = 2000;

/**
 * Lays out results. What a practice holds of the query is some kilobytes, and many readers type on
 * or leave from the first few: it is fetched for a result that comes near the screen, and for the
 * others once a reader stays.
 */
export function resultLayer(
  list: HTMLOListElement,
  search: Search,
): (lot: Lot) => Promise<HTMLLIElement[]> {
  const onPage = [...list.querySelectorAll<HTMLLIElement>('li[data-practice]')];
  const untold = new Map<Element, () => void>();
  const tell = (item: Element): void => {
    watcher.unobserve(item);
    untold.get(item)?.();
    untold.delete(item);
  };
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) tell(target);
    },
    { rootMargin: '10% 0px' },
  );
  const tellAll = (): void => {
    for (const item of [...untold.keys()]) tell(item);
  };
  let later: ReturnType<typeof setTimeout> | undefined;
  addEventListener('beforeprint', tellAll);

  return async ({ from, to, ready, words, isWanted }) => {
    const [listed, told] = await Promise.all([search.listed(from, to), search.page(from, ready)]);
    if (!isWanted()) return [];
    clearTimeout(later);
    later = setTimeout(tellAll, staying);
    if (from === 0) {
      watcher.disconnect();
      untold.clear();
    }
    return listed.map(({ newest, isNear, isFirstNear }, at) => {
      const item = listedItem(onPage[newest], isNear, isFirstNear);
      const result = told[at];
      if (result) tellResult(item, result, words);
      else {
        const place = from + at;
        untold.set(item, () => {
          void search.page(place, place + 1).then(
            ([of]) => {
              if (of && isWanted()) tellResult(item, of, words);
            },
            // What is listed has its card and leads on without.
            () => undefined,
          );
        });
        watcher.observe(item);
      }
      return item;
    });
  };
}
