import { placeNumbers } from '#domain/grounds/attribution.ts';
import { coverageOf, type Ground, type Pair } from '#domain/grounds/grounds.ts';
import type { StatementKind } from '#domain/grounds/statements.ts';

/** Where something stands in a source article. */
export interface SourcePlace {
  /** 0 before the first heading. */
  readonly section: number;
  /** As printed before the section's heading, such as `三、`; null where nothing is. */
  readonly label: string | null;
  /** 0 for the heading itself; null for the section as a whole. */
  readonly paragraph: number | null;
}

/** Something statements rest on, as readers are shown it; equal ones are one. */
export type GroundNote =
  | {
      readonly kind: 'passage';
      readonly place: SourcePlace;
      /** The first and last characters; `to` is null where `from` is all. */
      readonly from: string;
      readonly to: string | null;
    }
  /** Words that stand nowhere in the article, and where they would stand. */
  | {
      readonly kind: 'absent';
      readonly words: readonly string[];
      readonly place: SourcePlace | null;
    };

/** What a statement rests on. */
export interface GroundedStatement {
  readonly of: StatementKind;
  /** Its place in its field of the record; of a paragraph, among those of the prose. */
  readonly index: number;
  /** `open` where nobody has confirmed a ground. */
  readonly rests: 'source' | 'absence' | 'editor' | 'open';
  /** Numbers of its notes, in their order, for each the sentences it bears; null for all. */
  readonly notes: readonly { readonly note: number; readonly for: readonly number[] | null }[];
  /** Sentences that are the editors'. */
  readonly editor: readonly number[];
}

/** The grounds of a practice as far as they are confirmed. */
export interface ShownGrounds {
  /** In the order of the source; numbered from 1. */
  readonly notes: readonly GroundNote[];
  readonly statements: readonly GroundedStatement[];
}

/** Null where nothing is confirmed. */
export function shownGrounds(
  pairs: readonly Pair[],
  sections: Readonly<Record<string, string>>,
): ShownGrounds | null {
  const confirmed = (pair: Pair): Ground | null =>
    pair.state === 'confirmed' ? pair.ground : null;
  if (!pairs.some(confirmed)) return null;
  const notes = new Map<string, GroundNote>();
  const keysOf = (ground: Ground) => [
    ...(ground.passages ?? []).map(({ for: of, at, from, to }) => ({
      of,
      ...named(notes, {
        kind: 'passage',
        place: placeOf(at, sections),
        from,
        to: to ?? null,
      }),
    })),
    ...(ground.absent ?? []).map(({ for: of, words, at }) => ({
      of,
      ...named(notes, {
        kind: 'absent',
        words,
        place: at === undefined ? null : placeOf(at, sections),
      }),
    })),
  ];
  const grounded = pairs.map((pair) => {
    const ground = confirmed(pair);
    return { pair, ground, keys: ground ? keysOf(ground) : [] };
  });
  const order = [...notes].sort(([, a], [, b]) => byPlace(a, b));
  const numberOf = new Map(order.map(([key], index) => [key, index + 1]));
  return {
    notes: order.map(([, note]) => note),
    statements: grounded.map(({ pair: { statement, state }, ground, keys }) => ({
      of: statement.of,
      index: statement.index,
      rests: restsOn(statement.of, ground, state),
      notes: keys
        .map(({ key, of }) => ({ note: numberOf.get(key)!, for: of ?? null }))
        .sort((a, b) => a.note - b.note),
      editor: ground || state === 'ours' ? coverageOf(statement, ground).ours : [],
    })),
  };
}

function named(notes: Map<string, GroundNote>, note: GroundNote): { readonly key: string } {
  const key = JSON.stringify(note);
  notes.set(key, note);
  return { key };
}

function restsOn(
  of: StatementKind,
  ground: Ground | null,
  state: Pair['state'],
): GroundedStatement['rests'] {
  // Passages beside words that stand nowhere say what the source has instead.
  if (of === 'notStated' && ground?.absent) return 'absence';
  if (ground?.passages) return 'source';
  if (ground?.absent) return 'absence';
  return ground?.editor || state === 'ours' ? 'editor' : 'open';
}

const placeOf = (at: string, sections: Readonly<Record<string, string>>): SourcePlace => {
  const { section, paragraph } = placeNumbers(at);
  return { section, label: sections[section] ?? null, paragraph };
};

/** In the order of the source; what stands nowhere comes last. */
function byPlace(a: GroundNote, b: GroundNote): number {
  const rank = ({ kind, place }: GroundNote): readonly number[] => [
    place?.section ?? 99,
    place?.paragraph ?? 999,
    kind === 'passage' ? 0 : 1,
  ];
  const [ofA, ofB] = [rank(a), rank(b)];
  return ofA.reduce((found, value, index) => found || value - (ofB[index] ?? 0), 0);
}

/** How many statements rest on what. */
export const groundCounts = ({ statements }: ShownGrounds) => ({
  all: statements.length,
  source: statements.filter(({ rests }) => rests === 'source').length,
  absence: statements.filter(({ rests }) => rests === 'absence').length,
  editor: statements.filter(({ rests }) => rests === 'editor').length,
  open: statements.filter(({ rests }) => rests === 'open').length,
});

export const groundOf = (
  grounds: ShownGrounds | null,
  of: StatementKind,
  index: number,
): GroundedStatement | null =>
  grounds?.statements.find((statement) => statement.of === of && statement.index === index) ?? null;

/** Notes that belong to one place of the source. */
export interface NotesOfPlace {
  /** Null for words that stand nowhere, and would stand nowhere in particular. */
  readonly place: SourcePlace | null;
  /** The heading of the section in full, before the first place of it; null where it is not known. */
  readonly heading: string | null;
  readonly notes: readonly { readonly number: number; readonly note: GroundNote }[];
}

/** The notes in their order, those of one place together; `headings` are what is known of the source's. */
export function notesByPlace(
  { notes }: ShownGrounds,
  headings: readonly string[],
): readonly NotesOfPlace[] {
  const groups: (NotesOfPlace & { readonly notes: { number: number; note: GroundNote }[] })[] = [];
  const told = new Set<string>();
  for (const [index, note] of notes.entries()) {
    const last = groups.at(-1);
    const known = { number: index + 1, note };
    if (last && isSamePlace(last.place, note.place)) {
      last.notes.push(known);
      continue;
    }
    const label = note.place?.label ?? null;
    const isNew = label !== null && !told.has(label);
    if (label !== null) told.add(label);
    const heading = isNew ? headings.find((one) => one.startsWith(label)) : undefined;
    groups.push({ place: note.place, heading: heading ?? null, notes: [known] });
  }
  return groups;
}

const isSamePlace = (a: SourcePlace | null, b: SourcePlace | null): boolean =>
  a?.section === b?.section && a?.paragraph === b?.paragraph;

/** So many characters of each end are shown. */
const shownEnd = 4;

/** A passage as it is quoted: whole where its ends meet and it is short, else both ends. */
export function quotedNote({
  from,
  to,
}: Extract<GroundNote, { readonly kind: 'passage' }>): readonly string[] {
  if (to === null) return [from];
  for (let shared = Math.min(from.length, to.length); shared >= 4; shared -= 1) {
    if (from.endsWith(to.slice(0, shared))) return [from + to.slice(shared)];
  }
  return [start(from), end(to)];
}

/** The first characters; a number is not cut. */
const start = (text: string): string =>
  new RegExp(`^.{0,${shownEnd}}(?:(?<=[\\d.])[\\d.%]+)?`, 'u').exec(text)?.[0] ?? text;

const end = (text: string): string =>
  new RegExp(`(?:[\\d.]+(?=[\\d.%]))?.{0,${shownEnd}}$`, 'u').exec(text)?.[0] ?? text;

/** How a language says where something stands in a source. */
export interface GroundWords {
  readonly title: string;
  readonly editor: string;
  readonly searched: string;
  readonly place: (place: SourcePlace) => string;
  readonly passage: (ends: readonly string[]) => string;
  readonly absent: (words: readonly string[]) => string;
  readonly ofParagraph: (number: number, grounds: string) => string;
  readonly join: (grounds: readonly string[]) => string;
}

/** A note in words: `三、第2段“区级中心统筹协……度处置各类矛盾”`. */
export function noteInWords(note: GroundNote, words: GroundWords): string {
  if (note.kind === 'absent') return `${words.searched}，${words.absent(note.words)}`;
  const { place, from, to } = note;
  return words.place(place) + words.passage(to === null ? [from] : [from, to]);
}

/** What a statement rests on in words; null where nobody has confirmed it. */
export function groundInWords(
  grounds: ShownGrounds | null,
  of: StatementKind,
  index: number,
  words: GroundWords,
): string | null {
  const ground = groundOf(grounds, of, index);
  if (!ground || ground.rests === 'open') return null;
  if (ground.rests === 'editor') return words.editor;
  const notes = [...new Set(ground.notes.map(({ note }) => note))];
  return words.join(
    notes.flatMap((note) => {
      const found = grounds?.notes[note - 1];
      return found ? noteInWords(found, words) : [];
    }),
  );
}
