import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
// Adds hName and hProperties to the types of nodes.
import type {} from 'mdast-util-to-hast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { fillIn, type ContactWords } from '#domain/words/fill-in.ts';
import type { Site } from '#domain/site/site.ts';
import { refuseForbidden } from '#prose/plain-prose.ts';

/** What a guide is compiled for. */
export interface GuideSurroundings {
  readonly site: Site;
  readonly words: GuideWords;
}

interface GuideWords {
  readonly contact: ContactWords;
  readonly practice: { readonly note: string };
}

/**
 * Part of the pipeline of `@astrojs/mdx`, which makes a program of every guide: whatever would run
 * in that program is refused here, in the very tree it is made of, and drawings become plain
 * elements. No part of a guide is left that MDX would take for code.
 */
export function guideProse({ site, words }: GuideSurroundings) {
  return (tree: Root, file: VFile): void => {
    refuseForbidden(tree, shownPath(file.path));
    visit(tree, ['text', 'inlineCode'], (node) => {
      if ('value' in node) node.value = fillIn(node.value, site, words.contact);
    });
    visit(tree, 'mdxJsxFlowElement', (node, index, parent) => {
      if (parent && index !== undefined) parent.children[index] = drawn(node, words) as RootContent;
    });
  };
}

const shownPath = (path: string | undefined): string =>
  (path ?? '正文').replaceAll('\\', '/').replace(/^.*\/(?=guides\/)/, 'content/');

/** A drawing as the elements that `render.ts` makes of it for a practice. */
function drawn(
  { name, attributes, children, position }: MdxJsxFlowElement,
  { practice: says }: GuideWords,
): Nodes {
  const [caption] = attributes;
  const isNote = name === 'Note';
  const words = isNote ? says.note : String(caption?.value ?? '');
  const label = {
    type: 'paragraph',
    children: [{ type: 'text', value: words }],
    data: { hName: isNote ? 'b' : 'figcaption' },
  } satisfies Paragraph;
  return {
    type: 'blockquote',
    children: [label, ...children],
    data: isNote
      ? { hName: 'aside', hProperties: { className: ['note'], role: 'note' } }
      : { hName: 'figure', hProperties: { dataDrawing: (name ?? '').toLowerCase() } },
    ...(position ? { position } : {}),
  };
}
