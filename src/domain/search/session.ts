import type { FacetKey } from '#domain/facets.ts';
import type { PracticeFile, RecordsFile, TermsFile } from '#domain/search/data.ts';
import type { Engine } from '#domain/search/engine.ts';
import { evaluate, type Hit, type Hits } from '#domain/search/evaluate.ts';
import {
  countFacets,
  failedFacets,
  membershipOf,
  placesOfChoices,
  type FacetCounts,
  type Membership,
} from '#domain/search/facet-counts.ts';
import type { SimplifiedBy } from '#domain/search/fold.ts';
import { clauseText, isLatin, parseQuery, type Query } from '#domain/search/query.ts';
import { snippetsOf, type Snippet } from '#domain/search/snippet.ts';
import { facetKeys, type Choices, type SearchState, type Sort } from '#domain/search/state.ts';
import { nearestTerms, termEntries, type Suggestion } from '#domain/search/suggest.ts';
import { synonymGroups, type SynonymGroups } from '#domain/search/synonyms.ts';

/** What an engine needs around it to answer a reader. */
export interface SearchData {
  readonly terms: TermsFile;
  readonly records: RecordsFile;
  readonly practices: number;
  /** Asked for when nothing is found: who types Traditional characters finds nothing without. */
  readonly simplified: () => Promise<SimplifiedBy>;
  /** The best suggestions for what has been typed. */
  readonly suggest: (typed: string, most: number) => Promise<readonly Suggestion[]>;
  /** The file of one practice. */
  readonly read: (practice: number) => Promise<PracticeFile>;
}

/** The answer to one state of the page; results are asked for by `page`. */
export interface Answer {
  /** Practices that hold the query whole and meet all choices: “共 N 篇”. */
  readonly exact: number;
  readonly near: number;
  /** By facet and id, of the exact results; of the near ones where there is no exact one. None is 0. */
  readonly counts: FacetCounts;
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
  /** Results of the last query, exact ones first, from one place to before another. */
  page(from: number, to: number): Promise<readonly Result[]>;
}

export function searchWith(engine: Engine, data: SearchData): Search {
  const membership = membershipOf(data.terms, data.records);
  const synonyms = synonymGroups(
    [...Object.values(data.terms.facets).flat(), ...data.terms.glossary].map((term) => ({
      label: term[1],
      aliases: term.length === 4 ? term[3] : term[2],
    })),
  );
  let listed: readonly (Hit & { readonly isNear: boolean })[] = [];

  return {
    suggest: (typed) => data.suggest(typed, mostSuggestions),
    async query(state) {
      const found = await find(state.text, engine, data, synonyms);
      const chosen = placesOfChoices(state.choices, data.terms);
      const meets = ({ practice }: Hit): boolean =>
        failedFacets(practice, chosen, membership).length === 0;
      const exact = sorted(found.hits.exact.filter(meets), state.sort, data, membership);
      const near = sorted(found.hits.near.filter(meets), state.sort, data, membership);
      listed = [
        ...exact.map((hit) => ({ ...hit, isNear: false })),
        ...near.map((hit) => ({ ...hit, isNear: true })),
      ];
      const counted = found.hits.exact.length > 0 ? found.hits.exact : found.hits.near;
      return {
        exact: exact.length,
        near: near.length,
        counts: countFacets(
          counted.map((hit) => hit.practice),
          chosen,
          membership,
          data.terms,
        ),
        chosen: chosenTerms(state.choices, data.terms),
        insteadOf: found.insteadOf,
        nearest:
          found.hits.exact.length > 0
            ? []
            : nearestTerms(found.query, termEntries(data.terms), mostNearest),
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
  data: SearchData,
  synonyms: SynonymGroups,
): Promise<{ hits: Hits; query: Query; insteadOf: string | null }> {
  const query = parseQuery(text);
  if (query.clauses.length === 0) return { hits: everything(data), query, insteadOf: null };
  const hits = await evaluate(query, engine, synonyms);
  if (hits.exact.length > 0) return { hits, query, insteadOf: null };
  const simple = parseQuery(text, await data.simplified());
  if (simple.clauses.map(clauseText).join() !== query.clauses.map(clauseText).join()) {
    return { hits: await evaluate(simple, engine, synonyms), query: simple, insteadOf: null };
  }
  const meant = isLatin(query) && hits.near.length === 0 ? (await data.suggest(text, 1))[0] : null;
  if (!meant) return { hits, query, insteadOf: null };
  const chinese = parseQuery(meant.label);
  const inChinese = await evaluate(chinese, engine, synonyms);
  return { hits: inChinese, query: chinese, insteadOf: meant.label };
}

/** Without words there is nothing to rank by; the list keeps the library's order. */
const everything = (data: SearchData): Hits => ({
  exact: Array.from({ length: data.practices }, (_, practice) => ({
    practice,
    score: 0,
    clauses: [],
  })),
  near: [],
});

function sorted(
  hits: readonly Hit[],
  sort: Sort,
  { records }: SearchData,
  membership: Membership,
): readonly Hit[] {
  if (sort === 'relevance') return hits;
  const placeOf = (hit: Hit): number => Math.max(...(membership.region[hit.practice] ?? [0]));
  const dayOf = (hit: Hit): string => records.reviewedOn[hit.practice] ?? '';
  const order = {
    // Regions are listed by code, so the last of a practice's own is the lowest.
    place: (a: Hit, b: Hit) => placeOf(a) - placeOf(b),
    reviewed: (a: Hit, b: Hit) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0),
  }[sort];
  return [...hits].sort((a, b) => order(a, b) || a.practice - b.practice);
}
