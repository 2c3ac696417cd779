import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, foldKeepingPlaces } from '#domain/search/fold.ts';
import { wantedWords } from '#domain/search/index-engine.ts';
import { occurrences } from '#domain/search/match.ts';
import { clauseText, isLatin, longestQuery, parseQuery } from '#domain/search/query.ts';
import { indexWords, runGroups } from '#domain/search/runs.ts';

const clausesOf = (typed: string): string[] => parseQuery(typed).clauses.map(clauseText);

test('full-width letters, capitals and accents are typed as they come', () => {
  assert.equal(fold('ＡＩ　Ｌǜ １２'), 'ai lu 12');
});

test('a Traditional character is searched as the Simplified one the library uses', () => {
  const simplified = new Map([['區', '区']]);
  assert.deepEqual(parseQuery('社區', simplified).clauses.map(clauseText), ['社区']);
});

test('words apart are looked for apart, quoted ones together', () => {
  assert.deepEqual(clausesOf('蚌埠 微法庭'), ['蚌埠', '微法庭']);
  assert.deepEqual(clausesOf('微法庭+巡回审判'), ['微法庭', '巡回审判']);
  assert.deepEqual(clausesOf('“微法庭+巡回审判” 蚌埠'), ['微法庭 巡回审判', '蚌埠']);
  assert.deepEqual(clausesOf('1134个微法庭'), ['1134 个微法庭']);
});

test('a word typed twice is looked for once', () => {
  assert.deepEqual(clausesOf('法院 法院'), ['法院']);
});

for (const [what, typed] of [
  ['nothing', '   '],
  ['emoji', '🙂🙂'],
  ['control characters', '\u0000\u0007'],
  ['right-to-left marks', '\u202e\u200f'],
  ['a lone surrogate', '\ud800'],
  ['punctuation', '“”、。！'],
  ['an unclosed quotation mark', '“'],
] as const) {
  test(`a query of ${what} looks for nothing`, () => {
    assert.deepEqual(clausesOf(typed), []);
  });
}

test('marks between characters part words and do no more', () => {
  assert.deepEqual(clausesOf('<b>诉源\u200f治理</b>'), ['b', '诉源', '治理']);
});

test('a pasted page is cut to a length that can be searched', () => {
  const { text, clauses } = parseQuery('治理'.repeat(5000));
  assert.equal([...text].length, longestQuery);
  assert.equal(clauses.length, 1);
});

test('only Latin letters may be pinyin', () => {
  assert.equal(isLatin(parseQuery('suyuan zhili')), true);
  assert.equal(isLatin(parseQuery('bengbu 1')), false);
  assert.equal(isLatin(parseQuery('')), false);
});

test('every place of a run has one word in the index, so that words in a row are text in a row', () => {
  const [group = []] = runGroups('诉源治理1134个');
  assert.deepEqual(group.flatMap(indexWords), [
    '诉源',
    '源治',
    '治理',
    '理',
    '理',
    '1134',
    '个',
    '个',
  ]);
});

test('a rare character outside the basic plane is one character', () => {
  const [group = []] = runGroups('𠮷野');
  assert.deepEqual(group.flatMap(indexWords), ['𠮷野', '野', '野']);
});

function found(typed: string, text: string): string[] {
  const [clause] = parseQuery(typed).clauses;
  assert.ok(clause);
  const folded = fold(text);
  return occurrences(clause, folded).map(([start, end]) => folded.slice(start, end));
}

for (const [story, typed, text, expected] of [
  ['in the middle of a word', '源治', '把诉源治理做实', ['源治']],
  ['every time, also overlapping', '人人', '人人人', ['人人', '人人']],
  ['not across a full stop', '治理理念', '抓治理。理念要新', []],
  ['a number from its first digit', '13', '1134个，13个', ['13']],
  ['a number with its unit, spaced or not', '2022年', '2022 年和2022年', ['2022 年', '2022年']],
  ['a quoted phrase over punctuation', '“法庭，审判”', '法庭+审判', ['法庭+审判']],
  ['a quoted phrase as words of their own', '“法庭 审判”', '法庭审判', []],
  ['one character', '治', '治理、自治', ['治', '治']],
] as const) {
  test(`a text holds a query ${story}`, () => {
    assert.deepEqual(found(typed, text), expected);
  });
}

test('places in folded text lead back to the text as it stands', () => {
  const original = '约㎡１２';
  const { text, offsets } = foldKeepingPlaces(original);
  const at = text.indexOf('12');
  assert.equal(original.slice(offsets[at], offsets[at + 2]), '１２');
});

for (const [typed, expected] of [
  ['诉源治理', ['诉源@0', '治理@2']],
  ['执行难', ['执行@0', '行难@1']],
  ['治', ['治…@0']],
  ['1134个微法庭', ['1134@0', '个微@1', '法庭@3']],
  ['“法庭，审判”', ['法庭@0', '庭@1', '审判@3']],
  ['2022', ['2022…@0']],
] as const) {
  test(`${typed} is told in the index by ${expected.join(' ')}`, () => {
    const [clause] = parseQuery(typed).clauses;
    assert.ok(clause);
    assert.deepEqual(
      wantedWords(clause).map(
        ({ word, isPrefix, place }) => `${word}${isPrefix ? '…' : ''}@${place}`,
      ),
      expected,
    );
  });
}
