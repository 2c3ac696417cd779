import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCbor, type Cbor } from '#domain/search/cbor.ts';
import type { TextsFile } from '#domain/search/data.ts';
import { indexEngine } from '#domain/search/index-engine.ts';
import { pagefindIndex } from '#domain/search/pagefind-index.ts';
import { kindNumber, kinds } from '#domain/search/kinds.ts';
import { parseQuery } from '#domain/search/query.ts';
import { indexWords, runGroups } from '#domain/search/runs.ts';
import { scanEngine } from '#domain/search/scan-engine.ts';
import { randomFrom } from '../random.ts';

/** The head of a CBOR value: its kind, and a number in as few bytes as hold it. */
function head(kind: number, number: number): number[] {
  if (number < 24) return [(kind << 5) | number];
  if (number < 256) return [(kind << 5) | 24, number];
  if (number < 65_536) return [(kind << 5) | 25, number >> 8, number & 255];
  return [(kind << 5) | 26, ...[24, 16, 8, 0].map((shift) => (number >>> shift) & 255)];
}

function cborOf(value: Cbor): number[] {
  if (value === null) return [0xf6];
  if (typeof value === 'boolean') return [value ? 0xf5 : 0xf4];
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') {
    const bytes = new TextEncoder().encode(value);
    return [...head(3, bytes.length), ...bytes];
  }
  return [...head(4, value.length), ...value.flatMap(cborOf)];
}

const read = (bytes: readonly number[]): Cbor => readCbor(Uint8Array.from(bytes));

test('what an index holds is read as it was written, however many bytes a number takes', () => {
  for (const value of [0, 23, 24, 255, 256, 65_535, 65_536, 4_000_000_000, -1, -25, -1441]) {
    assert.equal(read(cborOf(value)), value);
  }
  const nested = ['诉源治理', [true, false, null], [], ['甲'.repeat(300), [1, [2]], 3]];
  assert.deepEqual(read(cborOf(nested)), nested);
});

test('a list that says no length ends where it says so', () => {
  assert.deepEqual(read([0x9f, ...cborOf(1), ...cborOf('甲'), 0xff]), [1, '甲']);
  assert.deepEqual(read([0x82, 0x9f, 0xff, ...cborOf(7)]), [[], 7]);
});

test('an index that is cut short, or of another kind, is refused', () => {
  assert.throws(() => read(cborOf('诉源治理').slice(0, 0)), /ends early/);
  assert.throws(() => read(cborOf(['甲', '乙']).slice(0, -4)), /ends early/);
  assert.throws(() => read([0x19, 1]), /ends early/);
  assert.throws(() => read([0xa0]), /not expected/);
  assert.throws(() => read([0xf7]), /not expected/);
});

/** Texts as Pagefind writes them: a few words to a chunk, and how often chunks were asked for. */
function indexOf(texts: TextsFile, wordsInChunk: number) {
  const words = new Map<string, Map<number, [kind: number, place: number][]>>();
  texts.forEach(([blockKinds, text], practice) => {
    let place = 0;
    text.split('\n').forEach((block, of) => {
      for (const word of runGroups(block).flatMap((group) => group.flatMap(indexWords))) {
        const pages = words.get(word) ?? new Map<number, [number, number][]>();
        pages.set(practice, [...(pages.get(practice) ?? []), [blockKinds[of] ?? 0, place]]);
        words.set(word, pages);
        place += 1;
      }
    });
  });
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  const chunks = Array.from({ length: Math.ceil(sorted.length / wordsInChunk) }, (_, at) =>
    sorted.slice(at * wordsInChunk, (at + 1) * wordsInChunk),
  );
  const packed = chunks.map((chunk) =>
    chunk.map(([word, pages]): Cbor => {
      let before = 0;
      const list = [...pages].map(([practice, places]): Cbor => {
        const step = practice - before;
        before = practice;
        return [step, marked(places), []];
      });
      return [word, list, []];
    }),
  );
  const asked: number[] = [];
  const engine = indexEngine(
    pagefindIndex(
      chunks.map(([first]) => first?.[0] ?? ''),
      (chunk) => {
        asked.push(chunk);
        return Promise.resolve(Uint8Array.from(cborOf([packed[chunk] ?? []])));
      },
    ),
  );
  return { engine, asked };
}

/** Places by the mark of their kind, each less the one before of that kind. */
const marked = (places: readonly (readonly [kind: number, place: number])[]): number[] =>
  kinds.flatMap(({ indexed }, kind) => {
    const own = places.filter(([of]) => of === kind).map(([, place]) => place);
    return own.length === 0
      ? []
      : [-24 * indexed - 1, ...own.map((place, at) => place - (own[at - 1] ?? 0))];
  });

test('Pagefind’s index tells what reading through all texts tells, as often and in blocks of the same kind', async () => {
  const { of, next } = randomFrom(20_261_129);
  const text = (length: number): string =>
    Array.from({ length }, () => of([...'法院调解治理人人1a，。 '])).join('');
  const kindsOfBlocks = [kindNumber('title'), kindNumber('facts'), kindNumber('text')];
  for (let round = 0; round < 12; round += 1) {
    const texts = Array.from({ length: 5 }, (): TextsFile[number] => [
      [of(kindsOfBlocks)],
      text(45),
    ]);
    const { engine } = indexOf(texts, 1 + Math.floor(next() * 9));
    const scan = scanEngine(texts);
    for (let query = 0; query < 25; query += 1) {
      const typed = of(['', '“']) + text(1 + Math.floor(next() * 6));
      for (const clause of parseQuery(typed).clauses) {
        const told = `${typed} in ${JSON.stringify(texts)}`;
        const found = await engine.whole(clause);
        assert.deepEqual([...found].sort(), [...(await scan.whole(clause))].sort(), told);
        const parts = await engine.parts(clause);
        assert.deepEqual([...parts].sort(), [...(await scan.parts(clause))].sort(), told);
      }
    }
  }
});

const small: TextsFile = ['法院调解', '法律', '治理'].map((text) => [[kindNumber('text')], text]);
const clauseFor = (typed: string) => parseQuery(typed).clauses[0] ?? assert.fail(typed);

test('a reader fetches a chunk of the index once, and none that cannot hold the word', async () => {
  const { engine, asked } = indexOf(small, 2);
  await engine.whole(clauseFor('治理'));
  assert.equal(asked.length, 1);
  await engine.whole(clauseFor('治理'));
  assert.equal(asked.length, 1);
});

test('of a long query no more is fetched once it is clear that nothing holds it', async () => {
  const { engine, asked } = indexOf(small, 1);
  assert.equal((await engine.whole(clauseFor('治理法律院调解法'))).size, 0);
  assert.ok(asked.length <= 2, String(asked));
});

test('a chunk that did not come is asked for again', async () => {
  let calls = 0;
  const engine = indexEngine(
    pagefindIndex([''], () => {
      calls += 1;
      return calls === 1
        ? Promise.reject(new Error('offline'))
        : Promise.resolve(Uint8Array.from(cborOf([[['治理', [[3, [-25, 4], []]], []]]])));
    }),
  );
  await assert.rejects(engine.whole(clauseFor('治理')), /offline/);
  assert.deepEqual([...(await engine.whole(clauseFor('治理'))).keys()], [3]);
});
