import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test as run } from 'node:test';
import { canonical, differenceOf, type Statement } from '#domain/practice/published-record.ts';
import { publish } from '#editing/publishing.ts';
import { sign } from '#editing/signing.ts';
import { paragraphOf } from '#gate/fault.ts';
import { inspectContent } from '#gate/report.ts';
import { approvedIn } from './told.ts';

const root = mkdtempSync(join(tmpdir(), 'published-'));
after(() => rmSync(root, { recursive: true }));

const content = (name: string): string => join(root, 'content', name);
const practice = content('practices/lian-qian-xian-wen.mdx');

/** Changes a file of the library the way an editor would. */
function edit(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(file, 'utf8');
  const text = before.replace(from, () => to);
  assert.notEqual(text, before, `${file} holds no ${String(from)}`);
  writeFileSync(file, text);
}

const approved = approvedIn('told-of-editions.txt');
let story = '';
let times = 0;

/** A story in which what editors are told is held against what was approved. */
function test(name: string, body: () => void): void {
  run(name, () => {
    [story, times] = [name, 0];
    body();
  });
}

/** What an editor is told. */
function told(): readonly string[] {
  const messages = inspectContent(root).faults.map(paragraphOf);
  times += 1;
  approved(times === 1 ? story : `${story} (${times})`, messages);
  return messages;
}

function toldOnce(...words: readonly (string | RegExp)[]): void {
  const messages = told();
  assert.equal(messages.length, 1, messages.join('\n') || 'nothing was found');
  for (const word of words) {
    assert.match(messages[0] ?? '', typeof word === 'string' ? new RegExp(word) : word);
  }
}

function publishAll(): void {
  const done = publish({ accept: false }, root);
  assert.ok('editions' in done, JSON.stringify(done));
}

/** The sound little library, published. */
const asPublished = mkdtempSync(join(tmpdir(), 'as-published-'));
after(() => rmSync(asPublished, { recursive: true }));

before(() => {
  cpSync('tests/content-faults/_base/content', content('.'), { recursive: true });
  publishAll();
  cpSync(root, asPublished, { recursive: true });
});

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  cpSync(asPublished, root, { recursive: true });
});

test('what was just published has nothing against it', () => {
  assert.deepEqual(told(), []);
});

test('a number changed in a published practice without a new edition is refused', () => {
  edit(practice, "value: '3'", "value: '8'");
  edit(practice, /3名/, '8名');
  edit(content('paragraphs/lian-qian-xian-wen.yml'), /3名/, '8名');
  const messages = told();
  assert.ok(
    messages.some((message) => /数字（figures）.*第 2 版已经发布.*edition 改成 3/.test(message)),
  );
  assert.ok(messages.some((message) => /正文写着「.*8名/.test(message)));
});

test('with a new edition and a note the change is asked to be put on record, and then passes', () => {
  edit(practice, /^title: .*$/m, 'title: 立案之前先问一句，愿不愿意坐下谈');
  edit(practice, 'edition: 2', 'edition: 3');
  edit(
    practice,
    'changes:\n',
    "changes:\n  - { edition: 3, changedOn: '2026-11-21', note: 改标题 }\n",
  );
  toldOnce('第 3 版还没有登记', 'npm run publish');
  publishAll();
  assert.deepEqual(told(), []);
});

test('a paragraph left out or put in without a new edition is named', () => {
  const [paragraphs, ledger] = [content('paragraphs/lian-qian-xian-wen.yml'), practice];
  edit(ledger, /\n文章也承认，.*\n/, '');
  edit(paragraphs, /  - id: p-z2kh\n.*\n/, '');
  edit(
    paragraphs,
    'retired: []',
    "retired:\n  - { id: p-z2kh, text: 文章也承认, retiredOn: '2026-11-21', note: 并入上文 }",
  );
  told();
  edit(ledger, '## 可以带走什么', '新写的一段，发布时还没有。\n\n## 可以带走什么');
  told();
});

test('a note of an earlier edition is not dropped with the next', () => {
  edit(practice, 'edition: 2', 'edition: 3');
  edit(practice, /  - \{ edition: 2,.*\n/, '');
  edit(practice, 'changes:\n', "changes:\n  - { edition: 3, changedOn: '2026-11-21', note: 改 }\n");
  toldOnce('第 2 版发布过，修改说明里却没有它');
});

test('an edition does not go back, and its note is not dropped', () => {
  edit(practice, 'edition: 2', 'edition: 1');
  edit(practice, /  - \{ edition: 2,.*\n/, '');
  toldOnce('第 2 版已经发布，版次不能退回');
});

test('a published practice does not vanish, nor take another name, without a word', () => {
  rmSync(practice);
  rmSync(content('paragraphs/lian-qian-xian-wen.yml'));
  const messages = told();
  assert.ok(
    messages.some((message) => /lian-qian-xian-wen\.yml.*发布过.*不见了.*retired/.test(message)),
  );
});

test('not even together with its record', () => {
  for (const name of [
    'practices/lian-qian-xian-wen.mdx',
    'paragraphs/lian-qian-xian-wen.yml',
    'published/lian-qian-xian-wen.yml',
  ])
    rmSync(content(name));
  assert.ok(told().some((message) => /lian-qian-xian-wen.*公布过，现在不见了/.test(message)));
});

test('a practice that took another name leaves the way to it', () => {
  for (const [folder, ending] of [
    ['practices', 'mdx'],
    ['paragraphs', 'yml'],
  ] as const) {
    renameSync(
      content(`${folder}/lian-qian-xian-wen.${ending}`),
      content(`${folder}/xian-wen-yi-ju.${ending}`),
    );
  }
  edit(content('comparisons.yml'), 'lian-qian-xian-wen', 'xian-wen-yi-ju');
  assert.ok(told().some((message) => /不见了/.test(message)));
  writeFileSync(
    content('redirects.yml'),
    "- { list: practices, from: lian-qian-xian-wen, to: xian-wen-yi-ju, on: '2026-11-21', note: 改名 }\n",
  );
  publishAll();
  assert.deepEqual(told(), []);
  cpSync(content('practices/xian-wen-yi-ju.mdx'), practice);
  edit(practice, /^title: .*$/m, 'title: 用回了改走的编号');
  assert.ok(told().some((message) => /改走的编号永不另用/.test(message)));
});

test('an id of a list that readers have addresses of does not change without a word', () => {
  edit(content('topics.yml'), 'id: suyuan-zhili', 'id: suyuan');
  for (const name of ['practices/lian-qian-xian-wen.mdx', 'practices/xiaoqu-yishi-zhuo.mdx']) {
    const text = readFileSync(content(name), 'utf8');
    writeFileSync(content(name), text.replaceAll('suyuan-zhili', 'suyuan'));
  }
  const messages = told();
  assert.ok(
    messages.some((message) => /topics\.yml.*suyuan-zhili.*公布过.*redirects/.test(message)),
  );
});

test('a record changed by hand is known by its seal', () => {
  edit(content('published/lian-qian-xian-wen.yml'), 'edition: 2', 'edition: 1');
  assert.ok(told().some((message) => /手工改过/.test(message)));
});

test('what was published is not taken back into a draft', () => {
  edit(practice, 'state: published', 'state: draft');
  assert.ok(told().some((message) => /发布过.*不见了/.test(message)));
});

test('a withdrawn practice says why, and is no longer held up as an answer', () => {
  edit(practice, 'state: published', 'state: retired');
  assert.ok(told().some((message) => /撤下了却没有说明/.test(message)));
  edit(
    practice,
    'state: retired\n',
    "state: retired\nretired: { on: '2026-11-21', by: 编辑组, reason: 原文已撤 }\n",
  );
  assert.ok(told().every((message) => /已经撤下/.test(message)));
});

test('an unfinished draft holds nobody up, and is told apart', () => {
  writeFileSync(content('practices/cao-gao.mdx'), '---\nstate: draft\ntitle:\n---\n\n## 问题\n');
  // As Windows saves it, with a mark in front and returns at the ends.
  const windows = '\uFEFF---\r\nstate: draft\r\ntitle:\r\n---\r\n';
  writeFileSync(content('practices/cao-gao-er.mdx'), windows);
  const report = inspectContent(root, { withDrafts: true });
  assert.deepEqual(report.faults.map(paragraphOf), []);
  assert.equal(report.drafted, 2);
  assert.ok(report.drafts.length > 5);
});

test('a list entry only a draft will use is not called unused', () => {
  writeFileSync(
    content('authors.yml'),
    `${readFileSync(content('authors.yml'), 'utf8')}- { id: zhao-liu, name: 赵六, pinyin: Zhao Liu }\n`,
  );
  assert.ok(told().some((message) => /没有一篇实践用到/.test(message)));
  writeFileSync(content('practices/cao-gao.mdx'), '---\nstate: draft\nauthor: zhao-liu\n---\n');
  toldOnce('这些编号还没有登记');
});

test('a signature holds until what was read changes', () => {
  writeFileSync(content('reviewing.yml'), 'rounds: [初审, 复审]\nrequired: true\n');
  assert.ok(told().every((message) => /还没有人签这一道/.test(message)));
  for (const id of ['lian-qian-xian-wen', 'xiaoqu-yishi-zhuo']) {
    for (const [round, by] of [
      ['初审', '甲'],
      ['复审', '乙'],
    ] as const) {
      sign(id, { round, by, on: '2026-11-29' }, root);
    }
  }
  assert.deepEqual(told(), []);
  edit(content('reviews/lian-qian-xian-wen.yml'), 'by: 乙', 'by: 甲');
  toldOnce('由同一个人签');
  edit(content('reviews/lian-qian-xian-wen.yml'), /by: 甲\n(?![\s\S]*by: 甲)/, 'by: 乙\n');
  // Nothing of it is published yet, so that words may still change within the edition.
  rmSync(content('published'), { recursive: true });
  rmSync(content('published.yml'));
  edit(practice, /^title: .*$/m, 'title: 签过之后又改了题目');
  assert.ok(told().some((message) => /签过之后文字又改了/.test(message)));
});

const statement = (fields: Record<string, string>): Statement => ({
  fields,
  paragraphs: { 'p-a': '1' },
  notes: '',
});

test('a field that is empty says nothing, so that a later one changes no digest', () => {
  assert.equal(canonical({ b: 1, a: [] }), canonical({ a: null, b: 1, c: '' }));
  assert.notEqual(canonical(['a', '']), canonical(['a']));
});

test('what leads to a practice may change, what can be cited may not', () => {
  assert.equal(differenceOf(statement({ topics: 'a' }), statement({ topics: 'b' })), null);
  assert.deepEqual(differenceOf(statement({ title: 'a' }), statement({ title: 'b' }))?.fields, [
    'title',
  ]);
});
