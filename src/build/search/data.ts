import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { atOnce, indexersAtOnce, indexInThread } from '#build/pagefind/indexers.ts';
import { progressOf, type Progress } from '#reading/progress.ts';
import { ReplacedFolder } from '#build/search/incremental-folder.ts';
import { answerFiles } from '#build/search/answers.ts';
import { suggestionFiles } from '#build/search/suggestions.ts';
import { traditionalOf } from '#build/search/words.ts';
import {
  blockEnd,
  cardsOnPage,
  packPractice,
  packRepeated,
  packWords,
  recordsOf,
  stepsOf,
  type BlockEntry,
  type SearchEntry,
  type ShardFile,
  type TextsFile,
  type TraditionalFile,
} from '#domain/search/data.ts';
import { fold } from '#domain/search/fold.ts';
import { shardOf, shardRegionsOf, type ShardLimits } from '#domain/search/shards.ts';
import type { SearchSource } from '#domain/search/source.ts';

/** A finished page of a practice, as far as it is searched, and its card in lists. */
export interface SearchPage {
  readonly id: string;
  readonly card: string;
  /** Digest of the blocks. */
  readonly digest: string;
  readonly blocks: () => readonly BlockEntry[];
}

/** What search data was made of, so that the next can keep what would come out the same. */
export interface Searched {
  /** By practice number. */
  readonly practices: readonly SearchedPractice[];
  /** By number of the part. */
  readonly shards: readonly SearchedShard[];
  readonly answers: SearchedAnswers;
}

/** What answers questions by their meaning was made of, and the digests of its files by name. */
export interface SearchedAnswers {
  readonly source: string;
  readonly pieces: number;
  readonly files: readonly (readonly [name: string, digest: string])[];
}

interface SearchedPractice {
  readonly id: string;
  /** Digest of its blocks. */
  readonly digest: string;
  /** Digest of all its file was made of. */
  readonly source: string;
  /** Digest of its file. */
  readonly file: string;
}

interface SearchedShard {
  /** Digest of the blocks of its practices. */
  readonly digest: string;
  /** Digest of its index, which is the index's name. */
  readonly index: string;
  /** Digest of the file of its texts. */
  readonly texts: string;
  /** Every character of its texts once. */
  readonly characters: string;
}

/** What became of the search data. */
export interface SearchData {
  readonly searched: Searched;
  /** How many parts had to be indexed. */
  readonly indexed: number;
  /** Peak of the largest indexer, in MB; null where none ran or the system does not tell. */
  readonly memory: number | null;
  /** Files that may not be what they were. */
  readonly changed: readonly string[];
}

const dataFolder = 'data/search';
const indexFolder = 'pagefind';

interface Making {
  readonly progress: Progress;
  readonly data: ReplacedFolder;
  readonly index: ReplacedFolder;
  readonly before: Searched | null;
  /** Digest of every file by name: what tells one edition of the data from the next. */
  readonly files: Map<string, string>;
}

/**
 * Writes the word index to `pagefind/` below `folder` and the files of `domain/search/data.ts` to
 * `data/search/`. `page` gives a practice by its number, which is its place in `source.practices`;
 * `before` is what the data that stands there was made of, by this program, and what of it would
 * come out the same is kept.
 */
export async function writeSearchData(
  folder: string,
  source: SearchSource,
  page: (practice: number) => SearchPage,
  { before = null, limits }: { before?: Searched | null; limits?: ShardLimits } = {},
): Promise<SearchData> {
  const making: Making = {
    progress: progressOf('建立检索数据', source.practices.length),
    data: new ReplacedFolder(`${folder}/${dataFolder}`),
    index: new ReplacedFolder(`${folder}/${indexFolder}`),
    before,
    files: new Map(),
  };
  const regions = shardRegionsOf(
    source.practices.map(({ region }) => region),
    limits,
  );
  const practices: SearchedPractice[] = [];
  const standing = new Map(before?.practices.map((of, number) => [of.id, { ...of, number }]));
  const parts = await atOnce(
    indexersAtOnce(),
    membersOf(regions, source),
    async (numbers, shard) => {
      const members = numbers.map(page);
      const part =
        takeShard(making, shard, numbers, members) ??
        (await makeShard(making, shard, numbers, members));
      const { facets, reviewedOn } = recordsOf(source.records, numbers);
      write(making, `shards/${shard}.bin`, {
        steps: stepsOf(numbers),
        facets,
        reviewedOn: packRepeated(reviewedOn),
        index: part.made.index,
        chunks: part.chunks,
      } satisfies ShardFile);
      members.forEach((member, own) => {
        const practice = numbers[own] ?? 0;
        practices[practice] = writePractice(making, practice, member, standing.get(member.id));
      });
      return part;
    },
  );
  const shards = parts.map(({ made }) => made);
  making.progress.end();
  const letters = writeWords(making, source, shards.map(({ characters }) => characters).join(''));
  const answers = takeAnswers(making, source, shards) ?? makeAnswers(making, source, parts);
  const edition = digestOf(JSON.stringify([...making.files].sort()));
  const entry: SearchEntry = {
    edition: edition.slice(0, 12),
    practices: source.practices.length,
    shards: regions,
    letters,
    pieces: answers.pieces,
  };
  making.data.write('entry.json', JSON.stringify(entry));
  const changed = [
    ...making.data.end().map((name) => `${dataFolder}/${name}`),
    ...making.index.end().map((name) => `${indexFolder}/${name}`),
  ];
  return {
    searched: { practices, shards, answers },
    indexed: parts.filter(({ isNew }) => isNew).length,
    memory: Math.max(0, ...parts.map(({ memory }) => memory ?? 0)) || null,
    changed,
  };
}

/** The practice numbers of each part. */
function membersOf(regions: readonly (readonly string[])[], source: SearchSource): number[][] {
  const members = regions.map((): number[] => []);
  source.practices.forEach(({ region }, practice) => {
    members[shardOf(region, regions)]?.push(practice);
  });
  return members;
}

function write({ data, files }: Making, name: string, content: unknown): string {
  const json = JSON.stringify(content);
  const digest = digestOf(json);
  files.set(name, digest);
  data.write(name, gzipSync(json, { level: 9 }));
  return digest;
}

interface ShardParts {
  readonly made: SearchedShard;
  /** Numbers of its practices, and their texts. */
  readonly numbers: readonly number[];
  readonly texts: () => TextsFile;
  readonly chunks: string;
  readonly isNew: boolean;
  /** Of the indexer, in MB. */
  readonly memory: number | null;
}

const digestOfShard = (members: readonly SearchPage[]): string =>
  digestOf(members.map(({ digest }) => digest).join());

/** The part as it stands, where it holds the same texts; null otherwise. */
function takeShard(
  making: Making,
  shard: number,
  numbers: readonly number[],
  members: readonly SearchPage[],
): ShardParts | null {
  const { data, index, before, files } = making;
  const digest = digestOfShard(members);
  const old = before?.shards.findIndex((of) => of.digest === digest) ?? -1;
  const made = before?.shards[old];
  if (!made) return null;
  const file = gunzipSync(data.read(`shards/${old}.bin`)).toString();
  const { chunks } = JSON.parse(file) as ShardFile; // our own file
  const packed = data.read(`texts/${old}.bin`);
  const texts = (): TextsFile => JSON.parse(gunzipSync(packed).toString()) as TextsFile; // our own file
  index.take(made.index);
  data.take(`texts/${old}.bin`, `texts/${shard}.bin`);
  files.set(`texts/${shard}.bin`, made.texts);
  making.progress.advance(members.length);
  return { made, numbers, texts, chunks, isNew: false, memory: null };
}

async function makeShard(
  making: Making,
  shard: number,
  numbers: readonly number[],
  members: readonly SearchPage[],
): Promise<ShardParts> {
  const blocks = members.map((page) => page.blocks());
  const { chunks, memory } = await indexInThread(
    { practices: blocks, folder: `.cache/pagefind/${shard}` },
    () => making.progress.advance(),
  );
  const hash = createHash('sha256');
  for (const { bytes } of chunks) hash.update(bytes);
  const index = hash.digest('hex').slice(0, 16);
  chunks.forEach(({ bytes }, chunk) => making.index.write(`${index}/${chunk}.pf_index`, bytes));
  const texts = blocks.map((of): TextsFile[number] => [
    of.map(([kind]) => kind),
    of.map(([, , text]) => fold(text)).join(blockEnd),
  ]);
  const characters = new Set(blocks.flatMap((of) => of.flatMap(([, , text]) => [...text])));
  const made = {
    digest: digestOfShard(members),
    index,
    texts: write(making, `texts/${shard}.bin`, texts satisfies TextsFile),
    characters: [...characters].join(''),
  };
  return {
    made,
    numbers,
    texts: () => texts,
    chunks: packWords(chunks.map(({ first }) => first)),
    isNew: true,
    memory,
  };
}

const sourceOfAnswers = (
  { answers, cards, records, practices }: SearchSource,
  shards: readonly SearchedShard[],
): string =>
  digestOf(
    JSON.stringify([answers, cards, records.facets, practices, shards.map(({ digest }) => digest)]),
  );

/** The files as they stand, where they would come out the same; null otherwise. */
function takeAnswers(
  { data, before, files }: Making,
  source: SearchSource,
  shards: readonly SearchedShard[],
): SearchedAnswers | null {
  const standing = before?.answers;
  if (standing?.source !== sourceOfAnswers(source, shards)) return null;
  for (const [name, digest] of standing.files) {
    data.take(name);
    files.set(name, digest);
  }
  return standing;
}

function makeAnswers(
  making: Making,
  source: SearchSource,
  parts: readonly ShardParts[],
): SearchedAnswers {
  const { pieces, files } = answerFiles(source, parts);
  return {
    source: sourceOfAnswers(
      source,
      parts.map(({ made }) => made),
    ),
    pieces,
    files: Object.entries(files).map(([name, content]) => [name, write(making, name, content)]),
  };
}

function writePractice(
  making: Making,
  practice: number,
  { id, card, digest, blocks }: SearchPage,
  standing: (SearchedPractice & { readonly number: number }) | undefined,
): SearchedPractice {
  const isOnPage = practice < cardsOnPage;
  const source = digestOf(JSON.stringify([digest, card, isOnPage]));
  const name = `practices/${practice}.bin`;
  if (standing?.source !== source) {
    return {
      id,
      digest,
      source,
      file: write(making, name, packPractice(id, card, blocks(), isOnPage)),
    };
  }
  making.data.take(`practices/${standing.number}.bin`, name);
  making.files.set(name, standing.file);
  return { id, digest, source, file: standing.file };
}

/** Returns the letters that have a file of suggestions. */
function writeWords(making: Making, source: SearchSource, characters: string): string {
  const { facets, glossary } = source;
  const labels = [...Object.values(facets).flat(), ...glossary].flatMap((term) => [
    term[1],
    ...(term.length === 4 ? term[3] : term[2]),
  ]);
  const traditional = traditionalOf([...labels, characters].join(''));
  write(making, 'traditional.bin', traditional satisfies TraditionalFile);
  const { files, letters } = suggestionFiles(source);
  for (const [name, content] of Object.entries(files)) write(making, name, content);
  return letters;
}

const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);

export const digestOfBlocks = (blocks: readonly BlockEntry[]): string =>
  digestOf(JSON.stringify(blocks));
