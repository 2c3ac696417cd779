import { keepBasket, keepingOf, keptBasket, onBasket } from '#browser/handout/kept-handout.ts';
import { nameAfter } from '#browser/shell/picking-label.ts';
import { say } from '#browser/shell/picking-message.ts';
import { holds, itemOfButton, mostItems, withItem, without } from '#domain/handout/basket.ts';
import type { BasketItem } from '#domain/handout/basket.ts';
import { handoutPicking as words } from '#words/handout-picking.ts';

/**
 * The buttons “放进讲义篮”, loaded with the first click on one or where a basket is kept. An element
 * with `data-handout` says what it puts in, see `itemOfButton`.
 */
let started = false;

export function start(): void {
  if (started) return;
  started = true;
  onBasket(show);
  show();
  const main = document.querySelector('main');
  if (main) new MutationObserver(show).observe(main, { childList: true, subtree: true });
}

/** Puts in what a button names, or takes it out again. */
export function press(button: HTMLElement): void {
  start();
  const item = itemOfButton(button.dataset['handout'] ?? '');
  if (item) toggle(item);
}

export function toggle(item: BasketItem): void {
  const basket = keptBasket();
  const isIn = holds(basket, item);
  if (!isIn && basket.items.length >= mostItems) return say(words.full(mostItems));
  keepBasket(isIn ? without(basket, item) : withItem(basket, item));
  const count = keptBasket().items.length;
  if (isIn) say(words.removed(count));
  else say({ kept: words.added(count), forbidden: words.forNow, full: words.noRoom }[keepingOf()]);
}

function show(): void {
  const basket = keptBasket();
  const count = basket.items.length;
  document.querySelectorAll<HTMLElement>('[data-handout-link]').forEach((link) => {
    link.hidden = count === 0;
    const label = words.link(count);
    if (link.textContent !== label) link.textContent = label;
  });
  document.querySelectorAll<HTMLElement>('button[data-handout]').forEach((button) => {
    const item = itemOfButton(button.dataset['handout'] ?? '');
    const isIn = item !== null && holds(basket, item);
    nameAfter(button, isIn ? words.isIn : words.add);
  });
}
