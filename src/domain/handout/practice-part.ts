import type {
  HandoutBlock,
  HandoutFigure,
  HandoutPart,
  HandoutPlace,
} from '#domain/handout/document.ts';
import type { HandoutWords } from '#domain/handout/handout-words.ts';
import type { References } from '#domain/handout/references.ts';
import type { Extent } from '#domain/handout/basket.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';
import { sectionKindOf } from '#domain/practice/sections.ts';

/** What every part is composed with. */
export interface Composing {
  readonly words: HandoutWords;
  readonly references: References;
  /** False where the library has no address: then a part has none either. */
  readonly hasAddress: boolean;
}

type Paragraph = PracticeRecord['text'][number]['paragraphs'][number];

/** Figures and gaps that even a short account gives. */
const mostBrief = 3;

export const addressOf = (url: string, { hasAddress }: Composing): string | null =>
  hasAddress ? url : null;

export const placeOf = (record: PracticeRecord): string =>
  record.region[record.region.length - 1]?.name ?? '';

/** Place, body and source, in a line. */
export const lineOf = (record: PracticeRecord, { words: { handout } }: Composing): string =>
  handout.join(
    [
      handout.place(record.region.map(({ name }) => name).join(' · '), record.institution.label),
      record.source.inWords.title,
      record.source.inWords.publishedIn,
    ].filter((part): part is string => part !== null && part !== ''),
  );

export function editionOf(record: PracticeRecord, { words: { handout } }: Composing): string {
  const days = record.changes.map(({ changedOn }) => changedOn).sort();
  return handout.edition(record.edition, days[days.length - 1] ?? null);
}

export function practicePart(
  record: PracticeRecord,
  { title, extent }: { readonly title: string | null; readonly extent: Extent },
  composing: Composing,
): HandoutPart {
  const { references } = composing;
  return {
    title: title ?? record.title,
    line: lineOf(record, composing),
    edition: editionOf(record, composing),
    address: addressOf(record.url, composing),
    blocks: [
      ...retirementOf(record, composing),
      { kind: 'paragraph', text: record.summary, place: null },
      ...(extent === 'whole' ? whole(record, composing) : brief(record, composing)),
    ],
    references: [references.page(record)],
  };
}

function retirementOf({ retired }: PracticeRecord, { words }: Composing): HandoutBlock[] {
  if (retired === null) return [];
  const { editorsNote, retired: says } = words.handout;
  return [{ kind: 'note', label: editorsNote, paragraphs: [says(retired.on, retired.reason)] }];
}

const heading = (text: string): HandoutBlock => ({ kind: 'heading', level: 1, text });
const list = (items: readonly string[], isOrdered = false): HandoutBlock => ({
  kind: 'list',
  isOrdered,
  items,
  place: null,
});

/** A heading with its list, nothing where there is nothing to list. */
const listed = (title: string, items: readonly string[]): HandoutBlock[] =>
  items.length === 0 ? [] : [heading(title), list(items)];

function brief(record: PracticeRecord, composing: Composing): HandoutBlock[] {
  const { handout } = composing.words;
  const texts = (claims: PracticeRecord['limits']): string[] =>
    claims.map(({ text, section }) => handout.claim(text, section));
  return [
    ...measuresOf(record, composing),
    ...figuresOf(record, composing, mostBrief),
    ...listed(handout.conditions, texts(record.conditions)),
    ...listed(handout.limits, texts(record.limits)),
    ...listed(handout.notStated, record.notStated),
    ...questionsOf(record, composing),
  ];
}

function whole(record: PracticeRecord, composing: Composing): HandoutBlock[] {
  const { handout } = composing.words;
  return [
    ...record.text.flatMap((section) => [
      heading(
        sectionKindOf(section.heading)?.ours === true
          ? handout.ours(section.heading)
          : section.heading,
      ),
      ...section.paragraphs.map((paragraph) => blockOf(paragraph, record, composing)),
    ]),
    ...figuresOf(record, composing),
    ...listed(handout.notStated, record.notStated),
    ...listed(handout.unverified, record.unverified),
    ...questionsOf(record, composing),
  ];
}

function measuresOf({ measures }: PracticeRecord, { words }: Composing): HandoutBlock[] {
  if (measures.length === 0) return [];
  const { measureHead, measures: title } = words.handout;
  const rows = measures.map(({ name, how }) => [name, how]);
  return [heading(title), { kind: 'table', caption: null, header: measureHead, rows, place: null }];
}

/** The first `most` figures; how many there are in all is said where some are left out. */
function figuresOf(record: PracticeRecord, composing: Composing, most = Infinity): HandoutBlock[] {
  const { figures } = record;
  const { handout } = composing.words;
  if (figures.length === 0) return [];
  const shown = figures.slice(0, most);
  const left =
    shown.length < figures.length ? ` ${handout.some(shown.length, figures.length)}` : '';
  return [
    heading(`${handout.figures}${left}`),
    { kind: 'figures', figures: shown.map((figure) => figureOf(figure, record, composing)) },
  ];
}

const questionsOf = ({ questions }: PracticeRecord, { words }: Composing): HandoutBlock[] =>
  questions.length === 0
    ? []
    : [{ kind: 'questions', heading: words.handout.questionsOurs, items: questions }];

export function figureOf(
  { value, unit, counts, scope, period, caveat, paragraph }: PracticeRecord['figures'][number],
  record: PracticeRecord,
  composing: Composing,
): HandoutFigure {
  const context = [scope, period].filter((part) => part !== null);
  return {
    amount: `${value}${unit}`,
    counts,
    context: context.length === 0 ? null : composing.words.handout.join(context),
    caveat,
    place: placeAt(record, paragraph, composing),
  };
}

/** Where a paragraph stands; null where it is not known or the library has no address. */
export function placeAt(
  record: PracticeRecord,
  id: string | null,
  { hasAddress }: Composing,
): HandoutPlace | null {
  const found = id === null ? undefined : paragraphAt(record, id);
  if (!found || found.number === null) return null;
  return { number: found.number, address: hasAddress ? `${record.url}#${id}` : null };
}

export const paragraphAt = (record: PracticeRecord, id: string): Paragraph | undefined =>
  record.text.flatMap(({ paragraphs }) => paragraphs).find((paragraph) => paragraph.id === id);

/** A paragraph, list, table or drawing as it stands in the practice. */
export function blockOf(
  paragraph: Paragraph,
  record: PracticeRecord,
  composing: Composing,
): HandoutBlock {
  const { kind, caption, lines, cells, id } = paragraph;
  const place = placeAt(record, id, composing);
  if (kind === 'note') {
    return { kind, label: composing.words.handout.editorsNote, paragraphs: lines };
  }
  if (kind === 'paragraph') return { kind, text: lines.join(' '), place };
  if (cells !== null) {
    const [header = [], ...rows] = cells;
    return { kind: 'table', caption, header, rows, place };
  }
  const items = caption === null ? lines : lines.slice(1);
  if (kind === 'steps' || kind === 'tiers' || kind === 'loop') {
    return { kind: 'drawing', form: kind, caption: caption ?? '', items, place };
  }
  return { kind: 'list', isOrdered: kind === 'numbered', items, place };
}
