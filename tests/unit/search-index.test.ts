import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { indexKinds } from '#build/search/index-kinds.ts';
import {
  changeIndex,
  layIndex,
  layoutFrom,
  noteChanges,
  sortedWeights,
  type Changes,
  type LaidIndex,
} from '#build/search/posting-folder.ts';
import { PostingGatherer } from '#build/search/posting-parts.ts';
import { both, SearchFolder } from '#build/search/search-folder.ts';
import type { BlockEntry } from '#domain/search/data.ts';
import { indexEngine } from '#domain/search/index-engine.ts';
import { filingBy, layoutOf } from '#domain/search/posting-files.ts';
import { clauseOf } from '#domain/search/query.ts';
import { scanEngine } from '#domain/search/scan-engine.ts';
import { textOf } from '#build/search/part.ts';
import { wordIndex } from '#domain/search/word-index.ts';
import { wordsOfPractice } from '#domain/search/word-postings.ts';
import { randomFrom } from '../random.ts';

const root = mkdtempSync(join(tmpdir(), 'search-index-'));
after(() => rmSync(root, { recursive: true, force: true }));

type Practice = readonly BlockEntry[];

const { next } = randomFrom(7);
const below = (bound: number): number => Math.floor(next() * bound);

/** Few characters in many sentences, so that some begin more words than fit a file. */
const sentence = (): string =>
  Array.from({ length: 30 + below(90) }, () => [...'治理调解法院社会中心，2a '][below(13)]).join(
    '',
  );
const coin = (): Practice =>
  Array.from({ length: 3 + below(5) }, (_, at): BlockEntry => [at % 5, '', sentence()]);
const library = Array.from({ length: 60 }, coin);

/** Lays the index of all practices, `together` of them a part, in so many shares. */
function lay(name: string, practices: readonly Practice[], together: number, shares: number) {
  const folder = new SearchFolder(join(root, name));
  const parts = [];
  for (let from = 0; from < practices.length; from += together) {
    const gatherer = new PostingGatherer();
    practices.slice(from, from + together).forEach((blocks, at) => {
      gatherer.add(from + at, wordsOfPractice(blocks));
    });
    parts.push(gatherer.end());
  }
  const weights = new Map<string, number>();
  for (const [character, weight] of parts.flatMap((part) => [...part.weights])) {
    weights.set(character, (weights.get(character) ?? 0) + weight);
  }
  const layout = layoutOf(weights);
  const files = parts.map(({ file }) => file);
  const prints = Array.from({ length: shares }, (_, number) =>
    layIndex(folder, indexKinds.words, files, {
      layout,
      notes: new Map(),
      share: { of: shares, number },
    }),
  );
  return { folder, laid: { weights: sortedWeights(weights), print: both(...prints) } };
}

const bytesOf = (name: string): Map<string, string> =>
  new Map(
    readdirSync(join(root, name, 'words'))
      .sort()
      .map((file) => [file, readFileSync(join(root, name, 'words', file), 'latin1')]),
  );

function engineOf(name: string, laid: LaidIndex, onRead: (file: string) => void = () => undefined) {
  const folder = new SearchFolder(join(root, name));
  return indexEngine(
    wordIndex(layoutFrom(laid, indexKinds.words), async (file) => {
      onRead(file);
      return folder.read(`words/${file}.bin`).content;
    }),
  );
}

test('in however many parts and shares an index is made, its files are the same', () => {
  const one = lay('one', library, 1000, 1);
  const many = lay('many', library, 7, 3);
  assert.deepEqual(many.laid, one.laid);
  assert.deepEqual(bytesOf('many'), bytesOf('one'));
  assert.ok(bytesOf('one').size > 8, 'nothing is laid into several files');
});

test('it finds what reading all texts finds, and counts as much', async () => {
  const { laid } = lay('asked', library, 10, 1);
  const engine = engineOf('asked', laid);
  const scan = scanEngine(library.map(textOf));
  for (const query of [
    '治理',
    '调解法院',
    '治',
    '2',
    '2a',
    '社会中心',
    '会，中',
    '理2',
    '解a法',
    '无',
  ]) {
    assert.deepEqual(
      [...(await engine.whole(clauseOf(query)))].sort(([a], [b]) => a - b),
      [...(await scan.whole(clauseOf(query)))].sort(([a], [b]) => a - b),
      query,
    );
  }
});

test('words that end a block and words that begin the next are not found as one', async () => {
  const blocks: Practice = [
    [3, '', '先调解'],
    [4, '', '法院再审'],
  ];
  const { laid } = lay('blocks', [blocks], 10, 1);
  const together = clauseOf('调解 法院');
  assert.equal((await engineOf('blocks', laid).whole(together)).size, 0);
  assert.equal((await scanEngine([textOf(blocks)]).whole(together)).size, 0);
});

test('a word is looked up in one file, however many there are', async () => {
  const { laid } = lay('files', library, 10, 1);
  const read = new Set<string>();
  await engineOf('files', laid, (file) => read.add(file)).whole(clauseOf('治理'));
  assert.deepEqual([...read], [filingBy(layoutFrom(laid, indexKinds.words)).fileOf('治理')]);
});

test('after any edits, new practices and removals the files are as if made anew', () => {
  let practices: readonly Practice[] = library.slice(0, 40);
  let { folder, laid } = lay('kept', practices, 10, 1);
  for (let round = 0; round < 30; round += 1) {
    const kept = practices.filter((_, number) => number < practices.length - below(3));
    const after = [...kept.map((own) => (below(8) === 0 ? coin() : own))];
    for (let more = below(4); more > 0; more -= 1) after.push(coin());
    const changes: Changes = new Map();
    for (let number = 0; number < Math.max(practices.length, after.length); number += 1) {
      const [was, is] = [practices[number] ?? [], after[number] ?? []];
      noteChanges(changes, number, wordsOfPractice(was), wordsOfPractice(is));
    }
    folder = new SearchFolder(join(root, 'kept'));
    laid = changeIndex(folder, indexKinds.words, laid, changes, () => new Map());
    practices = after;
    const anew = `anew-${round}`;
    assert.deepEqual(laid, lay(anew, practices, 10, 1).laid, anew);
    assert.deepEqual(bytesOf('kept'), bytesOf(anew), anew);
  }
});

test('an edit of one paragraph leaves the files of other words alone', () => {
  const { laid } = lay('paragraph', library, 10, 1);
  const [first = []] = library;
  const edited = first.map((block, at): BlockEntry => (at === 1 ? [block[0], '', '新句'] : block));
  const changes: Changes = new Map();
  noteChanges(changes, 0, wordsOfPractice(first), wordsOfPractice(edited));
  const folder = new SearchFolder(join(root, 'paragraph'));
  changeIndex(folder, indexKinds.words, laid, changes, () => new Map());
  const own = [...wordsOfPractice([first[1] ?? [0, '', '']]).keys(), '新句', '句'];
  const { fileOf } = filingBy(layoutFrom(laid, indexKinds.words));
  const expected = new Set(own.map((word) => `words/${fileOf(word)}.bin`));
  for (const file of folder.changed) assert.ok(expected.has(file), file);
  assert.ok(folder.changed.size > 0);
});
