import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCitable } from '#domain/citation/library.ts';
import { withAccessDay } from '#domain/exports/access-day.ts';
import { toBibLatex } from '#domain/exports/biblatex.ts';
import { toCslItem } from '#domain/exports/csl-json.ts';
import { csvHead, practiceColumns, practiceRows } from '#domain/exports/csv.ts';
import { joinedExport } from '#domain/exports/joined.ts';
import { practiceAsMarkdown } from '#domain/exports/markdown.ts';
import { practiceAsPlainText } from '#domain/exports/plain-text.ts';
import { practiceFile } from '#domain/exports/practice-file.ts';
import { toRis } from '#domain/exports/ris.ts';
import { text as words } from '#words/index.ts';
import { aPractice } from './builders.ts';

const origin = 'https://example.org';
const one = aPractice({ id: 'one', title: '题目里有，逗号、"引号"和换行' });
const two = aPractice({ id: 'two', title: '第二篇' });
const table =
  csvHead(practiceColumns, words.exports.practiceColumns) +
  practiceRows([one, two], { origin, words });
const files = (extension: string) =>
  [one, two].map((practice) => practiceFile(practice, extension, { origin, words }));

test('a list taken away as CSL-JSON is one array with every item', () => {
  const items = JSON.parse(joinedExport['csl.json'](files('csl.json'), [])) as { id: string }[];
  assert.deepEqual(
    items.map(({ id }) => id),
    ['one', 'two'],
  );
});

test('a list taken away as RIS ends every entry', () => {
  const joined = joinedExport.ris(files('ris'), []);
  assert.equal(joined.match(/^TY {2}- /gmu)?.length, 2);
  assert.equal(joined.match(/^ER {2}-/gmu)?.length, 2);
});

test('a list taken away as BibLaTeX holds every entry', () => {
  assert.equal(joinedExport.bib(files('bib'), []).match(/^@/gmu)?.length, 2);
});

test('what a reader takes away says on which day, as if it had been written for them', () => {
  const day = '2026-11-29';
  const page = toCitable(one, { origin, words });
  const dated = (extension: string): string =>
    withAccessDay(practiceFile(one, extension, { origin, words }), extension, day);
  const options = { origin, words, accessedOn: day };
  assert.equal(dated('ris'), toRis([page], options));
  assert.equal(dated('bib'), toBibLatex([page], options));
  assert.deepEqual(JSON.parse(dated('csl.json')), [
    JSON.parse(JSON.stringify(toCslItem(page, options))),
  ]);
  assert.equal(dated('txt'), practiceAsPlainText(one, options));
  assert.equal(dated('md'), practiceAsMarkdown(one, options));
});

test('a list taken away as a table keeps its order, and cells with commas and quotes', () => {
  const joined = joinedExport.csv([table], ['two', 'one']);
  const [head, first, second] = joined.split('\r\n');
  assert.equal(head, table.split('\r\n')[0]);
  assert.match(first ?? '', /^two,第二篇,/);
  assert.match(second ?? '', /^one,"题目里有，逗号、""引号""和换行",/);
});

test('a table taken away opens in Excel with Chinese intact, though browsers strip the mark', () => {
  for (const read of [table, table.replace('\uFEFF', '')]) {
    assert.match(joinedExport.csv([read], ['one']), /^\uFEFF编号,/);
  }
});

test('a practice that is not in the table leaves no empty row', () => {
  assert.equal(joinedExport.csv([table], ['retired', 'one']).split('\r\n').length, 3);
});
