import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  blocksOf,
  packPlaces,
  packPractice,
  type BlockEntry,
  type PracticeFile,
  type Records,
  type TermsFile,
  type TextsFile,
} from '#domain/search/data.ts';
import { evaluate } from '#domain/search/evaluate.ts';
import { facetKeys, type FacetKey } from '#domain/lists/facet-keys.ts';
import type { FacetCounts } from '#domain/search/facet-counts.ts';
import type { AnswerCard } from '#domain/search/answer-card.ts';
import { kindNumber } from '#domain/search/kinds.ts';
import { parseQuery } from '#domain/search/query.ts';
import { listsAtHand } from '#domain/search/lists-at-hand.ts';
import { layoutOf, packFile } from '#domain/search/posting-files.ts';
import { scanEngine } from '#domain/search/scan-engine.ts';
import { searchWith, type Answer, type Search } from '#domain/search/session.ts';
import { snippetsOf } from '#domain/search/snippet.ts';
import { noChoices, readAddress, type SearchState } from '#domain/search/state.ts';
import { readReadings, suggest, termEntries } from '#domain/search/suggest.ts';
import { synonymGroups } from '#domain/search/synonyms.ts';

const title = kindNumber('title');
const text = kindNumber('text');
const label = kindNumber('label');

/** A practice of a title and one block of text. */
const practice = (heading: string, body: string): TextsFile[number] => [
  [title, text],
  `${heading}\n${body}`,
];

async function ordered(
  typed: string,
  texts: TextsFile,
  synonyms: readonly (readonly string[])[] = [],
): Promise<{ exact: number[]; near: number[] }> {
  const { exact, near } = await evaluate(parseQuery(typed), scanEngine(texts), synonyms);
  return { exact: exact.map((hit) => hit.practice), near: near.map((hit) => hit.practice) };
}

test('a practice that has the words in its title comes first', async () => {
  const texts = [practice('别的', '微法庭、微法庭、微法庭'), practice('微法庭进村', '别的')];
  assert.deepEqual((await ordered('微法庭', texts)).exact, [1, 0]);
});

test('words of the page itself count least', async () => {
  const texts: TextsFile = [[[label], '全部数字'], practice('别的', '数字法院')];
  assert.deepEqual((await ordered('数字', texts)).exact, [1, 0]);
});

test('of equals the newer comes first', async () => {
  const texts = [practice('甲', '微法庭'), practice('乙', '微法庭')];
  assert.deepEqual((await ordered('微法庭', texts)).exact, [1, 0]);
});

test('a practice must hold every word to be exact', async () => {
  const texts = [practice('蚌埠', '平安'), practice('蚌埠', '微法庭')];
  assert.deepEqual((await ordered('蚌埠 微法庭', texts)).exact, [1]);
});

test('the same characters in another order are not the query', async () => {
  const texts = [practice('甲', '法院院长'), practice('乙', '法院长')];
  assert.deepEqual(await ordered('法院长', texts), { exact: [1], near: [] });
});

test('other words for the same thing are near, and below', async () => {
  const synonyms = synonymGroups([{ label: '风险评估', aliases: ['稳评'] }]);
  const texts = [practice('甲', '风险评估'), practice('乙', '稳评')];
  assert.deepEqual(await ordered('稳评', texts, synonyms), { exact: [1], near: [0] });
});

test('a misprint in a longer word is bridged', async () => {
  const texts = [practice('甲', '狼抓落实'), practice('乙', '无关')];
  assert.deepEqual(await ordered('狠抓落实', texts), { exact: [], near: [0] });
});

test('what holds only a little of the query is not near', async () => {
  assert.deepEqual(await ordered('量子计算机', [practice('甲', '计算方法')]), {
    exact: [],
    near: [],
  });
});

const file = (blocks: readonly BlockEntry[], card = ''): PracticeFile =>
  packPractice('cunkou', card, blocks, false);
const snippets = (blocks: readonly BlockEntry[], typed: string, card = '') =>
  snippetsOf(file(blocks, card), parseQuery(typed).clauses);
const heading = kindNumber('heading');

test('a practice is packed and unpacked without loss', () => {
  const blocks: BlockEntry[] = [
    [title, '', '村口'],
    [text, 'p-1', '甲'],
    [text, 'p-1', '乙'],
    [text, 'p-2', '丙'],
  ];
  assert.deepEqual(blocksOf(file(blocks)), blocks);
});

test('each section that holds the words shows one place, with its address', () => {
  const found = snippets(
    [
      [heading, 'zuofa', '做法'],
      [text, 'p-1', '没有'],
      [text, 'p-2', '设微法庭'],
      [heading, 'chengxiao', '成效'],
      [text, 'p-3', '微法庭已建成'],
    ],
    '微法庭',
  );
  assert.deepEqual(
    found.map(({ section, address }) => [section, address]),
    [
      ['做法', 'p-2'],
      ['成效', 'p-3'],
    ],
  );
  assert.deepEqual(found[0]?.text, ['设', '微法庭', '']);
});

test('at most three sections are shown, in the order of the page', () => {
  const blocks = ['甲', '乙', '丙', '丁'].flatMap((name): BlockEntry[] => [
    [heading, name, name],
    [text, name, '微法庭'],
  ]);
  assert.deepEqual(
    snippets(blocks, '微法庭').map(({ section }) => section),
    ['甲', '乙', '丙'],
  );
});

test('what the card shows is not shown again', () => {
  assert.deepEqual(snippets([[title, '', '微法庭进村']], '微法庭', '<h3>微法庭<wbr>进村</h3>'), []);
});

test('a long paragraph is cut around the words', () => {
  const [snippet] = snippets(
    [[text, 'p', `${'前'.repeat(80)}微法庭${'后'.repeat(200)}`]],
    '微法庭',
  );
  assert.ok(snippet);
  assert.equal(snippet.text[1], '微法庭');
  assert.match(snippet.text[0] ?? '', /^……前{1,30}$/);
  assert.match(snippet.text[2] ?? '', /^后{1,90}……$/);
});

const terms: TermsFile = {
  facets: {
    region: [
      ['340000', '安徽', -1, ['安徽省']],
      ['340300', '蚌埠', 0, ['蚌埠市']],
      ['500000', '重庆', -1, []],
    ],
    topic: [
      ['suyuan', '诉源治理', -1, []],
      ['pingan', '平安建设', -1, []],
    ],
    problem: [],
    institution: [['fayuan', '法院', -1, []]],
    author: [],
    period: [],
  },
  glossary: [],
};
const suggestions = {
  entries: termEntries(terms),
  readings: readReadings({
    sounds: '',
    characters: '蚌beng 埠bu 重zhong 庆qing',
    words: ['重庆\tchong qing'],
  }),
  simplified: new Map<string, string>(),
};
const places: Records['facets'] = {
  region: packPlaces([[1], [2], [0]]),
  topic: packPlaces([[0], [0, 1], [1]]),
  problem: packPlaces([[], [], []]),
  institution: packPlaces([[0], [], [0]]),
  author: packPlaces([[], [], []]),
  period: packPlaces([[], [], []]),
};
const texts = [practice('甲', '微法庭'), practice('乙', '微法庭'), practice('丙', '别的')];
const around = {
  terms,
  places: (key: FacetKey) => Promise.resolve(places[key]),
  besides: null,
  practices: 3,
  reviewedOn: () => Promise.resolve(['2026-01-01', '2026-03-01', '2026-02-01']),
  simplified: () => Promise.resolve(new Map<string, string>()),
  suggest: (typed: string, most: number) => Promise.resolve(suggest(typed, suggestions, most)),
  read: (number: number) => Promise.resolve(file([], `<p>${number}</p>`)),
  pieces: {
    practices: 3,
    problems: 0,
    layout: layoutOf(new Map()),
    read: () => Promise.resolve(packFile([])),
  },
  sounds: () => Promise.resolve(() => ''),
  card: () => Promise.reject(new Error('There are no cards.')),
};
const library = (): Search =>
  searchWith({
    ...around,
    engine: scanEngine(texts),
  });
const state = (overrides: Partial<SearchState>): SearchState => ({
  text: '',
  choices: noChoices,
  sort: 'relevance',
  ...overrides,
});

/** What all choices are counted for an answer. */
async function counted(search: Search, asked: Partial<SearchState>): Promise<FacetCounts> {
  await search.query(state(asked));
  return search.counts(facetKeys);
}

test('a count says how many results the reader gets who chooses it', async () => {
  const search = library();
  await search.query(state({ text: '微法庭' }));
  const { topic: before = {} } = await search.counts(['topic']);
  assert.deepEqual(before, { suyuan: 2, pingan: 1 });
  for (const [topic, count] of Object.entries(before)) {
    const after = await search.query(
      state({ text: '微法庭', choices: { ...noChoices, topic: [topic] } }),
    );
    assert.equal(after.exact, count, topic);
  }
});

test('several choices of one facet are any of them, several facets all of them', async () => {
  const search = library();
  const any = { ...noChoices, region: ['340300', '500000'] };
  assert.equal((await search.query(state({ choices: any }))).exact, 2);
  const all = { ...any, topic: ['pingan'] };
  assert.equal((await search.query(state({ choices: all }))).exact, 1);
});

test('a choice leaves the counts of its own facet as they would be without it', async () => {
  const counts = await counted(library(), { choices: { ...noChoices, topic: ['suyuan'] } });
  assert.deepEqual(counts.topic, { suyuan: 2, pingan: 2 });
  assert.deepEqual(counts.institution, { fayuan: 1 });
});

test('what practices are counted by is asked for with the counts of a facet, and before that by nobody', async () => {
  const asked: string[] = [];
  const search = searchWith({
    ...around,
    engine: scanEngine(texts),
    places: (key) => {
      asked.push(key);
      return around.places(key);
    },
  });
  await search.query(state({ choices: { ...noChoices, topic: ['suyuan'] } }));
  assert.deepEqual(asked, ['topic']);
  assert.deepEqual(await search.counts(['region']), {
    region: { '340000': 1, '340300': 1, '500000': 1 },
  });
  assert.deepEqual(asked, ['topic', 'region']);
});

test('a place counts under everything above it', async () => {
  const counts = await counted(library(), {});
  assert.deepEqual(counts.region, { '340000': 2, '340300': 1, '500000': 1 });
});

test('a choice no list knows is passed over', async () => {
  const answer = await library().query(state({ choices: { ...noChoices, topic: ['nonsense'] } }));
  assert.equal(answer.exact, 3);
  assert.deepEqual(answer.chosen, []);
});

test('results are sorted by day of review or by place', async () => {
  const search = library();
  const order = async (sort: SearchState['sort']): Promise<(string | null)[]> => {
    await search.query(state({ sort }));
    return (await search.page(0, 3)).map(({ card }) => card);
  };
  assert.deepEqual(await order('reviewed'), ['<p>1</p>', '<p>2</p>', '<p>0</p>']);
  assert.deepEqual(await order('place'), ['<p>2</p>', '<p>0</p>', '<p>1</p>']);
});

test('suggestions spell characters by pinyin, initials, characters and mixtures', async () => {
  const search = library();
  for (const typed of ['bengbu', 'bb', 'bengb', 'b埠', '蚌', 'beng bu', 'BENGBU']) {
    const [first] = await search.suggest(typed);
    assert.equal(first?.label, '蚌埠', typed);
  }
  assert.deepEqual(
    (await search.suggest('zq')).map(({ label: of }) => of),
    [],
    '重庆 is not read zhong qing',
  );
});

test('pinyin of a word that only begins a name asks for the word', async () => {
  const named = { kind: 'topic', id: 'pingan', label: '平安建设', alias: null } as const;
  const asking = (spells: string, ...held: string[]): Promise<Answer> =>
    searchWith({
      ...around,
      engine: scanEngine(held.map((words) => practice('甲', words))),
      suggest: () => Promise.resolve([{ ...named, spells }]),
    }).query(state({ text: 'latin' }));
  assert.equal((await asking('平安', '平安村', '平安建设', '别的')).insteadOf, '平安');
  assert.equal((await asking('平安建设', '平安建设')).insteadOf, '平安建设');
  assert.equal(
    (await asking('安建', '平安', '建设')).insteadOf,
    '平安建设',
    'no word of the library',
  );
});

test('pinyin of a measure asks for the measure and not for the title of its practice', async () => {
  const search = searchWith({
    ...around,
    engine: scanEngine([practice('院长包案到底', '四级漏斗')]),
    suggest: () =>
      Promise.resolve([
        { kind: 'practice', id: 'a', label: '院长包案到底', alias: '四级漏斗', spells: '漏斗' },
      ]),
  });
  const { insteadOf, exact } = await search.query(state({ text: 'loudou' }));
  assert.deepEqual([insteadOf, exact], ['四级漏斗', 1]);
});

test('what is listed is told without a file, in the order of the results', async () => {
  const search = searchWith({
    ...around,
    engine: scanEngine(texts),
    read: () => Promise.reject(new Error('No file was asked for.')),
  });
  await search.query(state({ text: '微法庭' }));
  assert.deepEqual(await search.listed(0, 9), [
    { newest: 1, isNear: false, isFirstNear: false },
    { newest: 2, isNear: false, isFirstNear: false },
  ]);
});

test('an address holds every choice once, and what is broken in it is passed over', () => {
  const read = readAddress('?q=%E0%A4%A&topic=a&topic=b&topic=a&topic=<script>&sort=nonsense');
  assert.deepEqual(read.choices.topic, ['a', 'b']);
  assert.equal(read.sort, 'relevance');
});

/** A library whose lists are long: at hand is 安徽 alone, and who asks for more is noted. */
function largeLibrary(): { search: Search; asked: () => number } {
  let asked = 0;
  const atHand = listsAtHand({ terms, places }, { ...noChoices, region: ['340000'] }, 2);
  assert.deepEqual([atHand.isAll, atHand.partly], [false, ['region']]);
  return {
    search: searchWith({
      ...around,
      terms: atHand.terms,
      places: (key) => Promise.resolve(atHand.places[key]),
      besides: {
        partly: atHand.partly,
        names: () => {
          asked += 1;
          return Promise.resolve(terms);
        },
        list: (key) => {
          asked += 1;
          return Promise.resolve({ list: terms.facets[key], places: places[key] });
        },
      },
      card: (kind, id) => Promise.resolve({ kind, id } as AnswerCard), // as far as is looked at
      engine: scanEngine([...texts.slice(0, 2), practice('丙', '蚌埠')]),
    }),
    asked: () => asked,
  };
}

test('what is found in a large library is counted by what is at hand', async () => {
  const { search, asked } = largeLibrary();
  const [large, small] = await Promise.all([
    counted(search, { text: '微法庭' }),
    counted(library(), { text: '微法庭' }),
  ]);
  assert.deepEqual(large.topic, small.topic);
  assert.deepEqual(large.region, { '340000': 1 });
  assert.equal(asked(), 0);
});

test('a place that no list at hand holds is asked for where the address names it', async () => {
  const { search, asked } = largeLibrary();
  const choices = { ...noChoices, region: ['500000'] };
  const { exact, chosen } = await search.query(state({ choices }));
  assert.equal(exact, 1);
  assert.deepEqual(chosen, [{ facet: 'region', id: '500000', label: '重庆' }]);
  await search.query(state({ choices }));
  assert.equal(asked(), 1);
});

test('a search that has asked for more answers the next as if it had not', async () => {
  const { search } = largeLibrary();
  const first = await search.query(state({ text: '微法庭' }));
  await search.query(state({ text: '没有的话' }));
  assert.deepEqual(await search.query(state({ text: '微法庭' })), first);
});

test('the same order by place in a large library as in a small one', async () => {
  const orderOf = async (search: Search): Promise<string[]> => {
    await search.query(state({ sort: 'place' }));
    return (await search.page(0, 10)).map(({ card }) => card ?? '');
  };
  assert.deepEqual(await orderOf(largeLibrary().search), await orderOf(library()));
});

test('a place that no list at hand holds has its card', async () => {
  const { search, asked } = largeLibrary();
  const { exact, card } = await search.query(state({ text: '蚌埠' }));
  assert.equal(exact, 1);
  assert.equal(card?.id, '340300');
  assert.equal(asked(), 0);
});

test('a near result says by which words it was found, as its page holds them, and at most five', async () => {
  const words = '纠纷调处，化解有方，网格巡查，街道吹哨，部门报到，群众评议';
  const search = searchWith({
    ...around,
    engine: scanEngine([practice('甲', words)]),
    practices: 1,
    read: () => Promise.resolve(file([[text, 'p-1', words]], '')),
  });
  const reasons = async (typed: string): Promise<unknown> => {
    await search.query(state({ text: typed }));
    return (await search.page(0, 1)).map(({ isNear, by }) => [isNear, ...by]);
  };
  assert.deepEqual(await reasons('纠纷化解'), [[true, '纠纷', '化解']]);
  assert.deepEqual(await reasons('网格巡查'), [[false]]);
  assert.deepEqual(await reasons('纠纷 化解 网格 巡查 街道 吹哨 别的'), [
    [true, '纠纷', '化解', '网格', '巡查', '街道'],
  ]);
});

test('who typed nothing but signs is told so, and who typed nothing is not', async () => {
  const isSigns = async (typed: string): Promise<boolean> =>
    (await library().query(state({ text: typed }))).hasOnlySigns;
  assert.deepEqual(await Promise.all(['！？', '', '微法庭', '微法庭！'].map(isSigns)), [
    ...[true, false, false, false],
  ]);
});

test('where nothing is found, names that look like what was typed are offered', async () => {
  const nearest = async (typed: string): Promise<unknown> =>
    (await library().query(state({ text: typed }))).nearest.map(
      ({ kind, label }) => `${kind} ${label}`,
    );
  assert.deepEqual(await nearest('诉源治安'), ['topic 诉源治理']);
  assert.deepEqual(await nearest('蚌埠建设'), ['region 蚌埠', 'topic 平安建设']);
  assert.deepEqual(await nearest('微法庭'), []);
});

test('of practices reviewed on one day the newer comes first, one without a day last', async () => {
  const search = searchWith({
    ...around,
    engine: scanEngine(texts),
    reviewedOn: () => Promise.resolve(['2026-01-01', '2026-01-01']),
  });
  await search.query(state({ sort: 'reviewed' }));
  assert.deepEqual(
    (await search.page(0, 3)).map(({ card }) => card),
    ['<p>1</p>', '<p>0</p>', '<p>2</p>'],
  );
});

test('an answer that comes late does not list its results over those of a later question', async () => {
  const search = library();
  const [, later] = await Promise.all([
    search.query(state({ text: '微法庭', sort: 'reviewed' })),
    search.query(state({ text: '别的' })),
  ]);
  assert.equal(later.exact, 1);
  assert.deepEqual(
    (await search.page(0, 3)).map(({ card }) => card),
    ['<p>2</p>'],
  );
});
