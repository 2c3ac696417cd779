/**
 * All a page carries of what readers pick – practices to compare, things for a handout. It waits for
 * a click on one of the buttons, and shows where the picked things are once there are any; what does
 * the work is loaded then.
 */
export function startPicking(): void {
  const loads = {
    comparison: () => import('#browser/comparison/comparison-tray.ts'),
    handout: () => import('#browser/handout/basket-buttons.ts'),
  };
  document.addEventListener('click', ({ target }) => {
    const button =
      target instanceof Element &&
      target.closest<HTMLElement>(
        '[data-compare],[data-comparison-clear],[data-handout],[data-handout-parts]',
      );
    if (!button) return;
    if ('handoutParts' in button.dataset) {
      void import('#browser/handout/part-picker.ts').then(({ offerParts }) => offerParts(button));
      return;
    }
    const load = 'handout' in button.dataset ? loads.handout : loads.comparison;
    void load().then(({ press }) => press(button));
  });
  const look = (): void => {
    for (const [key, load] of Object.entries(loads)) {
      try {
        if (localStorage.getItem(key)) void load().then(({ start }) => start());
      } catch {
        // Storage forbidden: nothing was picked on another page.
      }
    }
  };
  look();
  // Picked in another window, or on the page the reader comes back from.
  addEventListener('storage', look);
  addEventListener('pageshow', look);
}
