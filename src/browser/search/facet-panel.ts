import { facetPanel as words } from '#words/facet-panel.ts';

/**
 * Folds the facets of the search page, shows more of a long one, and leads from the boxes to what
 * they found. On narrow screens, where the facets stand before the results, all begin folded.
 */
export function startFacetPanel(): void {
  const panel = document.querySelector<HTMLDetailsElement>('[data-part="panel"]');
  const status = document.querySelector<HTMLElement>('[data-part="status"]');
  const see = panel?.querySelector<HTMLButtonElement>('[data-see-results]');
  if (!panel || !status || !see) return;

  const isNarrow = window.matchMedia('(max-width: 63.99rem)').matches;
  const asked = new URLSearchParams(location.search);
  for (const group of Array.from(panel.querySelectorAll('fieldset'))) {
    const fold = group.querySelector('[data-fold]');
    const set = (isFolded: boolean): void => {
      group.toggleAttribute('data-folded', isFolded);
      fold?.setAttribute('aria-expanded', String(!isFolded));
    };
    set(isNarrow && !asked.has(keyOf(group)));
    fold?.addEventListener('click', () => set(!group.hasAttribute('data-folded')));
    const showAll = (): void => group.querySelector('.choices')?.setAttribute('data-all', '');
    if (asked.has(keyOf(group))) showAll();
    group.querySelector('[data-show-all]')?.addEventListener('click', () => {
      showAll();
      group.querySelector<HTMLElement>('[data-beyond] input:not(:disabled)')?.focus();
    });
  }

  const tell = (): void => {
    const count = /\d+/.exec(status.textContent ?? '')?.[0];
    see.textContent = count === undefined ? words.see : words.seeCount(count);
  };
  const changes = { childList: true, characterData: true, subtree: true };
  new MutationObserver(tell).observe(status, changes);
  tell();
  see.addEventListener('click', () => {
    panel.open = false;
    status.scrollIntoView();
    status.focus();
  });
}

const keyOf = (group: Element): string =>
  group.querySelector<HTMLInputElement>('[data-facet]')?.dataset['facet'] ?? '';
