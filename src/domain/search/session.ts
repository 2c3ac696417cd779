import { facetKeys, type FacetKey } from '#domain/facets.ts';
import type { PracticeFile, Records, TermsFile } from '#domain/search/data.ts';
import { engineOver, type Engine } from '#domain/search/engine.ts';
import { evaluate, type Hit, type Hits } from '#domain/search/evaluate.ts';
import {
  addMembership,
  countFacets,
  failedFacets,
  meetsChoice,
  noMembership,
  placesOfChoices,
  type ChosenPlaces,
  type FacetCounts,
} from '#domain/search/facet-counts.ts';
import type { SimplifiedBy } from '#domain/search/fold.ts';
import { clauseText, isLatin, parseQuery, type Query } from '#domain/search/query.ts';
import { shardsOfPlaces, type ShardRegions } from '#domain/search/shards.ts';
import { snippetsOf, type Snippet } from '#domain/search/snippet.ts';
import type { Choices, SearchState, Sort } from '#domain/search/state.ts';
import { nearestTerms, termEntries, type Suggestion } from '#domain/search/suggest.ts';
import { synonymGroups, type SynonymGroups } from '#domain/search/synonyms.ts';

/** What the search needs to answer a reader. */
export interface SearchData {
  readonly terms: TermsFile;
  /** The parts of the library; see `shards.ts`. */
  readonly shards: readonly ShardRegions[];
  readonly open: (shard: number) => Promise<OpenShard>;
  /** Asked for when nothing is found: who types Traditional characters finds nothing without. */
  readonly simplified: () => Promise<SimplifiedBy>;
  /** The best suggestions for what has been typed. */
  readonly suggest: (typed: string, most: number) => Promise<readonly Suggestion[]>;
  /** The file of one practice. */
  readonly read: (practice: number) => Promise<PracticeFile>;
}

/** A part of the library. Its engine and its records number the practices from 0. */
export interface OpenShard {
  /** Their numbers in the library, from the newest on. */
  readonly practices: readonly number[];
  readonly records: Records;
  readonly engine: Engine;
}

/** The answer to one state of the page; results are asked for by `page`. */
export interface Answer {
  /** Practices that hold the query whole and meet all choices: “共 N 篇”. */
  readonly exact: number;
  readonly near: number;
  /**
   * By facet and id, of the exact results; of the near ones where there is no exact one. None is 0.
   * Those of regions are null where `countPlaces` has to load more of the library to know them.
   */
  readonly counts: Omit<FacetCounts, 'region'> & {
    readonly region: FacetCounts['region'] | null;
  };
  /** The choices of the state that some list knows. */
  readonly chosen: readonly ChosenTerm[];
  /** The words looked for in place of pinyin, or null. */
  readonly insteadOf: string | null;
  /** Where to go on from when nothing holds the query whole. */
  readonly nearest: readonly Suggestion[];
}

export interface ChosenTerm {
  readonly facet: FacetKey;
  readonly id: string;
  readonly label: string;
}

export interface Result {
  readonly id: string;
  /** Null where the search page itself holds the card. */
  readonly card: string | null;
  readonly isNear: boolean;
  readonly snippets: readonly Snippet[];
  /** What to mark on the card. */
  readonly marks: readonly string[];
}

/** Everything the page may ask, whichever engine answers. */
export interface Search {
  suggest(typed: string): Promise<readonly Suggestion[]>;
  query(state: SearchState): Promise<Answer>;
  /** The counts of regions that the answer to this state left open. */
  countPlaces(state: SearchState): Promise<FacetCounts['region']>;
  /** Results of the last query, exact ones first, from one place to before another. */
  page(from: number, to: number): Promise<readonly Result[]>;
}

export function searchWith(data: SearchData): Search {
  const { terms } = data;
  const entries = termEntries(terms);
  const synonyms = synonymGroups(entries);
  const membership = noMembership();
  const reviewedOn: string[] = [];
  const opened = new Map<number, Promise<OpenShard>>();
  let listed: readonly (Hit & { readonly isNear: boolean })[] = [];

  function open(shard: number): Promise<OpenShard> {
    let opening = opened.get(shard);
    if (!opening) {
      opening = data.open(shard).then((of) => {
        addMembership(membership, of.practices, of.records, terms);
        of.practices.forEach((practice, own) => {
          reviewedOn[practice] = of.records.reviewedOn[own] ?? '';
        });
        return of;
      });
      // What failed may be asked for again.
      opening.catch(() => opened.delete(shard));
      opened.set(shard, opening);
    }
    return opening;
  }

  /** What is found in some parts of the library, among the practices of the places chosen. */
  async function findIn(shards: readonly number[], text: string, chosen: ChosenPlaces) {
    const parts = await Promise.all(shards.map(open));
    const practices = parts
      .flatMap((part) => part.practices)
      .filter((practice) => meetsChoice('region', practice, chosen, membership));
    const found = await find(text, engineOver(parts), practices, data, synonyms);
    return { ...found, counted: found.hits.exact.length > 0 ? found.hits.exact : found.hits.near };
  }

  const count = (hits: readonly Hit[], chosen: ChosenPlaces): FacetCounts =>
    countFacets(
      hits.map(({ practice }) => practice),
      chosen,
      membership,
      terms,
    );

  /** As if no place had been chosen, so that every count is what choosing it alone would give. */
  async function countPlaces({ text, choices }: SearchState): Promise<FacetCounts['region']> {
    const chosen = { ...placesOfChoices(choices, terms), region: new Set<number>() };
    const all = data.shards.map((_, shard) => shard);
    const { counted } = await findIn(all, text, chosen);
    return count(counted, chosen).region;
  }

  function sorted(hits: readonly Hit[], sort: Sort): readonly Hit[] {
    if (sort === 'relevance') return hits;
    const placeOf = (hit: Hit): number => Math.max(...(membership.region[hit.practice] ?? [0]));
    const dayOf = (hit: Hit): string => reviewedOn[hit.practice] ?? '';
    const order = {
      // Regions are listed by code, so the last of a practice's own is the lowest.
      place: (a: Hit, b: Hit) => placeOf(a) - placeOf(b),
      reviewed: (a: Hit, b: Hit) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0),
    }[sort];
    return [...hits].sort((a, b) => order(a, b) || a.practice - b.practice);
  }

  return {
    suggest: (typed) => data.suggest(typed, mostSuggestions),
    countPlaces,
    async query(state) {
      const chosen = placesOfChoices(state.choices, terms);
      const shards = shardsOfPlaces(chosen.region, terms.facets.region, data.shards);
      const found = await findIn(shards, state.text, chosen);
      const meets = ({ practice }: Hit): boolean =>
        failedFacets(practice, chosen, membership).length === 0;
      const exact = sorted(found.hits.exact.filter(meets), state.sort);
      const near = sorted(found.hits.near.filter(meets), state.sort);
      listed = [
        ...exact.map((hit) => ({ ...hit, isNear: false })),
        ...near.map((hit) => ({ ...hit, isNear: true })),
      ];
      const counts = count(found.counted, chosen);
      const knowsPlaces = shards.length === data.shards.length;
      const ofPlaces = chosen.region.size === 0 ? counts.region : null;
      return {
        exact: exact.length,
        near: near.length,
        counts: {
          ...counts,
          region: ofPlaces ?? (knowsPlaces ? await countPlaces(state) : null),
        },
        chosen: chosenTerms(state.choices, terms),
        insteadOf: found.insteadOf,
        nearest: found.hits.exact.length > 0 ? [] : nearestTerms(found.query, entries, mostNearest),
      };
    },
    async page(from, to) {
      return Promise.all(
        listed.slice(from, to).map(async ({ practice, clauses, isNear }) => {
          const file = await data.read(practice);
          return {
            id: file.id,
            card: file.card,
            isNear,
            snippets: snippetsOf(file, clauses),
            marks: clauses.flatMap(({ runs }) => runs.map((run) => run.text)),
          };
        }),
      );
    },
  };
}

const mostSuggestions = 10;
const mostNearest = 6;

const chosenTerms = (choices: Choices, terms: TermsFile): ChosenTerm[] =>
  facetKeys.flatMap((facet) =>
    choices[facet].flatMap((id) => {
      const term = terms.facets[facet].find((entry) => entry[0] === id);
      return term ? [{ facet, id, label: term[1] }] : [];
    }),
  );

async function find(
  text: string,
  engine: Engine,
  practices: readonly number[],
  data: SearchData,
  synonyms: SynonymGroups,
): Promise<{ hits: Hits; query: Query; insteadOf: string | null }> {
  const query = parseQuery(text);
  if (query.clauses.length === 0) return { hits: everything(practices), query, insteadOf: null };
  const among = new Set(practices);
  const evaluated = (of: Query): Promise<Hits> =>
    evaluate(of, engine, synonyms, (practice) => among.has(practice));
  const hits = await evaluated(query);
  if (hits.exact.length > 0) return { hits, query, insteadOf: null };
  const simple = parseQuery(text, await data.simplified());
  if (simple.clauses.map(clauseText).join() !== query.clauses.map(clauseText).join()) {
    return { hits: await evaluated(simple), query: simple, insteadOf: null };
  }
  const meant = isLatin(query) && hits.near.length === 0 ? (await data.suggest(text, 1))[0] : null;
  if (!meant) return { hits, query, insteadOf: null };
  const chinese = parseQuery(meant.label);
  return { hits: await evaluated(chinese), query: chinese, insteadOf: meant.label };
}

/** Without words there is nothing to rank by; the list keeps the library's order. */
const everything = (practices: readonly number[]): Hits => ({
  exact: [...practices]
    .sort((a, b) => a - b)
    .map((practice) => ({ practice, score: 0, clauses: [] })),
  near: [],
});
