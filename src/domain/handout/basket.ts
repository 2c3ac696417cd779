/**
 * 讲义篮: what a reader puts together for a class or a meeting, before it is filled with the words of
 * the library. The basket holds ids and the reader's own words; whatever else stands in a handout is
 * looked up when it is made.
 */
import { citationStyles, type CitationStyleId } from '#domain/citation/styles.ts';

/** How much of a thing is taken along. */
export type Extent = 'brief' | 'whole';

interface Titled {
  /** What the reader calls it; null keeps the title it has. */
  readonly title: string | null;
}

interface Sized extends Titled {
  readonly extent: Extent;
}

export type BasketItem =
  | (Sized & { readonly kind: 'practice'; readonly id: string })
  | (Sized & { readonly kind: 'problem'; readonly id: string })
  /** One of the editors'. */
  | (Sized & { readonly kind: 'comparison'; readonly id: string })
  /** One of the reader's own. */
  | (Sized & { readonly kind: 'practices'; readonly ids: readonly string[] })
  /** A paragraph, list, table or drawing. */
  | (Titled & { readonly kind: 'paragraph'; readonly practice: string; readonly paragraph: string })
  /** A number, known by how it is printed and by what it counts: numbers have no ids. */
  | (Titled & {
      readonly kind: 'figure';
      readonly practice: string;
      readonly amount: string;
      readonly counts: string;
    })
  | (Titled & { readonly kind: 'words'; readonly text: string })
  /** A question a line. */
  | (Titled & { readonly kind: 'questions'; readonly text: string })
  /** Of a later edition of the library, or damaged: kept as it came until the reader drops it. */
  | { readonly kind: 'unknown'; readonly raw: unknown };

export interface Basket {
  readonly title: string;
  /** Occasion, place, day, who speaks: a line each. */
  readonly occasion: string;
  readonly style: CitationStyleId;
  readonly items: readonly BasketItem[];
}

/** A handout that is longer is a book. */
export const mostItems = 200;

export const emptyBasket: Basket = {
  title: '',
  occasion: '',
  style: citationStyles[0] ?? 'gbt-7714-2025-numeric',
  items: [],
};

/** True for a basket that nobody would miss. */
export const isEmpty = ({ title, occasion, items }: Basket): boolean =>
  title === '' && occasion === '' && items.length === 0;

/** Equal for two items of which one is enough; null for the reader's own words. */
export function keyOf(item: BasketItem): string | null {
  switch (item.kind) {
    case 'practice':
    case 'problem':
    case 'comparison':
      return `${item.kind} ${item.id}`;
    case 'practices':
      return `practices ${item.ids.join(',')}`;
    case 'paragraph':
      return `paragraph ${item.practice} ${item.paragraph}`;
    case 'figure':
      return `figure ${item.practice} ${item.amount} ${item.counts}`;
    default:
      return null;
  }
}

export const holds = ({ items }: Basket, item: BasketItem): boolean => {
  const key = keyOf(item);
  return key !== null && items.some((other) => keyOf(other) === key);
};

export const without = (basket: Basket, item: BasketItem): Basket => {
  const key = keyOf(item);
  return { ...basket, items: basket.items.filter((other) => keyOf(other) !== key) };
};

/** Puts an item in before the place `at`, else at the end. */
export const withItem = (
  basket: Basket,
  item: BasketItem,
  at: number = basket.items.length,
): Basket => ({
  ...basket,
  items: [...basket.items.slice(0, at), item, ...basket.items.slice(at)],
});

export const withChanged = (basket: Basket, at: number, item: BasketItem): Basket => ({
  ...basket,
  items: basket.items.map((other, place) => (place === at ? item : other)),
});

export const withoutPlace = (basket: Basket, at: number): Basket => ({
  ...basket,
  items: basket.items.filter((_, place) => place !== at),
});

/** Moves the item at `from` so that it stands at `to`; out of range nothing moves. */
export function moved(basket: Basket, from: number, to: number): Basket {
  const item = basket.items[from];
  if (!item || to < 0 || to >= basket.items.length) return basket;
  return withItem(withoutPlace(basket, from), item, to);
}

/** Practices a basket cannot be composed without. */
export const practicesIn = ({ items }: Basket): readonly string[] => [
  ...new Set(
    items.flatMap((item) => {
      switch (item.kind) {
        case 'practice':
          return [item.id];
        case 'practices':
          return item.ids;
        case 'paragraph':
        case 'figure':
          return [item.practice];
        default:
          return [];
      }
    }),
  ),
];

/** What a button of a page puts in: kind, id and what else there is, with a blank between. */
export function itemOfButton(says: string): BasketItem | null {
  const [kind = '', id = '', ...rest] = says.split(' ');
  if (id === '') return null;
  switch (kind) {
    case 'practice':
    case 'problem':
    case 'comparison':
      return { kind, id, extent: 'brief', title: null };
    case 'practices':
      return { kind, ids: id.split(','), extent: 'brief', title: null };
    case 'paragraph':
      return { kind, practice: id, paragraph: rest.join(' '), title: null };
    case 'figure': {
      const [amount = '', ...counts] = rest;
      return { kind, practice: id, amount, counts: counts.join(' '), title: null };
    }
    default:
      return null;
  }
}
