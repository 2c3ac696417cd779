import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, afterEach, test } from 'node:test';
import { placesNaming, takeOut } from '#editing/naming-places.ts';
import { refusalIn } from '#refusal.ts';

const library = 'tests/library/content';
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'naming-'));
  cpSync(library, join(root, 'content'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (name: string): string => readFileSync(join(root, 'content', name), 'utf8');
const write = (name: string, text: string): void =>
  writeFileSync(join(root, 'content', name), text);
const takenOut = (id: string, instead: string | null = null) =>
  takeOut(
    id,
    placesNaming(id, root).map(({ key, without }) => ({
      key,
      instead: without === 'needs another' ? instead : null,
    })),
    root,
  );

const problems = `# 写法见指南
- id: an-duo
  label: 案多
  answers:
    # 第一类
    - kind: 调解
      ways:
        - practice: a
          text: 甲地这样办。
        - practice: b
          text: 乙地那样办。
    - kind: 分流
      ways:
        - practice: a
          text: 甲地还分流。
  related: [z]
- id: other
  label: 另一个
  answers:
    - kind: 独一类
      ways:
        - practice: a
          text: 只有甲地。
  unsaid: []
`;

test('an editor sees every place that names a practice, with what it says there', () => {
  write('problems.yml', problems);
  write(
    'topics.yml',
    '- id: t\n  label: 主题\n  overview:\n    - text: 综述一句。\n      practices: [a, b]\n',
  );
  write('comparisons.yml', '- id: c\n  title: 对照\n  practices: [a, b]\n  reading: 读法。\n');
  assert.deepEqual(
    placesNaming('a', root).map(({ entry, words, without }) => [entry, words, without]),
    [
      ['案多', '甲地这样办。', 'stands'],
      ['案多', '甲地还分流。', 'stands'],
      ['另一个', '只有甲地。', 'stands'],
      ['主题', '综述一句。', 'stands'],
      ['对照', '读法。', 'needs another'],
    ],
  );
});

test('a name taken out leaves every other character, and nothing empty behind', () => {
  write('problems.yml', problems);
  write('topics.yml', '- id: t\n  overview:\n    - text: 综述。\n      practices: [a, b]\n');
  write('comparisons.yml', '- id: c\n  practices: [b, a]\n  reading: 读法。\n');
  takenOut('a', 'd');
  assert.equal(
    read('problems.yml'),
    `# 写法见指南
- id: an-duo
  label: 案多
  answers:
    # 第一类
    - kind: 调解
      ways:
        - practice: b
          text: 乙地那样办。
  related: [z]
- id: other
  label: 另一个
  unsaid: []
`,
  );
  assert.equal(
    read('topics.yml'),
    '- id: t\n  overview:\n    - text: 综述。\n      practices: [b]\n',
  );
  assert.equal(read('comparisons.yml'), '- id: c\n  practices: [b, d]\n  reading: 读法。\n');
});

test('a comparison that would be left with one asks for another, and nothing is written', () => {
  write('problems.yml', problems);
  write('comparisons.yml', '- id: c\n  title: 对照\n  practices: [a, b]\n  reading: 读法。\n');
  assert.throws(
    () => takenOut('a'),
    (error) => /不够两篇，要选一篇代替/.test(refusalIn(error)?.message ?? ''),
  );
  assert.equal(read('problems.yml'), problems);
});

test('a place that says something else by now is not touched', () => {
  write('problems.yml', problems);
  const shown = placesNaming('a', root).map(({ key }) => ({ key, instead: null }));
  const meanwhile = problems.replace('甲地还分流。', '甲地另有办法。');
  write('problems.yml', meanwhile);
  assert.throws(
    () => takeOut('a', shown, root),
    (error) => /刚刚改过/.test(refusalIn(error)?.message ?? ''),
  );
  assert.equal(read('problems.yml'), meanwhile);
});

test('a practice that much of the frozen library names is taken out of all of it', () => {
  const id = 'dongcheng-zongzhi-zhongxin';
  assert.ok(placesNaming(id, root).length > 3);
  takenOut(id, 'another-one');
  assert.deepEqual(placesNaming(id, root), []);
});
