import type { HandoutBlock, HandoutFigure, HandoutPlace } from '#domain/handout/document.ts';
import { palette } from '#domain/handout/office/palette.ts';
import { drawing } from '#domain/handout/word/drawings.ts';
import {
  citedRuns,
  numberedParagraph,
  paragraph,
  placeMark,
  run,
  type Writing,
} from '#domain/handout/word/runs.ts';
import { textWidth } from '#domain/handout/word/styles.ts';
import { shared, table, textTable } from '#domain/handout/word/tables.ts';

/** A block of a handout as paragraphs and tables of Word. */
export function block(writing: Writing, given: HandoutBlock): string {
  switch (given.kind) {
    case 'heading':
      return paragraph(given.level === 1 ? 'Heading2' : 'Heading3', run(given.text));
    case 'paragraph':
      return numberedParagraph(writing, given.text, given.place);
    case 'list': {
      const numbering = given.isOrdered
        ? writing.numberings.counted('ordered')
        : writing.numberings.shared('bullet');
      return given.items
        .map((item, index) =>
          paragraph(
            'ListItem',
            citedRuns(writing, item) +
              (index === given.items.length - 1 ? placeMark(writing, given.place) : ''),
            { numbering },
          ),
        )
        .join('');
    }
    case 'table': {
      const grid = textTable(writing, given.header, given.rows);
      return (
        (given.caption === null ? '' : paragraph('Caption', run(given.caption))) +
        (grid === null ? '' : grid + after(writing, given.place))
      );
    }
    case 'drawing':
      return (
        paragraph('Caption', run(given.caption)) +
        drawing(writing, given.form, given.items) +
        after(writing, given.place)
      );
    case 'figures':
      return figures(writing, given.figures);
    case 'note':
      return (
        paragraph('NoteLabel', run(given.label)) +
        given.paragraphs.map((text) => paragraph('Note', run(text))).join('') +
        after(writing, null)
      );
    case 'own':
      return (
        paragraph('OwnLabel', run(writing.words.own)) +
        given.paragraphs.map((text) => paragraph('OwnWords', run(text))).join('')
      );
    case 'questions': {
      const numbering = writing.numberings.counted('question');
      return (
        (given.heading === null ? '' : paragraph('QuestionsHeading', run(given.heading))) +
        given.items.map((item) => paragraph('Question', run(item), { numbering })).join('')
      );
    }
  }
}

/** Two tables without a paragraph between them become one; the paragraph's number stands in it. */
const after = (writing: Writing, place: HandoutPlace | null): string =>
  paragraph('AfterTable', placeMark(writing, place));

/** The number, what it counts, and what must be known before it is used: a row each. */
function figures(writing: Writing, list: readonly HandoutFigure[]): string {
  if (list.length === 0) return '';
  const line = [4, palette.rule] as const;
  return (
    table(
      shared(textWidth, [24, 76]),
      list.map((figure, index) => ({
        cells: [
          {
            // A few numbers stay together on a page.
            inside: paragraph('Amount', run(figure.amount), {
              keepNext: index < list.length - 1 && list.length <= 5,
            }),
            borders: { top: line, bottom: line },
          },
          { inside: figureText(writing, figure), borders: { top: line, bottom: line } },
        ],
      })),
    ) + after(writing, null)
  );
}

function figureText(writing: Writing, { counts, context, caveat, place }: HandoutFigure): string {
  const { words } = writing;
  return (
    paragraph(
      'TableCell',
      run(counts, { style: 'Strong' }) +
        (context === null ? '' : run(`\u2003${context}`)) +
        placeMark(writing, place),
    ) +
    (caveat === null
      ? ''
      : paragraph(
          'TableCell',
          run(`${words.caveat}${words.colon}`, { style: 'Name' }) + run(caveat),
        ))
  );
}
