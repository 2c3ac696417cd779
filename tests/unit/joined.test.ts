import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvHead, practiceColumns, practiceRows } from '#domain/exports/csv.ts';
import { joinedExport } from '#domain/exports/joined.ts';
import { practiceFile } from '#domain/exports/practice-file.ts';
import { aPractice } from './builders.ts';

const origin = 'https://example.org';
const one = aPractice({ id: 'one', title: '题目里有，逗号、"引号"和换行' });
const two = aPractice({ id: 'two', title: '第二篇' });
const table = csvHead(practiceColumns) + practiceRows([one, two], { origin });
const files = (extension: string) =>
  [one, two].map((practice) => practiceFile(practice, extension, { origin }));

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

test('a list taken away as a table keeps its order, and cells with commas and quotes', () => {
  const joined = joinedExport.csv([table], ['two', 'one']);
  const [head, first, second] = joined.split('\r\n');
  assert.equal(head, table.split('\r\n')[0]);
  assert.match(first ?? '', /^two,第二篇,/);
  assert.match(second ?? '', /^one,"题目里有，逗号、""引号""和换行",/);
});

test('a practice that is not in the table leaves no empty row', () => {
  assert.equal(joinedExport.csv([table], ['retired', 'one']).split('\r\n').length, 3);
});
