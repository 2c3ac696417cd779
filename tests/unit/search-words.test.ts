import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockEntry, TermsFile, TextsFile } from '#domain/search/data.ts';
import { packPlaces, packPractice, placesFrom } from '#domain/search/data.ts';
import { evaluate, evaluateWords, holdingMost } from '#domain/search/evaluate.ts';
import { byFacet, facetKeys } from '#domain/lists/facet-keys.ts';
import { facetOf } from '#domain/lists/facets.ts';
import { entryPath } from '#domain/search/entry-path.ts';
import {
  chosenIn,
  countFacet,
  failedFacets,
  placedIn,
  type Chosen,
} from '#domain/search/facet-counts.ts';
import { facetTree } from '#domain/search/facet-tree.ts';
import { fittingEntry } from '#domain/search/fitting.ts';
import { kindNumber } from '#domain/search/kinds.ts';
import { isAtHand, listsAtHand } from '#domain/search/lists-at-hand.ts';
import { joinSpans, occurrences, placesOf } from '#domain/search/match.ts';
import {
  clauseOf,
  clauseText,
  isQuoted,
  longestQuery,
  parseQuery,
  phrasesOf,
} from '#domain/search/query.ts';
import { scanEngine } from '#domain/search/scan-engine.ts';
import { slipsIn } from '#domain/search/slips.ts';
import { snippetsOf } from '#domain/search/snippet.ts';
import { addressOf, isBare, noChoices, readAddress, toggled } from '#domain/search/state.ts';
import {
  firstLetterOf,
  letterEntries,
  nearestTerms,
  noReadings,
  readReadings,
  readTraditional,
  suggest,
  termEntries,
  titleEntries,
  type SuggestionEntry,
} from '#domain/search/suggest.ts';
import { alternativesOf, synonymGroups } from '#domain/search/synonyms.ts';
import { aPractice, aRegion, aTopic, anAuthor, aByline, aDateBound, aSource } from './builders.ts';

/* The address of a search. */

test('the address says what was asked, and no more than that', () => {
  const state = {
    text: ' 微法庭 ',
    choices: { ...noChoices, topic: ['suyuan', 'pingan'], region: ['340000'] },
    sort: 'place',
  } as const;
  assert.equal(
    addressOf(state),
    '?q=%E5%BE%AE%E6%B3%95%E5%BA%AD&region=340000&topic=suyuan&topic=pingan&sort=place',
  );
  assert.equal(addressOf({ text: '  ', choices: noChoices, sort: 'relevance' }), '');
  assert.equal(isBare({ text: '', choices: noChoices, sort: 'relevance' }), true);
  assert.equal(isBare({ text: '', choices: noChoices, sort: 'reviewed' }), false);
  assert.deepEqual(readAddress(addressOf(state)), { ...state, text: '微法庭' });
});

test('what cannot be an id is passed over, and a flood is cut', () => {
  const long = 'a'.repeat(80);
  const { choices, text, sort } = readAddress(
    `?topic=${long}&topic=${long}a&topic=&topic=A&topic=a_b&topic=a%20b&topic=x-1&q=${'x'.repeat(2001)}`,
  );
  assert.deepEqual(choices.topic, [long, 'x-1']);
  assert.equal(text.length, 2000);
  assert.equal(sort, 'relevance');
  const many = Array.from({ length: 101 }, (_, at) => `topic=t${at}`).join('&');
  assert.equal(readAddress(`?${many}`).choices.topic.length, 100);
  assert.deepEqual(readAddress(''), { text: '', choices: noChoices, sort: 'relevance' });
});

test('a choice is put in once and taken out alone', () => {
  const chosen = { ...noChoices, topic: ['a', 'b'], region: ['r'] };
  assert.deepEqual(toggled(chosen, 'topic', 'c', true).topic, ['a', 'b', 'c']);
  assert.deepEqual(toggled(chosen, 'topic', 'a', true).topic, ['a', 'b']);
  assert.deepEqual(toggled(chosen, 'topic', 'a', false).topic, ['b']);
  assert.deepEqual(toggled(chosen, 'topic', 'a', false).region, ['r']);
});

/* What was typed. */

const clausesOf = (typed: string): string[] => parseQuery(typed).clauses.map(clauseText);

test('a number with a point is one, with what it counts', () => {
  assert.deepEqual(clausesOf('15.3万件'), ['15 3 万件']);
  assert.deepEqual(clausesOf('上涨15．3% 左右'), ['15 3', '上涨', '左右']);
  assert.deepEqual(clausesOf('第2.节'), ['第 2', '节']);
});

test('characters copied from a scan with blanks between them are one word, two are two', () => {
  assert.deepEqual(clausesOf('诉 源 治 理'), ['诉源治理']);
  assert.deepEqual(clausesOf('诉 源  治'), ['诉源治']);
  assert.deepEqual(clausesOf('诉 源'), ['诉', '源']);
  assert.deepEqual(clausesOf('诉 源 治理'), ['诉', '源', '治理']);
});

test('all quotation marks hold words together', () => {
  for (const typed of [
    '"微法庭+审判"',
    '“微法庭+审判”',
    '「微法庭+审判」',
    '『微法庭+审判』',
    '《微法庭+审判》',
  ]) {
    assert.deepEqual(clausesOf(typed), ['微法庭 审判'], typed);
    assert.equal(isQuoted(typed), true, typed);
    assert.equal(isQuoted(`甲${typed}乙`), true, typed);
  }
  assert.equal(isQuoted('微法庭'), false);
  assert.equal(isQuoted('"微法庭'), false);
  assert.deepEqual(clausesOf('“ ” 甲'), ['甲']);
});

test('a query is cut at 120 characters, blanks before it aside', () => {
  assert.equal(longestQuery, 120);
  const { text } = parseQuery(`  ${'𠮷'.repeat(130)}`);
  assert.equal([...text].length, 120);
  assert.equal(parseQuery('甲'.repeat(120)).text.length, 120);
});

test('what was typed in one piece with signs in it is a phrase', () => {
  const phrases = (typed: string): string[] => phrasesOf(parseQuery(typed)).map(clauseText);
  assert.deepEqual(phrases('微法庭+审判 2022年 法院'), ['微法庭 审判', '2022 年']);
  assert.deepEqual(phrases('微法庭'), []);
});

test('words are found with signs between their runs, not with words, and not inside other words', () => {
  const places = (words: string, text: string): string[] =>
    occurrences(clauseOf(words), text).map(([from, to]) => text.slice(from, to));
  assert.deepEqual(places('2022年', '自2022 年、2022年与2022个年'), ['2022 年', '2022年']);
  assert.deepEqual(places('微法庭+审判', '微法庭审判，微法庭、审判'), ['微法庭、审判']);
  assert.deepEqual(places('微法庭+审判', '微法庭\n审判'), []);
  assert.deepEqual(places('13', '113 13 134'), ['13', '13']);
  assert.deepEqual(places('ab', 'cab ab'), ['ab']);
  assert.deepEqual(places('法法', '法法法'), ['法法', '法法']);
  assert.deepEqual(places('13', '𝄞13'), ['13']);
  assert.deepEqual(places('ab', '𐐀ab'), []);
  assert.deepEqual(occurrences({ runs: [] }, '甲'), []);
});

test('places that touch or overlap are marked as one', () => {
  assert.deepEqual(joinSpans([[4, 6], [0, 2], [2, 3], [5, 9], [5, 7], [11, 12]]), [[0, 3], [4, 9], [11, 12]]); // prettier-ignore
  assert.deepEqual(joinSpans([]), []);
});

test('places are told in the text as it stands', () => {
  assert.deepEqual(placesOf([clauseOf('微法庭'), clauseOf('ab')], '设微法庭ＡＢ'), [[1, 6]]);
});

/* What is found. */

const text = kindNumber('text');
const page = (title: string, body = ''): TextsFile[number] => [
  [kindNumber('title'), text],
  `${title}\n${body}`,
];
const all = (): boolean => true;

test('no other words are looked for where a page is full', async () => {
  const synonyms = synonymGroups([{ label: '稳评', aliases: ['风险评估'] }]);
  const pages = (count: number): TextsFile => [
    page('风险评估'),
    ...Array.from({ length: count }, () => page('稳评')),
  ];
  const near = async (count: number): Promise<number> =>
    (await evaluateWords(parseQuery('稳评'), scanEngine(pages(count)), synonyms, all)).near.length;
  assert.equal(await near(9), 1);
  assert.equal(await near(10), 0);
});

test('other words are worth six tenths of the reader’s own, and the better of them counts', async () => {
  const synonyms = synonymGroups([{ label: '稳评', aliases: ['风险评估', '评估'] }]);
  const { near } = await evaluate(
    parseQuery('稳评'),
    scanEngine([page('甲', '风险评估'), page('评估')]),
    synonyms,
  );
  const [own] = (await evaluate(parseQuery('评估'), scanEngine([page('评估')]), [])).exact;
  assert.deepEqual(near.map(({ practice }) => practice), [1, 0]); // prettier-ignore
  assert.equal(near[0]?.score, (own?.score ?? 0) * 0.6);
});

test('practices left out are neither found nor near', async () => {
  const pages = [page('微法庭'), page('微法庭'), page('狼抓落实'), page('狼抓落实')];
  const odd = (practice: number): boolean => practice % 2 === 1;
  const found = async (typed: string) => evaluate(parseQuery(typed), scanEngine(pages), [], odd);
  assert.deepEqual((await found('微法庭')).exact.map(({ practice }) => practice), [1]); // prettier-ignore
  assert.deepEqual((await found('狠抓落实')).near.map(({ practice }) => practice), [3]); // prettier-ignore
});

test('six parts of ten are near, fewer are not, and fifty are enough', async () => {
  const near = async (typed: string, pages: TextsFile): Promise<number> =>
    (await holdingMost(parseQuery(typed), scanEngine(pages), all)).length;
  assert.equal(await near('甲乙丙丁戊己', [page('甲乙丙丁')]), 1);
  assert.equal(await near('甲乙丙丁戊己', [page('甲乙丙')]), 0);
  assert.equal(await near('甲乙', [page('甲乙')]), 0);
  assert.equal(
    await near(
      '甲乙丙',
      Array.from({ length: 51 }, () => page('甲乙丙')),
    ),
    50,
  );
  const [hit] = await holdingMost(parseQuery('甲乙丙 丁戊'), scanEngine([page('甲乙 丁戊')]), all);
  assert.equal(hit?.score.toFixed(3), '0.667');
  assert.deepEqual(hit?.clauses.map(clauseText), ['甲乙', '乙丙', '丁戊']);
});

test('a clause is told in other words one at a time, the longest word it holds replaced', () => {
  const groups = synonymGroups([
    { label: '检察院', aliases: ['人民检察院', '检'] },
    { label: '网格员', aliases: ['格员长', '网格员'] },
    { label: '独', aliases: [] },
  ]);
  const told = (typed: string): string[] =>
    alternativesOf(parseQuery(typed), groups).map(({ clauses }) =>
      clauses.map(clauseText).join(' | '),
    );
  assert.deepEqual(groups, [['检察院', '人民检察院'], ['网格员', '格员长']]); // prettier-ignore
  assert.deepEqual(told('人民检察院'), ['检察院']);
  assert.deepEqual(told('检察院'), []);
  assert.deepEqual(told('市人民检察院 网格员'), ['市检察院 | 网格员', '市人民检察院 | 格员长']);
  const many = synonymGroups([
    { label: '甲甲', aliases: Array.from({ length: 10 }, (_, at) => `乙${at}`) },
  ]);
  assert.equal(alternativesOf(parseQuery('甲甲'), many).length, 8);
});

/* Where it stands in a practice. */

const snippets = (typed: string, blocks: readonly BlockEntry[], card = '') =>
  snippetsOf(packPractice('x', card, blocks, false), parseQuery(typed).clauses);
const block = (words: string, kind = text, address = words.slice(0, 2)): BlockEntry => [
  kind,
  address,
  words,
];
const heading = (words: string): BlockEntry => [kindNumber('heading'), words, words];

test('of a section the block with most of the words is shown, running text before headings', () => {
  const shown = (typed: string, ...blocks: BlockEntry[]): string[] =>
    snippets(typed, blocks).map(({ text: parts }) => parts.join(''));
  assert.deepEqual(
    shown('微法庭 审判', block('只有微法庭，微法庭，微法庭'), block('微法庭与审判')),
    ['微法庭与审判'],
  );
  assert.deepEqual(shown('微法庭', heading('微法庭'), block('设微法庭')), ['设微法庭']);
  assert.deepEqual(shown('微法庭', block('一个微法庭'), block('微法庭，微法庭')), [
    '微法庭，微法庭',
  ]);
  assert.deepEqual(shown('微法庭', block('甲，微法庭'), block('乙，微法庭')), ['甲，微法庭']);
  assert.deepEqual(shown('微法庭', block('无关')), []);
});

test('three sections at most, those with most, in the order of the page', () => {
  const blocks = ['甲', '乙', '丙', '丁'].flatMap((name) => [
    heading(name),
    block(name === '甲' ? '微法庭' : '微法庭与审判', text, name),
  ]);
  const shown = snippets('微法庭 审判', blocks);
  assert.deepEqual(shown.map(({ section }) => section), ['乙', '丙', '丁']); // prettier-ignore
  assert.deepEqual(shown.map(({ address }) => address), ['乙', '丙', '丁']); // prettier-ignore
});

test('an excerpt begins behind a pause where one is near, at most 24 characters before the word', () => {
  const before = (words: string): string => snippets('微法庭', [block(words)])[0]?.text[0] ?? '';
  assert.equal(before(`${'前'.repeat(24)}微法庭`), '前'.repeat(24));
  assert.equal(before(`${'前'.repeat(25)}微法庭`), `……${'前'.repeat(24)}`);
  for (const stop of '。；，：') {
    assert.equal(before(`${'前'.repeat(30)}${stop}中间微法庭`), '……中间', stop);
  }
  assert.equal(before(`${'前'.repeat(30)}，${'中'.repeat(23)}微法庭`), `……${'中'.repeat(23)}`);
  assert.equal(before(`前，${'中'.repeat(24)}微法庭`), `……${'中'.repeat(24)}`);
  assert.equal(before(`前、${'中'.repeat(40)}微法庭`), `……${'中'.repeat(24)}`);
  assert.equal(before(`前前𠮷${'中'.repeat(23)}微法庭`), `……𠮷${'中'.repeat(23)}`);
});

test('an excerpt has 84 characters, more where the word itself is longer, and marks what is whole in it', () => {
  const shown = (typed: string, words: string): string =>
    (snippets(typed, [block(words)])[0]?.text ?? []).join('|');
  assert.equal(shown('微法庭', `微法庭${'后'.repeat(81)}`), `|微法庭|${'后'.repeat(81)}`);
  assert.equal(shown('微法庭', `微法庭${'后'.repeat(82)}`), `|微法庭|${'后'.repeat(81)}……`);
  assert.equal(
    shown('微法庭', `微法庭${'后'.repeat(78)}微法庭`),
    `|微法庭|${'后'.repeat(78)}|微法庭|`,
  );
  assert.equal(
    shown('微法庭', `微法庭${'后'.repeat(79)}微法庭`),
    `|微法庭|${'后'.repeat(79)}微法……`,
  );
  const long = '甲'.repeat(90);
  assert.equal(shown(long, `${long}后`), `|${long}|……`);
});

/* Slips. */

const sounds = new Map([...'综制治中新心微挺庭法素诉源理'].map((of, at) => [of, ['zong', 'zhi', 'zhi', 'zhong', 'xin', 'xin', 'wei', 'ting', 'ting', 'fa', 'su', 'su', 'yuan', 'li'][at] ?? ''])); // prettier-ignore
const slips = (
  typed: string,
  name: string,
  {
    isPhrase = false,
    knows = () => false,
    sound = sounds,
  }: {
    isPhrase?: boolean;
    knows?: (pair: string) => boolean;
    sound?: ReadonlyMap<string, string>;
  } = {},
): string[] =>
  slipsIn(typed, [{ name, isPhrase }], (of) => sound.get(of) ?? '', knows).map(
    ({ typed: of, meant }) => `${of}→${meant}`,
  );

test('characters that sound the same are taken for the name’s, wherever they stand', () => {
  assert.deepEqual(slips('看综制中心', '综治中心').slice(0, 1), ['综制中心→综治中心']);
  assert.deepEqual(slips('综制中心看', '综治中心').slice(0, 1), ['综制中心→综治中心']);
  assert.deepEqual(slips('综治中心', '综治中心'), []);
  // A sound nobody knows is no sound in common.
  assert.deepEqual(slips('甲法丁', '乙法丙'), []);
});

test('a phrase is only taken for another that sounds the same', () => {
  assert.deepEqual(slips('微法挺', '微法庭', { isPhrase: true }), ['微法挺→微法庭']);
  assert.deepEqual(slips('综治申心', '综治中心', { isPhrase: true }), []);
  assert.deepEqual(slips('综治申心', '综治中心'), ['综治申心→综治中心']);
});

test('two characters are a slip only alone, one of them right, and where nobody writes so', () => {
  assert.deepEqual(slips('素源', '诉源'), ['素源→诉源']);
  assert.deepEqual(slips('看素源', '诉源'), []);
  assert.deepEqual(slips('素源', '诉源', { knows: () => true }), []);
  const both = new Map([...sounds, ['圆', 'yuan']]);
  assert.deepEqual(slips('素圆', '诉源', { sound: both }), []);
});

test('a wrong character is taken for a slip in a name of four, if it makes no word where it stands', () => {
  assert.deepEqual(slips('综治甲心', '综治中心'), ['综治甲心→综治中心']);
  assert.deepEqual(slips('甲治乙心', '综治中心'), []);
  assert.deepEqual(slips('微甲庭', '微法庭'), []);
  assert.deepEqual(slips('综治甲心', '综治中心', { knows: (pair) => pair === '治甲' }), []);
  assert.deepEqual(slips('综治甲心', '综治中心', { knows: (pair) => pair === '甲心' }), []);
  assert.deepEqual(slips('综治甲心', '综治中心', { knows: (pair) => pair === '综治' }), [
    '综治甲心→综治中心',
  ]);
});

test('sounds that many speakers do not tell apart are near', () => {
  for (const [typed, meant] of [
    ['si', 'shi'],
    ['zi', 'zhi'],
    ['ci', 'chi'],
    ['nan', 'lan'],
    ['hua', 'fua'],
    ['lin', 'ling'],
  ] as const) {
    // prettier-ignore
    const sound = new Map([['甲', typed], ['乙', meant]]); // prettier-ignore
    assert.deepEqual(slips('微甲庭', '微乙庭', { sound }), ['微甲庭→微乙庭'], typed);
  }
  const sound = new Map([['甲', 'ha'], ['乙', 'fa']]); // prettier-ignore
  assert.deepEqual(slips('微甲庭', '微乙庭', { sound }), []);
});

test('a character written twice or left out is seen', () => {
  assert.deepEqual(slips('综治中中心', '综治中心').slice(0, 1), ['综治中中心→综治中心']);
  assert.deepEqual(slips('看综治中心心看', '综治中心'), []);
  assert.deepEqual(slips('综中心', '综治中心'), ['综中心→综治中心']);
  assert.deepEqual(slips('看综中心', '综治中心'), []);
  assert.deepEqual(slips('综中心', '综治中心', { knows: (pair) => pair === '综中' }), []);
  assert.deepEqual(slips('微庭', '微法庭'), []);
  assert.deepEqual(slips('看诉源治心看', '诉源治理心'), ['诉源治心→诉源治理心']);
  // What begins or ends it may be another word's.
  assert.deepEqual(slips('治中心', '综治中心'), []);
});

test('half of a name in pinyin is spelled out', () => {
  assert.deepEqual(slips('zongzhi中心', '综治中心'), ['zongzhi→综治']);
  assert.deepEqual(slips('综治zhongxin', '综治中心'), ['zhongxin→中心']);
  assert.deepEqual(slips('综zhi中心', '综治中心').slice(0, 1), ['zhi→治']);
  assert.deepEqual(slips('weifa甲', '微法庭'), []);
  assert.deepEqual(slips('zongzhizhongxin吗', '综治中心'), ['zongzhizhongxin→综治中心']);
  assert.deepEqual(slips('zongzhi', '综治中心'), []);
});

test('of slips of one length the likelier comes first, and a longer name before a shorter', () => {
  const sound = new Map([...sounds, ['思', 'si'], ['施', 'shi']]);
  const names = ['春夏秋冬', '山川河流', '日月星辰', '天思水人', '综治中心', '东南西北中'];
  const ordered = (typed: string): string[] =>
    slipsIn(
      typed,
      names.map((name) => ({ name, isPhrase: false })),
      (of) => sound.get(of) ?? '',
      () => false,
    ).map(({ typed: of }) => of);
  assert.deepEqual(ordered('春秋冬 山丁河流 日月月星辰 天施水人 综制中心 看东南北中看'), [
    ...['东南北中', '综制中心', '天施水人', '日月月星辰', '山丁河流', '月月星辰', '春秋冬'],
  ]);
  assert.deepEqual(ordered('综制中心，综zhi中心，zhongxin'), ['zhi', '综制中心']);
});

test('a name in pinyin is read among other words, in one piece or several', () => {
  assert.deepEqual(slips('zongzhi zhongxin 甲', '综治中心'), ['zongzhi zhongxin→综治中心']);
  assert.deepEqual(slips('甲 weifating', '微法庭'), ['weifating→微法庭']);
  assert.deepEqual(slips('甲 weifa', '微法庭'), []);
});

test('the longest likeliest slip comes first, and of equals by the alphabet', () => {
  const meant = slipsIn(
    '综制中心与微法挺',
    ['微法庭', '综治中心'].map((name) => ({ name, isPhrase: false })),
    (of) => sounds.get(of) ?? '',
    () => false,
  );
  assert.deepEqual(meant.map((slip) => slip.meant), ['综治中心', '微法庭']); // prettier-ignore
});

test('the beginning and the end of a long name are names too', () => {
  const name = '综治中心微法庭';
  assert.deepEqual(slips('综制中心', name), ['综制中心→综治中心']);
  assert.deepEqual(slips('心微法挺', name), ['心微法挺→心微法庭']);
  assert.deepEqual(slips('综制中', name), []);
  // 诉源治理 is also 诉源.
  assert.deepEqual(slips('素源', '诉源治理'), ['素源→诉源']);
});

/* Suggestions. */

const entry = (
  label: string,
  kind: SuggestionEntry['kind'] = 'topic',
  aliases: string[] = [],
): SuggestionEntry => ({
  kind,
  id: label,
  label,
  aliases,
});
const readings = readReadings({
  sounds: '',
  characters: '蚌beng 埠bu 重zhong 庆qing 绿lv 军jun 吕lv',
  words: ['重庆\tchong qing'],
});
const offered = (typed: string, ...entries: SuggestionEntry[]): string[] =>
  suggest(typed, { entries, readings, simplified: new Map([['區', '区']]) }, 3).map(
    ({ label }) => label,
  );

test('what begins with the words comes before what holds them, the shorter before the longer', () => {
  assert.deepEqual(offered('法庭', entry('微法庭'), entry('法庭内外'), entry('法庭')), [
    '法庭',
    '法庭内外',
    '微法庭',
  ]);
  assert.deepEqual(offered('无', entry('法庭')), []);
  assert.deepEqual(offered('，', entry('法庭')), []);
  assert.deepEqual(offered('社區', entry('社区')), ['社区']);
});

test('a title is worth less than a name, another name less than the name itself, and three are three', () => {
  assert.deepEqual(offered('法庭', entry('法庭', 'practice'), entry('甲', 'term', ['法庭'])), [
    '甲',
    '法庭',
  ]);
  assert.deepEqual(offered('法庭', entry('甲', 'term', ['法庭']), entry('法庭', 'term')), [
    '法庭',
    '甲',
  ]);
  assert.equal(offered('法', ...['法一', '法二', '法三', '法四'].map((of) => entry(of))).length, 3);
  const [told, own] = suggest('法庭', { entries: [entry('甲', 'term', ['乙', '法庭']), entry('法庭', 'term', ['法庭'])], readings: noReadings, simplified: new Map() }, 3).reverse(); // prettier-ignore
  assert.equal(told?.alias, '法庭');
  assert.equal(own?.alias, null);
});

test('pinyin is read as the word has it, with ü in every spelling', () => {
  assert.deepEqual(offered('chongqing', entry('重庆')), ['重庆']);
  assert.deepEqual(offered('zhongqing', entry('重庆')), []);
  assert.deepEqual(offered('重qing', entry('重庆')), ['重庆']);
  for (const typed of ['lv', 'lu', 'lyu', 'l'])
    assert.deepEqual(offered(typed, entry('绿')), ['绿'], typed);
  for (const typed of ['jun', 'jvn']) assert.deepEqual(offered(typed, entry('军')), ['军'], typed);
  assert.deepEqual(offered('bengbux', entry('蚌埠')), []);
  assert.deepEqual(offered('bubu', entry('蚌埠')), []);
});

test('a name stands under the letter it begins with, signs aside', () => {
  const letter = (name: string): string => firstLetterOf(name, readings(name.replace(/[“”]/g, '')));
  assert.equal(letter('“重庆”'), 'c');
  assert.equal(letter('蚌埠'), 'b');
  assert.equal(letter('Pos机'), 'p');
  assert.equal(letter('12345热线'), '');
  assert.equal(letter('不知'), '');
  assert.equal(letter('“”'), '');
});

test('lists of names and titles are read as they are packed', () => {
  assert.deepEqual([...readTraditional('區区為为')], [['區', '区'], ['為', '为']]); // prettier-ignore
  assert.deepEqual(titleEntries([['a', '甲', []], ['b', '乙', []]]).map(({ id, kind }) => [id, kind]), [['b', 'practice'], ['a', 'practice']]); // prettier-ignore
  assert.deepEqual(letterEntries([1, 2].map(() => ({ entries: [['term', 'a', '甲', ['乙']]], words: [] }))), [{ kind: 'term', id: 'a', label: '甲', aliases: ['乙'] }]); // prettier-ignore
  const terms = { facets: { ...byFacet(() => []), region: [['1', '甲', -1, ['乙']]], period: [['2022', '2022', -1, []]] }, glossary: [['t', '丙', []]] } as unknown as TermsFile; // prettier-ignore
  assert.deepEqual(termEntries(terms).map(({ kind, id }) => [kind, id]), [['region', '1'], ['term', 't']]); // prettier-ignore
});

test('names that share two characters with what nothing holds are offered, neighbours first', () => {
  const near = (typed: string, ...names: string[]): string[] =>
    nearestTerms(
      parseQuery(typed),
      names.map((name) => entry(name)),
      2,
    ).map(({ label }) => label);
  assert.deepEqual(near('诉源调解', '诉源治理', '源诉', '调度'), ['诉源治理', '源诉']);
  assert.deepEqual(near('诉源', '诉讼'), []);
  assert.deepEqual(near('诉源', '甲乙丙丁戊诉己源庚辛'), []);
  assert.deepEqual(near('诉源', '诉源一', '诉源', '诉源二三'), ['诉源', '诉源一']);
  const aliased = nearestTerms(parseQuery('诉源'), [entry('甲', 'topic', ['诉源'])], 2);
  assert.deepEqual(aliased, [{ kind: 'topic', id: '甲', label: '甲', alias: null }]);
});

test('an entry leads to its page', () => {
  assert.equal(entryPath('practice', 'x'), '/practices/x/');
  assert.equal(entryPath('region', '340000'), '/regions/340000/');
  assert.match(entryPath('term', 'x'), /^\/terms\/.*x/);
});

/* Cards. */

const fits = (
  question: string,
  entries: readonly SuggestionEntry[],
  scores: readonly number[] = [],
  own = [question],
): string | null => {
  const problems = scores.map((score, document) => ({ document, score, by: own }));
  const understood = {
    meaning: { own, meant: [] },
    heard: [],
    said: [],
    practices: [],
    problems,
    knows: () => false,
  };
  const found = fittingEntry(question, understood, entries, ['p0', 'p1']);
  return found && `${found.kind} ${found.id}`;
};

test('a name asked for has its card, the longest name first, problems before terms', () => {
  assert.equal(fits('微法庭', [entry('微法庭', 'term')]), 'term 微法庭');
  assert.equal(fits('微法庭是什么？', [entry('微法庭', 'term')], [], ['微法庭']), 'term 微法庭');
  assert.equal(fits('微·法庭', [entry('甲', 'term', ['微法庭'])], [], []), 'term 甲');
  assert.equal(
    fits('微法庭', [entry('微法庭', 'term'), entry('微法庭', 'problem')]),
    'problem 微法庭',
  );
  assert.equal(fits('微法庭', [entry('微法庭', 'author')]), null);
});

test('a problem has a card where it is clearly meant: 3.2, and 1.35 times the next', () => {
  const problem = { ...entry('难', 'problem', ['一问']), id: 'p0' };
  assert.equal(fits('问', [problem], [3.2]), 'problem p0');
  assert.equal(fits('问', [problem], [3.19]), null);
  assert.equal(fits('问', [problem], [5.4, 4]), 'problem p0');
  assert.equal(fits('问', [problem], [5.39, 4]), null);
  assert.equal(fits('问', [{ ...problem, aliases: [] }], [3.2]), null);
});

test('a name has a card where it is most of a question, and longer than two characters', () => {
  const term = [entry('微法庭', 'term')];
  assert.equal(fits('建微法庭好', term), 'term 微法庭');
  assert.equal(fits('再建微法庭好', term), null);
  assert.equal(fits('建法庭', [entry('法庭', 'term')]), null);
  assert.equal(fits('建河北省', [entry('河北省', 'region')]), null);
  assert.equal(fits('河北省', [entry('河北省', 'region')]), 'region 河北省');
});

/* Choices beside the results. */

const terms = {
  facets: {
    ...byFacet(() => []),
    region: [['34', '皖', -1, []], ['3403', '蚌', 0, []], ['50', '渝', -1, []]],
    topic: [['su', '诉', -1, []], ['ping', '平', -1, []]],
    institution: [['yuan', '院', -1, []]],
  },
  glossary: [],
} as unknown as TermsFile; // prettier-ignore
const places = { ...byFacet(() => '   '), region: packPlaces([[1], [2], [0]]), topic: packPlaces([[0], [1, 0], [1]]), institution: packPlaces([[0], [], [0]]) }; // prettier-ignore
const placed = byFacet((key) => placedIn(terms.facets[key], places[key]));
const chosenOf = (choices: Partial<typeof noChoices>): Chosen =>
  new Map(
    facetKeys.flatMap((key) => {
      const of = chosenIn(placed[key], choices[key] ?? []);
      return of ? [[key, of]] : [];
    }),
  );

test('a practice fails the facets none of whose choices it has, and a choice nobody knows is none', () => {
  const chosen = chosenOf({ region: ['34'], topic: ['ping', 'nobody'], institution: ['nobody'] });
  assert.deepEqual([...chosen.keys()], ['region', 'topic']);
  assert.deepEqual([...(chosen.get('topic')?.places ?? [])], [1]);
  assert.deepEqual([0, 1, 2].map((at) => failedFacets(at, chosen)), [['topic'], ['region'], []]); // prettier-ignore
  assert.deepEqual(failedFacets(0, chosenOf({})), []);
});

test('who fails two choices is counted nowhere, who fails one only beside it', () => {
  const counted = (choices: Partial<typeof noChoices>) =>
    byFacet((key) => countFacet(key, placed[key], [0, 1, 2], chosenOf(choices)));
  const { region, topic, institution } = counted({ region: ['50'], topic: ['su'] });
  assert.deepEqual(region, { 34: 1, 3403: 1, 50: 1 });
  assert.deepEqual(topic, { su: 1, ping: 1 });
  assert.deepEqual(institution, {});
  assert.deepEqual(counted({}).region, { 34: 2, 3403: 1, 50: 1 });
  assert.deepEqual(counted({}).institution, { yuan: 2 });
});

test('choices stand by use, then by id, those below others under them; periods by time', () => {
  const ids = (choices: ReturnType<typeof facetTree>): unknown[] =>
    choices.map(({ id, count, children }) =>
      children.length === 0 ? `${id} ${count}` : [`${id} ${count}`, ids(children)],
    );
  const region = aRegion({ id: '340000' });
  const path = [region];
  const county = aRegion({ id: '340300', path });
  path.push(county);
  const practices = [
    aPractice({ region: county, topics: [aTopic({ id: 'b' }), aTopic({ id: 'a' })] }),
    aPractice({ region, topics: [aTopic({ id: 'c' })] }),
    aPractice({ region: aRegion({ id: '110000' }), topics: [aTopic({ id: 'c' })] }),
  ];
  assert.deepEqual(ids(facetTree(facetOf('region'), practices)), [
    ['340000 2', ['340300 1']],
    '110000 1',
  ]);
  assert.deepEqual(ids(facetTree(facetOf('topic'), practices)), ['c 2', 'a 1', 'b 1']);
  const written = (after: string | null, before: string | null) =>
    aPractice({
      source: aSource({
        writtenAfter: after === null ? null : aDateBound({ on: after }),
        writtenBefore: before === null ? null : aDateBound({ on: before }),
      }),
    });
  const times = facetTree(facetOf('period'), [written('2023', null), written('2021', '2021'), written(null, '2023'), written('2022', '2022')]); // prettier-ignore
  const years = times.map(({ id }) => /\d{4}/.exec(id)?.[0]);
  assert.deepEqual(years, [...years].sort());
  assert.equal(times.length, 4);
  const people = Array.from({ length: 61 }, (_, at) => aPractice({ source: aSource({ bylines: [aByline({ author: anAuthor({ id: `a${at}` }) })] }) })); // prettier-ignore
  assert.equal(facetTree(facetOf('author'), people).length, 60);
});

test('places are the same after they were packed, however long the list', () => {
  const many = [[0], [], [3, 1], [27_599, 27_600, 60_000], [], []];
  assert.deepEqual(placesFrom(packPlaces(many)), [[0], [], [1, 3], ...many.slice(3)]);
  assert.deepEqual(placesFrom(packPlaces([])), []);
});

test('of a long list only what is offered is at hand, each practice under the nearest of it', () => {
  const {
    terms: kept,
    places: held,
    isAll,
  } = listsAtHand({ terms, places }, { ...noChoices, region: ['34'] }, 2);
  assert.equal(isAll, false);
  assert.deepEqual(kept.facets.region.map(([id]) => id), ['34']); // prettier-ignore
  assert.deepEqual(placesFrom(held.region), [[0], [], [0]]);
  assert.deepEqual(kept.facets.topic.map(([id]) => id), ['su', 'ping']); // prettier-ignore
  const part = listsAtHand({ terms, places }, { ...noChoices, region: ['3403', '50'] }, 2);
  assert.deepEqual(part.terms.facets.region.map(([id, , above]) => [id, above]), [['3403', -1], ['50', -1]]); // prettier-ignore
  assert.deepEqual(placesFrom(part.places.region), [[0], [1], []]);
  assert.equal(listsAtHand({ terms, places }, noChoices, 3).isAll, true);
  assert.deepEqual([isAtHand([1, 2], 2), isAtHand([1, 2, 3], 2)], [true, false]);
});
