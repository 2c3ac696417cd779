import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkContent } from '#gate/check.ts';
import { copiedWording } from '#gate/copied.ts';
import { paragraphOf } from '#gate/fault.ts';
import { fieldNames } from '#gate/field-names.ts';
import { documentSchemas } from '#gate/records.ts';
import { readContentFiles } from '#gate/report.ts';
import { fieldsOf } from '#gate/schema-fields.ts';
import { listSchemas } from '#schema/lists.ts';
import { siteFile } from '#schema/site.ts';
import { wording } from '#schema/wording.ts';
import { applyEdit, base, folder, messagesOf, readStory, stories, today } from './fault-stories.ts';
import { approvedIn } from './told.ts';

test('a sound library passes the gate', () => {
  assert.deepEqual(checkContent(base, today).map(paragraphOf), []);
});

test('the mistakes are of many kinds', () => {
  assert.ok(stories.length >= 25);
});

const approved = approvedIn('told.txt');

for (const name of stories) {
  const { story, edits, expected } = readStory(name);
  test(`an editor is told: ${story} (${name})`, () => {
    const messages = messagesOf(edits);
    assert.equal(messages.length, 1, messages.join('\n') || 'nothing was found');
    for (const words of expected) {
      assert.ok(messages[0]?.includes(words), `"${words}" is not in: ${messages[0]}`);
    }
    approved(name, messages);
  });
}

test('an editor is told all mistakes at once, in the order of files and lines', () => {
  const edits = ['quote-unclosed', 'misprint', 'id-twice'].flatMap(
    (name) => readStory(`${name}.yml`).edits,
  );
  const faults = checkContent(edits.reduce(applyEdit, base), today);
  assert.deepEqual(
    faults.map(({ file }) => file.replace(/^content\//, '')),
    ['practices/lian-qian-xian-wen.mdx', 'practices/xiaoqu-yishi-zhuo.mdx', 'terms.yml'],
  );
});

test('a misprint may be quoted where a gap of the scan is described', () => {
  const edit = {
    file: 'content/practices/xiaoqu-yishi-zhuo.mdx',
    replace: '第二节末尾缺一行]',
    with: '“作为”印作“做为”]',
  };
  assert.deepEqual(checkContent(applyEdit(base, edit), today).map(paragraphOf), []);
});

test('dates, ordinals and quoted numbers need no figure, in a note either', () => {
  const edit = {
    file: 'content/practices/xiaoqu-yishi-zhuo.mdx',
    replace: '转办的期限不详',
    with: '2023-2028年规划、2024年3月5日的通知第12条、《5年计划》和“1、3、5分钟”机制都没有写',
  };
  assert.deepEqual(checkContent(applyEdit(base, edit), today).map(paragraphOf), []);
});

test('ways of speaking are no numbers', () => {
  const edit = {
    file: 'content/practices/xiaoqu-yishi-zhuo.mdx',
    replace: '具体少了多少，原文未载。',
    with: '千家万户、一成不变、一站式、三个环节、第一百二十条、二十世纪九十年代、十分要紧、千方百计、补上这一半、“一百二十件”机制，原文未载。',
  };
  const faults = checkContent(applyEdit(base, edit), today);
  assert.deepEqual(
    faults.filter(({ problem }) => !problem.includes('还没有登记')).map(paragraphOf),
    [],
  );
});

test('an English apostrophe is no quotation mark', () => {
  const edit = {
    file: 'content/practices/xiaoqu-yishi-zhuo.mdx',
    replace: '具体少了多少，原文未载。',
    with: '英文写作People’s Table和Neighbours’ Table，亭名‘People’s Table’也有人用。',
  };
  const faults = checkContent(applyEdit(base, edit), today);
  assert.deepEqual(
    faults.filter(({ problem }) => !problem.includes('还没有登记')).map(paragraphOf),
    [],
  );
});

test('an editor is told which wording is copied, where the sources are at hand', () => {
  const root = mkdtempSync(join(tmpdir(), 'copied-'));
  const source = '来立案的人里，有一部分其实还没有想好要不要打官司。他们来了';
  try {
    writeFileSync(join(root, '原文.txt'), source);
    process.env['SOURCES_DIR'] = root;
    const { faults, notice } = copiedWording('.', base);
    const [message, ...more] = faults.map(paragraphOf);
    assert.equal(notice, null);
    assert.equal(more.length, 0);
    for (const words of ['lian-qian-xian-wen.mdx 第 46 行', '连续 2', '重写']) {
      assert.ok(message?.includes(words), message);
    }
  } finally {
    delete process.env['SOURCES_DIR'];
    rmSync(root, { recursive: true });
  }
});

test('where the sources are missing, a notice says that copying was not looked for', () => {
  const { faults, notice } = copiedWording(join(folder, '_base'), base);
  assert.deepEqual(faults, []);
  assert.match(notice ?? '', /没有查照抄/);
});

test('a notice says why there are no sources to hold the wording against', () => {
  const root = mkdtempSync(join(tmpdir(), 'copied-'));
  const noticeIn = (folder: string): string => {
    process.env['SOURCES_DIR'] = folder;
    return copiedWording('.', base).notice ?? '';
  };
  try {
    assert.match(noticeIn(join(root, 'none')), /没有 .*none 这个文件夹/);
    assert.match(noticeIn(root), /copied-\w+ 里没有/);
    writeFileSync(join(root, '原文.docx'), '不是文档');
    writeFileSync(join(root, '又一篇.docx'), '也不是');
    assert.match(noticeIn(root), /有原文读不出来，没有对照：\S+、\S+。/);
  } finally {
    delete process.env['SOURCES_DIR'];
    rmSync(root, { recursive: true });
  }
});

test('every field an editor can write has a name in Chinese', () => {
  const schemas = [
    ...Object.values(documentSchemas),
    ...Object.values(listSchemas),
    siteFile,
    wording,
  ];
  const unnamed = schemas.flatMap(fieldsOf).filter((field) => !(field in fieldNames));
  assert.deepEqual(unnamed, []);
});

test('an edited paragraph has to be registered, once all else is right', () => {
  const edit = {
    file: 'content/practices/xiaoqu-yishi-zhuo.mdx',
    replace: '再想谈就难了',
    with: '再想谈就更难了',
  };
  const [message, ...more] = checkContent(applyEdit(base, edit), today).map(paragraphOf);
  assert.match(message ?? '', /还没有登记.*npm run paragraphs/);
  assert.deepEqual(more, []);
});

test('the library the other stories are told of passes the gate', () => {
  const files = readContentFiles('tests/library');
  assert.deepEqual(checkContent(files, today).map(paragraphOf), []);
});
