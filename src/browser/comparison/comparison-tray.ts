import {
  isKept,
  onPicked,
  pickedPractices,
  pickPractices,
} from '#browser/comparison/kept-comparison.ts';
import { mostCompared } from '#domain/comparison/comparison-selection.ts';
import { comparePathOf } from '#domain/site/paths.ts';
import { nameAfter } from '#browser/shell/picking-label.ts';
import { say } from '#browser/shell/picking-message.ts';
import { picking as words } from '#words/picking.ts';

let started = false;

/**
 * Keeps the buttons “加入对照”, those of cards that are shown later too, and the tray that leads to the
 * comparison, as the reader's choice stands.
 */
export function start(): void {
  if (started) return;
  started = true;
  onPicked(show);
  show();
  const main = document.querySelector('main');
  if (main) new MutationObserver(show).observe(main, { childList: true, subtree: true });
}

/** Picks what a button names, lets go of it, or clears everything. */
export function press(button: HTMLElement): void {
  start();
  const id = button.dataset['compare'];
  const ids = pickedPractices();
  if (id === undefined) {
    pickPractices([]);
    say(words.cleared);
  } else if (ids.includes(id)) {
    pickPractices(ids.filter((other) => other !== id));
    say(words.removed(ids.length - 1));
  } else if (ids.length >= mostCompared) {
    say(words.full(mostCompared));
  } else {
    pickPractices([...ids, id]);
    say(isKept() ? words.added(ids.length + 1) : words.addedForNow);
  }
}

function show(): void {
  const tray = document.querySelector<HTMLElement>('[data-comparison-tray]');
  const link = tray?.querySelector('a');
  if (!tray || !link) return; // the pages of comparisons have none
  const ids = pickedPractices();
  tray.hidden = ids.length === 0;
  link.href = comparePathOf(ids);
  link.textContent = words.tray(ids.length);
  document.querySelectorAll<HTMLElement>('[data-compare]').forEach(showButton);
}

function showButton(button: HTMLElement): void {
  const isPicked = pickedPractices().includes(button.dataset['compare'] ?? '');
  const label = isPicked ? words.picked : words.add;
  nameAfter(button, label);
}
