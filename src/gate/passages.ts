import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** A paragraph, heading, table cell or caption of a document's body, as plain text. */
export interface Passage {
  readonly kind: 'text' | 'note' | 'heading' | 'caption';
  /** Heading it stands under; null before the first. */
  readonly section: string | null;
  /** Line in the body, counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** All words of a body in reading order. List markers, Markdown signs and `code` are not part of them. */
export function passagesOf(root: Root): Passage[] {
  const passages: Passage[] = [];
  let section: string | null = null;
  const visit = (node: Nodes, inNote: boolean): void => {
    const line = node.position?.start.line ?? 1;
    const add = (kind: Passage['kind'], text: string): void => {
      if (text !== '') passages.push({ kind, section, line, text });
    };
    switch (node.type) {
      case 'heading':
        section = toString(node);
        add('heading', section);
        return;
      case 'paragraph':
      case 'tableCell':
        add(inNote ? 'note' : 'text', textOf(node));
        return;
      case 'mdxJsxFlowElement':
        add('caption', captionOf(node) ?? '');
        for (const child of node.children) visit(child, inNote || node.name === 'Note');
        return;
      default:
        if ('children' in node) for (const child of node.children) visit(child, inNote);
    }
  };
  visit(root, false);
  return passages;
}

/** In a drawing a name in bold type and its explanation are parted by a blank, which is no fault. */
function textOf(node: Extract<Nodes, { type: 'paragraph' | 'tableCell' }>): string {
  const [name, explanation] = node.children;
  const text = wordsOf(node);
  if (name?.type !== 'strong' || explanation?.type !== 'text') return text;
  const { length } = wordsOf(name);
  return text.slice(0, length) + text.slice(length).replace(/^ /, '　');
}

/** What is typed for machines has its own punctuation; a blank of full width stands for it. */
function wordsOf(node: Nodes): string {
  if (node.type === 'inlineCode') return '　';
  return 'children' in node ? node.children.map(wordsOf).join('') : toString(node);
}

/** The caption of a drawing; null where it has none or one that is no plain text. */
export function captionOf(node: Extract<Nodes, { type: 'mdxJsxFlowElement' }>): string | null {
  const caption = node.attributes.find(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'caption',
  );
  return typeof caption?.value === 'string' ? caption.value : null;
}
