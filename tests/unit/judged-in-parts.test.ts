import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeParts } from '#gate/check.ts';
import { paragraphOf } from '#gate/fault.ts';
import type { ContentFiles } from '#gate/records.ts';
import { readContentFiles } from '#gate/report.ts';

const base = readContentFiles('tests/content-faults/_base');
const today = '2026-11-30';
const ids = ['lian-qian-xian-wen', 'xiaoqu-yishi-zhuo'];
const [earlier = '', later = ''] = ids;
const isOf = (id: string, file: string): boolean => file.includes(`/${id}.`);
const filesWhere = (keep: (file: string) => boolean): ContentFiles =>
  new Map([...base].filter(([file]) => keep(file)));
const firstPart = filesWhere((file) => !isOf(later, file));
const secondPart = filesWhere((file) => isOf(later, file));

const judge = (...parts: readonly (() => ContentFiles)[]): string[] =>
  judgeParts(parts, today, { settled: [], ids }).faults.map(paragraphOf);

function retitled(files: ContentFiles, id: string, title: string): ContentFiles {
  const file = `content/practices/${id}.mdx`;
  const text = files.get(file) ?? assert.fail(`There is no ${file}.`);
  return new Map(files).set(file, text.replace(/^title: .*$/m, `title: ${title}`));
}

test('content that is sound as a whole is sound in parts', () => {
  assert.deepEqual(
    judge(
      () => firstPart,
      () => secondPart,
    ),
    [],
  );
});

test('what only a later part uses is not called unused, and is where it is missing', () => {
  assert.notDeepEqual(
    judge(() => firstPart),
    [],
  );
});

test('an editor hears of a fault before the rest of a large library is read', () => {
  const [message, ...more] = judge(
    () => retitled(firstPart, earlier, '“没有收尾的标题'),
    () => assert.fail('The rest was read.'),
  );
  assert.match(message ?? '', new RegExp(`${earlier}.*没有配对`));
  assert.deepEqual(more, []);
});

test('a title that stands in an earlier part is refused', () => {
  const title = '两篇都叫这个';
  const [message, ...more] = judge(
    () => retitled(firstPart, earlier, title),
    () => retitled(secondPart, later, title),
  );
  assert.match(message ?? '', new RegExp(`${later}.*与 .*${earlier}.* 的标题相同`));
  assert.deepEqual(more, []);
});
