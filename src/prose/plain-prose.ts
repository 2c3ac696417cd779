import type { Nodes, Root } from 'mdast';
// Adds the nodes of MDX to the types of nodes.
import type {} from 'remark-mdx';
import { isAllowedLink } from '#domain/words/link-target.ts';
import { isProseComponent } from '#prose/components.ts';

/** All that prose consists of, besides drawings. What is not named here never reaches a page. */
export const plainKinds: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'root',
  'heading',
  'paragraph',
  'text',
  'strong',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'link',
  'code',
  'inlineCode',
]);

/**
 * The first node of a tree that would run as code, put markup of its own into a page, or lead where
 * no link may lead; null where there is none. Whoever turns prose into a page asks this of the very
 * tree it turns, whatever has been judged before.
 */
export function forbiddenNode(tree: Root): Nodes | null {
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isPlain(node)) return node;
    if ('children' in node) waiting.push(...[...node.children].reverse());
  }
  return null;
}

function isPlain(node: Nodes): boolean {
  if (node.type === 'mdxJsxFlowElement') {
    const [caption, ...more] = node.attributes;
    const isNamed = node.name !== null && isProseComponent(node.name);
    return isNamed && more.length === 0 && (!caption || isCaption(caption));
  }
  if (node.type === 'link') return isAllowedLink(node.url);
  return plainKinds.has(node.type);
}

const isCaption = (attribute: {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
}): boolean =>
  attribute.type === 'mdxJsxAttribute' &&
  attribute.name === 'caption' &&
  typeof attribute.value === 'string';

/** Throws where prose holds what it may not hold. */
export function refuseForbidden(tree: Root, file: string): void {
  const node = forbiddenNode(tree);
  if (!node) return;
  const line = node.position?.start.line;
  throw new Error(
    `${file}${line === undefined ? '' : ` 第 ${line} 行`}：正文里有不允许的内容（${node.type}）。正文只用 Markdown 和绘图组件，不写程序、HTML 标签和花括号，链接只用 https、mailto 或相对地址。`,
  );
}
