import { partsOf, type Engine } from '#domain/search/engine.ts';
import { scoreOf, type Counts } from '#domain/search/kinds.ts';
import type { Clause, Query } from '#domain/search/query.ts';
import { alternativesOf, type SynonymGroups } from '#domain/search/synonyms.ts';

/** A practice found, and the clauses it was found by: to be marked in it. */
export interface Hit {
  readonly practice: number;
  readonly score: number;
  readonly clauses: readonly Clause[];
  /** The words it was found by, where it is near by meaning. */
  readonly by?: readonly string[];
}

/** Both lists in order: the better first, and of equals the newer. */
export interface Hits {
  /** Hold every clause of the query whole. */
  readonly exact: readonly Hit[];
  /** Hold it in other words, or most of its parts. */
  readonly near: readonly Hit[];
}

/** Who has a page full is not offered other words, which cost as much again to look up. */
export const pageFull = 10;

/** Alternatives looked up together: the next only where these were not enough. */
const atOnce = 3;

/** Other words than the reader's own are worth less. */
const worthOfOtherWords = 0.6;

/**
 * Where neither the query nor other words for it are held whole, so much of its parts is near:
 * a misprint (狼抓落实) or a slip is bridged.
 */
const shareOfParts = 0.6;

const mostNear = 50;

/** What is found among the practices that `counts` lets through: the rest does not exist for it. */
export async function evaluate(
  query: Query,
  engine: Engine,
  synonyms: SynonymGroups,
  counts: (practice: number) => boolean = () => true,
): Promise<Hits> {
  const hits = await evaluateWords(query, engine, synonyms, counts);
  if (hits.exact.length + hits.near.length > 0) return hits;
  return { exact: [], near: await holdingMost(query, engine, counts) };
}

/** The same without what holds most of the query's parts only, for which every one is looked up. */
export async function evaluateWords(
  query: Query,
  engine: Engine,
  synonyms: SynonymGroups,
  counts: (practice: number) => boolean,
): Promise<Hits> {
  const exact = await holdingAll(query.clauses, engine, counts);
  const near = new Map<number, Hit>();
  const alternatives = alternativesOf(query, synonyms);
  for (let at = 0; exact.size + near.size < pageFull && at < alternatives.length; at += atOnce) {
    const found = await Promise.all(
      alternatives.slice(at, at + atOnce).map(({ clauses }) => holdingAll(clauses, engine, counts)),
    );
    for (const hit of found.flatMap((hits) => [...hits.values()])) {
      const score = hit.score * worthOfOtherWords;
      if (!exact.has(hit.practice) && (near.get(hit.practice)?.score ?? 0) < score) {
        near.set(hit.practice, { ...hit, score });
      }
    }
  }
  return { exact: inOrder(exact.values()), near: inOrder(near.values()).slice(0, mostNear) };
}

/** What holds most of the parts of a query that is held whole nowhere. */
export const holdingMost = async (
  { clauses }: Query,
  engine: Engine,
  counts: (practice: number) => boolean,
): Promise<readonly Hit[]> =>
  inOrder((await holdingParts(clauses, engine)).filter(({ practice }) => counts(practice))).slice(
    0,
    mostNear,
  );

const inOrder = (hits: Iterable<Hit>): Hit[] =>
  [...hits].sort((a, b) => b.score - a.score || b.practice - a.practice);

async function holdingAll(
  clauses: readonly Clause[],
  engine: Engine,
  counts: (practice: number) => boolean,
): Promise<ReadonlyMap<number, Hit>> {
  const found = await Promise.all(clauses.map((clause) => engine.whole(clause)));
  const [first, ...others] = [...found].sort((a, b) => a.size - b.size);
  const hits = new Map<number, Hit>();
  for (const [practice] of first ?? []) {
    if (counts(practice) && others.every((other) => other.has(practice))) {
      const score = found.reduce(
        (sum, held) => sum + scoreOf(held.get(practice) ?? ([] as Counts)),
        0,
      );
      hits.set(practice, { practice, score, clauses });
    }
  }
  return hits;
}

/** Never better than an occurrence of the whole in text, so below all other words. */
async function holdingParts(clauses: readonly Clause[], engine: Engine): Promise<Hit[]> {
  const parts = clauses.flatMap(partsOf);
  if (parts.length < 2) return [];
  const held = new Map<number, number>();
  for (const found of await Promise.all(clauses.map((clause) => engine.parts(clause)))) {
    for (const [practice, count] of found) held.set(practice, (held.get(practice) ?? 0) + count);
  }
  return [...held]
    .map(([practice, count]) => ({ practice, score: count / parts.length, clauses: parts }))
    .filter(({ score }) => score >= shareOfParts);
}
