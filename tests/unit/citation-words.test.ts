import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  americanDate,
  chicagoPages,
  editionOf,
  headlineText,
  insideQuotation,
  listed,
  mlaDate,
  mlaPages,
  monthAndDay,
  ordinal,
  pageRange,
  smallWords,
  wholePages,
} from '#domain/citation/english.ts';
import { noteHead, noteMark } from '#domain/citation/note-marks.ts';
import { known } from '#domain/practice/fact.ts';
import { aWebPage } from './builders.ts';

test('articles, conjunctions and prepositions stay small within a headline', () => {
  const both =
    'a an the and but for or nor as to at by from in into of off on onto out over up upon with';
  const inMla =
    'about above across after against along among around before behind below between beyond despite during through throughout toward towards under until within without';
  const headline = (word: string, small: ReadonlySet<string>): string =>
    headlineText(`grids ${word} towns`, 'en', small);
  for (const word of both.split(' ')) {
    assert.equal(headline(word, smallWords.mla), `Grids ${word} Towns`);
    assert.equal(headline(word, smallWords.chicago), `Grids ${word} Towns`);
  }
  for (const word of inMla.split(' ')) {
    assert.equal(headline(word, smallWords.mla), `Grids ${word} Towns`);
    assert.notEqual(headline(word, smallWords.chicago), `Grids ${word} Towns`, word);
  }
});

test('the first and last word of a headline, and one behind a colon, begin large', () => {
  const headline = (title: string): string => headlineText(title, 'en', smallWords.mla);
  assert.equal(headline('of grids: the case for'), 'Of Grids: The Case For');
  assert.equal(headline('“grids” in towns'), '“Grids” in Towns');
  assert.equal(headlineText('of grids', 'zh-CN', smallWords.mla), 'of grids');
});

test('every month has its name, and in MLA its short one', () => {
  const days = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);
  assert.deepEqual(
    days.map((day) => americanDate(day).replace(' 2026', '')),
    'January February March April May June July August September October November December'.split(
      ' ',
    ),
  );
  assert.deepEqual(
    days.map((day) => mlaDate(day).replace(' 2026', '')),
    'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' '),
  );
});

test('a date says as much as is known', () => {
  assert.deepEqual(['2026', '2026-09', '2026-09-01'].map(americanDate), [
    '2026',
    'September 2026',
    'September 1, 2026',
  ]);
  assert.deepEqual(['2026', '2026-09', '2026-09-01'].map(mlaDate), [
    '2026',
    'Sept. 2026',
    '1 Sept. 2026',
  ]);
  assert.deepEqual(['2026', '2026-09', '2026-09-01'].map(monthAndDay), [
    null,
    'September',
    'September 1',
  ]);
});

test('pages are shortened as each style has it', () => {
  const of = (pages: string): string[] =>
    [mlaPages, chicagoPages, wholePages].map((by) => pageRange(pages, by));
  assert.deepEqual(of('3-7'), ['3–7', '3–7', '3–7']);
  assert.deepEqual(of('12-18'), ['12–18', '12–18', '12–18']);
  assert.deepEqual(of('98-101'), ['98–101', '98–101', '98–101']);
  assert.deepEqual(of('100-104'), ['100–04', '100–104', '100–104']);
  assert.deepEqual(of('101-108'), ['101–08', '101–8', '101–108']);
  assert.deepEqual(of('321-328'), ['321–28', '321–28', '321–328']);
  assert.deepEqual(of('1496-1500'), ['1496–500', '1496–500', '1496–1500']);
  assert.deepEqual(of('1103-1104'), ['1103–04', '1103–4', '1103–1104']);
  assert.deepEqual(of('A4-A6'), ['A4–A6', 'A4–A6', 'A4–A6']);
  assert.deepEqual(of('e12'), ['e12', 'e12', 'e12']);
});

test('editions are counted as English counts them, the first unsaid', () => {
  assert.deepEqual(
    ['1', '2', '3', '4', '10', '11', '12', '13', '21', '22', '23', '101', '111'].map(ordinal),
    [
      '1st',
      '2nd',
      '3rd',
      '4th',
      '10th',
      '11th',
      '12th',
      '13th',
      '21st',
      '22nd',
      '23rd',
      '101st',
      '111th',
    ],
  );
  assert.equal(editionOf(aWebPage({ edition: 1 })), null);
  assert.equal(editionOf(aWebPage({ edition: 2 })), '2nd ed.');
  const book = { ...aWebPage(), kind: 'book', bookEdition: known('3') } as never;
  assert.equal(editionOf(book), '3rd ed.');
});

test('names in a row take commas from three on', () => {
  assert.deepEqual(
    [[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map((names) => listed(names, 'and')),
    ['', 'A', 'A and B', 'A, B, and C'],
  );
});

test('a mark stands inside the quotation that ends a title', () => {
  assert.equal(insideQuotation('Grids', ','), 'Grids,');
  assert.equal(insideQuotation('On ‘Grids’', '.'), 'On ‘Grids.’');
});

test('notes are numbered with circles up to fifty, in Chicago with plain numbers', () => {
  const marks = Array.from({ length: 51 }, (_, at) => noteMark('law-journals-note', at + 1)).join(
    '',
  );
  assert.equal(
    marks,
    '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿[51]',
  );
  assert.equal(noteMark('chicago-18-note', 7), '7');
  assert.equal(noteHead('chicago-18-note', 7), '7. ');
  assert.equal(noteHead('social-sciences-note', 7), '⑦ ');
});
