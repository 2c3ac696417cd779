import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { checkContent } from '#gate/check.ts';
import { paragraphOf } from '#gate/fault.ts';
import { readContentFiles } from '#gate/report.ts';
import { approvedIn } from './told.ts';

/** The sound little library of `_base`, with the sources it was written from and its grounds in them. */
const folder = 'tests/content-faults/_grounds';
const today = '2026-11-30';

/** Content and sources, by their paths. */
type Files = ReadonlyMap<string, string>;

const sources = readdirSync(join(folder, 'sources')).map((name): [string, string] => [
  `sources/${name}`,
  readFileSync(join(folder, 'sources', name), 'utf8'),
]);
const base: Files = new Map([
  ...readContentFiles('tests/content-faults/_base'),
  ...readContentFiles(folder),
  ...sources,
]);

function faultsOf(files: Files, { withSources = true } = {}): string[] {
  const content = [...files].filter(([name]) => name.startsWith('content/'));
  const texts = [...files]
    .filter(([name]) => name.startsWith('sources/'))
    .map(([name, text]): [string, string] => [name.slice('sources/'.length), text]);
  return checkContent(new Map(content), today, withSources ? new Map(texts) : null).map(
    paragraphOf,
  );
}

const story = z.strictObject({
  story: z.string(),
  edits: z.array(
    z.union([
      z.strictObject({ file: z.string(), replace: z.string(), with: z.string() }),
      z.strictObject({ file: z.string(), remove: z.literal(true) }),
      z.strictObject({ file: z.string(), rename: z.string() }),
    ]),
  ),
  /** Of each message the words it holds, in any order of messages. */
  expected: z.array(z.array(z.string())),
  /** Words that one message or another holds, where many depend on what was edited. */
  includes: z.array(z.string()).default([]),
});
type Edit = z.output<typeof story>['edits'][number];

test('a library whose grounds hold passes, with its sources and without', () => {
  assert.deepEqual(faultsOf(base), []);
  assert.deepEqual(faultsOf(base, { withSources: false }), []);
});

const approved = approvedIn('told-of-grounds.txt');

for (const { story: title, edits, expected, includes } of z
  .array(story)
  .parse(parse(readFileSync(join(folder, 'stories.yml'), 'utf8')))) {
  test(`an editor is told: ${title}`, () => {
    const messages = faultsOf(edits.reduce(applyEdit, base));
    const all = messages.join('\n');
    assert.notEqual(all, '', 'nothing was found');
    approved(title, messages);
    for (const words of includes) assert.ok(all.includes(words), `"${words}" is not in: ${all}`);
    if (includes.length > 0) return;
    assert.equal(messages.length, expected.length, all);
    for (const words of expected) {
      assert.ok(
        messages.some((message) => words.every((word) => message.includes(word))),
        `${words.join(', ')} is not in: ${all}`,
      );
    }
  });
}

test('an office that keeps only a manuscript of its own is held up by no other', () => {
  const content = new Map([...base].filter(([name]) => name.startsWith('content/')));
  const ownOnly = new Map([['我们的稿子.txt', '另一篇的文字。']]);
  assert.deepEqual(checkContent(content, today, ownOnly), []);
});

test('without its sources a library is judged by form and digests', () => {
  const [first, ...more] = faultsOf(
    applyEdit(base, {
      file: 'content/grounds/xiaoqu-yishi-zhuo.yml',
      replace: 'from: 数十名老住户 }',
      with: 'from: 数百名老住户 }',
    }),
    { withSources: false },
  );
  assert.match(first ?? '', /数十名 轮值住户.*改过/);
  assert.deepEqual(more, []);
});

test('where grounds are welcome and not required, proposals and gaps hold nobody up', () => {
  const edits: Edit[] = [
    { file: 'content/reviewing.yml', replace: 'grounds: required', with: 'grounds: welcome' },
    { file: 'content/grounds/lian-qian-xian-wen.yml', remove: true },
    {
      file: 'content/grounds/xiaoqu-yishi-zhuo.yml',
      replace: 'from: 数十名老住户 }\n    digest: @',
      with: 'from: 没有的话 }\n',
    },
  ];
  assert.deepEqual(faultsOf(edits.reduce(applyEdit, base)), []);
});

/** `@` stands for a digest. */
function applyEdit(files: Files, edit: Edit): Files {
  const changed = new Map(files);
  const before = files.get(edit.file);
  assert.ok(before !== undefined, `${edit.file} is not there`);
  if ('remove' in edit) changed.delete(edit.file);
  else if ('rename' in edit) {
    changed.delete(edit.file);
    changed.set(edit.rename, before);
  } else {
    const pattern = new RegExp(
      edit.replace.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace('@', '[\\w-]{8}\n?'),
    );
    assert.ok(pattern.test(before), `${edit.replace} does not stand in ${edit.file}`);
    changed.set(
      edit.file,
      before.replace(pattern, () => edit.with),
    );
  }
  return changed;
}

/** Numbers that look random and are the same each time. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 0x1_0000_0000;
  }
}

test('of 200 edits of one character, in sources, records and prose, all that depends is named', () => {
  const random = numbers(20261129);
  const next = (below: number): number => Math.floor(random.next().value * below);
  const names = [...base.keys()].filter((name) =>
    /sources\/|grounds\/.*yml|attributions\/|practices\//.test(name),
  );
  let edits = 0;
  while (edits < 200) {
    const name = names[next(names.length)] ?? '';
    const text = base.get(name) ?? '';
    const at = next(text.length);
    const character = text[at] ?? '';
    // A character of the words that are said, not of how a file is written.
    if (!/\p{Script=Han}|\d/u.test(character)) continue;
    const other = /\d/.test(character) ? String((Number(character) + 1) % 10) : '某';
    const dependants = dependantsOf(name, text, at);
    if (dependants === null) continue;
    edits += 1;
    const edited = new Map(base).set(name, text.slice(0, at) + other + text.slice(at + 1));
    const told = faultsOf(edited).join('\n');
    const where = `${name}:${text.slice(0, at).split('\n').length} ${character} → ${other}`;
    assert.notEqual(told, '', `nothing is told of ${where}`);
    for (const dependant of dependants) {
      assert.ok(told.includes(dependant), `${dependant} is not named of ${where}: ${told}`);
    }
  }
});

/** What has to be named when a character changes; null where nothing rests on it. */
function dependantsOf(name: string, text: string, at: number): readonly string[] | null {
  const line = text.slice(0, at).split('\n').length - 1;
  if (name.startsWith('sources/')) {
    const paragraph = text
      .split('\n')
      .slice(0, line + 1)
      .filter((one) => one.trim() !== '').length;
    const words = (text.split('\n')[line] ?? '').replace(/\s/g, '');
    const column = at - text.lastIndexOf('\n', at - 1) - 1;
    const practice = name.includes('000') ? 'xiaoqu-yishi-zhuo' : 'lian-qian-xian-wen';
    return [`原文第 ${paragraph} 段`, ...restingOn(practice, words, column)];
  }
  if (name.includes('/practices/')) return statedAt(text, line);
  const row = text.split('\n')[line] ?? '';
  if (/^(?:#|sections|  - other)/.test(row)) return null;
  return name.includes('/grounds/') ? [name.slice('content/'.length)] : [];
}

/** Names of the statements with a passage that holds the character of a line of the source. */
function restingOn(practice: string, words: string, column: number): readonly string[] {
  const { statements } = parse(base.get(`content/grounds/${practice}.yml`) ?? '') as {
    statements: { what?: string; passages?: { from: string; to?: string }[] }[];
  };
  return statements
    .filter(({ passages = [] }) =>
      passages.some(({ from, to }) => {
        const start = words.indexOf(from);
        const end = to === undefined ? start + from.length : words.indexOf(to, start) + to.length;
        return start >= 0 && end > start && column >= start && column < end;
      }),
    )
    .flatMap(({ what }) => what ?? []);
}

/** A line of the card, or a paragraph, that is a statement; null for all else, which other rules judge. */
function statedAt(text: string, line: number): readonly string[] | null {
  const lines = text.split('\n');
  const bodyFrom = lines.indexOf('---', 1);
  const ours = lines.findIndex((one) => one.startsWith('## 可以带走什么'));
  const row = lines[line] ?? '';
  if (line > bodyFrom && line < ours && /^[^#<|]/.test(row) && !/扫描|缺一行/.test(row))
    return ['paragraph'];
  return /^ {4}(how|counts): /.test(row) ? ['grounds/'] : null;
}
