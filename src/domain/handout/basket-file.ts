/**
 * A basket as text: in the reader's browser, in a file that is sent on, in an address. One form for
 * all, JSON: `{"handout":1,"title":…,"occasion":…,"style":…,"items":[…]}`. Its reader takes what it
 * understands and keeps the rest as it came.
 */
import {
  emptyBasket,
  mostItems,
  type Basket,
  type BasketItem,
  type Extent,
} from '#domain/handout/basket.ts';
import { citationStyles, type CitationStyleId } from '#domain/citation/styles.ts';

/** Counts up when an old reader would misunderstand what a new one writes. */
export const basketVersion = 1;

/** Why a text is no basket, or what of it was not understood. */
export type BasketFault =
  /** No JSON: cut off, damaged, or a file of another kind. */
  | { readonly kind: 'unreadable' }
  /** JSON, but no handout. */
  | { readonly kind: 'other' }
  | { readonly kind: 'tooMany'; readonly count: number; readonly most: number }
  /** Written by a later edition. What is understood is shown. */
  | { readonly kind: 'later'; readonly version: number }
  | { readonly kind: 'style'; readonly style: string }
  | { readonly kind: 'items'; readonly places: readonly number[] };

export interface ReadBasket {
  /** Null where nothing could be made of the text. */
  readonly basket: Basket | null;
  readonly faults: readonly BasketFault[];
}

export const writeBasket = ({ title, occasion, style, items }: Basket): string =>
  JSON.stringify({ handout: basketVersion, title, occasion, style, items: items.map(written) });

/** For a file that people may open: a line for every item. */
export const writeBasketFile = (basket: Basket): string =>
  `${JSON.stringify(JSON.parse(writeBasket(basket)), null, 2)}\n`;

/** Ids apart from the reader's words, nothing that stands to reason. */
function written(item: BasketItem): unknown {
  if (item.kind === 'unknown') return item.raw;
  const { title, ...rest } = item;
  return title === null ? rest : { ...rest, title };
}

const nothing = (fault: BasketFault): ReadBasket => ({ basket: null, faults: [fault] });

export function readBasket(text: string): ReadBasket {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return nothing({ kind: 'unreadable' });
  }
  if (!isObject(read)) return nothing({ kind: 'other' });
  const { handout: version, title, occasion, style, items } = read;
  if (typeof version !== 'number' || !Array.isArray(items)) return nothing({ kind: 'other' });
  if (items.length > mostItems) {
    return nothing({ kind: 'tooMany', count: items.length, most: mostItems });
  }
  const readItems = items.map(itemFrom);
  const places = readItems.flatMap(({ kind }, place) => (kind === 'unknown' ? [place + 1] : []));
  const known = citationStyles.find((candidate) => candidate === style);
  const faults: BasketFault[] = [
    ...(version > basketVersion ? [{ kind: 'later', version } as const] : []),
    ...(known === undefined && style !== undefined
      ? [{ kind: 'style', style: String(style).slice(0, 40) } as const]
      : []),
    ...(places.length > 0 ? [{ kind: 'items', places } as const] : []),
  ];
  const basket = {
    title: wordsFrom(title),
    occasion: wordsFrom(occasion),
    style: known ?? (emptyBasket.style satisfies CitationStyleId),
    items: readItems,
  };
  return { basket, faults };
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What no printer and no XML file takes: control characters, halves of characters. */
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF\p{Cs}]/gu;

/** The reader's words as they can be kept and printed; lines stay lines. */
export const cleanWords = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(unprintable, '');

const wordsFrom = (value: unknown): string => (typeof value === 'string' ? cleanWords(value) : '');

const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 200 && idForm.test(value);

function itemFrom(raw: unknown): BasketItem {
  const unknown: BasketItem = { kind: 'unknown', raw };
  if (!isObject(raw)) return unknown;
  const title = typeof raw['title'] === 'string' ? cleanWords(raw['title']) : null;
  const extent: Extent = raw['extent'] === 'whole' ? 'whole' : 'brief';
  const { kind, id, ids, practice, paragraph, amount, counts, text } = raw;
  switch (kind) {
    case 'practice':
    case 'problem':
    case 'comparison':
      return isId(id) ? { kind, id, extent, title } : unknown;
    case 'practices':
      return Array.isArray(ids) && ids.length > 0 && ids.length <= mostItems && ids.every(isId)
        ? { kind, ids, extent, title }
        : unknown;
    case 'paragraph':
      return isId(practice) && isId(paragraph) ? { kind, practice, paragraph, title } : unknown;
    case 'figure':
      return isId(practice) && typeof amount === 'string' && typeof counts === 'string'
        ? { kind, practice, amount, counts, title }
        : unknown;
    case 'words':
    case 'questions':
      return typeof text === 'string' ? { kind, text: cleanWords(text), title } : unknown;
    default:
      return unknown;
  }
}
