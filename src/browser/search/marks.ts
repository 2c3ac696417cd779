import type { Clause } from '#domain/search/query.ts';
import { placesOf, type MarkedText } from '#domain/search/snippet.ts';

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

/** Puts `<mark>` around all that the clauses find below an element. */
export function markBelow(element: Element, clauses: readonly Clause[]): void {
  for (const node of textNodesOf(element)) {
    const pieces: string[] = [];
    let at = 0;
    for (const [start, end] of placesOf(clauses, node.data)) {
      pieces.push(node.data.slice(at, start), node.data.slice(start, end));
      at = end;
    }
    if (pieces.length > 0) node.replaceWith(...markedNodes([...pieces, node.data.slice(at)]));
  }
}
