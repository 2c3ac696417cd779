import type { Extent } from '#domain/handout/basket.ts';
import { foremost, problemBrief } from '#domain/handout/brief.ts';
import type { CitedText, HandoutBlock, HandoutPart } from '#domain/handout/document.ts';
import type { ProblemRecord } from '#domain/handout/gathered.ts';
import { addressOf, figureOf, placeOf, type Composing } from '#domain/handout/practice-part.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';

/** Figures of a practice that a whole account gives. */
const mostFigures = 3;

export function problemPart(
  problem: ProblemRecord,
  /** Those of its practices that could be had, in its order. */
  practices: readonly PracticeRecord[],
  { title, extent }: { readonly title: string | null; readonly extent: Extent },
  composing: Composing,
): HandoutPart {
  const { words, references } = composing;
  // First, so that the list begins with the page itself.
  const cited = [
    references.ownPage({ ...problem, id: `problem-${problem.id}` }),
    ...(extent === 'brief' ? foremost(practices) : practices).map(references.page),
  ];
  return {
    title: title ?? problem.title,
    line: null,
    edition: problem.changedOn === null ? null : words.handout.asOf(problem.changedOn),
    address: addressOf(problem.url, composing),
    blocks: [
      { kind: 'paragraph', text: problem.definition, place: null },
      ...(extent === 'brief'
        ? problemBrief(problem, practices, composing)
        : whole(problem, practices, composing)),
    ],
    references: cited,
  };
}

function whole(
  { answers, unsaid, questions }: ProblemRecord,
  practices: readonly PracticeRecord[],
  composing: Composing,
): HandoutBlock[] {
  const { handout } = composing.words;
  const recordOf = new Map(practices.map((record) => [record.id, record]));
  const way = (id: string, text: string): CitedText => {
    const record = recordOf.get(id);
    return record
      ? { text: handout.way(text, placeOf(record)), mark: composing.references.page(record) }
      : handout.way(text, id);
  };
  const heading = (text: string, level: 1 | 2 = 1): HandoutBlock => ({
    kind: 'heading',
    level,
    text,
  });
  const list = (items: readonly CitedText[]): HandoutBlock => ({
    kind: 'list',
    isOrdered: false,
    items,
    place: null,
  });
  const withFigures = practices.filter(({ figures }) => figures.length > 0);
  return [
    ...(answers.length === 0
      ? practices.flatMap((record) => [
          heading(placeOf(record), 2),
          list(record.measures.map(({ name, how }) => handout.fact(name, how))),
        ])
      : [
          heading(handout.answers),
          ...answers.flatMap(({ kind, ways }) => [
            heading(kind, 2),
            list(ways.map(({ practice, text }) => way(practice, text))),
          ]),
        ]),
    ...(withFigures.length === 0 ? [] : [heading(handout.figures)]),
    ...withFigures.flatMap((record): HandoutBlock[] => [
      heading(placeOf(record), 2),
      {
        kind: 'figures',
        figures: record.figures
          .slice(0, mostFigures)
          .map((figure) => figureOf(figure, record, composing)),
      },
    ]),
    ...(unsaid.length === 0 ? [] : [heading(handout.unsaid), list(unsaid)]),
    ...(questions.length === 0
      ? []
      : [{ kind: 'questions', heading: handout.questionsOurs, items: questions } as const]),
  ];
}
