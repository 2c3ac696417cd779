/**
 * `npm run bench:verification [-- --sizes 1000,10000]`: what the check of a text fetches and takes in
 * coined libraries, and how much of it is told right. Needs no built site.
 */
import '../reading-library.ts';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { checkWith } from '#browser/verification/check-text.ts';
import type { SearchFiles } from '#browser/search/files.ts';
import { indexKinds } from '#build/search/index-kinds.ts';
import { layIndex } from '#build/search/posting-folder.ts';
import { PostingGatherer } from '#build/search/posting-parts.ts';
import { SearchFolder } from '#build/search/search-folder.ts';
import { packPractice, type BlockEntry, type PassagesFile } from '#domain/search/data.ts';
import { kindNumber } from '#domain/search/kinds.ts';
import { layoutOf } from '#domain/search/posting-files.ts';
import type { Finding } from '#domain/verification/findings.ts';
import { passagesOf } from '#domain/verification/library-text.ts';
import { sentencesOf } from '#domain/verification/sentences.ts';
import { readPracticeFiles } from '#reading/practices.ts';
import { invented } from '../planted-passages.ts';
import { randomFrom } from '../random.ts';

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '1000,10000' } } });
const folder = '.cache/bench/verification';

/** Paragraphs of a coined practice, and characters in each: as much as the practices we have. */
const shape = { paragraphs: 12, characters: 220 };
const texts = 20;

const real = readPracticeFiles().flatMap((file) =>
  file.body().sections.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines)),
);
const follows = new Map<string, string[]>();
for (const line of real) {
  for (let at = 0; at + 2 < line.length; at += 1) {
    const pair = line.slice(at, at + 2);
    follows.set(pair, [...(follows.get(pair) ?? []), line.charAt(at + 2)]);
  }
}

/** Text in which characters follow one another as they do in ours: phrases come again, sentences do not. */
function coin(of: <T>(values: readonly T[]) => T): string {
  let text = of(real).slice(0, 2);
  while (text.length < shape.characters) {
    const next = follows.get(text.slice(-2));
    text += next ? of(next) : of(real).slice(0, 2);
  }
  return `${text}。`;
}

async function measure(size: number): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const data = new SearchFolder(folder);
  const { of, next } = randomFrom(7);
  const below = (bound: number): number => Math.floor(next() * bound);
  const library: BlockEntry[][] = [];
  const startedAt = performance.now();
  const gatherer = new PostingGatherer();
  for (let number = 0; number < size; number += 1) {
    const blocks = Array.from({ length: shape.paragraphs }, (_, at): BlockEntry => [
      kindNumber('text'),
      `p-${at}`,
      coin(of),
    ]);
    blocks.unshift([kindNumber('title'), '', `第${number}篇实践`]);
    library.push(blocks);
    gatherer.add(number, passagesOf(blocks));
    data.writeJson(`practices/${number}.bin`, packPractice(`practice-${number}`, '', blocks, true));
  }
  const part = gatherer.end();
  const layout = layoutOf(part.weights);
  layIndex(data, indexKinds.passages, [part.file], {
    layout,
    notes: new Map(),
    share: { of: 1, number: 0 },
  });
  data.writeJson('passages.bin', { layout, former: 0 } satisfies PassagesFile);
  data.writeJson('traditional.bin', '');
  const seconds = (performance.now() - startedAt) / 1000;
  const index = [...data.changed].filter((name) => name.startsWith('passages/'));
  const indexBytes = index.reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0);

  const fetched: number[] = [];
  const asked: number[] = [];
  const times: number[] = [];
  let [right, all, passed] = [0, 0, 0];
  for (let text = 0; text < texts; text += 1) {
    const sources = Array.from({ length: 6 }, () => of(library));
    const sentences = Array.from({ length: 40 }, () => {
      const paragraph = of(of(sources).slice(1))[2];
      const long = sentencesOf(paragraph)
        .map(({ from, to }) => paragraph.slice(from, to))
        .filter((sentence) => sentence.length >= 14);
      const own = long.length > 0 ? of(long) : paragraph;
      const chance = next();
      if (chance < 0.5) return { own, kind: 'exact' };
      if (chance < 0.75) {
        const at = 2 + Math.floor(next() * (own.length - 4));
        return { own: `${own.slice(0, at)}焉${own.slice(at + 1)}`, kind: 'altered' };
      }
      return { own: invented(of, below), kind: 'foreign' };
    });
    let bytes = 0;
    let files = 0;
    const read = (name: string): Buffer => {
      const packed = readFileSync(join(folder, name));
      bytes += packed.length;
      files += 1;
      return gunzipSync(packed);
    };
    const kept = new Map<string, unknown>();
    const json = async <T>(name: string): Promise<T> => {
      if (!kept.has(name)) kept.set(name, JSON.parse(read(name).toString()));
      return kept.get(name) as T; // written above
    };
    const onDisk: SearchFiles = {
      practices: size,
      letters: {},
      alike: '',
      json,
      bytes: async (name) => read(name),
      chunk: () => Promise.reject(new Error('There are no words here.')),
    };
    const findings: Finding[] = [];
    const began = performance.now();
    await checkWith(onDisk, sentences.map(({ own }) => own).join('\n'), {
      signal: new AbortController().signal,
      onFindings: (more) => findings.push(...more),
    });
    times.push(performance.now() - began);
    fetched.push(bytes / 1000);
    asked.push(files);
    if (findings.length !== sentences.length) continue;
    sentences.forEach(({ kind }, at) => {
      const verdict = findings[at]?.verdict ?? 'short';
      all += 1;
      if (verdict === kind || (kind === 'altered' && verdict === 'spliced')) right += 1;
      if (kind !== 'exact' && verdict === 'exact') passed += 1;
    });
  }
  const middle = (of: number[]): string => {
    const sorted = of.sort((a, b) => a - b);
    const at = (share: number): string =>
      (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
    return `${at(0.5)} / ${at(1)}`;
  };
  console.log(
    `| ${size} | ${index.length} files, ${(indexBytes / 1e6).toFixed(1)} MB | ${seconds.toFixed(0)} s | ${middle(fetched)} kB | ${middle(asked)} | ${middle(times)} ms | ${((right / all) * 100).toFixed(1)} % of ${all} | ${passed} |`,
  );
}

console.log(
  '| practices | index | made in | fetched, middle / most | files | took | told right | passed as exact |',
);
for (const size of values.sizes.split(',').map(Number)) await measure(size);
