import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from '#domain/exports/cells.ts';
import { tabbedText, wordMarkup, type PlainTable } from '#domain/comparison/plain-table.ts';

const line = (text: string, isAside = false) => ({ text, isAside });

const table: PlainTable = {
  title: '蚌埠市、黑河市对照',
  head: [[], [line('蚌埠')], [line('黑河')]],
  rows: [
    [[line('数据')], [line('1134个'), line('全市', true), line('微法庭')], [line('<b>6个</b>')]],
  ],
  notes: ['来源：治理实践库'],
};

test('a table pasted into Word has borders, keeps lines apart and says where it is from', () => {
  const markup = wordMarkup(table);
  assert.match(markup, /<table\s+border="1"/);
  assert.match(markup, />1134个<\/p><p [^>]*>（全市）<\/p><p [^>]*>微法庭<\/p>/);
  assert.match(markup, /来源：治理实践库/);
});

test('Word repeats the head of a table on every sheet', () => {
  assert.match(wordMarkup(table), /<thead[^>]*><tr[^>]*><th[^]*<\/thead><tbody><tr>/);
});

test('every paragraph pasted into Word says its font and size itself', () => {
  const paragraphs = wordMarkup(table).match(/<p [^>]*>/g) ?? [];
  assert.equal(paragraphs.length, 9);
  for (const paragraph of paragraphs)
    assert.match(paragraph, /font-family:\w+;.*font-size:[\d.]+pt/);
});

test('words that look like markup stay words in Word', () => {
  assert.match(wordMarkup(table), /&lt;b&gt;6个&lt;\/b&gt;/);
});

test('a program that takes plain text only gets cells apart by tabs', () => {
  assert.equal(
    tabbedText(table),
    '蚌埠市、黑河市对照\n\t蚌埠\t黑河\n数据\t1134个（全市）；微法庭\t<b>6个</b>\n来源：治理实践库',
  );
});

test('a saved table opens in Excel with its characters whole and runs no formula', () => {
  assert.equal(
    csvOf([
      ['甲', '=1+1'],
      ['他说“好”', '"a",b'],
    ]),
    '\uFEFF甲,\'=1+1\r\n他说“好”,"""a"",b"\r\n',
  );
});
