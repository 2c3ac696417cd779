import { today } from '#browser/shell/today.ts';

/** Adds to one page for the leader what needs the reader's machine: the day, and taking it away. */
export function startOnePage(): void {
  const sheet = document.querySelector<HTMLElement>('[data-sheet]');
  const tools = document.querySelector<HTMLElement>('[data-one-page]');
  const slot = sheet?.dataset['accessSlot'];
  if (!sheet || !tools || slot === undefined) return;
  sheet.querySelectorAll('.references li').forEach((reference) => {
    reference.innerHTML = reference.innerHTML.replace(slot, today());
  });
  tools.querySelector('[data-do="print"]')?.addEventListener('click', () => window.print());
}
