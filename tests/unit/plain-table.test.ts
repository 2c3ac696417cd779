import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from '#domain/exports/cells.ts';
import { tabbedText, wordMarkup, type PlainTable } from '#domain/plain-table.ts';

const table: PlainTable = {
  title: '蚌埠市、黑河市对照',
  head: ['', '蚌埠', '黑河'],
  rows: [[['数据'], ['1134个', '微法庭'], ['<b>6个</b>']]],
  notes: ['来源：治理实践库'],
};

test('a table pasted into Word has borders, keeps lines apart and says where it is from', () => {
  const markup = wordMarkup(table);
  assert.match(markup, /<table\s+border="1"/);
  assert.match(markup, /1134个<br \/>微法庭/);
  assert.match(markup, /来源：治理实践库/);
});

test('words that look like markup stay words in Word', () => {
  assert.match(wordMarkup(table), /&lt;b&gt;6个&lt;\/b&gt;/);
});

test('a program that takes plain text only gets cells apart by tabs', () => {
  assert.equal(
    tabbedText(table),
    '蚌埠市、黑河市对照\n\t蚌埠\t黑河\n数据\t1134个；微法庭\t<b>6个</b>\n来源：治理实践库',
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
