import { facetKeys, type FacetKey } from '#domain/lists/facet-keys.ts';
import type { CardKind } from '#domain/search/card-kinds.ts';
import type { AnswerCard } from '#domain/search/answer-card.ts';
import { understand, type PieceSource, type Understood } from '#domain/search/answers.ts';
import type { PracticeFile, TermsFile } from '#domain/search/data.ts';
import type { Engine } from '#domain/search/engine.ts';
import {
  evaluateWords,
  holdingMost,
  pageFull,
  type Hit,
  type Hits,
} from '#domain/search/evaluate.ts';
import {
  chosenIn,
  countFacet,
  failedFacets,
  meetsChoice,
  placedIn,
  type Chosen,
  type FacetCounts,
  type PlacedList,
} from '#domain/search/facet-counts.ts';
import { fittingEntry, namesakes } from '#domain/search/fitting.ts';
import type { ListFiles } from '#domain/search/list-files.ts';
import { fold, type SimplifiedBy } from '#domain/search/fold.ts';
import {
  clauseOf,
  clauseText,
  isLatin,
  isQuoted,
  parseQuery,
  type Query,
} from '#domain/search/query.ts';
import { shareHeld, wordsOf } from '#domain/search/ranking.ts';
import type { Meant, Sounds } from '#domain/search/slips.ts';
import { snippetsOf, type Snippet } from '#domain/search/snippet.ts';
import type { Choices, SearchState, Sort } from '#domain/search/state.ts';
import {
  nearestTerms,
  termEntries,
  type Spelling,
  type Suggestion,
  type SuggestionEntry,
} from '#domain/search/suggest.ts';
import type { SuggestionKind } from '#domain/search/suggestion-kinds.ts';
import { synonymGroups, type SynonymGroups } from '#domain/search/synonyms.ts';
import { askedOnce } from '#domain/site/asked-once.ts';

/** What the search needs to answer a reader. */
export interface SearchData {
  /** The lists at hand. */
  readonly terms: TermsFile;
  /** The places of practices in a list at hand, packed; asked for when it is chosen or counted by. */
  readonly places: ListFiles['places'];
  /** What there is besides; null where the lists at hand are all. */
  readonly besides: Pick<ListFiles, 'names' | 'partly' | 'list'> | null;
  readonly practices: number;
  /** Days of the last checks by practice, for who sorts by them. */
  readonly reviewedOn: () => Promise<readonly string[]>;
  readonly engine: Engine;
  /** Asked for when nothing is found: who types Traditional characters finds nothing without. */
  readonly simplified: (words: string) => Promise<SimplifiedBy>;
  /** The best suggestions for what has been typed. */
  readonly suggest: (typed: string, most: number) => Promise<readonly Spelling[]>;
  /** What is known of the pieces of questions. */
  readonly pieces: PieceSource;
  /** How characters are read; asked for when nothing is found. */
  readonly sounds: () => Promise<Sounds>;
  readonly card: (kind: CardKind, id: string) => Promise<AnswerCard>;
  /** The file of one practice. */
  readonly read: (practice: number) => Promise<PracticeFile>;
}

/** The answer to one state of the page; results are asked for by `page`. */
export interface Answer {
  /** Practices that hold the query whole and meet all choices: “共 N 篇”. */
  readonly exact: number;
  readonly near: number;
  /** The choices of the state that some list knows. */
  readonly chosen: readonly ChosenTerm[];
  /** The words looked for in place of those typed, which held a slip or were pinyin; or null. */
  readonly insteadOf: string | null;
  /** The entry of a list that clearly answers, or null. */
  readonly card: AnswerCard | null;
  /** The query holds signs and nothing that could be searched. */
  readonly hasOnlySigns: boolean;
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
  /** The words it was found by, where it is near by meaning. */
  readonly by: readonly string[];
}

/** A place in the list of results. */
export interface Listed {
  /** Which practice stands there: the place among all, the newest first. */
  readonly newest: number;
  readonly isNear: boolean;
  /** True for the first of those that are near. */
  readonly isFirstNear: boolean;
}

/** Everything the page may ask, whichever engine answers. */
export interface Search {
  suggest(typed: string): Promise<readonly Suggestion[]>;
  query(state: SearchState): Promise<Answer>;
  /**
   * How many results of the query asked last each choice of these facets has: of the exact ones, or
   * of the near ones where there is no exact one.
   */
  counts(keys: readonly FacetKey[]): Promise<FacetCounts>;
  /** What `page` would tell of, for which nothing need be fetched. */
  listed(from: number, to: number): Promise<readonly Listed[]>;
  /** Results of the query asked last, exact ones first, from one place to before another. */
  page(from: number, to: number): Promise<readonly Result[]>;
}

export function searchWith(data: SearchData): Search {
  const { besides } = data;
  const { terms } = data;
  const namesAtHand = namesFrom(terms);
  const problemIds = terms.facets.problem.map(([id]) => id);
  const placedAtHand = askedOnce(async (key: FacetKey) =>
    placedIn(terms.facets[key], await data.places(key)),
  );
  const placedInAll = askedOnce(async (key: FacetKey) => {
    if (!besides?.partly.includes(key)) return placedAtHand(key);
    const { list, places } = await besides.list(key);
    return placedIn(list, places);
  });
  const nameAll = besides
    ? askedOnce<void, Names>(async () => namesFrom(await besides.names()))
    : null;
  const all = Array.from({ length: data.practices }, (_, practice) => practice);
  let listed: readonly (Hit & { readonly isNear: boolean })[] = [];
  /** Counts the queries: one that is answered late must not list its results over those of a later one. */
  let number = 0;
  /** What was asked last, to be counted. */
  let last: { readonly text: string; readonly chosen: Chosen; readonly found: Found } | null = null;

  /** What is chosen, in lists that do for it: the whole one where what is at hand does not hold it. */
  async function choose(choices: Choices): Promise<Chosen> {
    const chosen = new Map<FacetKey, NonNullable<ReturnType<typeof chosenIn>>>();
    const places = facetKeys.map(async (key) => {
      const ids = choices[key];
      if (ids.length === 0) return null;
      const isAtHand = ids.every((id) => terms.facets[key].some((term) => term[0] === id));
      return chosenIn(await (isAtHand ? placedAtHand : placedInAll)(key), ids);
    });
    (await Promise.all(places)).forEach((of, at) => {
      const key = facetKeys[at];
      if (of && key) chosen.set(key, of);
    });
    return chosen;
  }

  /** What is found among the practices of the places chosen: for it there are no others. */
  async function findIn(text: string, chosen: Chosen): Promise<Found> {
    const region = chosen.get('region');
    const practices = region ? all.filter((practice) => meetsChoice(practice, region)) : all;
    const problemsHeld = (): Promise<PlacedList> => placedAtHand('problem');
    return find(text, { practices, data, problemsHeld, names: namesAtHand, nameAll });
  }

  async function sorted(hits: readonly Hit[], sort: Sort): Promise<readonly Hit[]> {
    if (sort === 'relevance') return hits;
    const days = sort === 'reviewed' ? await data.reviewedOn() : [];
    const placed = sort === 'place' ? (await placedInAll('region')).of : [];
    const placeOf = (hit: Hit): number => Math.max(...(placed[hit.practice] ?? [0]));
    const dayOf = (hit: Hit): string => days[hit.practice] ?? '';
    const order = {
      // Regions are listed by code, so the last of a practice's own is the lowest.
      place: (a: Hit, b: Hit) => placeOf(a) - placeOf(b),
      reviewed: (a: Hit, b: Hit) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0),
    }[sort];
    return [...hits].sort((a, b) => order(a, b) || b.practice - a.practice);
  }

  async function cardFor(
    { query, understood, names: { entries } }: Found,
    { text }: SearchState,
  ): Promise<AnswerCard | null> {
    if (!understood || isQuoted(text)) return null;
    const isPart = besides !== null && entries === namesAtHand.entries;
    const fitting = fittingEntry(
      query.text,
      understood,
      isPart ? [...entries, ...(await likely(understood))] : entries,
      problemIds,
    );
    // The results stand without it.
    return fitting && data.card(fitting.kind, fitting.id).catch(() => null);
  }

  /** Entries of the lists that are not at hand, as far as what is asked for begins their names. */
  const likely = async ({ meaning }: Understood): Promise<SuggestionEntry[]> =>
    (await data.suggest(meaning.own.join(''), mostSuggestions).catch(() => [])).map(
      ({ kind, id, label, alias }) => ({ kind, id, label, aliases: alias === null ? [] : [alias] }),
    );

  /** Problems that a question is about a little, and names that look like it. */
  function nearestTo({ query, understood, names: { entries } }: Found): readonly Suggestion[] {
    const problems = (understood?.problems ?? [])
      .filter(({ score }) => score >= telling)
      .slice(0, 3)
      .flatMap(({ document }): Suggestion[] => {
        const entry = terms.facets.problem[document];
        return entry ? [{ kind: 'problem', id: entry[0], label: entry[1], alias: null }] : [];
      });
    const named = nearestTerms(query, entries, mostNearest).filter(
      ({ label }, at, all) =>
        ![...problems, ...all.slice(0, at)].some((before) => before.label === label),
    );
    return [...problems, ...named].slice(0, mostNearest);
  }

  return {
    suggest: (typed) => data.suggest(typed, mostSuggestions),
    async query(state) {
      number += 1;
      const question = number;
      const chosen = await choose(state.choices);
      const found = await findIn(state.text, chosen);
      const { hits } = found;
      const meets = ({ practice }: Hit): boolean => failedFacets(practice, chosen).length === 0;
      const exact = await sorted(hits.exact.filter(meets), state.sort);
      const near = await sorted(hits.near.filter(meets), state.sort);
      if (question === number) {
        last = { text: state.text, chosen, found };
        listed = [
          ...exact.map((hit) => ({ ...hit, isNear: false })),
          ...near.map((hit) => ({ ...hit, isNear: true })),
        ];
      }
      return {
        exact: exact.length,
        near: near.length,
        chosen: chosenTerms(chosen),
        insteadOf: found.insteadOf,
        card: await cardFor(found, state),
        hasOnlySigns: found.query.clauses.length === 0 && found.query.text !== '',
        nearest: [
          ...namesakes(state.text, found.names.entries),
          ...(found.hits.exact.length > 0 ? [] : nearestTo(found)),
        ],
      };
    },
    async counts(keys) {
      if (!last) return {};
      const { text, chosen, found } = last;
      const count = async (key: FacetKey) => {
        // As if no place had been chosen, so that every count is what choosing it alone would give.
        const isOfPlaces = key === 'region' && chosen.has(key);
        const others = new Map([...chosen].filter(([of]) => of !== key));
        const [{ hits }, placed] = await Promise.all([
          isOfPlaces ? findIn(text, others) : found,
          chosen.get(key)?.placed ?? placedAtHand(key),
        ]);
        const counted = hits.exact.length > 0 ? hits.exact : hits.near;
        const practices = counted.map(({ practice }) => practice);
        return [key, countFacet(key, placed, practices, chosen)] as const;
      };
      return Object.fromEntries(await Promise.all(keys.map(count)));
    },
    listed: async (from, to) =>
      listed.slice(from, to).map(({ practice, isNear }, at) => ({
        newest: data.practices - 1 - practice,
        isNear,
        isFirstNear: isNear && listed[from + at - 1]?.isNear !== true,
      })),
    async page(from, to) {
      return Promise.all(
        listed.slice(from, to).map(async ({ practice, clauses, isNear, by }) => {
          const file = await data.read(practice);
          return {
            id: file.id,
            card: file.card,
            isNear,
            snippets: snippetsOf(file, clauses),
            marks: clauses.flatMap(({ runs }) => runs.map((run) => run.text)),
            by: isNear ? wordsHeld(file, by ?? clauses.map(clauseText)) : [],
          };
        }),
      );
    },
  };
}

/**
 * Of the words a practice was found by what stands in it, not only in what is said of it elsewhere:
 * 纠纷 and 化解 where 纠纷化解 does not.
 */
function wordsHeld(file: PracticeFile, words: readonly string[]): string[] {
  const texts = fold(file.texts);
  const partsHeld = (word: string): string[] => {
    const characters = [...word];
    for (let length = characters.length; length > 1; length -= 1) {
      for (let at = 0; at + length <= characters.length; at += 1) {
        const part = characters.slice(at, at + length).join('');
        if (!texts.includes(part)) continue;
        const before = characters.slice(0, at).join('');
        const behind = characters.slice(at + length).join('');
        return [...partsHeld(before), part, ...partsHeld(behind)];
      }
    }
    return [];
  };
  return [...new Set(words.flatMap(partsHeld))].slice(0, mostReasons);
}

const mostReasons = 5;
const mostSuggestions = 10;
const mostNearest = 6;

const chosenTerms = (chosen: Chosen): ChosenTerm[] =>
  [...chosen].flatMap(([facet, { placed, places }]) =>
    [...places].flatMap((place) => {
      const term = placed.list[place];
      return term ? [{ facet, id: term[0], label: term[1] }] : [];
    }),
  );

interface Found {
  readonly hits: Hits;
  /** As it was looked for at last. */
  readonly query: Query;
  readonly insteadOf: string | null;
  /** Null where there was nothing to understand. */
  readonly understood: Understood | null;
  readonly names: Names;
}

interface Finding {
  readonly practices: readonly number[];
  readonly data: SearchData;
  /** Which problems practices are about. */
  readonly problemsHeld: () => Promise<PlacedList>;
  readonly names: Names;
  /** What the lists name as a whole; null where that is all. */
  readonly nameAll: (() => Promise<Names>) | null;
}

/** What a question may name. */
interface Names {
  readonly entries: readonly SuggestionEntry[];
  readonly synonyms: SynonymGroups;
  /** What a slip may have meant. */
  readonly meant: readonly Meant[];
  /** What the library is about, folded: topics, problems and terms. */
  readonly subjects: readonly string[];
}

const subjectKinds = new Set<SuggestionKind>(['topic', 'problem', 'term']);

function namesFrom(terms: TermsFile): Names {
  const entries = termEntries(terms);
  const named = entries
    .filter(({ kind }) => kind !== 'author')
    .flatMap(({ kind, label, aliases }) =>
      [label, ...aliases].map((of) => [kind, fold(of)] as const),
    );
  return {
    entries,
    synonyms: synonymGroups(entries),
    meant: named.map(([kind, name]) => ({ name, isPhrase: kind === 'problem' })),
    subjects: named.flatMap(([kind, name]) =>
      subjectKinds.has(kind) && name.length > 1 ? name : [],
    ),
  };
}

/** What a text is understood as; the same one once. */
type Understanding = (text: string) => Promise<Understood>;

/** The query as typed; where nothing holds it, without Traditional characters, slips and pinyin. */
async function find(text: string, finding: Finding): Promise<Found> {
  const { practices, data, problemsHeld, nameAll } = finding;
  const { engine } = data;
  let { names } = finding;
  const typed = parseQuery(text);
  if (typed.clauses.length === 0) {
    const hits = typed.text === '' ? everything(practices) : { exact: [], near: [] };
    return { hits, query: typed, insteadOf: null, understood: null, names };
  }
  const among = new Set(practices);
  const understanding = askedOnce((of: string) => understand(of, data.pieces));
  // Its files are asked for beside those of the words.
  if (!isQuoted(text)) understanding(typed.text).catch(() => undefined);
  const evaluated = (of: Query): Promise<Hits> =>
    evaluateWords(of, engine, names.synonyms, (practice) => among.has(practice));
  const answered = async (query: Query, hits: Hits, insteadOf: string | null): Promise<Found> => {
    const literal = { hits, query, insteadOf, understood: null, names };
    const found = isQuoted(text)
      ? literal
      : await withMeaning(literal, understanding, problemsHeld, among);
    const { exact, near } = found.hits;
    if (exact.length + near.length > 0) return found;
    const most = await holdingMost(query, engine, (practice) => among.has(practice));
    return { ...found, hits: { exact, near: most } };
  };

  let query = typed;
  let hits = await evaluated(query);
  if (hits.exact.length > 0) return answered(query, hits, null);
  const [simplified, all] = await Promise.all([data.simplified(typed.text), nameAll?.()]);
  if (all) {
    names = all;
    hits = await evaluated(query);
  }
  const simple = parseQuery(text, simplified);
  if (simple.clauses.map(clauseText).join() !== query.clauses.map(clauseText).join()) {
    query = { ...simple, text: fold(simple.text, simplified) };
    hits = await evaluated(query);
    if (hits.exact.length > 0) return answered(query, hits, null);
  }
  if (isQuoted(text)) return answered(query, hits, null);
  const meant = await meantInstead(query, hits, { ...data, understanding }, names.meant);
  if (meant === null) return answered(query, hits, null);
  const repaired = parseQuery(meant);
  return answered(repaired, await evaluated(repaired), meant);
}

/** The query without its slip, or the name its pinyin spells; null where nothing is amiss. */
async function meantInstead(
  query: Query,
  hits: Hits,
  data: SearchData & { readonly understanding: Understanding },
  names: readonly Meant[],
): Promise<string | null> {
  const isFound = async (words: string): Promise<boolean> =>
    (await data.engine.whole(clauseOf(words))).size > 0;
  if (isLatin(query)) {
    if (hits.near.length > 0) return null;
    const [named] = await data.suggest(query.text, 1);
    if (!named) return null;
    // What spells a part of a name asks for what it spells: tiaojie for 调解, not for all that begins so.
    const { kind, label, alias, spells } = named;
    if (kind === 'practice' && alias !== null) return alias;
    const isPart = [...spells].length > 1 && spells !== fold(alias ?? label);
    return isPart && (await isFound(spells)) ? spells : label;
  }
  // Most queries hold none, and leave the code as well as the sounds where they are.
  const [{ knows, said }, sounds, { slipsIn }] = await Promise.all([
    data.understanding(query.text),
    data.sounds(),
    import('#domain/search/slips.ts'),
  ]);
  let text = fold(query.text);
  let isRepaired = false;
  // Shorter ones sound like right words: 听意见 like the end of 合议庭意见.
  const phrases = said.flatMap((name): Meant[] =>
    [...name].length > 3 ? [{ name, isPhrase: true }] : [],
  );
  const slips = slipsIn(text, [...names, ...phrases], sounds, knows);
  for (const { typed, meant } of slips.slice(0, mostSlips)) {
    if (!text.includes(typed) || (await isFound(typed))) continue;
    text = text.replace(typed, meant);
    isRepaired = true;
  }
  return isRepaired ? text : null;
}

/** Adds what is near by meaning, where there is less than a page that holds the query. */
async function withMeaning(
  found: Found,
  understanding: Understanding,
  problemsHeld: Finding['problemsHeld'],
  among: ReadonlySet<number>,
): Promise<Found> {
  const { hits, query, names } = found;
  const asked = fold(query.text);
  const isFull = hits.exact.length >= pageFull;
  const [understood, held] = await Promise.all([
    understanding(query.text),
    isFull ? null : problemsHeld(),
  ]);
  if (!held) return { ...found, understood };
  const worthOf = new Map(understood.problems.map(({ document, score }) => [document, score]));
  const ranked = understood.practices
    .map(({ document, score, by }) => {
      const problems = held.of[document] ?? [];
      const ofProblems = problems.map((place) => worthOf.get(place) ?? 0);
      return { practice: document, by, score: score + Math.max(0, ...ofProblems) / 2 };
    })
    .sort((a, b) => b.score - a.score || b.practice - a.practice);
  const best = ranked[0]?.score ?? 0;
  const isNamed = understood.heard.length > 0 || names.subjects.some((of) => asked.includes(of));
  const enough = isNamed ? worthwhile.named : worthwhile.unnamed;
  const least =
    best < enough.best
      ? Infinity
      : Math.max(enough.each, best * (hits.exact.length > 0 ? 0.5 : 0.3));
  const share = shareHeld(understood.meaning);
  const listed = new Set([...hits.exact, ...hits.near].map(({ practice }) => practice));
  const near = ranked
    .filter(
      ({ practice, score, by }) =>
        (score >= least
          ? by.length > 1 || isNamed || share(by) >= chance
          : hits.exact.length === 0 && share(by) >= most) &&
        among.has(practice) &&
        !listed.has(practice),
    )
    .slice(0, pageFull - Math.min(pageFull, hits.exact.length + hits.near.length))
    .map(({ practice, score, by }): Hit => {
      const words = wordsOf(understood.meaning, by);
      return { practice, score, clauses: by.slice(0, mostMarked).map(clauseOf), by: words };
    });
  return { ...found, understood, hits: { exact: hits.exact, near: [...hits.near, ...near] } };
}

/** A problem that is worth less has a character or two of the question by chance. */
const telling = 1.6;

/**
 * What the best answer has to be worth, and each. Where the question names a subject of the library
 * or says it in everyday words, little is enough: words that many practices hold are worth little.
 */
const worthwhile = { unnamed: { best: telling, each: 1 }, named: { best: 0.5, each: 0.5 } };

/** However telling: the only pair of so long a question tells nothing of it. */
const chance = 0.15;

/** However common the words of a question, what holds so many of them is about it. */
const most = 0.65;

const mostMarked = 12;

/** Slips looked up in the library before they are taken for slips. */
const mostSlips = 6;

/** Without words there is nothing to rank by; the list keeps the library's order. */
const everything = (practices: readonly number[]): Hits => ({
  exact: [...practices]
    .sort((a, b) => b - a)
    .map((practice) => ({ practice, score: 0, clauses: [] })),
  near: [],
});
