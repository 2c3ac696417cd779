import type { Link, Nodes, Root, Text } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import type { PluggableList, Processor } from 'unified';

/** One tilde strikes nothing out: in Chinese it stands between two numbers. */
const gfmOptions = { singleTilde: false } as const;

/**
 * How Markdown is read, wherever prose or a guide is: page, plain text and gate agree. `**` works
 * beside Chinese quotation marks, and a bare address ends where the Chinese begins.
 */
export const proseSyntax = [
  [remarkGfm, gfmOptions],
  remarkCjkFriendly,
  endOfAddresses,
] satisfies PluggableList;

/** Whatever remark-gfm takes for an address goes on to the next blank, which Chinese does not have. */
function endOfAddresses(this: Processor): void {
  const data = this.data() as { fromMarkdownExtensions?: (Extension | Extension[])[] };
  (data.fromMarkdownExtensions ??= []).push({ transforms: [cutAddresses] });
}

function cutAddresses(tree: Root): void {
  const visit = (node: Nodes): void => {
    if (!('children' in node)) return;
    const children: Nodes[] = node.children;
    const cut = children.flatMap((child): Nodes[] =>
      isBareAddress(child) ? ended(child) : [child],
    );
    children.splice(0, children.length, ...cut);
    for (const child of children) visit(child);
  };
  visit(tree);
}

/** True for an address that was typed without brackets, which is its own text. */
export function isBareAddress(node: Nodes): node is Link {
  if (node.type !== 'link') return false;
  const [text, ...more] = node.children;
  if (text?.type !== 'text' || more.length > 0) return false;
  return (
    text.position?.start.offset === node.position?.start.offset && node.url.endsWith(text.value)
  );
}

function ended(link: Link): Nodes[] {
  const [text] = link.children;
  if (text?.type !== 'text') return [link];
  // Marks behind an address belong to the sentence.
  const address = /^[!-~]*/.exec(text.value)?.[0].replace(/[?!.,:;*_~'"]+$/, '') ?? '';
  const rest = text.value.slice(address.length);
  if (rest === '' || !/[^!-~]/.test(rest)) return [link];
  const behind: Text = { type: 'text', value: rest };
  const url = link.url.slice(0, link.url.length - rest.length);
  if (!/^(?:https?:\/\/|mailto:)?[A-Za-z0-9-]+[.@][A-Za-z0-9]/.test(url)) return [text];
  const { position } = link;
  if (position) {
    const at = (length: number) => ({
      ...position.start,
      column: position.start.column + length,
      offset: (position.start.offset ?? 0) + length,
    });
    behind.position = { start: at(address.length), end: position.end };
    link.position = { start: position.start, end: at(address.length) };
    text.position = link.position;
  }
  text.value = address;
  link.url = url;
  return [link, behind];
}
