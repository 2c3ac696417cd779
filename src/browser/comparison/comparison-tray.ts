import {
  isKept,
  onPicked,
  pickedPractices,
  pickPractices,
} from '#browser/comparison/kept-comparison.ts';
import { mostCompared } from '#domain/comparison/comparison-selection.ts';
import { comparePathOf } from '#domain/site/paths.ts';
import { picking as words } from '#words/picking.ts';

/** Milliseconds a message stays: long enough to be read twice. */
const messageTime = 8000;

/**
 * Brings the buttons “加入对照” to life, those of cards that are shown later too, and keeps the
 * tray that leads to the comparison.
 */
export function startComparisonTray(): void {
  const tray = document.querySelector<HTMLElement>('[data-comparison-tray]');
  const status = document.querySelector<HTMLElement>('[data-comparison-status]');
  if (!tray || !status) return;
  let fading = 0;
  const say = (message: string): void => {
    status.textContent = message;
    status.hidden = message === '';
    clearTimeout(fading);
    if (message !== '') fading = window.setTimeout(() => say(''), messageTime);
  };

  const show = (): void => {
    const ids = pickedPractices();
    tray.hidden = ids.length === 0;
    const link = tray.querySelector('a');
    if (link) {
      link.href = comparePathOf(ids);
      link.textContent = words.tray(ids.length);
    }
    document.querySelectorAll<HTMLElement>('[data-compare]').forEach(showButton);
  };

  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.closest('[data-comparison-clear]')) {
      pickPractices([]);
      say(words.cleared);
    }
    const id = target.closest<HTMLElement>('[data-compare]')?.dataset['compare'];
    if (id === undefined) return;
    const ids = pickedPractices();
    if (ids.includes(id)) {
      pickPractices(ids.filter((other) => other !== id));
      say(words.removed(ids.length - 1));
    } else if (ids.length >= mostCompared) {
      say(words.full(mostCompared));
    } else {
      pickPractices([...ids, id]);
      say(isKept() ? words.added(ids.length + 1) : words.addedForNow);
    }
  });

  onPicked(show);
  show();
  const main = document.querySelector('main');
  if (main) new MutationObserver(show).observe(main, { childList: true, subtree: true });
}

function showButton(button: HTMLElement): void {
  const isPicked = pickedPractices().includes(button.dataset['compare'] ?? '');
  const label = isPicked ? words.picked : words.add;
  // Written only when it changes: the observer would see its own work.
  if (button.textContent !== label) button.textContent = label;
  const name = `${label}：${button.dataset['title'] ?? ''}`;
  if (button.getAttribute('aria-label') !== name) button.setAttribute('aria-label', name);
}
