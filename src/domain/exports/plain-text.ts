import { outlineOf, type DocumentOptions, type OutlineBlock } from '#domain/exports/outline.ts';
import type { Practice } from '#domain/practice/practice.ts';

/** The whole practice as text for a message or a note: no markup, a blank line between parts. */
export function practiceAsPlainText(practice: Practice, options: DocumentOptions): string {
  const { title, summary, sections } = outlineOf(practice, options);
  const parts = [
    onOneLine(title),
    onOneLine(summary),
    ...sections.flatMap(({ heading, blocks }) => [
      `【${onOneLine(heading)}】`,
      ...blocks.map((part) => block(part, options.words.exports.editorsNote)),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function block(part: OutlineBlock, editorsNote: string): string {
  switch (part.kind) {
    case 'paragraph':
      return onOneLine(part.text);
    case 'note':
      return part.paragraphs
        .map((text, index) => `${index === 0 ? `${editorsNote}：` : ''}${onOneLine(text)}`)
        .join('\n');
    case 'list':
      return underCaption(
        part.caption,
        part.items.map(
          (item, index) => `${part.isOrdered ? `${index + 1}.` : '·'} ${onOneLine(item)}`,
        ),
      );
    case 'table':
      return underCaption(
        part.caption,
        part.rows.map((row) => tableRow(part.header, row, part.place !== null)),
      );
  }
}

const underCaption = (caption: string | null, lines: readonly string[]): string =>
  [...(caption === null ? [] : [`${onOneLine(caption)}：`]), ...lines].join('\n');

/** `地区：青川市`; tables of the prose and wider ones name every cell: `数字：1134个；范围：全市`. */
function tableRow(header: readonly string[], row: readonly string[], isProse: boolean): string {
  const cells = row.map(onOneLine);
  if (header.length === 2 && !isProse) return cells.join('：');
  const named = cells.flatMap((cell, index) =>
    cell === '' ? [] : [`${header[index] ?? ''}：${cell}`],
  );
  return `${named.map((cell) => cell.replace(/。$/u, '')).join('；')}。`;
}

const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
