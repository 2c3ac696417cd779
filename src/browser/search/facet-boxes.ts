import { facetKeys, type FacetKey } from '#domain/lists/facet-keys.ts';
import type { FacetCounts } from '#domain/search/facet-counts.ts';
import type { Search } from '#domain/search/session.ts';
import type { Choices } from '#domain/search/state.ts';

interface Box {
  readonly input: HTMLInputElement;
  readonly count: HTMLElement | null;
}

interface Group {
  readonly key: FacetKey;
  readonly boxes: readonly Box[];
  /** Whether its boxes are on the screen. */
  isSeen: boolean;
  /** Whether it tells the counts of the answer that is shown. */
  isCounted: boolean;
}

export interface FacetBoxes {
  /** What is to be counted for the answer that comes next; asked for at once. */
  readonly ask: () => Promise<FacetCounts>;
  /** Shows what is chosen, and the counts as far as they are there; none is shown that is not of this answer. */
  readonly show: (choices: Choices, counts: FacetCounts | null) => void;
}

/**
 * The boxes of the facets. What practices are counted by is most of what a large library would have
 * to load for a first answer, and on a telephone nobody sees it: only what is on the screen is
 * counted.
 */
export function facetBoxes(
  facets: HTMLElement,
  search: Search,
  onChange: (key: FacetKey, id: string, isChosen: boolean) => void,
): FacetBoxes {
  let choices: Choices | null = null;
  /** Tells the counts of one answer from those of the next. */
  let answer = 0;

  const groups = new Map<Element, Group>();
  for (const element of facets.querySelectorAll('.choices')) {
    const inputs = [...element.querySelectorAll<HTMLInputElement>('input')];
    const key = facetKeys.find((of) => of === inputs[0]?.dataset['facet']);
    if (key === undefined) continue;
    const boxes = inputs.map((input): Box => {
      // Some browsers tick again what was ticked when the page was left.
      input.checked = false;
      input.disabled = false;
      return { input, count: input.parentElement?.querySelector('[data-count]') ?? null };
    });
    groups.set(element, { key, boxes, isSeen: false, isCounted: true });
    element.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) onChange(key, target.value, target.checked);
    });
  }

  function tell({ key, boxes }: Group, counts: FacetCounts): void {
    const ofKey = counts[key];
    for (const { input, count } of boxes) {
      const found = ofKey?.[input.value] ?? 0;
      input.disabled = ofKey !== undefined && found === 0 && !input.checked;
      // What is written anew is laid out anew, and most counts stay.
      const words = ofKey === undefined ? '' : String(found);
      if (count && count.textContent !== words) count.textContent = words;
    }
  }

  function tellAll(of: readonly Group[], counts: FacetCounts): void {
    for (const group of of) {
      const isCounted = counts[group.key] !== undefined;
      if (isCounted || group.isCounted) tell(group, counts);
      group.isCounted = isCounted;
    }
  }

  const seen = (): Group[] => [...groups.values()].filter(({ isSeen }) => isSeen);

  function countSeen(): void {
    const wanted = seen().filter(({ isCounted }) => !isCounted);
    if (wanted.length === 0 || !choices) return;
    const question = answer;
    search.counts(wanted.map(({ key }) => key)).then(
      (counts) => {
        if (question === answer) tellAll(wanted, counts);
      },
      // Every box can be chosen, counted or not.
      () => undefined,
    );
  }

  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const group = groups.get(target);
      if (group) group.isSeen = isIntersecting;
    }
    countSeen();
  });
  for (const element of groups.keys()) watcher.observe(element);

  return {
    ask: () => search.counts(seen().map(({ key }) => key)),
    show(next, counts) {
      answer += 1;
      choices = next;
      for (const { key, boxes } of groups.values()) {
        for (const { input } of boxes) {
          const isChosen = next[key].includes(input.value);
          if (input.checked !== isChosen) input.checked = isChosen;
        }
      }
      tellAll([...groups.values()], counts ?? {});
      countSeen();
    },
  };
}
