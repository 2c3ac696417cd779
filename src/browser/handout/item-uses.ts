import {
  moved,
  withItem,
  withoutPlace,
  type Basket,
  type BasketItem,
} from '#domain/handout/basket.ts';
import { handoutPage as words } from '#words/handout-page.ts';

/** A basket after a button was pressed, what the reader is told, and where the reader goes on. */
export interface Changed {
  readonly basket: Basket;
  readonly say: string;
  /** Selector of what takes the focus. */
  readonly focus: string;
}

const ownWords: BasketItem = { kind: 'words', text: '', title: null };
const ownQuestions: BasketItem = { kind: 'questions', text: '', title: null };

const inRow = (at: number, part: string): string => `[data-at="${at}"] ${part}`;

/** What a button of the list does; `at` is null for those below it. Null where nothing happens. */
export function change(
  use: string,
  at: number | null,
  basket: Basket,
  title: string,
): Changed | null {
  const end = basket.items.length;
  switch (use) {
    case 'add-words':
      return added(basket, ownWords, end);
    case 'add-questions':
      return added(basket, ownQuestions, end);
  }
  if (at === null) return null;
  switch (use) {
    case 'words-after':
      return added(basket, ownWords, at + 1);
    case 'questions-after':
      return added(basket, ownQuestions, at + 1);
    case 'up':
    case 'down': {
      const to = use === 'up' ? at - 1 : at + 1;
      const isEnd = to === 0 || to === end - 1;
      const next = isEnd ? (to === 0 ? 'down' : 'up') : use;
      return {
        basket: moved(basket, at, to),
        say: words.moved(title, to + 1),
        focus: inRow(to, `[data-do="${next}"]`),
      };
    }
    case 'drop':
      return {
        basket: withoutPlace(basket, at),
        say: words.dropped(title),
        focus: inRow(Math.min(at, end - 2), '[data-do="drop"]'),
      };
    default:
      return null;
  }
}

const added = (basket: Basket, item: BasketItem, at: number): Changed => ({
  basket: withItem(basket, item, at),
  say: '',
  focus: inRow(at, 'textarea'),
});
