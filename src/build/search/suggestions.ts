import { listedReadings, readingsOf, type Syllables } from '#build/search/words.ts';
import { byFacet } from '#domain/lists/facet-keys.ts';
import type {
  LetterEntry,
  LetterFile,
  NamesFile,
  PinyinFile,
  TermsFile,
  TitlesFile,
} from '#domain/search/data.ts';
import { isAtHand, listsAtHand } from '#domain/search/lists-at-hand.ts';
import {
  filesNeeded,
  letterFile,
  numberOfFile,
  type LetterFiles,
} from '#domain/search/letter-files.ts';
import { packList } from '#domain/search/packed-list.ts';
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
  /** None where all lists are short. */
  letters: LetterFiles;
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
  const letterFiles = [...byLetter].sort(([a], [b]) => (a < b ? -1 : 1));
  const inLetters = new Set(
    letterFiles.flatMap(([, files]) => files.flatMap(({ words }) => words)),
  );
  return {
    files: {
      'terms.bin': atHand.terms,
      ...(atHand.isAll
        ? {}
        : {
            'names.bin': {
              lists: atHand.partly
                .filter((key) => key !== 'author')
                .map((key) => [key, packList(facets[key])]),
              glossary: isAtHand(glossary) ? null : glossary,
            } satisfies NamesFile,
          }),
      ...(isAtHand(titles) ? { 'titles.bin': titles } : {}),
      'pinyin.bin': {
        ...readings,
        words: readings.words.filter((word) => !inLetters.has(word)),
      } satisfies PinyinFile,
      ...Object.fromEntries(
        letterFiles.flatMap(([letter, files]) =>
          files.map((file, number) => [letterFile(letter, number), file]),
        ),
      ),
    },
    letters: Object.fromEntries(letterFiles.map(([letter, files]) => [letter, files.length])),
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

/** Each entry under every letter that one of its names may be begun with, in the file of its beginning. */
function lettersOf(entries: readonly LetterEntry[], pinyin: PinyinFile): Map<string, LetterFile[]> {
  const readings = readReadings(pinyin);
  const lines = new Map(pinyin.words.map((line) => [line.split('\t')[0] ?? '', line]));
  const named = new Map<string, { readonly name: string; readonly entry: LetterEntry }[]>();
  for (const entry of entries) {
    const [, , label, aliases] = entry;
    for (const name of [label, ...aliases]) {
      // 重庆 is looked for under c and, by who types 重, under z.
      const letters = [firstLetterOf(name, readings(name)), firstLetterOf(name, readings(''))];
      for (const letter of new Set(letters)) {
        if (letter === '') continue;
        const under = named.get(letter) ?? [];
        under.push({ name, entry });
        named.set(letter, under);
      }
    }
  }
  const fileOf = (some: readonly LetterEntry[]): LetterFile => ({
    entries: some,
    words: some.flatMap(([, , label, aliases]) =>
      [label, ...aliases].flatMap((name) => lines.get(name) ?? []),
    ),
  });
  return new Map(
    [...named].map(([letter, all]) => {
      const size = JSON.stringify([...new Set(all.map(({ entry }) => entry))]).length;
      const files = Array.from({ length: filesNeeded(size) }, () => new Set<LetterEntry>());
      for (const { name, entry } of all) files[numberOfFile(name, files.length)]?.add(entry);
      return [letter, files.map((some) => fileOf([...some]))];
    }),
  );
}
