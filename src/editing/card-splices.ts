/**
 * Edits of a card that leave every other character as its editor wrote it: comments, order, quotes.
 * A card is the text between the two lines of `---`.
 */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { edited, isGroup, saysTheSame, type CardEdit } from '#editing/card-data.ts';
import {
  colonEnd,
  columnOf,
  dashOf,
  endOf,
  findAt,
  isFlow,
  keysOf,
  lineEnd,
  lineStart,
  pairAt,
  quotingOf,
  startOf,
  treeOf,
  type CardNode,
  type CardPath,
} from '#editing/card-tree.ts';
import { fieldWords, flowWords, isInOneLine, rowWords, scalarWords } from '#editing/card-words.ts';
import { refuse } from '#refusal.ts';

export type { CardEdit };

/** Names of the fields of a group at a path, in the order in which they are written. */
export type FieldOrder = (path: CardPath, data: unknown) => readonly string[];

/** The card after an edit. Refuses where it cannot be read, or has no such place. */
export function spliceCard(card: string, edit: CardEdit, order: FieldOrder): string {
  if (edit.path.some((key) => typeof key === 'string' && !/^[A-Za-z]\w*$/.test(key))) {
    refuse('没有这一栏，文件没有动。');
  }
  const before = dataOf(card);
  const wanted = edited(before, edit);
  // The line of `---` behind it begins with the end of its last line.
  const isOpen = !card.endsWith('\n');
  const spliced = new Splicer(isOpen ? `${card}\n` : card, before, order).apply(edit);
  const after = isOpen ? spliced.replace(/\n$/, '') : spliced;
  if (!saysTheSame(dataOf(after), wanted)) {
    refuse('这一处没有写成，文件没有动。请在正文一栏里直接改文字。');
  }
  return after;
}

function rootOf(card: string): CardNode {
  return treeOf(card) ?? refuse('表头现在读不懂，先照提示把它改好，再改各栏。');
}

const dataOf = (card: string): unknown =>
  card.trim() === '' ? {} : (rootOf(card).toJSON() as unknown);

class Splicer {
  #text: string;
  readonly #data: unknown;
  readonly #order: FieldOrder;

  constructor(text: string, data: unknown, order: FieldOrder) {
    this.#text = text;
    this.#data = data;
    this.#order = order;
  }

  apply(edit: CardEdit): string {
    if (edit.edit === 'set') this.#set(edit.path, edit.value);
    else if (edit.edit === 'remove') this.#remove(edit.path);
    else if (edit.edit === 'insert') this.#insert(edit.path, edit.value);
    else this.#move(edit.path, edit.to);
    return this.#text;
  }

  #at(path: CardPath) {
    return findAt(rootOf(this.#text), path);
  }

  #cut(from: number, to: number, words = ''): void {
    this.#text = this.#text.slice(0, from) + words + this.#text.slice(to);
  }

  #set(path: CardPath, value: unknown): void {
    const found = this.#at(path);
    if (!found) return this.#add(path, value);
    const now = found.node.toJSON() as unknown;
    if (isDeepStrictEqual(now, value)) return;
    const hasItems = !isScalar(found.node) && found.node.items.length > 0;
    if (hasItems && isSeq(found.node) && Array.isArray(value) && value.length > 0) {
      this.#setRows(path, now as readonly unknown[], value);
    } else if (hasItems && isMap(found.node) && isGroup(value) && Object.keys(value).length > 0) {
      for (const key of Object.keys(now as object)) {
        if (value[key] === undefined) this.#remove([...path, key]);
      }
      for (const [key, field] of Object.entries(value)) {
        if (field !== undefined) this.#set([...path, key], field);
      }
    } else this.#replace(path, value);
  }

  /** Rows that are the same at both ends stay as they are. */
  #setRows(path: CardPath, now: readonly unknown[], wanted: readonly unknown[]): void {
    const least = Math.min(now.length, wanted.length);
    let head = 0;
    while (head < least && isDeepStrictEqual(now[head], wanted[head])) head += 1;
    let tail = 0;
    while (tail < least - head && isDeepStrictEqual(now.at(-1 - tail), wanted.at(-1 - tail))) {
      tail += 1;
    }
    for (let row = head; row < least - tail; row += 1) this.#set([...path, row], wanted[row]);
    for (let row = now.length - tail - 1; row >= least - tail; row -= 1) {
      this.#remove([...path, row]);
    }
    for (let row = least - tail; row < wanted.length - tail; row += 1) {
      this.#insert([...path, row], wanted[row]);
    }
  }

  #replace(path: CardPath, value: unknown): void {
    const found = this.#at(path);
    if (!found) return;
    const { node, inFlow } = found;
    const text = this.#text;
    const [start, end] = [startOf(node), endOf(text, node)];
    if (path.length === 0 && Array.isArray(value) && value.length > 0) {
      // A list that was empty: `[]` gives way to its first rows.
      return this.#cut(start, end, value.map((row) => `- ${rowWords(row, 0)}`).join('\n'));
    }
    const isBlock = !isScalar(node) && !isFlow(node) && node.items.length > 0;
    const key = path.at(-1);
    const parent = this.#at(path.slice(0, -1))?.node;
    const pair = isMap(parent) && key !== undefined ? pairAt(parent, key) : undefined;
    const isInline = inFlow || isInOneLine(value) || !pair;
    const words = isScalar(node)
      ? this.#like(value, node, inFlow)
      : inFlow || !isScalarValue(value)
        ? flowWords(value)
        : scalarWords(value, { inFlow });
    if (isBlock && pair && lineStart(text, start) > colonEnd(text, pair)) {
      // Comments behind the field's name, and before its first row, stay.
      const kept = text.slice(colonEnd(text, pair), lineStart(text, start));
      const rest = text.slice(Math.min(lineEnd(text, end) + 1, text.length));
      const written = isInline
        ? ` ${words}${kept}`
        : `${kept.replace(/\n$/, '')}${fieldWords(value, columnOf(text, startOf(pair)))}\n`;
      this.#text = text.slice(0, colonEnd(text, pair)) + written + rest;
    } else if (isInline) {
      const isGlued = start === end && /[:\-?]$/.test(text.slice(0, start));
      this.#cut(start, end, isGlued ? ` ${words}` : words);
    } else {
      const blanks = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
      const behind = text.slice(end, lineEnd(text, end)).trimEnd();
      const column = pair ? columnOf(text, startOf(pair)) : 0;
      this.#cut(start - blanks, lineEnd(text, end), behind + fieldWords(value, column));
    }
  }

  /** A value in place of another, quoted as that was. */
  #like(value: unknown, node: CardNode, inFlow: boolean): string {
    if (!isScalarValue(value)) return flowWords(value);
    if (!isScalar(node)) return scalarWords(value, { inFlow });
    // A number that was typed without quotes stays one.
    if (typeof node.value === 'number' && typeof value === 'string' && isNumber(value))
      return value;
    return scalarWords(value, { inFlow }, quotingOf(node));
  }

  #remove(path: CardPath): void {
    const key = path.at(-1) ?? '';
    const above = path.slice(0, -1);
    const parent = this.#at(above)?.node;
    if (!parent || isScalar(parent)) return;
    const index = isMap(parent)
      ? parent.items.findIndex((pair) => pair === pairAt(parent, key))
      : Number(key);
    const item = parent.items[index];
    if (item === undefined) return;
    if (parent.items.length === 1) return this.#replace(above, isMap(parent) ? {} : []);
    const text = this.#text;
    const end = endOf(text, item);
    if (isFlow(parent)) {
      const next = parent.items[index + 1];
      if (next) this.#cut(startOf(item), startOf(next));
      else this.#cut(endOf(text, parent.items[index - 1]), end);
      return;
    }
    const start = isSeq(parent) ? dashOf(parent, index) : startOf(item);
    const from = lineStart(text, start);
    const to = Math.min(lineEnd(text, end) + 1, text.length);
    if (text.slice(from, start).trim() === '') return this.#cut(from, to);
    // It stands behind a dash, where the next field moves up unless a comment is in between.
    const next = startOf(parent.items[index + 1]);
    if (text.slice(to, next).trim() === '') this.#cut(start, next);
    else this.#cut(start, to - 1);
  }

  #insert(path: CardPath, value: unknown): void {
    const above = path.slice(0, -1);
    const list = this.#at(above)?.node;
    if (!isSeq(list) || list.items.length === 0) return this.#set(above, [value]);
    const text = this.#text;
    const row = Math.min(Number(path.at(-1)), list.items.length);
    const before = list.items[row - 1];
    if (isFlow(list) || this.#at(above)?.inFlow === true) {
      const words = flowWords(value);
      if (row < list.items.length)
        this.#cut(startOf(list.items[row]), startOf(list.items[row]), `${words}, `);
      else this.#cut(endOf(text, before), endOf(text, before), `, ${words}`);
      return;
    }
    const column = columnOf(text, dashOf(list, 0));
    const sibling = list.items[Math.max(0, row - 1)];
    const words = isMap(sibling) && isFlow(sibling) ? flowWords(value) : rowWords(value, column);
    const line = `${' '.repeat(column)}- ${words}`;
    if (before === undefined) {
      const at = lineStart(text, dashOf(list, 0));
      this.#cut(at, at, `${line}\n`);
    } else this.#behind(before, line);
  }

  /** Puts lines in behind a value and what is said about it in its last line. */
  #behind(item: unknown, lines: string): void {
    const at = lineEnd(this.#text, endOf(this.#text, item));
    this.#cut(at, at, `\n${lines}`);
  }

  /** Adds a field, in the order of the schema; groups it stands in are added along. */
  #add(path: CardPath, value: unknown): void {
    const key = path.at(-1);
    const above = path.slice(0, -1);
    const parent = this.#at(above);
    if (typeof key === 'number') return this.#insert(path, value);
    if (key === undefined) return;
    if (!parent) return this.#add(above, { [key]: value });
    const { node } = parent;
    if (!isMap(node) || node.items.length === 0) return this.#replaceEmpty(above, { [key]: value });
    const before = this.#pairBefore(node, key, above);
    if (isFlow(node) || parent.inFlow) this.#addInFlow(node, before, key, value);
    else this.#addLine(node, before, key, value);
  }

  #replaceEmpty(path: CardPath, value: object): void {
    if (path.length > 0) this.#replace(path, value);
    else this.#text = `${fieldWords(value, -2).slice(1)}\n`;
  }

  #addInFlow(map: YAMLMap, before: Pair | undefined, key: string, value: unknown): void {
    const words = `${key}: ${flowWords(value)}`;
    const at = before ? endOf(this.#text, before) : startOf(map.items[0]);
    this.#cut(at, at, before ? `, ${words}` : `${words}, `);
  }

  #addLine(map: YAMLMap, before: Pair | undefined, key: string, value: unknown): void {
    const first = startOf(map.items[0]);
    const column = columnOf(this.#text, first);
    const words = `${key}:${fieldWords(value, column)}`;
    const indent = ' '.repeat(column);
    if (before) this.#behind(before, `${indent}${words}`);
    else this.#cut(first, first, `${words}\n${indent}`);
  }

  /** The last field that stands before a new one. */
  #pairBefore(map: YAMLMap, key: string, path: CardPath): Pair | undefined {
    const order = this.#order(path, this.#data);
    const place = order.indexOf(key);
    const keys = keysOf(map);
    if (place < 0) return map.items.at(-1);
    const last = keys.findLastIndex((other) => {
      const at = order.indexOf(other);
      return at >= 0 && at < place;
    });
    return last < 0 ? undefined : map.items[last];
  }

  /** Rows change places; comments between them stay where they are. */
  #move(path: CardPath, to: number): void {
    const list = this.#at(path.slice(0, -1))?.node;
    const from = Number(path.at(-1));
    if (!isSeq(list) || !list.items[from] || !list.items[to]) return;
    const text = this.#text;
    const slots = list.items.map((item, row) => this.#slotOf(list, item, row));
    const words = slots.map(([start, end]) => text.slice(start, end));
    words.splice(to, 0, ...words.splice(from, 1));
    for (let row = slots.length - 1; row >= 0; row -= 1) {
      const [start, end] = slots[row] ?? [0, 0];
      this.#cut(start, end, words[row] ?? '');
    }
  }

  #slotOf(list: YAMLSeq, item: unknown, row: number): readonly [number, number] {
    const end = endOf(this.#text, item);
    return isFlow(list) || dashOf(list, row) < 0
      ? [startOf(item), end]
      : [dashOf(list, row), lineEnd(this.#text, end)];
  }
}

const isScalarValue = (value: unknown): boolean => typeof value !== 'object' || value === null;

const isNumber = (value: string): boolean => value !== '' && String(Number(value)) === value;
