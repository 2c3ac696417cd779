import { outlineOf, type DocumentOptions, type OutlineBlock } from '#domain/exports/outline.ts';
import type { Practice } from '#domain/practice.ts';

/** The whole practice as CommonMark with tables; every character of the text stands for itself. */
export function practiceAsMarkdown(practice: Practice, options: DocumentOptions): string {
  const { title, summary, sections } = outlineOf(practice, options);
  const parts = [
    `# ${escaped(title)}`,
    `> ${escaped(summary)}`,
    ...sections.flatMap(({ heading, blocks }) => [`## ${escaped(heading)}`, ...blocks.map(block)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function block(part: OutlineBlock): string {
  if (part.kind === 'paragraph') return escaped(part.text);
  if (part.kind === 'list') return part.items.map((item) => `- ${escaped(item)}`).join('\n');
  const rule = part.header.map(() => '---');
  return [part.header.map(escaped), rule, ...part.rows.map((row) => row.map(escaped))]
    .map(tableRow)
    .join('\n');
}

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A backslash takes away the meaning of any ASCII punctuation mark (CommonMark 2.4). */
const escaped = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~&$]/gu, '\\$&')
    .replace(/^([#+=-])/u, '\\$1')
    .replace(/^(\d+)([.)])/u, '$1\\$2');
