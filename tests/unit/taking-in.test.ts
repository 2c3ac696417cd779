import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { readSource } from '#reading/kept-sources.ts';
import { cleaned, cleaningOf } from '#editing/cleaning.ts';
import { decodeSource } from '#editing/decoded-source.ts';
import { blocksOfHtml, blocksOfText } from '#editing/source-blocks.ts';
import { plainName } from '#editing/taken-sources.ts';

const encoded = (text: string, encoding: BufferEncoding): Uint8Array => Buffer.from(text, encoding);

/** “治理” in GB18030. */
const inGbk = Uint8Array.from([0xd6, 0xce, 0xc0, 0xed]);

test('a manuscript is read in the encoding its bytes are in', () => {
  assert.deepEqual(decodeSource(encoded('治理\r\n', 'utf8')), {
    text: '治理\n',
    encoding: 'UTF-8',
  });
  assert.equal(decodeSource(encoded('\uFEFF治理', 'utf16le')).text, '治理');
  assert.equal(decodeSource(encoded('abc 1\n', 'utf16le')).text, 'abc 1\n');
  assert.deepEqual(decodeSource(inGbk), { text: '治理', encoding: 'GB18030（GBK）' });
});

test('a manuscript from Taiwan is not read as if it came from the mainland', () => {
  // 治理，的是了的的。
  const bytes = Buffer.from('aa76b27aa141aabaac4fa446aabaaabaa143', 'hex');
  assert.equal(decodeSource(bytes).text, '治理，的是了的的。');
});

test('a Word document says what its reader sees: references as signs, nothing that was struck out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'word-'));
  const file = join(folder, 'a.docx');
  const words = '<w:p><w:t>R&amp;D甲</w:t><w:delText xml:space="preserve">乙</w:delText></w:p>';
  writeFileSync(file, zipSync({ 'word/document.xml': strToU8(words) }));
  try {
    assert.equal(readSource(file), 'R&D甲\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('bytes that are no text of any encoding are refused, none is guessed', () => {
  assert.throws(() => decodeSource(Uint8Array.from([0xd6, 0xff, 0xff])), { name: 'Refusal' });
  assert.throws(() => decodeSource(Uint8Array.from([0x61, 0x00, 0x00, 0x62, 0x80])), {
    name: 'Refusal',
  });
});

test('an editor accepts one kind of cleaning and leaves another', () => {
  const text = '共９８个\u200B村，３７.３%';
  assert.deepEqual(
    cleaningOf([text]).map(({ kind, count }) => [kind, count]),
    [
      ['全角的数字或字母', 3],
      ['零宽空格', 1],
    ],
  );
  assert.equal(cleaned(text, new Set(['全角的数字或字母'])), '共98个\u200B村，37.3%');
  assert.equal(cleaned(text, new Set()), text);
});

test('what cannot be seen is named before it is accepted', () => {
  const [kind] = cleaningOf(['中\u00AD国']);
  assert.deepEqual(kind?.examples, [{ before: '中[U+00AD]国', after: '中国' }]);
});

test('a line that numbers a section is a heading, a sentence that begins so is none', () => {
  const kinds = blocksOfText(
    '一、先摆桌子\n（二）再坐下\n一、先摆桌子；再请人来。\n\n　　正文',
  ).map(({ is }) => is);
  assert.deepEqual(kinds, ['heading', 'heading', 'paragraph', 'paragraph']);
});

test('headings, lists in lists, tables and bold words of a Word document stay what they are', () => {
  const blocks = blocksOfHtml(
    '<h1>题</h1><p>共<strong>九张</strong>桌子</p><ul><li>甲<ul><li>乙</li></ul></li></ul>' +
      '<table><tr><td><p>年</p></td><td><p>数</p><p>注</p></td></tr></table><p>一<br />二</p>',
  );
  assert.deepEqual(blocks, [
    { is: 'heading', level: 1, text: '题' },
    { is: 'paragraph', text: '共九张桌子', bold: [{ from: 1, to: 3 }] },
    { is: 'item', ordered: false, depth: 0, text: '甲', bold: [] },
    { is: 'item', ordered: false, depth: 1, text: '乙', bold: [] },
    { is: 'table', rows: [['年', '数 注']] },
    { is: 'paragraph', text: '一', bold: [] },
    { is: 'paragraph', text: '二', bold: [] },
  ]);
});

test('the name of a manuscript leads nowhere', () => {
  assert.equal(plainName('..\\..\\稿子.DOCX'), '稿子.docx');
  assert.equal(plainName('/etc/passwd'), 'passwd');
  assert.equal(plainName('a:b*?.txt'), 'ab.txt');
  assert.equal(plainName('.txt'), 'txt');
});
