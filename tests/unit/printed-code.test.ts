import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { printedCode, readPrintedCode } from '#domain/copies/printed-code.ts';
import { codeOfEdition } from '#domain/practice/code-of-edition.ts';

const sheet = { fields: { title: 'a' }, paragraphs: { 'p-1': 'b' }, notes: 'c' };

test('a code is read as it was printed, however it is typed off the paper', () => {
  for (let number = 0; number < 200; number += 1) {
    const code = printedCode(hash('sha256', String(number)));
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    assert.equal(readPrintedCode(` ${code.toLowerCase().replace('-', ' ')} `), code);
    assert.equal(readPrintedCode(code.replaceAll('0', 'o').replaceAll('1', 'l')), code);
    assert.equal(readPrintedCode(code.replace('-', '－').replaceAll('2', '２')), code);
  }
});

test('a code on paper means the same in later years', () => {
  assert.equal(printedCode('0123456789abcdef'), '04HM-ASW9');
  assert.equal(printedCode('ffffffffff0'), 'ZZZZ-ZZZZ');
  assert.equal(printedCode('8000000001f'), 'G000-0001');
  assert.equal(codeOfEdition('lian-qian', 1, sheet), '6XTY-NNAZ');
});

for (const typed of ['', '7K2M-9QX', '7K2M-9QXU', '7K2M-9QXAA', '区级中心统筹调度', '<script>']) {
  test(`${JSON.stringify(typed)} is no code, but a text to be checked`, () => {
    assert.equal(readPrintedCode(typed), null);
  });
}

test('each edition of a practice has a code of its own, and so has any other wording of it', () => {
  const codes = [
    codeOfEdition('lian-qian', 1, sheet),
    codeOfEdition('lian-qian', 2, sheet),
    codeOfEdition('lian-qian-xian-wen', 1, sheet),
    codeOfEdition('lian-qian', 1, { ...sheet, notes: 'd' }),
    codeOfEdition('lian-qian', 1, { ...sheet, paragraphs: { 'p-1': 'd' } }),
  ];
  assert.equal(new Set(codes).size, codes.length);
  assert.equal(codeOfEdition('lian-qian', 1, { ...sheet }), codes[0]);
});
