/**
 * `npm run bench:search [-- --sizes 2000,10000 --only-ours]`: what the search finds, weighs and
 * takes, on this library and on coined ones, beside other libraries on the same texts; and how well
 * it answers questions in readers' own words (`--questions <file>` for others than our own). Needs
 * a built site.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { writeSearchData } from '#build/search/data.ts';
import { evaluate } from '#domain/search/evaluate.ts';
import { parseQuery } from '#domain/search/query.ts';
import {
  askSearch,
  judgeQuestions,
  ownQuestions,
  questionsOf,
  type Ask,
} from '../questions/judge.ts';
import { askMiniSearch, askFlexSearch, askPagefind } from './rankers.ts';
import { todaysBrowser } from '../site/browsers.ts';
import { openOnDisk, seeded } from '../site/search-on-disk.ts';
import { coinCorpus, readReal, type Corpus } from './corpus.ts';
import { peers, type Text } from './peers.ts';
import { serve, type CountingServer } from './server.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '2000,10000' },
    'only-ours': { type: 'boolean', default: false },
    questions: { type: 'string', multiple: true },
  },
});

const work = '.cache/bench';

/** How many queries of each kind. */
const asked = { terms: 120, pieces: 120, known: 120, timed: 60, weighed: 20 };

interface Row {
  readonly name: string;
  readonly recall: number;
  readonly precision: number;
  readonly mrr: number;
  /** Bytes before and with the first ten results, without HTML and CSS; and for another query. */
  readonly firstBytes: number;
  readonly nextBytes: number;
  /** Milliseconds from the change of the box to results laid out. */
  readonly p50: number;
  readonly p95: number;
  readonly buildSeconds: number;
}

async function measure(name: string, corpus: Corpus): Promise<void> {
  const texts = corpus.blocks.map((blocks): Text => ({
    title: blocks[0]?.[2] ?? '',
    text: blocks
      .slice(1)
      .map(([, , words]) => words)
      .join('\n'),
  }));
  const characters = texts.reduce((sum, { title, text }) => sum + title.length + text.length, 0);
  console.log(
    `\n## ${name}：${texts.length} 篇，平均 ${Math.round(characters / texts.length)} 字\n`,
  );
  const queries = coinQueries(corpus, texts);
  const rows = [await ours(corpus, texts, queries)];
  if (!values['only-ours'])
    for (const peer of peers) rows.push(await measurePeer(peer, texts, queries));
  print(rows);
}

interface Queries {
  readonly words: readonly string[];
  /** Part of a title, and the practice it is of. */
  readonly known: readonly (readonly [words: string, practice: number])[];
}

/** Terms of the lists, pieces of texts that pay no heed to words, and titles and parts of them. */
function coinQueries(corpus: Corpus, texts: readonly Text[]): Queries {
  const random = seeded(1);
  const runsOf = (text: string): string[] =>
    [...text.matchAll(/\p{Script=Han}{2,}/gu)].map(([run]) => run);
  const terms = [...corpus.source.facets.topic, ...corpus.source.facets.problem]
    .flatMap(([, label, , aliases]) => [label, ...aliases])
    .flatMap(runsOf);
  const piece = (run: string, least: number, most: number): string => {
    const length = Math.min(run.length, least + random(most - least + 1));
    const start = random(run.length - length + 1);
    return run.slice(start, start + length);
  };
  const pieces = Array.from({ length: asked.pieces }, () => {
    const runs = runsOf(texts[random(texts.length)]?.text ?? '治理');
    return piece(runs[random(runs.length)] ?? '治理', 2, 7);
  });
  // A part of a title that other titles share would not be a known item.
  const known: [string, number][] = [];
  while (known.length < asked.known) {
    const practice = random(texts.length);
    const title = texts[practice]?.title ?? '';
    const run = runsOf(title).sort((a, b) => b.length - a.length)[0] ?? title;
    const part = known.length % 2 === 0 ? title : piece(run, 4, 8);
    if (texts.filter((other) => other.title.includes(part)).length === 1)
      known.push([part, practice]);
  }
  const shuffled = terms.sort(() => random(3) - 1).slice(0, asked.terms);
  // What nothing holds has no recall.
  const words = [...new Set([...shuffled, ...pieces])].filter(
    (word) => truthOf(word, texts).size > 0,
  );
  return { words: words.sort(() => random(3) - 1), known };
}

const truthOf = (query: string, texts: readonly Text[]): Set<number> =>
  new Set(
    texts.flatMap(({ title, text }, place) =>
      title.includes(query) || text.includes(query) ? [place] : [],
    ),
  );

async function judge(
  find: (query: string) => Promise<readonly number[]> | readonly number[],
  texts: readonly Text[],
  { words, known }: Queries,
): Promise<Pick<Row, 'recall' | 'precision' | 'mrr'>> {
  let [held, wanted, found, right] = [0, 0, 0, 0];
  for (const word of words) {
    const truth = truthOf(word, texts);
    const places = await find(word);
    const correct = places.filter((place) => truth.has(place)).length;
    held += correct;
    right += correct;
    wanted += truth.size;
    found += places.length;
  }
  let reciprocal = 0;
  for (const [part, practice] of known) {
    const rank = (await find(part)).indexOf(practice);
    if (rank >= 0) reciprocal += 1 / (rank + 1);
  }
  return { recall: held / wanted, precision: right / found, mrr: reciprocal / known.length };
}

async function ours(corpus: Corpus, texts: readonly Text[], queries: Queries): Promise<Row> {
  const site = join(work, 'site');
  rmSync(site, { recursive: true, force: true });
  cpSync('dist', site, {
    recursive: true,
    filter: (from) =>
      !/dist\/(data\/search|pagefind|practices\/.+)/.test(from) || /practices\/index/.test(from),
  });
  const startedAt = performance.now();
  await writeSearchData(site, corpus.source, corpus.page);
  const buildSeconds = (performance.now() - startedAt) / 1000;
  const disk = openOnDisk(site);
  // The exact results alone: they are what is labelled whole.
  const quality = await judge(
    async (query) =>
      (await evaluate(parseQuery(query), disk.index, [])).exact.map(({ practice }) => practice),
    texts,
    queries,
  );
  const server = await serve([['/', site]]);
  const tab = await browser.newPage();
  const speed = await measurePage(tab, server, '/practices/', '[data-search-box]', queries, true);
  await tab.close();
  server.close();
  return { name: '本站', ...quality, ...speed, buildSeconds };
}

async function measurePeer(
  peer: (typeof peers)[number],
  texts: readonly Text[],
  queries: Queries,
): Promise<Row> {
  const folder = join(work, 'peers');
  mkdirSync(join(folder, peer.name), { recursive: true });
  const startedAt = performance.now();
  const index = await peer.build(texts);
  const buildSeconds = (performance.now() - startedAt) / 1000;
  writeFileSync(join(folder, peer.name, 'index.json'), index);
  writeFileSync(join(folder, 'texts.json'), JSON.stringify(texts));
  const quality = await judge(await peer.open(index), texts, queries);
  const library = gzipSync(readFileSync(join('node_modules', peer.library)), { level: 9 }).length;
  const ownTexts = peer.holdsTexts ? 0 : gzipSync(JSON.stringify(texts), { level: 9 }).length;
  const firstBytes = library + gzipSync(index, { level: 9 }).length + ownTexts;
  const server = await serve([
    ['/bench/', folder],
    ['/node_modules/', 'node_modules'],
    ['/tests/', 'tests'],
  ]);
  const page = await browser.newPage();
  const { p50, p95 } = await measurePage(
    page,
    server,
    `/tests/bench/peer.html?peer=${peer.name}`,
    'input',
    queries,
    false,
  );
  await page.close();
  server.close();
  return { name: peer.name, ...quality, firstBytes, nextBytes: 0, p50, p95, buildSeconds };
}

async function measurePage(
  page: Page,
  server: CountingServer,
  path: string,
  box: string,
  { words }: Queries,
  countsBytes: boolean,
): Promise<Pick<Row, 'firstBytes' | 'nextBytes' | 'p50' | 'p95'>> {
  const home = `http://127.0.0.1:${server.port}`;
  const weigh = (): number =>
    [...server.take().bytes]
      .filter(([ending]) => !['.html', '.css', '.svg'].includes(ending))
      .reduce((sum, [, bytes]) => sum + bytes, 0);
  const type = (query: string): Promise<number> =>
    page.evaluate(
      async ([selector, text]) => {
        const input = document.querySelector<HTMLInputElement>(selector);
        const list = document.querySelector<HTMLElement>('ol');
        if (!input || !list) throw new Error('The page has no box or list.');
        const wanted = `?${new URLSearchParams({ q: text }).toString()}`;
        const done = new Promise<void>((settle) => {
          const look = (): void => {
            if (list.dataset['answers'] !== wanted) return;
            observer.disconnect();
            settle();
          };
          const observer = new MutationObserver(look);
          observer.observe(list, { attributes: true });
        });
        const startedAt = performance.now();
        input.value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await done;
        void list.offsetHeight;
        return performance.now() - startedAt;
      },
      [box, query] as const,
    );
  const open = async (): Promise<void> => {
    server.take();
    await page.goto(home + path);
    if (!countsBytes) await page.locator('body[data-ready]').waitFor({ timeout: 600_000 });
    await page.locator(box).focus();
  };

  let [firstBytes, nextBytes] = [0, 0];
  if (countsBytes) {
    // Each of them as a reader who has never been here.
    for (let at = 0; at + 1 < asked.weighed * 2; at += 2) {
      const client = await page.context().newCDPSession(page);
      await client.send('Network.clearBrowserCache');
      await client.detach();
      await open();
      await type(words[at] ?? '治理');
      await page.waitForLoadState('networkidle');
      firstBytes += weigh() / asked.weighed;
      await type(words[at + 1] ?? '调解');
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(50);
      nextBytes += weigh() / asked.weighed;
      await page.goto('about:blank');
    }
  }
  await open();
  await type('治理');
  const times: number[] = [];
  for (const word of words.slice(-asked.timed)) times.push(await type(word));
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { firstBytes, nextBytes, p50: at(0.5), p95: at(0.95) };
}

function print(rows: readonly Row[]): void {
  console.log(
    '| | 查全 % | 精确标注的准确 % | MRR | 首次 kB | 再次 kB | p50 ms | p95 ms | 建索引 s |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const row of rows) {
    const percent = (share: number): string => (share * 100).toFixed(2).replace(/\.00$/, '');
    console.log(
      `| ${row.name} | ${percent(row.recall)} | ${percent(row.precision)} | ${row.mrr.toFixed(3)} | ${(row.firstBytes / 1000).toFixed(0)} | ${(row.nextBytes / 1000).toFixed(0)} | ${row.p50.toFixed(1)} | ${row.p95.toFixed(1)} | ${row.buildSeconds.toFixed(1)} |`,
    );
  }
}

async function judgeAnswers(corpus: Corpus): Promise<void> {
  const ids = corpus.source.practices.map(({ id }) => id);
  const texts = corpus.blocks.map((blocks) => ({
    title: blocks[0]?.[2] ?? '',
    text: blocks.map(([, , words]) => words).join('\n'),
  }));
  const asks: readonly (readonly [name: string, ask: Ask])[] = [
    ['本站', askSearch(openOnDisk('dist').searches.index)],
    ['MiniSearch BM25，单字和双字', askMiniSearch(ids, texts)],
    ['FlexSearch，单字和双字', await askFlexSearch(ids, texts)],
    ['Pagefind 自己的检索', await askPagefind('dist', ids)],
  ];
  for (const file of values.questions ?? ownQuestions) {
    const questions = questionsOf(file);
    console.log(`\n## ${file}：${questions.length} 问\n`);
    console.log(
      '| | 第一条就对 % | 前三条有对的 % | MRR | 打错字前三 % | 答不了的：没有结果 % | 有卡片 % |',
    );
    console.log('|---|---|---|---|---|---|---|');
    for (const [name, ask] of asks) {
      const judged = await judgeQuestions(questions, ask);
      const cells = [
        judged.first,
        judged.three,
        judged.mrr,
        judged.slips,
        judged.empty,
        judged.carded,
      ];
      const shown = cells.map((share, at) =>
        at === 2 ? share.toFixed(3) : (share * 100).toFixed(1),
      );
      console.log(`| ${name} | ${shown.join(' | ')} |`);
    }
  }
}

async function startBrowser(): Promise<Browser> {
  const { executablePath, args } = todaysBrowser();
  return chromium.launch({ executablePath, args: [...args] });
}

const real = readReal('dist');
const browser = await startBrowser();
try {
  await judgeAnswers(real);
  await measure('本库', real);
  for (const size of values.sizes.split(',').map(Number).filter(Boolean)) {
    await measure(`合成 ${size} 篇`, coinCorpus(real, size, seeded(size)));
  }
} finally {
  await browser.close();
}
