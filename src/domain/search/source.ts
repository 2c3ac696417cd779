import { byFacet, type FacetKey } from '#domain/lists/facet-keys.ts';
import { choicesOf, facetOf } from '#domain/lists/facets.ts';
import type { Term } from '#domain/lists/lists.ts';
import type { Entries, VocabularyName } from '#domain/lists/vocabularies.ts';
import { flattened } from '#domain/lists/pagination.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { answerCards, type AnswerCard } from '#domain/search/answer-card.ts';
import { answerSource, everydayWordsOf, type AnswerSource } from '#domain/search/answer-source.ts';
import { offeredChoices } from '#domain/search/facet-tree.ts';
import { packPlaces, type Records, type TermEntry, type TermsFile } from '#domain/search/data.ts';

/** What the build hands from the library to the search data; see `build/search/data.ts`. */
export interface SearchSource {
  readonly facets: TermsFile['facets'];
  /** Ids of the choices that readers are offered beside the results. */
  readonly offered: Readonly<Record<FacetKey, readonly string[]>>;
  readonly glossary: TermsFile['glossary'];
  /** Names of places and people with their pinyin, as editors have checked it: `涡阳`, `Guoyang`. */
  readonly readings: readonly (readonly [name: string, pinyin: string])[];
  readonly records: Records;
  /** By practice number: the oldest first. */
  readonly practices: readonly (Pick<Practice, 'id' | 'title' | 'edition' | 'code'> & {
    /** Names of its measures. */
    readonly measures: readonly string[];
  })[];
  /** Ids of those that were withdrawn: nobody is led to them, but a quotation is known again. */
  readonly retired: readonly string[];
  readonly answers: AnswerSource;
  readonly cards: readonly AnswerCard[];
}

type ListedTerm = Term & { readonly path?: readonly Term[] };

/** What of a library is searched. */
type SearchedLibrary = { readonly [List in VocabularyName]: readonly Entries[List][] } & {
  readonly practices: readonly Practice[];
  readonly retired: readonly Practice[];
  readonly practiceOf: (id: string) => Practice;
  readonly everydayWords: readonly { readonly said: string; readonly means: readonly string[] }[];
};

export function searchSource(library: SearchedLibrary): SearchSource {
  const { topics, problems, terms: glossary } = library;
  const practices = [...library.practices].reverse();
  const entries = (key: FacetKey): TermEntry[] => {
    const terms: readonly ListedTerm[] = choicesOf(facetOf(key), library);
    const placeOf = new Map(terms.map((term, place) => [term.id, place]));
    return terms.map((term) => [
      term.id,
      term.label,
      placeOf.get(term.path?.[term.path.length - 2]?.id ?? '') ?? -1,
      term.aliases.filter((alias) => alias !== term.label),
    ]);
  };
  const facets = byFacet(entries);
  const places = (key: FacetKey): string => {
    const listed = facets[key];
    const placeOf = new Map(listed.map(([id], place) => [id, place]));
    const ofEach = practices.map((practice) => {
      const held = facetOf(key)
        .termsOf(practice)
        .map(({ id }) => placeOf.get(id) ?? -1);
      const above = new Set(held.map((place) => listed[place]?.[2] ?? -1));
      return held.filter((place) => !above.has(place));
    });
    return packPlaces(ofEach);
  };
  return {
    facets,
    offered: byFacet((key) =>
      flattened(offeredChoices(facetOf(key), practices)).map(({ id }) => id),
    ),
    glossary: glossary.map(({ id, label, aliases }) => [id, label, aliases]),
    readings: [...library.regions, ...library.authors].flatMap(({ label, pinyin }) =>
      pinyin === undefined ? [] : [[label, pinyin] as const],
    ),
    records: {
      facets: byFacet(places),
      reviewedOn: practices.map((practice) => practice.changes[0]?.changedOn ?? ''),
    },
    practices: practices.map(({ id, title, edition, code, measureNames }) => ({
      id,
      title,
      edition,
      code,
      measures: measureNames,
    })),
    retired: library.retired.map(({ id }) => id).sort(),
    answers: answerSource(practices, problems, topics, everydayWordsOf(library.everydayWords)),
    cards: answerCards(library),
  };
}
