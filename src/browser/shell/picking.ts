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
  /** Pressed, and what does the work not there yet: a second click of an impatient reader is none. */
  const pressed = new Set<HTMLElement>();
  document.addEventListener('click', ({ target }) => {
    const button =
      target instanceof Element &&
      target.closest<HTMLElement>(
        '[data-compare],[data-comparison-clear],[data-handout],[data-handout-parts]',
      );
    if (!button || pressed.has(button)) return;
    if ('handoutParts' in button.dataset) {
      void import('#browser/handout/part-picker.ts').then(({ offerParts }) => offerParts(button));
      return;
    }
    const load = 'handout' in button.dataset ? loads.handout : loads.comparison;
    pressed.add(button);
    void load()
      .then(({ press }) => press(button))
      .finally(() => pressed.delete(button));
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
