import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { toHast, type State } from 'mdast-util-to-hast';
import type { ShownGrounds } from '#domain/grounds/notes.ts';
import type { TermFinder } from '#domain/lists/glossary.ts';
import { noteMark } from '#domain/practice/note-mark.ts';
import type { ParagraphLedger } from '#domain/practice/paragraph-ledger.ts';
import type { Section } from '#domain/practice/practice.ts';
import { parseProse, sectionsOf } from '#prose/blocks.ts';
import { isProseComponent, type ProseComponent } from '#prose/components.ts';
import { linkTerms } from '#prose/link-terms.ts';
import { markBlocks } from '#prose/mark-blocks.ts';
import { markSentences } from '#prose/mark-sentences.ts';
import { refuseForbidden } from '#prose/plain-prose.ts';

/** What the prose of a practice is drawn from, besides its own words. */
export interface ProseSurroundings {
  readonly ledger: ParagraphLedger;
  readonly terms: TermFinder;
  /** Code of the practice's region: some terms are known only in their own. */
  readonly region: string;
  /** What its sentences rest on; left out where nothing is known of it. */
  readonly grounds?: ShownGrounds | null;
}

/** The prose of a practice, as its page shows it and as plain text by section. */
export interface RenderedProse {
  readonly html: string;
  readonly sections: readonly Section[];
}

/**
 * Renders the MDX body of a practice. It is read as data: Astro would make a program of every
 * file, which ten thousand of them turn into minutes and gigabytes. Nothing is lost by it, for
 * prose has no imports and no expressions. Throws where it has, or where the MDX is malformed.
 */
export const renderProse = (body: string, surroundings: ProseSurroundings): RenderedProse =>
  renderTree(parseProse(body), surroundings);

/** Renders a body that has been parsed. Changes the tree. */
export function renderTree(
  tree: Root,
  { ledger, terms, region, grounds = null }: ProseSurroundings,
): RenderedProse {
  refuseForbidden(tree, '正文');
  const sections = sectionsOf(tree, ledger);
  // Whatever changes the page and not the text comes after the sections have been read.
  markBlocks(tree, ledger);
  linkTerms(tree, terms, region);
  if (grounds) markSentences(tree, grounds);
  return { html: htmlOf(tree), sections };
}

function htmlOf(tree: Root): string {
  const refuse = (_state: State, node: { readonly type: string }): never => {
    throw new Error(`The prose holds what it may not hold: ${node.type}.`);
  };
  const root = toHast(tree, {
    handlers: {
      mdxJsxFlowElement: drawComponent,
      mdxJsxTextElement: refuse,
      mdxFlowExpression: refuse,
      mdxTextExpression: refuse,
      mdxjsEsm: refuse,
    },
  });
  return toHtml(root, {
    collapseEmptyAttributes: true,
    characterReferences: { useNamedReferences: true },
  });
}

function drawComponent(state: State, node: MdxJsxFlowElement): Element {
  if (node.name === null || !isProseComponent(node.name)) {
    throw new Error(`There is no component <${node.name ?? ''}>.`);
  }
  const given = Object.fromEntries(
    node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
        ? [[attribute.name, attribute.value]]
        : [],
    ),
  );
  return drawings[node.name](given, state.all(node));
}

type Drawing = (given: Readonly<Record<string, string>>, inside: Element['children']) => Element;

/** A frame around the list or table it is drawn from; `styles/drawings.css` draws. */
const figure =
  (kind: string): Drawing =>
  ({ caption = '', id, number }, inside) =>
    element('figure', { id, dataNumber: number, dataDrawing: kind }, [
      element('figcaption', {}, [{ type: 'text', value: caption }]),
      ...inside,
    ]);

const drawings: Readonly<Record<ProseComponent, Drawing>> = {
  Steps: figure('steps'),
  Tiers: figure('tiers'),
  Loop: figure('loop'),
  Grid: figure('grid'),
  Note: (_given, inside) =>
    element('aside', { className: ['note'], role: 'note' }, [
      element(noteMark.tagName, noteMark.properties, []),
      ...inside,
    ]),
};

const element = (
  tagName: string,
  properties: Element['properties'],
  children: Element['children'],
): Element => ({ type: 'element', tagName, properties, children });
