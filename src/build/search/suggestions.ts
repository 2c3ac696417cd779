import { listedReadings, readingsOf, type Syllables } from '#build/search/words.ts';
import { byFacet } from '#domain/lists/facet-keys.ts';
import type {
  LetterEntry,
  LetterFile,
  PinyinFile,
  TermsFile,
  TitlesFile,
} from '#domain/search/data.ts';
import { isAtHand, listsAtHand } from '#domain/search/lists-at-hand.ts';
import type { SearchSource } from '#domain/search/source.ts';
import { firstLetterOf, readReadings, termEntries } from '#domain/search/suggest.ts';

/** The files that lists, titles and their readings are published in, by name. */
export type SuggestionFiles = Readonly<Record<string, unknown>>;

/** What is suggested from: short lists at once, long ones by first letter. */
export function suggestionFiles({
  facets: listed,
  offered,
  glossary,
  records,
  readings: read,
  practices,
}: SearchSource): {
  files: SuggestionFiles;
  /** The letters that have a file; none where all lists are short. */
  letters: string;
} {
  const spelled = listedReadings(read);
  const facets = withPlacesInFull(withLatinNames(listed, read, spelled));
  const titles: TitlesFile = practices.map(({ id, title, measures }) => [id, title, measures]);
  const all = termEntries({ facets, glossary });
  const labels = all.flatMap(({ label, aliases }) => [label, ...aliases]);
  const people = facets.author.map(([, name]) => name);
  const words = [...labels, ...practices.flatMap(({ title, measures }) => [title, ...measures])];
  const readings = readingsOf(words, people, spelled);

  const terms: TermsFile = { facets, glossary };
  const atHand = listsAtHand({ terms, places: records.facets }, offered);
  const known = new Set(termEntries(atHand.terms).map(({ kind, id }) => `${kind} ${id}`));
  const byLetter = lettersOf(
    [
      ...all
        .filter(({ kind, id }) => !known.has(`${kind} ${id}`))
        .map(({ kind, id, label, aliases }): LetterEntry => [kind, id, label, aliases]),
      ...(isAtHand(titles)
        ? []
        : titles.map(([id, title]): LetterEntry => ['practice', id, title, []])),
    ],
    readings,
  );
  const inLetters = new Set([...byLetter.values()].flatMap(({ words }) => words));
  const letters = [...byLetter.keys()].sort().join('');
  return {
    files: {
      'terms.bin': atHand.terms,
      ...(atHand.isAll
        ? {}
        : { 'names.bin': { ...terms, facets: { ...facets, author: [] } } satisfies TermsFile }),
      ...(isAtHand(titles) ? { 'titles.bin': titles } : {}),
      'pinyin.bin': {
        ...readings,
        words: readings.words.filter((word) => !inLetters.has(word)),
      } satisfies PinyinFile,
      ...Object.fromEntries([...byLetter].map(([letter, file]) => [`letters/${letter}.bin`, file])),
    },
    letters,
  };
}

/** A name that is not read syllable by syllable, as Hohhot for 呼和浩特, is looked for as it is written. */
const withLatinNames = (
  facets: TermsFile['facets'],
  readings: SearchSource['readings'],
  known: Syllables,
): TermsFile['facets'] => {
  const whole = new Map(readings.filter(([name]) => !known.has(name)));
  return byFacet((key) =>
    facets[key].map((entry) => {
      const latin = key === 'region' || key === 'author' ? whole.get(entry[1]) : undefined;
      const [id, label, parent, aliases] = entry;
      return latin === undefined ? entry : [id, label, parent, [...aliases, latin]];
    }),
  );
};

/** Places of one name are told apart by what they are in: 鼓楼区 is also 徐州鼓楼区. */
function withPlacesInFull(facets: TermsFile['facets']): TermsFile['facets'] {
  const places = facets.region;
  const counts = new Map<string, number>();
  for (const [, label] of places) counts.set(label, (counts.get(label) ?? 0) + 1);
  return {
    ...facets,
    region: places.map((entry) => {
      const [id, label, parent, aliases] = entry;
      const above = places[parent];
      return above && (counts.get(label) ?? 0) > 1
        ? [id, label, parent, [...aliases, `${above[1]}${label}`]]
        : entry;
    }),
  };
}

/** Each entry under every letter that one of its names may be begun with. */
function lettersOf(entries: readonly LetterEntry[], pinyin: PinyinFile): Map<string, LetterFile> {
  const readings = readReadings(pinyin);
  const lines = new Map(pinyin.words.map((line) => [line.split('\t')[0] ?? '', line]));
  const files = new Map<string, { entries: LetterEntry[]; words: string[] }>();
  for (const entry of entries) {
    const [, , label, aliases] = entry;
    const names = [label, ...aliases];
    // 重庆 is looked for under c and, by who types 重, under z.
    const letters = names.flatMap((name) => [
      firstLetterOf(name, readings(name)),
      firstLetterOf(name, readings('')),
    ]);
    for (const letter of new Set(letters)) {
      if (letter === '') continue;
      const file = files.get(letter) ?? { entries: [], words: [] };
      file.entries.push(entry);
      file.words.push(...names.flatMap((name) => lines.get(name) ?? []));
      files.set(letter, file);
    }
  }
  return files;
}
