import { palette } from '#domain/handout/office/palette.ts';
import { station, widthOf } from '#domain/handout/office/text-width.ts';
import { paragraph, run, type Writing } from '#domain/handout/word/runs.ts';
import { textWidth } from '#domain/handout/word/styles.ts';
import { table, type Cell } from '#domain/handout/word/tables.ts';

/** Drawings are text in tables and indented lines: they open everywhere, are searched and edited. */
export function drawing(
  writing: Writing,
  form: 'steps' | 'tiers' | 'loop',
  items: readonly string[],
): string {
  if (items.length === 0) return '';
  if (form === 'tiers') return tiers(items);
  const isRow = items.length <= 5 && items.every((item) => widthOf(item) <= 190 / items.length);
  const steps = isRow ? rowOfSteps(items) : columnOfSteps(items);
  if (form === 'steps') return steps;
  const first = items[0] ?? '';
  return (
    steps +
    paragraph('Arrow', run(`↺ ${writing.words.backTo(station(first).name ?? first)}`), {
      spaceBefore: 80,
    })
  );
}

const top = [18, palette.accent] as const;

const box = (item: string, number: number): Cell => {
  const { name, text } = station(item);
  return {
    inside:
      paragraph(
        'Station',
        run(`${number}`, { style: 'Quiet' }) +
          run(name === null ? '' : `\u2002${name}`, { style: 'Name' }),
        { keepNext: text !== '' },
      ) + (text === '' ? '' : paragraph('Station', run(text))),
    borders: { top },
    fill: palette.tint,
  };
};

const arrow = (sign: string): Cell => ({
  inside: paragraph('Arrow', run(sign), { keepNext: true }),
  borders: {},
  isCentred: true,
});

const gap = 380;

function rowOfSteps(items: readonly string[]): string {
  const width = Math.floor((textWidth - gap * (items.length - 1)) / items.length);
  return table(
    items.flatMap((_, index) => (index === 0 ? [width] : [gap, width])),
    [
      {
        cells: items.flatMap((item, index) =>
          index === 0 ? [box(item, 1)] : [arrow('→'), box(item, index + 1)],
        ),
      },
    ],
  );
}

function columnOfSteps(items: readonly string[]): string {
  return table(
    [textWidth],
    items.flatMap((item, index) => {
      const step = { cells: [box(item, index + 1)] };
      return index === 0 ? [step] : [{ cells: [arrow('↓')] }, step];
    }),
    items.some((item) => widthOf(item) > 900),
  );
}

/** Each level narrower and deeper in tone than the one above it, down to the fifth. */
function tiers(items: readonly string[]): string {
  return items
    .map((item, index) => {
      const { name, text } = station(item);
      const level = Math.min(index, palette.tones.length - 1);
      return paragraph(
        'Tier',
        run(name ?? '', { style: 'Strong' }) +
          run(name === null || text === '' ? '' : '\u2003') +
          run(text),
        {
          keepNext: index < items.length - 1,
          indent: [120 + level * 380, level * 380],
          fill: palette.tones[level] ?? palette.tint,
        },
      );
    })
    .join('');
}
