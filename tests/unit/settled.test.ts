import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { judgeContent } from '#gate/check.ts';
import { paragraphOf } from '#gate/fault.ts';
import type { ContentFiles } from '#gate/records.ts';
import { inspectContent, readContentFiles } from '#gate/report.ts';
import { readSettled, saveSettled, startJudging } from '#gate/verdict-cache.ts';

const base = readContentFiles('tests/content-faults/_base');
const today = '2026-11-30';
const sound = 'lian-qian-xian-wen';
const { gists } = judgeContent(base, today, []);
const settled = gists.filter(({ id }) => id === sound);
const without = (id: string): ContentFiles =>
  new Map([...base].filter(([file]) => !file.includes(`/${id}.`)));

test('a practice known to be sound still uses its entries and terms', () => {
  assert.deepEqual(judgeContent(without(sound), today, settled).faults.map(paragraphOf), []);
  assert.notDeepEqual(judgeContent(without(sound), today, []).faults, []);
});

test('a title that a sound practice has already is refused', () => {
  const file = 'content/practices/xiaoqu-yishi-zhuo.mdx';
  const title = settled[0]?.title ?? '';
  const files = new Map(without(sound));
  files.set(file, (files.get(file) ?? '').replace(/^title: .*$/m, `title: ${title}`));
  const [message, ...more] = judgeContent(files, today, settled).faults.map(paragraphOf);
  assert.deepEqual(more, []);
  assert.match(message ?? '', new RegExp(sound));
});

const root = mkdtempSync(join(tmpdir(), 'settled-'));
after(() => rmSync(root, { recursive: true }));

const settledNow = (ids: readonly string[]) =>
  readSettled({ practices: ids, documents: [] }, root, startJudging(root)).gists;

/** Does something as if the clock showed another time. */
function at(difference: number, act: () => void): void {
  const now = Date.now;
  Date.now = () => now() + difference;
  try {
    act();
  } finally {
    Date.now = now;
  }
}

beforeEach(() => {
  rmSync(root, { recursive: true });
  cpSync('tests/content-faults/_base/content', join(root, 'content'), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
});

test('only practices left as they were since the last sound judgement are settled', () => {
  const ids = gists.map(({ id }) => id);
  inspectContent(root);
  // Files written in the same moment as the verdict may have been written after it.
  assert.deepEqual(settledNow(ids), []);

  at(10_000, () => inspectContent(root));
  assert.deepEqual(
    settledNow(ids).map(({ id }) => id),
    ids,
  );

  utimesSync(join(root, `content/practices/${sound}.mdx`), 1, 1);
  assert.equal(
    settledNow(ids).some(({ id }) => id === sound),
    false,
  );
  writeFileSync(join(root, 'content/terms.yml'), '[]\n');
  assert.deepEqual(settledNow(ids), []);
});

test('a practice edited while others are judged is not taken for sound', () => {
  const file = join(root, `content/practices/${sound}.mdx`);
  at(-60_000, () => {
    const judging = startJudging(root);
    // Read and found sound by now; others are being read, and an editor saves a fault.
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: “没有收尾'));
    at(120_000, () => saveSettled({ gists, documents: [] }, root, judging));
  });
  assert.deepEqual(settledNow([sound]), []);
});

/** The library with the sources it was written from, whose content is known to be sound. */
function attributedLibrary(): void {
  cpSync('tests/content-faults/_grounds/content', join(root, 'content'), { recursive: true });
  cpSync('tests/content-faults/_grounds/sources', join(root, 'sources'), { recursive: true });
  const site = join(root, 'content/site.yml');
  writeFileSync(site, `${readFileSync(site, 'utf8').trimEnd()}\nsources: ../sources\n`);
  at(10_000, () => assert.deepEqual(inspectContent(root).faults, []));
}

const other = 'xiaoqu-yishi-zhuo';
const attributionOf = (document: string) => join(root, `content/attributions/${document}.yml`);
const settledOf = (...documents: string[]): string[] =>
  readSettled({ practices: [sound, other], documents }, root, startJudging(root)).gists.map(
    ({ id }) => id,
  );

for (const [told, touch] of [
  ['its attribution is edited', () => utimesSync(attributionOf('001'), 1, 1)],
  ['its source is edited', () => utimesSync(join(root, 'sources/001.txt'), 1, 1)],
  ['its attribution is taken away', () => rmSync(attributionOf('001'))],
] as const) {
  test(`of two practices only the one is judged anew when ${told}`, () => {
    attributedLibrary();
    assert.deepEqual(settledOf('000', '001'), [sound, other]);
    const text = readFileSync(attributionOf('001'), 'utf8');
    const [, touched] = /practice: ([\w-]+)/.exec(text) ?? [];
    touch();
    const left = existsSync(attributionOf('001')) ? ['000', '001'] : ['000'];
    assert.deepEqual(
      settledOf(...left),
      [sound, other].filter((id) => id !== touched),
    );
  });
}

test('a manuscript that comes in has no other practice judged anew', () => {
  attributedLibrary();
  writeFileSync(join(root, 'sources/002.txt'), '又一篇稿子。\n');
  const text = readFileSync(attributionOf('001'), 'utf8');
  writeFileSync(attributionOf('002'), text.replace(/^document: .*$/m, "document: '002'"));
  const [, named] = /practice: ([\w-]+)/.exec(text) ?? [];
  // It claims a practice that another document has; the third practice is left alone.
  assert.deepEqual(
    settledOf('000', '001', '002'),
    [sound, other].filter((id) => id !== named),
  );
  const told = inspectContent(root).faults.map(paragraphOf).join('\n');
  assert.match(told, /这篇实践的原文已经归在/);
});

test('a document whose practice is gone is told of, though nobody touched it', () => {
  attributedLibrary();
  const text = readFileSync(attributionOf('001'), 'utf8');
  const [, named = ''] = /practice: ([\w-]+)/.exec(text) ?? [];
  rmSync(join(root, `content/practices/${named}.mdx`));
  const told = inspectContent(root).faults.map(paragraphOf).join('\n');
  assert.match(told, new RegExp(`attributions/001.yml.*${named}.*没有这篇实践`));
});

test('a practice that is still being written may have its document attributed', () => {
  attributedLibrary();
  const file = join(root, `content/practices/${sound}.mdx`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^state: .*$/m, 'state: draft'));
  const told = inspectContent(root).faults.map(paragraphOf).join('\n');
  assert.doesNotMatch(told, /attributions|grounds/);
});

test('a draft from a new county keeps its county, and all that is above it', () => {
  const regions = join(root, 'content/regions.yml');
  const county = [
    "- { id: '520300', name: 遵义市, short: 遵义, pinyin: Zunyi, level: prefecture, parent: '520000' }",
    "- { id: '520328', name: 湄潭县, short: 湄潭, pinyin: Meitan, level: county, parent: '520300' }",
  ];
  writeFileSync(regions, `${readFileSync(regions, 'utf8').trimEnd()}\n${county.join('\n')}\n`);
  const text = readFileSync(join(root, `content/practices/${sound}.mdx`), 'utf8');
  writeFileSync(
    join(root, 'content/practices/yuanba-shuoshi.mdx'),
    text.replace(/^state: .*$/m, 'state: draft').replace(/^region: .*$/m, "region: '520328'"),
  );
  const told = inspectContent(root).faults.map(paragraphOf).join('\n');
  assert.doesNotMatch(told, /5203/);
});

test('lists that are prepared before the first practice are no fault', () => {
  rmSync(join(root, 'content/practices'), { recursive: true });
  mkdirSync(join(root, 'content/practices'));
  writeFileSync(join(root, 'content/comparisons.yml'), '[]\n');
  const told = inspectContent(root).faults.map(paragraphOf).join('\n');
  assert.doesNotMatch(told, /没有一篇实践用到/);
});
