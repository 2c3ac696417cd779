import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  cellText,
  tabbedText,
  wordMarkup,
  type PlainTable,
} from '#domain/comparison/plain-table.ts';
import { endOfArchive, directoryEntry, readDirectory, readEnd } from '#domain/copies/zip-format.ts';
import { textsOf, withTexts } from '#domain/editing/blocks.ts';
import { asWritten, linesChanged, sharedLines } from '#domain/editing/lines.ts';
import { readableLines } from '#domain/editing/readable.ts';
import { byMagnitude, magnitudeOf } from '#domain/figures/magnitude.ts';
import {
  groundCounts,
  groundInWords,
  groundOf,
  notesByPlace,
  quotedNote,
  type GroundNote,
} from '#domain/grounds/notes.ts';
import { endsAround, endsOf, spanOf } from '#domain/grounds/passage.ts';
import { coverageOf } from '#domain/regions/region-coverage.ts';
import { tileColumns, tileIndex, tilesNextTo } from '#domain/regions/tile-index.ts';
import { dueOn } from '#domain/practice/aftermath.ts';
import * as paths from '#domain/site/paths.ts';
import { siteImages } from '#domain/site/site-images.ts';
import { siteRecords } from '#domain/site/site-records.ts';
import type { Site } from '#domain/site/site.ts';
import { fillIn, placeholders } from '#domain/words/fill-in.ts';
import { siteImageFaults, isPicture } from '#gate/site-images.ts';
import { aPractice, aRegion, aTopic, anInstitution, someGrounds } from './builders.ts';

/* Addresses, which never change. */

test('every page and file stands at the address readers have kept', () => {
  const { homePath, practicesPath, regionsPath, topicsPath, problemsPath, termsPath } = paths;
  assert.deepEqual(
    [homePath, practicesPath, regionsPath, topicsPath, problemsPath, termsPath],
    ['/', '/practices/', '/regions/', '/topics/', '/problems/', '/terms/'],
  );
  const {
    comparePath,
    figuresPath,
    overviewPath,
    verifyPath,
    guidesPath,
    correctionsPath,
    handoutPath,
  } = paths;
  assert.deepEqual(
    [comparePath, figuresPath, overviewPath, verifyPath, guidesPath, correctionsPath, handoutPath],
    [
      '/compare/',
      '/figures/',
      '/overview/',
      '/verify/',
      '/guides/',
      '/guides/corrections/',
      '/handout/',
    ],
  );
  assert.deepEqual(
    [paths.feedPath, paths.latestPath, paths.sitemapPath, paths.dataPath],
    ['/feed.xml', '/data/latest.json', '/sitemap-index.xml', '/data/'],
  );
  assert.equal(paths.feedPathOf('/topics/x/'), '/topics/x/feed.xml');
  assert.equal(paths.sharePicturePath('/topics/x/'), '/topics/x/share.png');
  assert.equal(paths.dataFilePath('practices.csv'), '/data/practices.csv');
  assert.equal(paths.datasetCitationFiles(), '/data/dataset');
  assert.equal(paths.citationFilesBeside('/topics/x/'), '/topics/x');
  for (const [address, of] of [
    ['/institutions/x/', paths.institutionPath], ['/authors/x/', paths.authorPath], ['/terms/#x', paths.termPath],
    ['/periods/x/', paths.periodPath], ['/compare/x/', paths.comparisonPath], ['/problems/x/', paths.problemPath],
    ['/problems/x/brief/', paths.problemBriefPath], ['/compare/x/brief/', paths.comparisonBriefPath],
    ['/problems/x.json', paths.problemDataPath], ['/compare/x.json', paths.comparisonDataPath],
    ['/practices/x.json', paths.practiceDataPath], ['/guides/x/', paths.guidePath],
    ['/data/search/x', paths.searchDataPath], ['/x', paths.assetPath],
  ] as const) assert.equal(of('x'), address); // prettier-ignore
  assert.equal(paths.comparePathOf(['a', 'b']), '/compare/?p=a,b');
  assert.equal(paths.besidePractice('x', 'ris'), '/practices/x.ris');
  assert.equal(paths.paragraphPath('x', 'p-1'), '/practices/x/#p-1');
  assert.equal(paths.practicesPathWith({ region: '34' }), '/practices/?region=34');
  assert.equal(paths.wordIndexPath('words', 3), '/pagefind/words/3.pf_index');
  assert.equal(paths.absolute('/x/', null), '/x/');
});

/* What a library says of itself. */

const site = (contact: Partial<Site['contact']>, over: Partial<Site> = {}): Site =>
  ({ name: '某库', team: '某组', origin: 'https://a.cn', base: '/x/', licence: { name: 'CC' }, contact: { name: null, email: null, phone: null, form: null, ...contact }, ...over }) as Site; // prettier-ignore
const contactWords = {
  noAddress: '未定',
  phone: (number: string) => `电话${number}`,
  email: (address: string) => `邮${address}`,
  form: '表单',
  anybody: '编辑组',
  reached: (name: string | null, ways: readonly string[]) => `${name ?? ''}（${ways.join('、')}）`,
};

test('guides are filled in with what the library is, and keep what they do not know', () => {
  const filled = (text: string, of = site({})): string => fillIn(text, of, contactWords);
  assert.equal(
    filled('【本库名称】【编辑组】【本库网址】【许可】【别的】'),
    '某库某组https://a.cn/x/CC【别的】',
  );
  assert.equal(filled('【本库网址】', site({}, { origin: null })), '未定');
  assert.equal(filled('【toString】'), '【toString】');
  assert.equal(filled('【联系方式】'), '编辑组');
  assert.equal(filled('【联系方式】', site({ name: '办公室' })), '办公室');
  assert.equal(
    filled('【联系方式】', site({ name: '办公室', phone: '1', email: 'a@b', form: 'https://f' })),
    '办公室（电话1、邮a@b、表单）',
  );
  assert.equal(filled('【联系方式】', site({ email: 'a@b' })), '（邮a@b）');
  assert.equal(placeholders.length, 5);
});

test('the numbers of a site lead to the registers they stand in', () => {
  const told = (records: Partial<Site['records']>): string[] =>
    siteRecords(
      { icp: null, police: null, government: null, ...records },
      (code) => `标识码${code}`,
    ).map(({ label, href }) => `${label} ${href}`);
  assert.deepEqual(told({}), []);
  assert.deepEqual(
    told({ icp: '京ICP备1号', police: '京公网安备110号', government: '1100000001' }),
    [
      '京ICP备1号 https://beian.miit.gov.cn/',
      '京公网安备110号 https://beian.mps.gov.cn/#/query/webSearch?code=110',
      '标识码1100000001 https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=1100000001',
    ],
  );
});

test('a logo and an icon have addresses of their own, whatever their files are called', () => {
  assert.deepEqual(siteImages({ logo: null, icon: null }), []);
  assert.deepEqual(siteImages({ logo: '我的.标志.svg', icon: 'i.png' }), [
    { part: 'logo', file: '我的.标志.svg', name: 'logo.svg', path: '/library/logo.svg' },
    { part: 'icon', file: 'i.png', name: 'icon.png', path: '/library/icon.png' },
  ]);
});

test('a picture of the library that is missing, too large, none or alive is named', () => {
  const root = mkdtempSync(join(tmpdir(), 'site-images-'));
  try {
    mkdirSync(join(root, 'content'));
    const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
    const faultsOf = (name: string, bytes: Buffer | string | null): string[] => {
      const yaml = `name: 某库\nteam: 某组\ndescription: 一句话。\nlogo: ${name}\n`;
      writeFileSync(join(root, 'content/site.yml'), yaml);
      if (bytes !== null) writeFileSync(join(root, 'content', name), bytes);
      return siteImageFaults(root).map(({ problem }) => problem);
    };
    if (faultsOf('none.png', null).length > 0) {
      assert.match(faultsOf('none.png', null).join(), /没有这个文件/);
      assert.deepEqual(faultsOf('a.png', png), []);
      assert.match(faultsOf('b.png', 'x').join(), /不是 PNG/);
      assert.deepEqual(faultsOf('c.png', Buffer.concat([png, Buffer.alloc(200_000 - 8)])), []);
      assert.match(
        faultsOf('d.png', Buffer.concat([png, Buffer.alloc(200_000 - 7)])).join(),
        /201 kB，太大/,
      );
      assert.deepEqual(faultsOf('e.svg', '<svg viewBox="0 0 1 1"><path d=""/></svg>'), []);
      assert.match(faultsOf('f.svg', '<p/>').join(), /不是 SVG/);
      for (const alive of [
        '<script>',
        '<a href="x">',
        ' onload = "x"',
        '<!DOCTYPE x>',
        '<style>',
        'javascript:x',
        'url(http://x)',
      ])
        assert.match(faultsOf('g.svg', `<svg>${alive}</svg>`).join(), /可能运行程序/, alive);
      assert.deepEqual(faultsOf('h.svg', '<svg><g fill="url(#a)"/></svg>'), []);
    } else assert.fail('site.yml was not read');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  assert.deepEqual(['a.svg', 'A.PNG', 'x/a.svg', 'a.svg.txt', 'a.gif'].map(isPicture), [
    true,
    true,
    false,
    false,
    false,
  ]);
});

/* Places. */

test('a place has what is told of it and below it, most first, and lacks what others have', () => {
  const province = aRegion({ id: '340000', level: 'province' });
  const path = [province];
  const city = aRegion({ id: '340300', path });
  path.push(city);
  const [court, police, office] = ['fayuan', 'gongan', 'xinfang'].map((id) =>
    anInstitution({ id }),
  ) as [
    ReturnType<typeof anInstitution>,
    ReturnType<typeof anInstitution>,
    ReturnType<typeof anInstitution>,
  ];
  const [one, two] = [aTopic({ id: 'one' }), aTopic({ id: 'two' })];
  const practices = [
    aPractice({ id: 'a', region: city, institution: police, topics: [two] }),
    aPractice({ id: 'b', region: province, institution: police, topics: [one, two] }),
    aPractice({ id: 'c', region: city, institution: court, topics: [two] }),
    aPractice({ id: 'd', region: aRegion({ id: '110000' }), institution: office, topics: [one] }),
  ];
  const library = {
    practices,
    institutions: [court, police, office],
    topics: [one, two, aTopic({ id: 'narrow', broader: 'one' })],
  };
  const of = (region: typeof city) => coverageOf(region, library);
  assert.deepEqual(of(city).chain.map(({ region, own, all }) => [region.id, own, all]), [['340000', 1, 3], ['340300', 2, 2]]); // prettier-ignore
  assert.deepEqual(of(province).institutions.map(({ term, count }) => [term.id, count]), [['gongan', 2], ['fayuan', 1]]); // prettier-ignore
  assert.deepEqual(of(province).topics.map(({ term, count }) => [term.id, count]), [['two', 3], ['one', 1]]); // prettier-ignore
  assert.deepEqual([of(province).missingInstitutions, of(province).missingTopics], [[office], []]);
  assert.deepEqual(of(city).missingTopics, [one]);
});

const abbreviations = [...'黑蒙吉新甘京津辽青宁陕晋冀鲁藏川渝鄂豫皖苏沪滇黔湘赣浙桂粤闽台琼澳港'];
const node = (abbr: string) =>
  ({ region: aRegion({ id: abbr, abbr }), children: [], count: 0 }) as never;

test('every province has one tile, and one too few or too many is told', () => {
  const cells = tileIndex(abbreviations.map(node));
  assert.equal(cells.length % tileColumns, 0);
  assert.equal(cells.filter((cell) => cell !== null).length, 34);
  assert.throws(() => tileIndex(abbreviations.slice(1).map(node)), /黑, which is no province/);
  assert.throws(() => tileIndex([...abbreviations, '甲', '乙'].map(node)), /no place for 甲 乙/);
});

test('neighbours on the page are told right, left, down, up and across', () => {
  assert.deepEqual(tilesNextTo('豫'), [...'皖鄂粤晋赣湘冀陕']);
  assert.deepEqual(tilesNextTo('黑'), ['吉']);
  assert.deepEqual(tilesNextTo('琼'), [...'澳湘粤桂']);
});

/* Figures and tables. */

test('numbers are read in every unit, largest first of their kind', () => {
  const read = (value: string, unit = '个') => magnitudeOf({ value, unit }).number;
  assert.deepEqual(
    [read('3百'), read('3千'), read('3万'), read('3亿')],
    [300, 3000, 30_000, 300_000_000],
  );
  assert.deepEqual(
    [read('3', '百件'), read('3', '千件'), read('3', '亿元'), read('0.1', '万元')],
    [300, 3000, 300_000_000, 1000],
  );
  assert.deepEqual(
    [read('1，234'), read('1,23'), read('1.'), read('x1'), read('1x')],
    [1234, null, null, null, null],
  );
  assert.deepEqual(['一', '九', '十一', '九十九', '十十', '二两'].map((of) => read(of)), [1, 9, 11, 99, null, null]); // prettier-ignore
  for (const unit of ['%', '％', '‰', '个百分点', '成'])
    assert.equal(magnitudeOf({ value: '3', unit }).kind, 'share', unit);
  for (const unit of ['年', '个月', '个工作日', '周', '天', '小时', '分钟', '秒'])
    assert.equal(magnitudeOf({ value: '3', unit }).kind, 'time', unit);
  for (const unit of ['年级', '大成', '%x'])
    assert.equal(magnitudeOf({ value: '3', unit }).kind, 'count', unit);
  assert.deepEqual(['60余', '60多', '60'].map((value) => magnitudeOf({ value, unit: '个' }).exact), [false, false, true]); // prettier-ignore
  const kinds = ['vague', 'time', 'share', 'count'] as const;
  assert.deepEqual([...kinds].sort((a, b) => byMagnitude({ kind: a, number: 1, exact: true }, { kind: b, number: 1, exact: true })), ['count', 'share', 'time', 'vague']); // prettier-ignore
});

const table: PlainTable = {
  title: '<对照>',
  head: [[{ text: '', isAside: false }], [{ text: '甲地', isAside: false }]],
  rows: [[[{ text: '做法', isAside: false }], [{ text: '设点', isAside: false }, { text: '全市。', isAside: true }, { text: '设厅', isAside: false }]]], // prettier-ignore
  notes: ['出处'],
};

test('a table is taken away as lines and tabs, and to Word with its heads', () => {
  assert.equal(tabbedText(table), '<对照>\n\t甲地\n做法\t设点（全市）；设厅\n出处');
  assert.equal(cellText([]), '');
  const word = wordMarkup(table);
  assert.match(word, /<b>&lt;对照&gt;<\/b>/);
  assert.deepEqual([word.match(/<th /g)?.length, word.match(/<td /g)?.length], [3, 1]);
  assert.match(
    word,
    /<th align="left" style="border:1px solid #000;padding:3pt 5pt;vertical-align:top"><p style="margin:0;font-family:SimHei;[^"]*font-size:10\.5pt">做法/,
  );
  assert.match(word, /font-family:KaiTi;[^"]*font-size:9pt;color:#555">（全市）/);
  assert.match(word, /font-family:SimSun;[^"]*font-size:10\.5pt">设厅/);
  assert.match(word, /font-family:SimHei;[^"]*font-size:14pt"><b>/);
  assert.match(word, /font-family:SimSun;[^"]*font-size:9pt">出处/);
  assert.match(word, /<thead style="display:table-header-group">/);
});

/* Editing. */

test('lines that two texts share at both ends are counted once', () => {
  const shared = (a: string, b: string): number[] => {
    const { head, tail } = sharedLines([...a], [...b]);
    return [head, tail];
  };
  assert.deepEqual(shared('abcd', 'abxd'), [2, 1]);
  assert.deepEqual(shared('aa', 'aaa'), [2, 0]);
  assert.deepEqual(shared('abc', 'xbc'), [0, 2]);
  assert.deepEqual(shared('', 'a'), [0, 0]);
  assert.deepEqual(shared('abc', 'abc'), [3, 0]);
  const changed = (a: string, b: string): number =>
    linesChanged([...a].join('\n'), [...b].join('\n'));
  assert.deepEqual(
    [
      changed('abc', 'abc'),
      changed('abcd', 'axcd'),
      changed('abc', 'abxyc'),
      changed('ab', 'cd'),
      changed('xaybz', 'paqbr'),
    ],
    [0, 1, 2, 2, 3],
  );
});

test('a file keeps its ends of lines and its mark, new lines end as most do', () => {
  assert.equal(asWritten('a\r\nb\r\nc\n', 'a\nx\nc\n'), 'a\r\nx\r\nc\n');
  assert.equal(asWritten('a\nb\r\n', 'a\nx\nb\n'), 'a\nx\nb\r\n');
  assert.equal(asWritten('\uFEFFa\n', 'b\n'), '\uFEFFb\n');
  assert.equal(asWritten('a', 'a\nb'), 'a\nb');
  assert.equal(asWritten('a\rb\rc', 'a\nx\nc'), 'a\rx\nc');
  assert.equal(asWritten('', 'a\n'), 'a\n');
});

test('a record is read a line each field, without what is empty', () => {
  const nameOf = (key: string): string => `【${key}】`;
  assert.deepEqual(
    readableLines(
      {
        a: '甲',
        b: '',
        c: null,
        d: ['一', '二'],
        e: [{ f: 1 }, { f: false, g: undefined }],
        h: {},
        i: [],
      },
      nameOf,
    ),
    [
      '【a】：甲',
      '【d】：',
      '  · 一',
      '  · 二',
      '【e】：',
      '  1.',
      '    【f】：1',
      '  2.',
      '    【f】：false',
    ],
  );
  assert.deepEqual(
    [
      readableLines(null, nameOf),
      readableLines(undefined, nameOf),
      readableLines('', nameOf),
      readableLines('x', nameOf, '  '),
    ],
    [[], [], [], ['  x']],
  );
});

test('what is bold stays where it was when a text is cleaned', () => {
  const tidy = (text: string): string => text.replace(/ /g, '');
  const bold = [{ from: 2, to: 5 }];
  assert.deepEqual(withTexts({ is: 'paragraph', text: '甲 乙 丙丁', bold }, tidy), {
    is: 'paragraph',
    text: '甲乙丙丁',
    bold: [{ from: 1, to: 3 }],
  });
  assert.deepEqual(withTexts({ is: 'heading', level: 2, text: '甲 乙' }, tidy), {
    is: 'heading',
    level: 2,
    text: '甲乙',
  });
  assert.deepEqual(withTexts({ is: 'table', rows: [['甲 乙', '丙']] }, tidy), {
    is: 'table',
    rows: [['甲乙', '丙']],
  });
  assert.deepEqual(textsOf({ is: 'table', rows: [['甲'], ['乙', '丙']] }), ['甲', '乙', '丙']);
  assert.deepEqual(textsOf({ is: 'heading', level: 1, text: '题' }), ['题']);
});

test('editors look again a year after they last did, or after a practice was taken in', () => {
  const due = (on: string | null, ...days: string[]): string =>
    dueOn({
      aftermath: on === null ? null : { status: 'running', on, text: '', source: '' },
      changes: days.map((changedOn) => ({ changedOn })),
    });
  assert.equal(due(null, '2026-05-01', '2025-03-04'), '2026-03-04');
  assert.equal(due('2026-09-30', '2025-03-04'), '2027-09-30');
  assert.equal(due('2024-02-29'), '2025-03-01');
});

/* Grounds. */

const text = '甲乙丙丁戊己庚辛壬癸，子丑寅卯辰巳午未申酉戌亥。';
test('a passage is found by its ends, and only where they tell', () => {
  assert.deepEqual(spanOf(text, { from: '丙丁' }), { start: 2, end: 4 });
  assert.deepEqual(spanOf(text, { from: '甲乙', to: '丙 丁' }), { start: 0, end: 4 });
  assert.deepEqual(spanOf(text, { from: '甲乙丙', to: '丙丁' }), { start: 0, end: 4 });
  assert.deepEqual(
    [
      spanOf(text, { from: '' }),
      spanOf(text, { from: '无' }),
      spanOf('甲乙甲', { from: '甲' }),
      spanOf(text, { from: '丙丁', to: '甲' }),
      spanOf(text, { from: '丙丁', to: '丁' }),
      spanOf(text, { from: '丙', to: '' }),
    ],
    ['absent', 'absent', 'ambiguous', 'unended', { start: 2, end: 4 }, 'unended'],
  );
  assert.deepEqual(endsOf(text, { start: 0, end: 8 }), { from: '甲乙丙丁戊己庚辛' });
  assert.deepEqual(endsOf(text, { start: 0, end: 9 }), {
    from: '甲乙丙丁戊己庚辛',
    to: '乙丙丁戊己庚辛壬',
  });
  assert.deepEqual(endsOf(text, { start: 0, end: 18 }), {
    from: '甲乙丙丁戊己庚辛',
    to: '子丑寅卯辰巳午',
  });
  assert.equal(endsOf(text, { start: 3, end: 3 }), null);
});

test('words chosen by hand lose the marks at their ends, and take along what tells them apart', () => {
  assert.deepEqual(endsAround(text, { start: 10, end: 14 }), { from: '子丑寅' });
  assert.deepEqual(endsAround(text, { start: 8, end: 11 }), { from: '壬癸' });
  const twice = '先说甲事，再说甲事，后说乙事';
  assert.deepEqual(endsAround(twice, { start: 7, end: 9 }), { from: '再说甲事' });
  assert.deepEqual(endsAround('甲事完，甲事开始', { start: 0, end: 2 }), { from: '甲事完' });
  assert.equal(endsAround('甲甲', { start: 0, end: 1 }) === null, false);
});

const passage = (
  section: number,
  paragraph: number,
  label: string | null = `${section}、`,
): GroundNote => ({ kind: 'passage', place: { section, label, paragraph }, from: '甲', to: null });
test('notes of one place stand together, under the heading of its section once', () => {
  const nowhere: GroundNote = { kind: 'absent', words: ['经费'], place: null };
  const grounds = {
    statements: [],
    notes: [
      passage(1, 1),
      passage(1, 1),
      passage(1, 2),
      passage(2, 1),
      passage(3, 1, null),
      nowhere,
      nowhere,
    ],
  };
  assert.deepEqual(
    notesByPlace(grounds, ['1、背景', '2、做法']).map(({ heading, notes, place }) => [heading, notes.map(({ number }) => number), place?.section ?? null]),
    [['1、背景', [1, 2], 1], [null, [3], 1], ['2、做法', [4], 2], [null, [5], 3], [null, [6, 7], null]],
  ); // prettier-ignore
  assert.deepEqual(groundCounts(someGrounds), {
    all: 2,
    source: 2,
    absence: 0,
    editor: 0,
    open: 0,
  });
  assert.equal(groundOf(someGrounds, 'paragraph', 0)?.notes.length, 2);
  assert.equal(groundOf(someGrounds, 'paragraph', 1), null);
  assert.equal(groundOf(null, 'paragraph', 0), null);
});

test('a passage is quoted whole where its ends meet, else by four characters of each, numbers uncut', () => {
  const quoted = (from: string, to: string | null): string =>
    quotedNote({
      kind: 'passage',
      place: { section: 1, label: null, paragraph: 1 },
      from,
      to,
    }).join('……');
  assert.equal(quoted('甲乙丙丁戊己庚辛', null), '甲乙丙丁戊己庚辛');
  assert.equal(quoted('甲乙丙丁戊己庚辛', '戊己庚辛壬癸'), '甲乙丙丁戊己庚辛壬癸');
  assert.equal(quoted('甲乙丙丁戊己庚辛', '己庚辛壬癸'), '甲乙丙丁……庚辛壬癸');
  assert.equal(quoted('甲乙丙丁', '甲乙丙丁'), '甲乙丙丁');
  assert.equal(quoted('共有113412个村', '下降了15.36%'), '共有113412……15.36%');
  assert.equal(quoted('甲乙', '丙丁'), '甲乙……丙丁');
});

test('what a statement rests on is told in words, each note once', () => {
  const told = (note: string[], rests: 'source' | 'absence' | 'editor' | 'open'): string | null =>
    groundInWords(
      { notes: someGrounds.notes, statements: [{ of: 'figures', index: 0, rests, notes: note.map((number) => ({ note: Number(number), for: null })), editor: [] }] }, // prettier-ignore
      'figures',
      0,
      {
        ...{ title: '出处', editor: '编者的话', searched: '查过全文', ofParagraph: () => '' },
        place: ({ section, paragraph }) => `${section}.${paragraph}`,
        passage: (ends) => `“${ends.join('……')}”`,
        absent: (of) => `没有${of.join()}`,
        join: (of) => of.join('；'),
      },
    );
  assert.equal(told(['1', '2', '1'], 'source'), '3.2“区级中心统筹协……度处置”；查过全文，没有经费');
  assert.equal(told(['9'], 'source'), '');
  assert.equal(told([], 'editor'), '编者的话');
  assert.equal(told(['1'], 'open'), null);
});

/* Archives beyond four gigabytes. */

test('the end of a large archive says in long numbers what does not fit in short ones', () => {
  for (const end of [
    { entries: 3, directorySize: 150, directoryOffset: 1000 },
    { entries: 65_534, directorySize: 150, directoryOffset: 1000 },
    { entries: 65_535, directorySize: 150, directoryOffset: 1000 },
    { entries: 3, directorySize: 150, directoryOffset: 2 ** 32 - 1 },
    { entries: 3, directorySize: 150, directoryOffset: 5 * 2 ** 32 },
    { entries: 70_000, directorySize: 2 ** 32 + 7, directoryOffset: 2 ** 33 },
  ]) {
    const bytes = endOfArchive(end);
    const read = readEnd(bytes, end.directoryOffset + end.directorySize + bytes.length);
    assert.deepEqual(
      read && [read.entries, read.directorySize, read.directoryOffset, read.tail.length],
      [end.entries, end.directorySize, end.directoryOffset, bytes.length],
    );
    const isLarge =
      end.entries >= 65_535 || end.directorySize >= 2 ** 32 || end.directoryOffset >= 2 ** 32 - 1;
    // A record of 56 bytes and its locator of 20 (APPNOTE 4.3.14, 4.3.15).
    assert.equal(
      bytes.length - endOfArchive({ entries: 3, directorySize: 1, directoryOffset: 1 }).length,
      isLarge ? 76 : 0,
    );
    if (isLarge) {
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      assert.deepEqual(
        [
          view.getUint32(0, true),
          view.getBigUint64(4, true),
          view.getUint16(12, true),
          view.getUint16(14, true),
          view.getUint32(16, true),
          view.getUint32(20, true),
          view.getBigUint64(24, true),
        ],
        [0x06064b50, 44n, 45, 45, 0, 0, BigInt(end.entries)],
      );
      assert.deepEqual(
        [
          view.getUint32(56, true),
          view.getUint32(60, true),
          view.getBigUint64(64, true),
          view.getUint32(72, true),
        ],
        [0x07064b50, 0, BigInt(end.directoryOffset + end.directorySize), 1],
      );
    }
  }
});

test('an entry far behind in an archive is found by its long offset', () => {
  const entry = { name: '甲/a.html', isDeflated: true, crc32: 7, packed: 40, size: 90 } as never;
  for (const offset of [0, 2 ** 32 - 2, 2 ** 32 - 1, 2 ** 33 + 5]) {
    const bytes = directoryEntry({ ...(entry as object), offset } as never, 0x5d7e);
    const [read] = readDirectory(bytes);
    assert.deepEqual(
      read && [
        read.name,
        read.isDeflated,
        read.isReadable,
        read.crc32,
        read.packed,
        read.size,
        read.offset,
        read.date,
      ],
      ['甲/a.html', true, true, 7, 40, 90, offset, 0x5d7e],
    );
    const version = new DataView(bytes.buffer, bytes.byteOffset).getUint16(6, true);
    assert.equal(version, offset >= 2 ** 32 - 1 ? 45 : 20);
  }
});
