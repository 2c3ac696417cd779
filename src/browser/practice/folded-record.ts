import { addressTarget } from '#browser/shell/address-target.ts';

/**
 * What today's browsers do by themselves with a folded part of the page, for those that do not:
 * it opens for a reader who arrives inside it, and on paper.
 */
export function openFolds(): void {
  const folds = [...document.querySelectorAll<HTMLDetailsElement>('details[data-prints]')];
  const arrive = (): void => {
    const target = addressTarget();
    const fold = folds.find((candidate) => !candidate.open && candidate.contains(target));
    if (!fold) return;
    fold.open = true;
    target?.scrollIntoView();
  };
  window.addEventListener('hashchange', arrive);
  arrive();
  if (CSS.supports('selector(::details-content)')) return;
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    opened = folds.filter(({ open }) => !open);
    opened.forEach((fold) => (fold.open = true));
  });
  window.addEventListener('afterprint', () => {
    opened.forEach((fold) => (fold.open = false));
  });
}
