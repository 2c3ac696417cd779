import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardFile } from '#domain/search/card-kinds.ts';
import { answerCards, type AnswerCard } from '#domain/search/answer-card.ts';
import {
  amountsOfPractice,
  amountsOfProblem,
  answerSource,
  saidOfPractices,
  type ListedAnswer,
} from '#domain/search/answer-source.ts';
import { PostingGatherer } from '#build/search/posting-parts.ts';
import { packPlaces, type BlockEntry } from '#domain/search/data.ts';
import { kindNumber, type KindName } from '#domain/search/kinds.ts';
import { readFile } from '#domain/search/posting-files.ts';
import {
  amountsOf,
  entryPiece,
  everydayNotes,
  firstProblem,
  readEveryday,
  readPiece,
} from '#domain/search/ranking-index.ts';
import { rank, saysNothing, wantedOf, wordsOf, type Postings } from '#domain/search/ranking.ts';
import { byFacet } from '#domain/lists/facet-keys.ts';
import { aPractice, aProblem, aRegion, aTerm, aTopic, anInstitution } from './builders.ts';

/* What is looked for. */

const wanted = (own: readonly string[], meant: readonly string[] = []): string[] =>
  wantedOf({ own, meant }).map(
    ({ piece, worth, isMeant }) => `${piece} ${worth}${isMeant ? ' meant' : ''}`,
  );

test('a question is looked for by pairs, less by single characters, and by what it means', () => {
  assert.deepEqual(wanted(['微法庭']), ['微法 1', '法庭 1', '微 0.3', '法 0.3', '庭 0.3']);
  assert.deepEqual(wanted(['12345']), ['12345 1']);
  assert.deepEqual(wanted(['pos机']), [
    'po 1',
    'os 1',
    's机 1',
    'p 0.3',
    'o 0.3',
    's 0.3',
    '机 0.3',
  ]);
  assert.deepEqual(wanted(['坐牢'], ['监狱']), ['坐牢 1', '坐 0.3', '牢 0.3', '监狱 0.8 meant']);
});

test('a pair with a filler is no word, and what was asked for outweighs what it means', () => {
  assert.deepEqual(wanted(['判了案']), ['判 0.3', '案 0.3']);
  assert.deepEqual(wanted(['监狱'], ['监狱']), ['监狱 1', '监 0.3', '狱 0.3']);
});

/* What it finds, best first. */

const held = (documents: number, amounts: Readonly<Record<number, number>>): Postings => ({
  documents,
  amounts: new Map(Object.entries(amounts).map(([number, amount]) => [Number(number), amount])),
});
const ranked = (
  pieces: Readonly<Record<string, readonly [worth: number, postings: Postings]>>,
  all = 100,
) =>
  rank(
    Object.entries(pieces).map(([piece, [worth]]) => ({ piece, worth, isMeant: false })),
    new Map(Object.entries(pieces).map(([piece, [, postings]]) => [piece, postings])),
    all,
  );

test('a rare piece is more telling than one that many practices hold', () => {
  const found = ranked({ 微法: [1, held(1, { 3: 5 })], 治理: [1, held(60, { 4: 5 })] });
  assert.deepEqual(
    found.map(({ document }) => document),
    [3, 4],
  );
  const [rare, common] = found;
  assert.ok(rare && common && rare.score > 5 * common.score);
});

test('a pair that only one practice holds is worth 2.2 at most, and more of it always more', () => {
  const scores = [1, 2, 5, 15].map(
    (amount) => ranked({ 微法: [1, held(1, { 0: amount })] })[0]?.score ?? 0,
  );
  assert.deepEqual(
    [...scores].sort((a, b) => a - b),
    scores,
  );
  assert.ok((scores[3] ?? 0) < 2.2 && (scores[3] ?? 0) > 1.9, String(scores[3]));
  // 0.6 · 2.2 ∕ (0.6 + 1.2)
  assert.equal(scores[0]?.toFixed(4), '0.7333');
  assert.equal(ranked({ 微法: [0.3, held(1, { 0: 1 })] })[0]?.score.toFixed(4), '0.2200');
});

test('what nothing holds is as telling as what one practice holds', () => {
  assert.equal(
    ranked({ 微法: [1, held(0, { 0: 4 })] })[0]?.score,
    ranked({ 微法: [1, held(1, { 0: 4 })] })[0]?.score,
  );
});

test('of equals the one with the lower number comes first, and pieces that are nowhere count nothing', () => {
  const found = rank(
    [
      { piece: '微法', worth: 1, isMeant: false },
      { piece: '无有', worth: 1, isMeant: false },
    ],
    new Map([['微法', held(2, { 9: 3, 2: 3 })]]),
    50,
  );
  assert.deepEqual(
    found.map(({ document }) => document),
    [2, 9],
  );
});

test('a practice is told with its pairs and words, the telling ones first, without single characters', () => {
  const [found] = ranked({
    治理: [1, held(40, { 0: 2 })],
    微: [0.3, held(1, { 0: 9 })],
    微法: [1, held(1, { 0: 2 })],
    法庭: [1, held(5, { 0: 2 })],
  });
  assert.deepEqual(found?.by, ['微法', '法庭', '治理']);
});

test('pairs are told as the words they make, a whole word before its parts', () => {
  const told = (own: string[], meant: string[], pieces: string[]): string[] =>
    wordsOf({ own, meant }, pieces);
  assert.deepEqual(told(['微法庭进村'], [], ['微法', '法庭', '进村']), ['微法庭', '进村']);
  assert.deepEqual(told(['微法庭'], ['监狱'], ['监狱']), ['监狱']);
  assert.deepEqual(told(['12345热线'], [], ['热线']), ['热线']);
  assert.deepEqual(told(['pos', '法庭'], [], ['pos']), ['pos']);
  assert.deepEqual(told(['法庭', '微法庭'], [], ['微法', '法庭']), ['微法庭']);
  assert.deepEqual(told(['微法庭'], [], []), []);
});

test('a question of nothing but fillers says nothing', () => {
  const says = (...own: string[]): boolean => !saysNothing({ own, meant: [] });
  assert.equal(says('怎么'), false);
  assert.equal(says('怎么', '呢'), false);
  assert.equal(says('怎么', '微法庭'), true);
  assert.equal(says('怎法'), true);
});

/* What the index keeps. */

const field = (weight: number, ...texts: string[]) => ({ weight, texts, usual: 10, levelling: 0 });

test('amounts add up over fields, and stay between 1 and 15', () => {
  const amounts = amountsOf([field(3, '微法庭'), field(0.6, '微法 微法'), field(0.1, '乡')]);
  assert.equal(amounts.get('微法'), 7);
  assert.equal(amounts.get('法庭'), 5);
  assert.equal(amounts.get('乡'), 1);
  assert.equal(amountsOf([field(30, '微法庭')]).get('微法'), 15);
});

test('a long text is held against it as far as its field says, a short one speaks for it', () => {
  const of = (length: number, levelling: number): number | undefined =>
    amountsOf([{ weight: 3, texts: ['1134 ', 'a '.repeat(length - 1)], usual: 10, levelling }]).get(
      '1134',
    );
  assert.equal(of(10, 0.5), 5);
  assert.equal(of(30, 0.5), 3);
  assert.equal(of(30, 0), 5);
  assert.equal(of(2, 0.5), 8);
});

const nowhere = (): ListedAnswer => ({ names: [], definition: '', kinds: [], ways: [] });
const lists = {
  problems: [
    nowhere(),
    { ...nowhere(), names: ['难一', '难二'], definition: '界定', kinds: ['类别'], ways: ['办法'] },
  ],
  topics: [{ ...nowhere(), names: ['主题'], definition: '释义' }],
};
const saidNothing = { problem: [], topic: [], said: [[], []] } as const;

test('a word counts by where it stands: in the title, in the facts, in what lists say of a practice', () => {
  const block = (kind: KindName, text: string): BlockEntry => [kindNumber(kind), '', text];
  const amounts = amountsOfPractice(
    [
      block('title', '标题'),
      block('facts', '事实'),
      block('summary', '概述'),
      block('heading', '小标'),
      block('text', '正文'),
      block('label', '字样'),
    ],
    lists,
    { problem: [1, 7], topic: [0], said: [['种类'], ['句子']] },
  );
  const all = [
    '标题',
    '事实',
    '概述',
    '小标',
    '正文',
    '字样',
    '难一',
    '难二',
    '界定',
    '种类',
    '句子',
    '主题',
    '释义',
  ];
  assert.deepEqual(Object.fromEntries(all.map((word) => [word, amounts.get(word) ?? 0])), {
    ...{ 标题: 8, 事实: 3, 概述: 5, 小标: 2, 正文: 3, 字样: 0 },
    ...{ 难一: 5, 难二: 5, 界定: 2, 种类: 3, 句子: 6, 主题: 3, 释义: 1 },
  });
});

test('words far into a long page count less, and the longer its lists of names the less each', () => {
  const long = `村口${'甲'.repeat(6000)}`;
  const [short, full] = ['村口', long].map((text) =>
    amountsOfPractice([[kindNumber('text'), '', text]], lists, saidNothing).get('村口'),
  );
  assert.deepEqual([short, full], [3, 1]);
  const names = Array.from({ length: 200 }, (_, at) => `名${at} `);
  const many = amountsOfPractice(
    [],
    { problems: [{ ...nowhere(), names: ['村口', ...names] }], topics: [] },
    { ...saidNothing, problem: [0] },
  );
  assert.equal(many.get('村口'), 2);
});

test('a problem counts by its names most, then by what it is and how it is answered', () => {
  const amounts = amountsOfProblem({
    names: ['难一', '难二'],
    definition: '界定',
    kinds: ['类别'],
    ways: ['办法'],
  });
  assert.deepEqual(
    ['难一', '难二', '界定', '类别', '办法'].map((word) => amounts.get(word)),
    [7, 7, 3, 3, 1],
  );
});

const practices = ['jia', 'yi', 'bing'].map((id) => aPractice({ id }));
const way = (practice: string, text: string) => ({ practice, text, section: null }) as never;
const answered = aProblem({
  label: '案多人少',
  aliases: ['案件多'],
  answers: [
    { kind: '就近', ways: [way('jia', '甲的办法'), way('bing', '丙的办法')] },
    { kind: '分流', ways: [way('jia', '甲另有办法')] },
  ] as never,
});
const overviewed = aTopic({
  label: '诉源治理',
  aliases: ['源头'],
  overview: [
    { text: '只说乙', practices: ['yi'] },
    { text: '说两篇', practices: ['jia', 'yi'] },
    { text: '谁也不说', practices: [] },
  ] as never,
});

test('what problems and topics say of a practice is said of it alone', () => {
  const source = answerSource(practices, [answered], [overviewed], []);
  assert.deepEqual(source.said, [
    [
      ['就近', '分流'],
      ['甲的办法', '甲另有办法'],
    ],
    [[], ['只说乙']],
    [['就近'], ['丙的办法']],
  ]);
  assert.deepEqual(source.problems, [
    {
      names: ['案多人少', '案件多'],
      definition: answered.definition,
      kinds: ['就近', '分流'],
      ways: ['甲的办法', '丙的办法', '甲另有办法'],
    },
  ]);
  assert.deepEqual(source.topics, [
    { names: ['诉源治理', '源头'], definition: overviewed.definition, kinds: [], ways: [] },
  ]);
});

test('of a practice that is not searched nothing is said', () => {
  const source = answerSource(practices.slice(1), [answered], [], []);
  assert.deepEqual(source.said, [
    [[], []],
    [['就近'], ['丙的办法']],
  ]);
});

test('each practice is told with the places of its problems and topics', () => {
  const facets = {
    ...byFacet(() => packPlaces([[], [], []])),
    problem: packPlaces([[1, 0], [], [2]]),
    topic: packPlaces([[], [3], []]),
  };
  const source = answerSource(practices, [answered], [], []);
  assert.deepEqual(
    saidOfPractices(source, { facets, reviewedOn: [] }).map(({ problem, topic, said }) => [
      problem,
      topic,
      said[1].length,
    ]),
    [
      [[0, 1], [], 2],
      [[], [3], 0],
      [[2], [], 1],
    ],
  );
});

type Amount = readonly [practice: number, amount: number];
const kept = (
  practicesOf: readonly Amount[],
  problemsOf: readonly Amount[] = [],
  piece = '微法',
) => {
  const gatherer = new PostingGatherer();
  for (const [number, amount] of practicesOf) gatherer.add(number, new Map([[piece, [amount]]]));
  for (const [number, amount] of problemsOf) {
    gatherer.add(firstProblem + number, new Map([[piece, [amount]]]), false);
  }
  return readPiece(readFile(gatherer.end().file), piece);
};

test('of a piece is told how much practices and problems have of it, and how many have any', () => {
  const told = kept([[0, 4], [7, 1]], [[0, 5], [3, 2]]); // prettier-ignore
  assert.equal(told?.practices.documents, 2);
  assert.deepEqual([...(told?.practices.amounts ?? [])], [[0, 4], [7, 1]]); // prettier-ignore
  assert.equal(told?.problems.documents, 2);
  assert.deepEqual([...(told?.problems.amounts ?? [])], [[0, 5], [3, 2]]); // prettier-ignore
  assert.equal(readPiece(readFile(new PostingGatherer().end().file), '微法'), null);
});

test('a pair that one practice holds once by chance decides nothing, a single character may', () => {
  assert.equal(kept([[4, 2]]), null);
  assert.notEqual(kept([[4, 3]]), null);
  assert.notEqual(kept([[4, 2], [5, 1]]), null); // prettier-ignore
  assert.notEqual(kept([[4, 2]], [[0, 1]]), null);
  assert.notEqual(kept([[4, 1]], [], '微'), null);
});

test('of what very many practices hold those with most of it are read, of equals the newest', () => {
  const all = Array.from({ length: 301 }, (_, at): Amount => [at, at === 0 ? 9 : 3]);
  const told = kept(all)?.practices;
  assert.equal(told?.documents, 301);
  assert.equal(told?.amounts.size, 300);
  assert.deepEqual(
    [told?.amounts.get(0), told?.amounts.has(1), told?.amounts.has(2)],
    [9, false, true],
  );
  assert.equal(kept(all.slice(0, 300))?.practices.amounts.size, 300);
  assert.deepEqual(
    [...(kept(all.slice(0, 300))?.practices.amounts.keys() ?? [])].slice(0, 2),
    [0, 1],
  );
});

test('everyday words are kept where their first two characters are, as said and meant', () => {
  assert.equal(entryPiece('老赖户'), '老赖');
  assert.equal(entryPiece('A'), 'a');
  const notes = everydayNotes(
    [
      ['老赖', ['失信', '执行难']],
      ['老赖户', ['失信']],
      ['坐牢', ['监狱']],
    ],
    { fileOf: (piece: string) => (piece === '老赖' ? 'a' : 'b') } as never,
  );
  assert.deepEqual(
    [...notes],
    [
      ['a', ['老赖=失信,执行难', '老赖户=失信']],
      ['b', ['坐牢=监狱']],
    ],
  );
  assert.deepEqual(readEveryday({ postings: new Map(), notes: notes.get('a') ?? [] } as never), [
    ['老赖', ['失信', '执行难']],
    ['老赖户', ['失信']],
  ]);
});

/* The card over the results. */

const region = (
  id: string,
  level: 'province' | 'prefecture' | 'county',
  above: readonly ReturnType<typeof aRegion>[] = [],
) => {
  const own = aRegion({ id, label: `区${id}`, level });
  return { ...own, path: [...above, own] };
};
const hebei = region('130000', 'province');
const shanxi = region('140000', 'province');
const jilin = region('220000', 'province');
const shijiazhuang = region('130100', 'prefecture', [hebei]);
const zhengding = region('130123', 'county', [hebei, shijiazhuang]);
const [first, second, third] = [
  aTopic({ id: 'yuan', label: '源' }),
  aTopic({ id: 'tiao', label: '调', broader: 'yuan' }),
  aTopic({ id: 'su', label: '诉', broader: 'yuan' }),
];
const topicsOf = (topic: ReturnType<typeof aTopic>) => [
  { ...topic, path: topic === first ? [first] : [first, topic] },
];
const problem = aProblem({
  id: 'an',
  label: '案',
  definition: '界定',
  related: ['ren', 'kong'],
  terms: ['ting'],
});
const related = aProblem({ id: 'ren', label: '人' });
const empty = aProblem({ id: 'kong', label: '空', terms: ['ting'] });
const inHebei = Array.from({ length: 9 }, (_, at) =>
  aPractice({
    id: `p${at}`,
    region: hebei,
    institution: anInstitution({ label: `院${at}` }),
    topics: topicsOf(at === 0 ? third : second),
    problems: at === 8 ? [problem, related] : [problem],
  }),
);
const cards = (overrides: Partial<Parameters<typeof answerCards>[0]> = {}): AnswerCard[] =>
  answerCards({
    practices: inHebei,
    practiceOf: (id) => inHebei.find((of) => of.id === id) ?? assert.fail(id),
    regions: [hebei, shanxi, jilin, shijiazhuang, zhengding],
    topics: [first, second, third],
    problems: [problem, related, empty],
    terms: [aTerm({ id: 'ting', label: '庭', definition: '词义' })],
    ...overrides,
  });
const cardOf = (kind: string, id: string, of = cards()): AnswerCard =>
  of.find((card) => card.kind === kind && card.id === id) ?? assert.fail(id);

test('a card says what an entry is, how many practices it has and which, at most eight', () => {
  const { label, line, practices: count, ways } = cardOf('problem', 'an');
  assert.deepEqual([label, line, count], ['案', '界定', 9]);
  assert.equal(ways.length, 1);
  assert.equal(ways[0]?.kind, '');
  assert.equal(ways[0]?.places.length, 8);
  assert.deepEqual(ways[0]?.places[0], ['p0', '区130000院0']);
  assert.deepEqual(cardOf('problem', 'kong').ways, []);
});

test('a problem with answers tells its practices by kind of answer, each once', () => {
  const answers = [
    { kind: '就近', ways: [way('p1', ''), way('p1', ''), way('p2', '')] },
    { kind: '分流', ways: [way('p3', '')] },
  ] as never;
  const card = cardOf('problem', 'an', cards({ problems: [{ ...problem, answers }, related] }));
  assert.deepEqual(
    card.ways.map(({ kind, places }) => [kind, places.map(([id]) => id)]),
    [
      ['就近', ['p1', 'p2']],
      ['分流', ['p3']],
    ],
  );
});

test('from a card readers go on to what has practices', () => {
  assert.deepEqual(cardOf('problem', 'an').near, [['problem', 'ren', '人', 1]]);
  assert.deepEqual(cardOf('term', 'ting').near, [['problem', 'an', '案', 9]]);
  assert.deepEqual(
    [cardOf('term', 'ting').practices, cardOf('term', 'ting').line, cardOf('term', 'ting').ways],
    [null, '词义', []],
  );
  assert.deepEqual(cardOf('topic', 'yuan').near, [
    ['topic', 'tiao', '调', 8],
    ['topic', 'su', '诉', 1],
  ]);
  assert.deepEqual(cardOf('topic', 'tiao').near, [['topic', 'su', '诉', 1]]);
  assert.deepEqual([cardOf('topic', 'su').practices, cardOf('topic', 'su').ways[0]?.kind], [1, '']);
});

test('six links are enough', () => {
  const many = Array.from({ length: 8 }, (_, at) => aProblem({ id: `m${at}`, label: `m${at}` }));
  const with8 = aPractice({ problems: [problem, ...many] });
  const card = cardOf(
    'problem',
    'an',
    cards({
      practices: [with8],
      problems: [{ ...problem, related: many.map(({ id }) => id) }, ...many],
    }),
  );
  assert.deepEqual(
    card.near.map(([, id]) => id),
    ['m0', 'm1', 'm2', 'm3', 'm4', 'm5'],
  );
});

test('a place without practices leads up to its own province, then to those beside it', () => {
  const { practices: count, line, near, ways } = cardOf('region', '130123');
  assert.deepEqual([count, line, ways], [0, '', []]);
  assert.deepEqual(near, [['region', '130000', '区130000', 9]]);
  assert.deepEqual(cardOf('region', '130000').near, []);
  assert.deepEqual(
    cardOf('region', '140000').near.map(([, id]) => id),
    ['130000'],
  );
  assert.deepEqual(cardOf('region', '220000').near, []);
  const both = [
    ...inHebei,
    aPractice({ id: 'q', region: shijiazhuang }),
    aPractice({ id: 'r', region: shanxi }),
  ];
  assert.deepEqual(
    cardOf('region', '130123', cards({ practices: both })).near.map(([, id]) => id),
    ['130100', '130000', '140000'],
  );
});

test('every entry has its card, in a file of its own', () => {
  assert.equal(cards().length, 3 + 3 + 1 + 5);
  assert.equal(cardFile('problem', 'an'), 'cards/problem-an.bin');
});
