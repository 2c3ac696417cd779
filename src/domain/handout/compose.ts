import type { Release } from '#domain/citation/library.ts';
import type { Basket, BasketItem } from '#domain/handout/basket.ts';
import { comparisonPart } from '#domain/handout/comparison-part.ts';
import type { HandoutDocument, HandoutPart } from '#domain/handout/document.ts';
import type { Found, Gathered } from '#domain/handout/gathered.ts';
import type { HandoutWords } from '#domain/handout/handout-words.ts';
import { practicePart, type Composing } from '#domain/handout/practice-part.ts';
import { problemPart } from '#domain/handout/problem-part.ts';
import { figurePart, paragraphPart } from '#domain/handout/quoted-part.ts';
import { withReferences } from '#domain/handout/references.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';
import { site } from '#domain/site/site.ts';

export interface Making {
  readonly gathered: Gathered;
  /** The reader's own day, `yyyy-mm-dd`; null in what a build makes, which is the same on every day. */
  readonly day: string | null;
  /** The address of the library; null where it has none. */
  readonly home: string | null;
  /** Where the handout itself can be opened again; null where nowhere. */
  readonly address: string | null;
  readonly release: Release;
  readonly hasAddress: boolean;
  readonly words: HandoutWords;
}

export interface Composed {
  readonly document: HandoutDocument;
  /** What is wrong with each item, in a sentence; null where nothing is. As many as items. */
  readonly faults: readonly (string | null)[];
}

/** Fills a basket with the words of the library. Equal baskets, data and days give equal documents. */
export function composeHandout(basket: Basket, making: Making): Composed {
  const { words, day, hasAddress } = making;
  const { handout } = words;
  const { made, references } = withReferences(
    { style: basket.style, day, hasAddress, words: words.source },
    (marks) =>
      basket.items.map((item) =>
        partOf(item, making.gathered, { words, references: marks, hasAddress }),
      ),
  );
  return {
    faults: made.map(({ fault }) => fault),
    document: framed(
      {
        title: basket.title.trim() === '' ? handout.untitled : basket.title.trim(),
        subtitles: linesOf(basket.occasion),
        style: basket.style,
        parts: made.map(({ part }) => part),
        references,
      },
      making,
    ),
  };
}

type Inside = Pick<
  HandoutDocument,
  'title' | 'subtitles' | 'parts' | 'references' | 'style' | 'isSheet'
>;

/** What every document says around its parts: where it comes from, when it was made. */
export function framed(
  inside: Inside,
  { address, home, day, release, words: { handout } }: Omit<Making, 'gathered'>,
): HandoutDocument {
  return {
    ...inside,
    imprint: [
      handout.from(site.name, release.releasedOn === null ? null : release.version, home),
      ...(day === null ? [] : [handout.madeOn(day)]),
      handout.licence(site.licence.name),
    ],
    address,
    day: day ?? '',
    referencesHeading: handout.references(inside.style),
  };
}

interface Made {
  readonly part: HandoutPart;
  readonly fault: string | null;
}

const whole = (part: HandoutPart): Made => ({ part, fault: null });

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function partOf(item: BasketItem, gathered: Gathered, composing: Composing): Made {
  const { handout } = composing.words;
  const asked = (id: string, state: 'unknown' | 'unreachable'): Made =>
    missing(nameOf(item) ?? id, handout.missing[state], composing);
  switch (item.kind) {
    case 'practice':
    case 'paragraph':
    case 'figure': {
      const id = item.kind === 'practice' ? item.id : item.practice;
      const found = gathered.practice(id);
      if (found.state !== 'found') return asked(id, found.state);
      if (item.kind === 'paragraph') return paragraphPart(found.record, item, composing);
      if (item.kind === 'figure') return figurePart(found.record, item, composing);
      return whole(practicePart(found.record, item, composing));
    }
    case 'problem': {
      const found = gathered.problem(item.id);
      if (found.state !== 'found') return asked(item.id, found.state);
      const { had } = those(found.record.practices, gathered);
      return whole(problemPart(found.record, had, item, composing));
    }
    case 'comparison': {
      const found = gathered.comparison(item.id);
      if (found.state !== 'found') return asked(item.id, found.state);
      return compared(
        found.record.practices,
        gathered,
        (had) => comparisonPart(had, found.record, item, composing),
        composing,
        item,
      );
    }
    case 'practices':
      return compared(
        item.ids,
        gathered,
        (had) => comparisonPart(had, null, item, composing),
        composing,
        item,
      );
    case 'words':
      return whole(
        own(item.title ?? handout.ownTitle, [{ kind: 'own', paragraphs: linesOf(item.text) }]),
      );
    case 'questions': {
      const heading = item.title ?? handout.questionsTitle;
      return whole(own(heading, [{ kind: 'questions', heading: null, items: linesOf(item.text) }]));
    }
    case 'unknown':
      return missing('', handout.missing.item, composing);
  }
}

/** Puts practices side by side that could be had, and says which could not. */
function compared(
  ids: readonly string[],
  gathered: Gathered,
  partWith: (had: readonly PracticeRecord[]) => HandoutPart,
  composing: Composing,
  item: BasketItem,
): Made {
  const { handout } = composing.words;
  const { had, lost } = those(ids, gathered);
  const fault =
    lost.length === 0
      ? null
      : lost.map(({ id, state }) => handout.fact(id, handout.missing[state])).join('');
  if (had.length === 0) return missing(nameOf(item) ?? ids.join('、'), fault ?? '', composing);
  return { part: partWith(had), fault };
}

function those(ids: readonly string[], { practice }: Gathered) {
  const found = ids.map(
    (id) => ({ id, ...practice(id) }) as { readonly id: string } & Found<PracticeRecord>,
  );
  return {
    had: found.flatMap((each) => (each.state === 'found' ? [each.record] : [])),
    lost: found.flatMap((each) =>
      each.state === 'found' ? [] : [{ id: each.id, state: each.state }],
    ),
  };
}

const nameOf = (item: BasketItem): string | null => (item.kind === 'unknown' ? null : item.title);

const own = (title: string, blocks: HandoutPart['blocks']): HandoutPart => ({
  title,
  line: null,
  edition: null,
  address: null,
  blocks,
  references: [],
});

const missing = (title: string, fault: string, { words }: Composing): Made => ({
  fault,
  part: own(title === '' ? words.handout.missing.item : title, [
    { kind: 'note', label: words.handout.editorsNote, paragraphs: [fault] },
  ]),
});
