/**
 * Words in the blocks of a source, counted as the server counts them: without blanks and what cannot
 * be seen, the cells of a table one after the other.
 */
import type { Spot } from '../../api.ts';
import { element } from '../elements.ts';

const blanks = /[\s\p{Cf}]+/gu;

const lengthOf = (text: string): number => text.replace(blanks, '').length;

/** What of a row is the source's: the tools before it are not. */
const wordsIn = (row: HTMLElement): Element => row.lastElementChild ?? row;

function textNodesIn(root: Element): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** Marks some words of a row. */
export function markWords(row: HTMLElement, { from, to }: Spot): void {
  let at = 0;
  for (const node of textNodesIn(wordsIn(row))) {
    const start = at;
    at += lengthOf(node.data);
    if (at <= from || start >= to) continue;
    const first = offsetOf(node.data, Math.max(0, from - start));
    const behind = endOf(node.data, Math.min(at, to) - start);
    const range = document.createRange();
    range.setStart(node, first);
    range.setEnd(node, behind);
    range.surroundContents(element('mark', {}));
  }
}

/** The offset in a text at which so many characters that count have gone before. */
function offsetOf(text: string, count: number): number {
  let seen = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const counts = lengthOf(text[offset] ?? '') > 0;
    if (counts && seen === count) return offset;
    if (counts) seen += 1;
  }
  return text.length;
}

const endOf = (text: string, count: number): number =>
  count === 0 ? 0 : offsetOf(text, count - 1) + 1;

export function unmark(row: HTMLElement): void {
  row.querySelectorAll('mark').forEach((mark) => {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  });
}

/** Where the words that are selected stand, row by row. */
export function spotsOf(range: Range, rows: readonly HTMLElement[]): readonly Spot[] {
  return rows.flatMap((row, block): Spot[] => {
    const words = wordsIn(row);
    if (!range.intersectsNode(words)) return [];
    const before = document.createRange();
    before.selectNodeContents(words);
    const all = lengthOf(before.toString());
    if (words.contains(range.startContainer))
      before.setEnd(range.startContainer, range.startOffset);
    else before.collapse(true);
    const from = lengthOf(before.toString());
    const behind = document.createRange();
    behind.selectNodeContents(words);
    if (words.contains(range.endContainer)) behind.setStart(range.endContainer, range.endOffset);
    else behind.collapse(false);
    const to = all - lengthOf(behind.toString());
    return from < to ? [{ block, from, to }] : [];
  });
}

const sentence = /[^。！？；]+[。！？；]*[”’）]*/gu;

/** Selects the sentence of a row that stands behind the one that is selected, the first behind the last. */
export function selectSentence(row: HTMLElement): void {
  const words = wordsIn(row);
  const text = words.textContent ?? '';
  const sentences = [...text.matchAll(sentence)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  let done = 0;
  if (range && words.contains(range.endContainer)) {
    const before = document.createRange();
    before.selectNodeContents(words);
    before.setEnd(range.endContainer, range.endOffset);
    done = before.toString().length;
  }
  const next = sentences.find(({ end }) => end > done) ?? sentences[0];
  const [from, to] = next ? [boundary(words, next.start), boundary(words, next.end)] : [];
  if (from && to) selection?.setBaseAndExtent(...from, ...to);
}

function boundary(root: Element, offset: number): [Text, number] | null {
  let left = offset;
  for (const node of textNodesIn(root)) {
    if (left <= node.length) return [node, left];
    left -= node.length;
  }
  return null;
}
