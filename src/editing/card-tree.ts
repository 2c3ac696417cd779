/** Where the values of a card stand in its text, to the character. */
import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Quoting } from '#editing/card-words.ts';

export type CardPath = readonly (string | number)[];

export type CardNode = YAMLMap | YAMLSeq | Scalar;

export interface Found {
  readonly node: CardNode;
  /** Whether brackets stand around it somewhere. */
  readonly inFlow: boolean;
}

/** Asked for again and again while one edit is made. */
let last: { readonly card: string; readonly tree: CardNode | null } | null = null;

/** The tree of a card; null where it cannot be read without a doubt. */
export function treeOf(card: string): CardNode | null {
  if (last?.card !== card) last = { card, tree: parsed(card) };
  return last.tree;
}

function parsed(card: string): CardNode | null {
  const document = parseDocument(card, { keepSourceTokens: true, logLevel: 'silent' });
  if (document.errors.length > 0) return null;
  return isNode(document.contents) ? document.contents : null;
}

const isNode = (value: unknown): value is CardNode =>
  isMap(value) || isSeq(value) || isScalar(value);

/** The value at a path; null where there is none. */
export function findAt(root: CardNode, path: CardPath): Found | null {
  let node: CardNode = root;
  let inFlow = false;
  for (const key of path) {
    inFlow ||= isFlow(node);
    const next: unknown = isMap(node)
      ? pairAt(node, key)?.value
      : isSeq(node) && typeof key === 'number'
        ? node.items[key]
        : undefined;
    if (!isNode(next)) return null;
    node = next;
  }
  return { node, inFlow: inFlow };
}

export const isFlow = (node: CardNode): boolean => !isScalar(node) && node.flow === true;

export const pairAt = (map: YAMLMap, key: string | number): Pair | undefined =>
  map.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));

export const keysOf = (map: YAMLMap): readonly string[] =>
  map.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));

export const startOf = (item: unknown): number => {
  if (isPair(item)) return startOf(item.key);
  return isNode(item) ? (item.range?.[0] ?? 0) : 0;
};

/** Where a value ends, without what follows: comments, ends of lines. */
export function endOf(text: string, item: unknown): number {
  if (isPair(item)) return isNode(item.value) ? endOf(text, item.value) : colonEnd(text, item);
  if (!isNode(item)) return 0;
  const last: unknown = isScalar(item) || isFlow(item) ? undefined : item.items.at(-1);
  if (last !== undefined) return Math.max(endOf(text, last), startOf(item));
  let end = item.range?.[1] ?? 0;
  // A text of several lines takes the end of its last one along.
  while (end > startOf(item) && text[end - 1] === '\n') end -= 1;
  return end;
}

/** Behind the colon of a field. */
export function colonEnd(text: string, { key }: Pair): number {
  const end = isNode(key) ? (key.range?.[1] ?? 0) : 0;
  return text.indexOf(':', end) + 1;
}

/** Place of the dash of each row of a list that is written a line each. */
export const dashOf = (list: YAMLSeq, row: number): number => {
  const source = list.srcToken;
  if (source?.type !== 'block-seq') return -1;
  const dash = source.items[row]?.start.find(({ type }) => type === 'seq-item-ind');
  return dash?.offset ?? -1;
};

export const quotingOf = ({ type }: Scalar): Quoting =>
  type === Scalar.QUOTE_SINGLE ? 'single' : type === Scalar.QUOTE_DOUBLE ? 'double' : 'plain';

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Place of the end of the line, or of the text. */
export const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

export const columnOf = (text: string, at: number): number => at - lineStart(text, at);

/** Every field of a card with its line, counted from 1; the deepest first. */
export function treePlaces(card: string): readonly (readonly [path: CardPath, line: number])[] {
  const root = treeOf(card);
  const places: [CardPath, number][] = [];
  const lineOf = (at: number): number => card.slice(0, at).split('\n').length;
  const visit = (node: unknown, path: CardPath, at: number): void => {
    if (isMap(node)) {
      for (const pair of node.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : '';
        visit(pair.value, [...path, key], startOf(pair));
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, row) => {
        visit(item, [...path, row], startOf(item));
      });
    }
    if (path.length > 0) places.push([path, lineOf(at)]);
  };
  visit(root, [], 0);
  return places;
}
