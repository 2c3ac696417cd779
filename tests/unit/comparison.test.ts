import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonMarkup } from '#browser/comparison/comparison-markup.ts';
import { readKept, readSelection, writeKept } from '#domain/comparison/comparison-selection.ts';
import { compare } from '#domain/comparison/comparison.ts';
import { practiceRecord } from '#domain/practice/practice-record.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { text as words } from '#words/index.ts';
import {
  aBlock,
  aClaim,
  aFigure,
  aMeasure,
  anInstitution,
  aPractice,
  aProblem,
  aSection,
  aSource,
} from './builders.ts';

const compared = (...practices: Partial<Practice>[]) =>
  compare(
    practices.map((practice) =>
      practiceRecord(aPractice(practice), { origin: 'https://example.org', words }),
    ),
    words.comparison,
  );

const rowOf = (comparison: ReturnType<typeof compare>, key: string) =>
  comparison.rows.find((row) => row.key === key) ?? assert.fail(`There is no row ${key}.`);

test('rows stand in the order a reader asks: problem, who, how, numbers, conditions, source', () => {
  assert.deepEqual(
    compared({}, {}).rows.map(({ key }) => words.comparison.rows[key]),
    ['问题', '谁牵头', '机制', '怎么运转', '数据', '成效', '条件', '局限', '出处'],
  );
});

test('what the source does not say is an empty cell and is counted', () => {
  const limits = rowOf(compared({ limits: [] }, { limits: [aClaim()] }), 'limits');
  assert.equal(limits.cells[0]?.length, 0);
  assert.equal(limits.silent, 1);
  assert.match(comparisonMarkup(compared({ limits: [] }), { removable: false }), /原文未载/);
});

test('a practice without figures leaves its cell empty and the other columns alone', () => {
  const figures = rowOf(compared({ figures: [] }, { figures: [aFigure()] }), 'figures');
  assert.equal(figures.silent, 1);
  assert.equal(figures.cells[1]?.[0]?.text, '1134个');
});

test('problems of both places are told from those of one', () => {
  const [shared, own] = [aProblem({ id: 'a', label: '甲' }), aProblem({ id: 'b', label: '乙' })];
  const row = rowOf(compared({ problems: [shared, own] }, { problems: [shared] }), 'problems');
  assert.equal(row.agreement, 'partly');
  assert.deepEqual(
    row.cells[0]?.map(({ saidBy }) => saidBy),
    [2, 1],
  );
});

test('the same kind of body in all columns agrees; different kinds differ', () => {
  const court = anInstitution({ id: 'fayuan' });
  const police = anInstitution({ id: 'gongan' });
  assert.equal(
    rowOf(compared({ institution: court }, { institution: court }), 'lead').agreement,
    'same',
  );
  assert.equal(
    rowOf(compared({ institution: court }, { institution: police }), 'lead').agreement,
    'different',
  );
});

test('of mechanisms in words of their own nobody claims that they agree or differ', () => {
  const row = rowOf(compared({ measures: [aMeasure()] }, { measures: [aMeasure()] }), 'measures');
  assert.equal(row.agreement, null);
});

test('one practice alone is neither alike nor different', () => {
  const comparison = compared({});
  assert.equal(rowOf(comparison, 'problems').agreement, null);
  assert.doesNotMatch(comparisonMarkup(comparison, { removable: true }), /data-said="alone"/);
});

test('how it runs is told from its section, editors’ notes left out', () => {
  const sections = [
    aSection({ id: 'wenti', blocks: [aBlock({ lines: ['别处的话。'] })] }),
    aSection({
      id: 'yunzhuan',
      blocks: [
        aBlock({
          id: 'p-b',
          number: 2,
          kind: 'loop',
          caption: '六个环节',
          lines: ['六个环节', '发现', '受理'],
        }),
        aBlock({ id: null, number: null, kind: 'note', lines: ['此处缺字。'] }),
      ],
    }),
  ];
  const [cell] = rowOf(compared({ sections }), 'running').cells;
  assert.deepEqual(
    cell?.map(({ text, parts }) => [text, ...parts]),
    [['六个环节', '1. 发现', '2. 受理']],
  );
  assert.equal(cell?.[0]?.linkName, '第 2 段', 'a whole paragraph is no name for a link');
});

test('a lost title is said to be lost', () => {
  const [cell] = rowOf(compared({ source: aSource({ title: 'unknown' }) }), 'source').cells;
  assert.equal(cell?.[0]?.text, '原题在扫描件中缺失');
});

test('words of a record can never become markup of the page', () => {
  const hostile = '<img src=x onerror=alert(1)>"\'&';
  const markup = comparisonMarkup(
    compared({ title: hostile, measures: [aMeasure({ name: hostile, how: hostile })] }),
    { removable: true },
  );
  assert.doesNotMatch(markup, /<img/);
  assert.match(markup, /&lt;img src=x onerror=alert\(1\)&gt;&quot;&#39;&amp;/);
});

test('an address may repeat, overfill and misspell; the comparison takes what it can', () => {
  assert.deepEqual(readSelection('?p=a,b,a,c,d,e,%3Cscript%3E'), {
    ids: ['a', 'b', 'c', 'd'],
    repeated: ['a'],
    tooMany: ['e'],
    malformed: ['<script>'],
  });
});

test('an address typed by hand may use Chinese commas, blanks, capitals or several p', () => {
  assert.deepEqual(readSelection('?p=Bengbu-wei-fating，heihe-lao-faguan、c&p=d ').ids, [
    'bengbu-wei-fating',
    'heihe-lao-faguan',
    'c',
    'd',
  ]);
});

test('an address without practices asks for nothing', () => {
  for (const query of ['', '?', '?p=', '?p=,,', '?q=a']) {
    assert.deepEqual(readSelection(query).ids, [], query);
  }
});

test('what was kept is read back, and what others wrote there counts as nothing', () => {
  assert.deepEqual(readKept(writeKept(['a-b', 'c'])), ['a-b', 'c']);
  assert.deepEqual(readKept(null), []);
  assert.deepEqual(readKept('{"not":"ours"}'), []);
});
