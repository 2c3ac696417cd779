import { outlineOf, type DocumentOptions, type OutlineBlock } from '#domain/exports/outline.ts';
import type { Practice } from '#domain/practice.ts';

/** The whole practice as text for a message or a note: no markup, a blank line between parts. */
export function practiceAsPlainText(practice: Practice, options: DocumentOptions): string {
  const { title, summary, sections } = outlineOf(practice, options);
  const parts = [
    onOneLine(title),
    onOneLine(summary),
    ...sections.flatMap(({ heading, blocks }) => [
      `【${onOneLine(heading)}】`,
      ...blocks.map(block),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function block(part: OutlineBlock): string {
  if (part.kind === 'paragraph') return onOneLine(part.text);
  if (part.kind === 'list') return part.items.map((item) => `· ${onOneLine(item)}`).join('\n');
  return part.rows.map((row) => tableRow(part.header, row)).join('\n');
}

/** `地区：青川市`; wider rows name every cell: `数字：1134个；范围：全市`. */
function tableRow(header: readonly string[], row: readonly string[]): string {
  const cells = row.map(onOneLine);
  if (header.length === 2) return cells.join('：');
  const named = cells.flatMap((cell, index) =>
    cell === '' ? [] : [`${header[index] ?? ''}：${cell}`],
  );
  return `${named.map((cell) => cell.replace(/。$/u, '')).join('；')}。`;
}

const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
