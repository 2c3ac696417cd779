import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { blocksOfHtml } from '#editing/source-blocks.ts';
import { readWordDocument } from '#editing/word-document.ts';

const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const links =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A document of paragraphs, with other parts beside. */
const wordOf = (
  paragraphs: readonly string[],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(links),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs
        .map((words) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`)
        .join('')}</w:body></w:document>`,
    ),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  });

test('the words of a Word document are taken as they stand, paragraph by paragraph', async () => {
  const { html, notices } = await readWordDocument(
    wordOf(['一、先摆桌子', '九十八张 &lt;桌子&gt;'], { 'word/comments.xml': '<x/>' }),
  );
  assert.deepEqual(
    blocksOfHtml(html).map((block) => ('text' in block ? block.text : '')),
    ['一、先摆桌子', '九十八张 <桌子>'],
  );
  assert.deepEqual(notices, ['文档里有批注，没有取。']);
});

test('a document that brings a program along is refused', async () => {
  await assert.rejects(readWordDocument(wordOf(['字'], { 'word/vbaProject.bin': 'x' })), /带有宏/);
});

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

test('an old document and one with a password are told apart', async () => {
  await assert.rejects(readWordDocument(Uint8Array.from(ole)), /旧格式/);
  const locked = Buffer.concat([Buffer.from(ole), Buffer.from('EncryptedPackage', 'utf16le')]);
  await assert.rejects(readWordDocument(locked), /加了密码/);
});

test('what is zipped and no document is refused in a sentence', async () => {
  await assert.rejects(readWordDocument(zipSync({ 'a.txt': strToU8('x') })), /不是 Word 文档/);
  const damaged = zipSync({
    '[Content_Types].xml': strToU8(types),
    'word/document.xml': strToU8('<w:document'),
  });
  await assert.rejects(readWordDocument(damaged), { name: 'Refusal' });
});
