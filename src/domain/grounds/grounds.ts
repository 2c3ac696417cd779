import type { Ends } from '#domain/grounds/passage.ts';
import type { Statement, StatementKind } from '#domain/grounds/statements.ts';

/** What a statement rests on. */
export interface Ground {
  readonly of: StatementKind;
  /** Which statement; its first characters are enough where it has no name. */
  readonly what?: string | undefined;
  readonly passages?: readonly Passage[] | undefined;
  readonly absent?: readonly Absence[] | undefined;
  /** Ours: all of it, or these sentences, counted from 1. */
  readonly editor?: true | readonly number[] | undefined;
  /** Of statement and ground as somebody confirmed them; a ground without one is a proposal. */
  readonly digest?: string | undefined;
}

/** Words of the source that carry a statement. */
export interface Passage extends Ends {
  /** The sentences it carries, counted from 1; all where it is left out. */
  readonly for?: readonly number[] | undefined;
  /** `3/2`: the second paragraph of the third section. */
  readonly at: string;
}

/** Words that were searched for and do not stand in the article. */
export interface Absence {
  readonly for?: readonly number[] | undefined;
  readonly words: readonly string[];
  /** Where it would stand: `3/2`, or the section `3`. */
  readonly at?: string | undefined;
}

/** What the digest of a confirmed ground is taken of: what is said, and on what it rests. */
export const confirmedOf = (statement: Statement, ground: Ground): unknown => [
  statement.said,
  (ground.passages ?? []).map(({ at, from, to, for: of }) => [at, from, to ?? null, of ?? null]),
  (ground.absent ?? []).map(({ words, at, for: of }) => [words, at ?? null, of ?? null]),
  ground.editor ?? null,
];

/** Each statement with its ground. */
export interface Pair {
  readonly statement: Statement;
  readonly ground: Ground | null;
  /** Its place in the list it was taken from; -1 where there is none. */
  readonly place: number;
  /**
   * `confirmed`, or changed since (`stale`), not confirmed yet (`proposed`), `missing`; what stands
   * under a heading of ours is `ours` unless it has a ground.
   */
  readonly state: 'confirmed' | 'stale' | 'proposed' | 'missing' | 'ours';
}

export interface Pairing {
  readonly pairs: readonly Pair[];
  /** Places of grounds whose statement is nowhere any more. */
  readonly orphans: readonly number[];
}

/** Finds the ground of each statement, one that was reworded included. */
export function pairGrounds(
  statements: readonly Statement[],
  grounds: readonly Ground[],
  digestOf: (value: unknown) => string,
): Pairing {
  const groundOf = new Map<Statement, number>();
  const taken = new Set<number>();
  const take = (statement: Statement, place: number): void => {
    if (place < 0) return;
    groundOf.set(statement, place);
    taken.add(place);
  };
  const pick = (test: (statement: Statement, ground: Ground) => boolean): void => {
    for (const statement of statements) {
      if (groundOf.has(statement)) continue;
      take(
        statement,
        grounds.findIndex(
          (ground, place) =>
            !taken.has(place) && ground.of === statement.of && test(statement, ground),
        ),
      );
    }
  };
  pick(({ what }, ground) => what === (ground.what ?? ''));
  pick(
    ({ of, what }, ground) =>
      of !== 'paragraph' && of !== 'measures' && isStart(what, ground.what ?? ''),
  );
  const known = new Set(taken);
  // What was reworded is like what it was; its ground has to be read again.
  pick(({ of, what }, ground) => of !== 'paragraph' && likeness(what, ground.what ?? '') >= 0.4);
  const pairs = statements.map((statement): Pair => {
    const place = groundOf.get(statement) ?? -1;
    const ground = grounds[place] ?? null;
    const state = stateOf(statement, ground, digestOf);
    const isReworded = state === 'confirmed' && !known.has(place);
    return { statement, ground, place, state: isReworded ? 'stale' : state };
  });
  return { pairs, orphans: [...grounds.keys()].filter((place) => !taken.has(place)) };
}

const isStart = (whole: string, start: string): boolean => start !== '' && whole.startsWith(start);

function stateOf(
  statement: Statement,
  ground: Ground | null,
  digestOf: (value: unknown) => string,
): Pair['state'] {
  if (ground === null) return statement.isOurs ? 'ours' : 'missing';
  if (ground.digest === undefined) return 'proposed';
  return ground.digest === digestOf(confirmedOf(statement, ground)) ? 'confirmed' : 'stale';
}

/** How alike two texts are, from 0 to 1, by the pairs of characters they share. */
export function likeness(a: string, b: string): number {
  const [ofA, ofB] = [pairsOf(a.slice(0, b.length + 4)), pairsOf(b)];
  const shared = [...ofB].filter((pair) => ofA.has(pair)).length;
  return ofB.size === 0 ? 0 : shared / ofB.size;
}

export const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));

/** Which sentences are ours, and which rest on nothing. Counted from 1. */
export function coverageOf(
  { sentences, isOurs }: Pick<Statement, 'sentences' | 'isOurs'>,
  ground: Ground | null,
): { readonly bare: readonly number[]; readonly ours: readonly number[] } {
  const all = sentences.map((_sentence, index) => index + 1);
  const { editor, passages = [], absent = [] } = ground ?? {};
  const ours = editor === true ? all : (editor ?? []);
  const borne = new Set([...passages, ...absent].flatMap(({ for: of }) => of ?? all));
  const bare = all.filter((number) => !borne.has(number) && !ours.includes(number));
  return isOurs ? { bare: [], ours: all.filter((n) => !borne.has(n)) } : { bare, ours };
}
