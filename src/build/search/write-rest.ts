import { formerFiles, readFormer } from '#build/search/former.ts';
import { indexKinds } from '#build/search/index-kinds.ts';
import { digestOf } from '#build/search/part.ts';
import { layoutFrom } from '#build/search/posting-folder.ts';
import type { Searched, SearchedFiles, Making, MadeOfPractices } from '#build/search/searched.ts';
import { suggestionFiles } from '#build/search/suggestions.ts';
import { traditionalOf } from '#build/search/words.ts';
import { byFacet, facetKeys } from '#domain/lists/facet-keys.ts';
import { cardFile } from '#domain/search/card-kinds.ts';
import {
  firstRetired,
  mostPlacesAlong,
  packRepeated,
  placesFile,
  wholeListFile,
  type IndexFile,
  type PassagesFile,
  type WholeListFile,
} from '#domain/search/data.ts';
import { isInGb2312 } from '#domain/search/gb2312.ts';
import { listsAtHand } from '#domain/search/lists-at-hand.ts';
import { packList } from '#domain/search/packed-list.ts';
import { readTraditional } from '#domain/search/suggest.ts';

/** Writes what hangs on all practices or on none. What of it stands as it was is left alone. */
export function writeRest(
  { data, source }: Making,
  { words, pieces, passages }: MadeOfPractices,
  before: Searched | null,
): Omit<Searched, keyof MadeOfPractices | 'lists'> {
  const { facets, offered, glossary, readings, practices, retired, records, cards } = source;
  const write = (
    files: readonly (readonly [name: string, content: unknown])[],
    standing: SearchedFiles['files'],
  ): SearchedFiles['files'] => {
    const known = new Map(standing);
    const names = new Set(files.map(([name]) => name));
    for (const [name] of standing) if (!names.has(name)) data.remove(name);
    return files.map(([name, content]) => [name, data.writeJson(name, content, known.get(name))]);
  };

  const offeredIds = byFacet((key) => [...offered[key]].sort());
  const titles = source.practices.map(({ id, title, measures }) => [id, title, measures]);
  const namesSource = digestOf(JSON.stringify([facets, offeredIds, glossary, readings, titles]));
  const suggest = (): Searched['suggestions'] => {
    const { files, letters } = suggestionFiles(source);
    const standing = before?.suggestions.files ?? [];
    return { source: namesSource, letters, files: write(Object.entries(files), standing) };
  };

  const labels = [...Object.values(facets).flat(), ...glossary].flatMap((term) => [
    term[1],
    ...(term.length === 4 ? term[3] : term[2]),
  ]);
  const inTexts =
    words.engine === 'words'
      ? words.weights.map(([character]) => character).join('')
      : words.characters;
  const characters = [...new Set([...labels.join(''), ...inTexts])].sort().join('');
  const convert = (): Searched['traditional'] => {
    const pairs = traditionalOf(characters);
    const alike = [...readTraditional(pairs).keys()].filter(isInGb2312).join('');
    const files = write([['traditional.bin', pairs]], before?.traditional.files ?? []);
    return { source: digestOf(characters), alike, files };
  };

  const { places, isAll, partly } = listsAtHand(
    { terms: { facets, glossary }, places: records.facets },
    offered,
  );
  const apart = facetKeys.filter((key) => places[key].length > mostPlacesAlong);
  const index: IndexFile = {
    places: byFacet((key) => (apart.includes(key) ? null : places[key])),
    isAll,
    partly,
    words:
      words.engine === 'words'
        ? { engine: 'words', layout: layoutFrom(words, indexKinds.words) }
        : { engine: 'pagefind', folder: words.folder, chunks: words.chunks },
    pieces: layoutFrom(pieces, indexKinds.pieces),
  };
  const recorded = readFormer(
    [
      ...source.practices.map(({ id, edition, code }) => ({ id, now: { edition, code } })),
      ...retired.map((id) => ({ id, now: null })),
    ],
    before?.former.practices,
  );
  const formerSource = digestOf(JSON.stringify(recorded.map(({ id, digest }) => [id, digest])));
  const remember = (): Searched['former'] => {
    const numbers = new Map([
      ...practices.map(({ id }, number): [string, number] => [id, number]),
      ...retired.map((id, number): [string, number] => [id, firstRetired + number]),
    ]);
    const made = formerFiles(recorded, (id) => numbers.get(id) ?? 0);
    return {
      source: formerSource,
      practices: recorded,
      files: write([...made], before?.former.files ?? []),
    };
  };
  const former = before?.former.source === formerSource ? before.former : remember();
  return {
    former,
    suggestions: before?.suggestions.source === namesSource ? before.suggestions : suggest(),
    traditional:
      before?.traditional.source === digestOf(characters) ? before.traditional : convert(),
    cards: write(
      cards.map((card) => [cardFile(card.kind, card.id), card]),
      before?.cards ?? [],
    ),
    index: data.writeJson('index.bin', index, before?.index),
    passagesFile: data.writeJson(
      'passages.bin',
      {
        layout: layoutFrom(passages, indexKinds.passages),
        former: former.files.length,
      } satisfies PassagesFile,
      before?.passagesFile,
    ),
    records: write(
      [
        ['days.bin', packRepeated(records.reviewedOn)],
        ...apart.map((key) => [placesFile(key), places[key]] as const),
        ...partly.map((key): [string, WholeListFile] => [
          wholeListFile(key),
          {
            list: key === 'author' ? packList(facets[key]) : null,
            places: records.facets[key],
          },
        ]),
      ],
      before?.records ?? [],
    ),
  };
}
