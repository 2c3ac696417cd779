import type { Link, Nodes, PhrasingContent, Root, Text } from 'mdast';
import type { TermFinder } from '#domain/lists/glossary.ts';
import type { GlossaryTerm } from '#domain/lists/lists.ts';

/** Kinds of nodes whose words are left as they are: headings, notes and what leads somewhere already. */
const closed: ReadonlySet<string> = new Set(['heading', 'link', 'linkReference', 'inlineCode']);

const isClosed = (node: Nodes): boolean =>
  closed.has(node.type) || (node.type === 'mdxJsxFlowElement' && node.name === 'Note');

/**
 * Links the first use of every term in each section of a practice to the list of terms, and
 * carries its definition along. The words stay as they are; `region` is the code of the
 * practice's region.
 */
export function linkTerms(tree: Root, find: TermFinder, region: string): void {
  let linked = new Set<GlossaryTerm>();
  /** How many 《 stand open in the block: a title may run through several nodes. */
  let open = 0;

  const walk = (node: Nodes): void => {
    if (isClosed(node) || !('children' in node)) return;
    const children: Nodes[] = node.children;
    const rewritten = children.flatMap((child): Nodes[] => {
      if (child.type !== 'text') {
        walk(child);
        return [child];
      }
      return linkText(child);
    });
    children.splice(0, children.length, ...rewritten);
  };

  const linkText = (node: Text): PhrasingContent[] => {
    const parts: PhrasingContent[] = [];
    let done = 0;
    const startsInTitle = open > 0;
    const titleEnd = startsInTitle ? node.value.indexOf('》') : -1;
    for (const { term, start, end } of find(node.value, region)) {
      if (startsInTitle && (titleEnd < 0 || start < titleEnd)) continue;
      if (linked.has(term)) continue;
      linked.add(term);
      parts.push(
        { type: 'text', value: node.value.slice(done, start) },
        linkTo(term, node.value.slice(start, end)),
      );
      done = end;
    }
    open += count(node.value, '《') - count(node.value, '》');
    parts.push({ type: 'text', value: node.value.slice(done) });
    return parts.filter((part) => part.type !== 'text' || part.value !== '');
  };

  for (const node of tree.children) {
    if (node.type === 'heading') linked = new Set();
    open = 0;
    walk(node);
  }
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** Relative, because the base path of the site is not known here; practices stand two folders deep. */
const linkTo = ({ id, definition }: GlossaryTerm, words: string): Link => ({
  type: 'link',
  url: `../../terms/#${id}`,
  children: [{ type: 'text', value: words }],
  data: { hProperties: { className: ['term'], dataDefinition: definition } },
});
