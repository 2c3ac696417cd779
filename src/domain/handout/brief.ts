/**
 * 一页通: what a leader reads in a minute, for a problem or for practices side by side. Who does what
 * and how, numbers with their caveats, what nobody says, three questions. It has to fit on a sheet, so
 * it leaves out whole statements and says how many; it never shortens one.
 */
import { compare } from '#domain/comparison/comparison.ts';
import type { HandoutBlock } from '#domain/handout/document.ts';
import type { ProblemRecord } from '#domain/handout/gathered.ts';
import { figureOf, placeOf, type Composing } from '#domain/handout/practice-part.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';

export const mostInBrief = {
  practices: 4,
  measures: 3,
  figures: 4,
  gaps: 4,
  questions: 3,
} as const;

/** Those of a problem's practices that a page has room for. */
export const foremost = (practices: readonly PracticeRecord[]): readonly PracticeRecord[] =>
  practices.slice(0, mostInBrief.practices);

export function problemBrief(
  { answers, unsaid, questions, total }: ProblemRecord,
  practices: readonly PracticeRecord[],
  composing: Composing,
): HandoutBlock[] {
  const ways = new Map(
    answers.flatMap(({ ways: own }) => own.map(({ practice, text }) => [practice, text])),
  );
  const shown = foremost(practices);
  return [
    ...whoDoesWhat(shown, total, composing, (record) => ways.get(record.id) ?? null),
    ...figures(shown, composing),
    ...(unsaid.length > 0
      ? gaps(composing.words.handout.unsaid, unsaid)
      : gaps(composing.words.handout.brief.silences, silences(shown, composing))),
    ...asking(questions, shown, composing),
  ];
}

export function comparisonBrief(
  practices: readonly PracticeRecord[],
  composing: Composing,
): HandoutBlock[] {
  return [
    ...whoDoesWhat(practices, practices.length, composing, () => null),
    ...figures(practices, composing),
    ...gaps(composing.words.handout.brief.silences, silences(practices, composing)),
    ...asking([], practices, composing),
  ];
}

const heading = (text: string): HandoutBlock => ({ kind: 'heading', level: 1, text });

function whoDoesWhat(
  practices: readonly PracticeRecord[],
  total: number,
  { words, references }: Composing,
  wayOf: (record: PracticeRecord) => string | null,
): HandoutBlock[] {
  const { brief, fact, place, silent } = words.handout;
  const left = total - practices.length;
  return [
    heading(`${brief.who}${left > 0 ? brief.left(left) : ''}`),
    {
      kind: 'table',
      caption: null,
      header: brief.head,
      rows: practices.map((record) => [
        {
          text: place(placeOf(record), record.institution.label),
          mark: references.page(record),
        },
        wayOf(record) ?? brief.several(namesOf(record), record.measures.length),
        record.measures[0] ? fact(record.measures[0].name, record.measures[0].how) : silent,
      ]),
      place: null,
    },
  ];
}

const namesOf = ({ measures }: PracticeRecord): string[] =>
  measures.slice(0, mostInBrief.measures).map(({ name }) => name);

/** The leading figure of each place, then the second ones, as long as there is room. */
function figures(practices: readonly PracticeRecord[], composing: Composing): HandoutBlock[] {
  const { brief } = composing.words.handout;
  const inTurn = [0, 1, 2, 3].flatMap((rank) =>
    practices.flatMap((record) => {
      const figure = record.figures[rank];
      return figure ? [{ record, figure }] : [];
    }),
  );
  const shown = inTurn.slice(0, mostInBrief.figures);
  if (shown.length === 0) return [];
  return [
    heading(brief.figures),
    {
      kind: 'table',
      caption: null,
      header: brief.figureHead,
      rows: shown.map(({ record, figure }) => {
        const { amount, counts, context, caveat } = figureOf(figure, record, composing);
        return [
          amount,
          counts,
          composing.words.handout.join([placeOf(record), ...(context === null ? [] : [context])]),
          caveat ?? '',
        ];
      }),
      place: null,
    },
  ];
}

/** Rows of the comparison that stay empty for all, then what each place leaves open. */
function silences(practices: readonly PracticeRecord[], { words }: Composing): string[] {
  const { brief } = words.handout;
  const common = compare(practices, words.comparison)
    .rows.filter(({ silent }) => silent === practices.length && silent > 0)
    .map(({ key }) => brief.silentRow(words.comparison.rows[key]));
  const own = practices.flatMap((record) =>
    record.notStated.slice(0, 1).map((gap) => brief.silentPlace(placeOf(record), gap)),
  );
  return [...common, ...own];
}

function gaps(title: string, lines: readonly string[]): HandoutBlock[] {
  if (lines.length === 0) return [];
  const items = lines.slice(0, mostInBrief.gaps);
  return [heading(title), { kind: 'list', isOrdered: false, items, place: null }];
}

/** The editors' questions, else those of the practices, else what they leave open. */
function asking(
  own: readonly string[],
  practices: readonly PracticeRecord[],
  { words }: Composing,
): HandoutBlock[] {
  const { brief } = words.handout;
  const firstOf = practices.flatMap(({ questions }) => questions.slice(0, 1));
  const open = practices.flatMap((record) =>
    record.notStated.map((gap) => brief.ask(placeOf(record), gap)),
  );
  const items = [...new Set([...own, ...firstOf, ...open])].slice(0, mostInBrief.questions);
  return items.length === 0 ? [] : [{ kind: 'questions', heading: brief.questions, items }];
}
