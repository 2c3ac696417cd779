import type { Extent } from '#domain/handout/basket.ts';
import { comparisonBrief } from '#domain/handout/brief.ts';
import type { HandoutBlock, HandoutPart } from '#domain/handout/document.ts';
import type { ComparisonRecord } from '#domain/handout/gathered.ts';
import { addressOf, placeOf, type Composing } from '#domain/handout/practice-part.ts';
import { compare, type ComparedItem } from '#domain/comparison/comparison.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';

/** `fixed` is null for a comparison of the reader's own. */
export function comparisonPart(
  practices: readonly PracticeRecord[],
  fixed: ComparisonRecord | null,
  { title, extent }: { readonly title: string | null; readonly extent: Extent },
  composing: Composing,
): HandoutPart {
  const { words, references } = composing;
  const { handout } = words;
  // First, so that the list begins with the page itself.
  const cited = [
    ...(fixed === null ? [] : [references.ownPage({ ...fixed, id: `compare-${fixed.id}` })]),
    ...practices.map(references.page),
  ];
  const reading: HandoutBlock[] =
    fixed === null ? [] : [{ kind: 'note', label: handout.reading, paragraphs: [fixed.reading] }];
  return {
    title: title ?? fixed?.title ?? handout.comparisonOf(practices.map(placeOf)),
    line: null,
    edition: fixed?.changedOn == null ? null : handout.asOf(fixed.changedOn),
    address: fixed === null ? null : addressOf(fixed.url, composing),
    blocks: [
      ...reading,
      ...(extent === 'brief'
        ? comparisonBrief(practices, composing)
        : [sideBySide(practices, composing)]),
    ],
    references: cited,
  };
}

function sideBySide(
  practices: readonly PracticeRecord[],
  { words, references }: Composing,
): HandoutBlock {
  const { handout } = words;
  const { rows } = compare(practices, words.comparison);
  return {
    kind: 'table',
    caption: null,
    header: [
      handout.row,
      ...practices.map((record) => ({
        text: `${placeOf(record)}\n${record.title}`,
        mark: references.page(record),
      })),
    ],
    rows: rows.map(({ key, cells }) => [
      words.comparison.rows[key],
      ...cells.map((cell) =>
        cell.length === 0 ? handout.silent : cell.map((item) => said(item, handout)).join('\n'),
      ),
    ]),
    place: null,
  };
}

/** A statement with what belongs to it. */
const said = (
  { text, detail, parts, linkName }: ComparedItem,
  { fact, join }: Composing['words']['handout'],
): string => {
  const whole = [text, ...parts].join('\n');
  const beside = [detail, linkName].filter((part) => part !== null);
  return beside.length === 0 ? whole : fact(whole, join(beside));
};
