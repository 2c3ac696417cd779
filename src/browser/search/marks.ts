import type { Clause } from '#domain/search/query.ts';
import { placesOf } from '#domain/search/match.ts';
import type { MarkedText } from '#domain/search/snippet.ts';

/** A node for each piece of text, every second one marked. */
export function markedNodes(pieces: MarkedText): Node[] {
  return pieces
    .map((piece, at) => {
      if (at % 2 === 0) return document.createTextNode(piece);
      const mark = document.createElement('mark');
      mark.textContent = piece;
      return mark;
    })
    .filter((node) => node.textContent !== '');
}

/** The pieces of text below an element that have something in them. */
export function textNodesOf(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text && node.data.trim()) nodes.push(node);
  }
  return nodes;
}

/** Elements a text runs through without a break. */
const inline = new Set(
  'A ABBR B BDI BDO CITE CODE DEL DFN EM I INS KBD MARK Q S SMALL SPAN STRONG SUB SUP U VAR WBR'.split(
    ' ',
  ),
);

/** Pieces of text that a reader reads as one, through links and bold. */
function readTogether(element: Element): Text[][] {
  const blockOf = (node: Node): Node | null => {
    let parent = node.parentElement;
    while (parent && parent !== element && inline.has(parent.tagName))
      parent = parent.parentElement;
    return parent;
  };
  const together: Text[][] = [];
  let before: Node | null = null;
  for (const node of textNodesOf(element)) {
    const block = blockOf(node);
    const last = together[together.length - 1];
    if (last && block === before) last.push(node);
    else together.push([node]);
    before = block;
  }
  return together;
}

/** A stretch of one piece of text. */
export interface Stretch {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** All that the clauses find below an element, each as the stretches it runs through. */
export function foundBelow(element: Element, clauses: readonly Clause[]): Stretch[][] {
  return readTogether(element).flatMap((nodes) =>
    placesOf(clauses, nodes.map(({ data }) => data).join('')).map(([start, end]) => {
      let before = 0;
      return nodes.flatMap((node) => {
        const from = Math.max(0, start - before);
        const to = Math.min(node.length, end - before);
        before += node.length;
        return from < to ? [{ node, start: from, end: to }] : [];
      });
    }),
  );
}

/** Puts `<mark>` around all that the clauses find below an element. */
export function markBelow(element: Element, clauses: readonly Clause[]): void {
  const ofNode = new Map<Text, Stretch[]>();
  for (const stretch of foundBelow(element, clauses).flat()) {
    ofNode.set(stretch.node, [...(ofNode.get(stretch.node) ?? []), stretch]);
  }
  for (const [node, stretches] of ofNode) {
    const pieces: string[] = [];
    let at = 0;
    for (const { start, end } of stretches) {
      pieces.push(node.data.slice(at, start), node.data.slice(start, end));
      at = end;
    }
    node.replaceWith(...markedNodes([...pieces, node.data.slice(at)]));
  }
}
