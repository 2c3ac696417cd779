import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse as parseYaml } from 'yaml';
import { toCitable, toCitableRelease } from '#domain/citation/library.ts';
import { type CitableRecord } from '#domain/citation/record.ts';
import { known } from '#domain/practice/fact.ts';
import { toBibLatex } from '#domain/exports/biblatex.ts';
import { coinsTitle } from '#domain/exports/coins.ts';
import { toCslItem, toCslJson } from '#domain/exports/csl-json.ts';
import {
  csvHead,
  figureColumns,
  figureRows,
  practiceColumns,
  practiceRows,
} from '#domain/exports/csv.ts';
import { practiceFilePath, practiceFormats } from '#domain/exports/formats.ts';
import { practiceAsMarkdown } from '#domain/exports/markdown.ts';
import { practiceAsPlainText } from '#domain/exports/plain-text.ts';
import { toRis } from '#domain/exports/ris.ts';
import { practiceRecord } from '#domain/practice/practice-record.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { text as words } from '#words/index.ts';
import {
  aBlock,
  aByline,
  aFigure,
  aJournalArticle,
  aMeasure,
  aPerson,
  aPractice,
  aSection,
  aSource,
  aTeam,
  aWebPage,
  anAuthor,
  someGrounds,
} from './builders.ts';

const origin = 'https://example.org';
const today = { accessedOn: '2026-11-20' };
const built = { accessedOn: null };

const practice = aPractice({ edition: 2 });
const page = toCitable(practice, { origin, words });
const release = toCitableRelease({ version: '2026.11', releasedOn: '2026-11-01' }, { origin });

const note =
  '本页为摘编，文字由治理实践库编辑组撰写。原文：黄晓武《下足“绣花”功夫 办好民生实事》，原刊名、年、期待考。';

test('a reader imports a practice into a reference manager from RIS', () => {
  assert.deepEqual(toRis([page], today).split('\r\n'), [
    'TY  - ELEC',
    'ID  - qingchuan-cunkou-lianluodian',
    'TI  - 村口设联络点，分歧先在村里说',
    'AU  - 治理实践库编辑组',
    'T2  - 治理实践库',
    'ET  - 2',
    'PY  - 2026',
    'DA  - 2026/09/01',
    'Y2  - 2026/11/20',
    'UR  - https://example.org/practices/qingchuan-cunkou-lianluodian/',
    'LA  - zh-CN',
    'AB  - 青川法院在每个村设联络点，让分歧先在村里说开。',
    'KW  - 诉源治理',
    'KW  - 非诉讼纠纷解决',
    'KW  - 案多人少',
    'KW  - 青川',
    'KW  - 法院',
    `N1  - ${note}`,
    'ER  - ',
    '',
  ]);
});

test('a reader imports a practice into a reference manager from BibLaTeX', () => {
  assert.equal(
    toBibLatex([page], today),
    `@online{qingchuan-cunkou-lianluodian,
  title = {{村口设联络点，分歧先在村里说}},
  author = {{治理实践库编辑组}},
  journaltitle = {{治理实践库}},
  version = {2},
  date = {2026-09-01},
  urldate = {2026-11-20},
  url = {https://example.org/practices/qingchuan-cunkou-lianluodian/},
  langid = {chinese},
  abstract = {青川法院在每个村设联络点，让分歧先在村里说开。},
  keywords = {诉源治理, 非诉讼纠纷解决, 案多人少, 青川, 法院},
  annote = {${note}},
}
`,
  );
});

test('a reader imports a practice into a reference manager from CSL-JSON', () => {
  assert.deepEqual(JSON.parse(toCslJson([page], today)), [
    {
      id: 'qingchuan-cunkou-lianluodian',
      type: 'webpage',
      title: '村口设联络点，分歧先在村里说',
      author: [{ literal: '治理实践库编辑组' }],
      'container-title': '治理实践库',
      edition: '2',
      issued: { 'date-parts': [[2026, 9, 1]] },
      accessed: { 'date-parts': [[2026, 11, 20]] },
      URL: 'https://example.org/practices/qingchuan-cunkou-lianluodian/',
      language: 'zh-CN',
      abstract: '青川法院在每个村设联络点，让分歧先在村里说开。',
      keyword: '诉源治理, 非诉讼纠纷解决, 案多人少, 青川, 法院',
      note,
    },
  ]);
});

test('a release of the data is a data set wherever the format allows', () => {
  assert.match(toRis([release], today), /^TY {2}- DATA\r\n[^]*ET {2}- 2026\.11\r\n/);
  assert.match(toBibLatex([release], today), /^@misc\{release-2026\.11,[^]*version = \{2026\.11\}/);
  assert.equal(toCslItem(release, today).type, 'dataset');
  assert.equal(toCslItem(release, today).version, '2026.11');
  assert.match(toRis([release], today), /\r\nPB {2}- 治理实践库\r\nET/);
  assert.match(toBibLatex([release], today), /publisher = \{\{治理实践库\}\}/);
  assert.equal(toCslItem(release, today).publisher, '治理实践库');
});

test('a journal article keeps its numbers apart', () => {
  const article = aJournalArticle({ volume: known('3'), doi: known('10.1234/a_b') });
  assert.match(
    toRis([article], today),
    /T2 {2}- 乡村治理评论\r\nVL {2}- 3\r\nIS {2}- 4\r\nSP {2}- 12\r\nEP {2}- 18\r\nDO {2}- 10\.1234\/a_b\r\nPY {2}- 2023\r\nDA {2}- 2023\r\n/,
  );
  assert.match(
    toBibLatex([article], today),
    /^@article[^]*volume = \{3\},\n {2}number = \{4\},\n {2}pages = \{12--18\},\n {2}doi = \{10\.1234\/a_b\}/,
  );
  assert.deepEqual(toCslItem(article, today), {
    id: 'wanggehua',
    type: 'article-journal',
    title: '网格化治理的县域实践',
    author: [{ literal: '李明' }],
    'container-title': '乡村治理评论',
    volume: '3',
    issue: '4',
    page: '12-18',
    DOI: '10.1234/a_b',
    issued: { 'date-parts': [[2023]] },
    language: 'zh-CN',
  });
});

test('a file made by the build claims no day of access', () => {
  assert.doesNotMatch(toRis([page], built), /Y2/);
  assert.doesNotMatch(toBibLatex([page], built), /urldate/);
  assert.equal(toCslItem(page, built).accessed, undefined);
});

test('what was never on the web has no day of access', () => {
  const printed = aJournalArticle();
  assert.doesNotMatch(toRis([printed], today), /Y2/);
  assert.doesNotMatch(toBibLatex([printed], today), /urldate/);
  assert.equal(toCslItem(printed, today).accessed, undefined);
});

test('Chinese names, names with · and teams are never split, Western names are', () => {
  const record = aWebPage({
    creators: known([
      aPerson({ name: '欧阳静', latin: { family: 'Ouyang', given: 'Jing', familyFirst: true } }),
      aPerson({
        name: '买买提·艾力',
        latin: { family: 'Maimaiti Aili', given: null, familyFirst: true },
      }),
      aTeam(),
      aPerson({
        name: 'John A. Smith',
        latin: { family: 'Smith', given: 'John A.', familyFirst: false },
      }),
    ]),
  });
  assert.deepEqual(toRis([record], today).match(/(?<=AU {2}- ).*(?=\r)/g), [
    '欧阳静',
    '买买提·艾力',
    '治理实践库编辑组',
    'Smith, John A.',
  ]);
  assert.match(
    toBibLatex([record], today),
    /author = \{\{欧阳静\} and \{买买提·艾力\} and \{治理实践库编辑组\} and Smith, John A\.\},/,
  );
  assert.deepEqual(toCslItem(record, today).author, [
    { literal: '欧阳静' },
    { literal: '买买提·艾力' },
    { literal: '治理实践库编辑组' },
    { family: 'Smith', given: 'John A.' },
  ]);
});

test('a guessed year is never exported as a fact', () => {
  const guessed = aWebPage({ issued: known({ on: '2022', guessed: true }) });
  assert.doesNotMatch(toRis([guessed], today), /DA {2}-/);
  assert.match(toRis([guessed], today), /N1 {2}- 年份为推测：2022。/);
  assert.match(toBibLatex([guessed], today), /date = \{2022\?\}/);
  assert.deepEqual(toCslItem(guessed, today).issued, { 'date-parts': [[2022]], circa: true });
});

test('a record of which little is known leaves fields out instead of filling them', () => {
  const bare = aWebPage({
    title: 'unknown',
    creators: 'unknown',
    issued: 'unknown',
    address: 'unknown',
  });
  assert.deepEqual(toRis([bare], today).split('\r\n'), [
    'TY  - ELEC',
    'ID  - cunkou',
    'T2  - 治理实践库',
    'LA  - zh-CN',
    'ER  - ',
    '',
  ]);
  for (const text of [toBibLatex([bare], today), toCslJson([bare], today)]) {
    assert.doesNotMatch(text, /undefined|null|unknown|\{\}|""/);
  }
});

test('a selection is one file with an entry for each practice', () => {
  const other = toCitable(aPractice({ id: 'qita' }), { origin, words });
  assert.equal(toRis([page, other], today).match(/^TY {2}- /gm)?.length, 2);
  assert.match(toRis([page, other], today), /ER {2}- \r\n\r\nTY {2}- /);
  assert.match(toBibLatex([page, other], today), /\}\n\n@online\{qita,/);
  assert.equal((JSON.parse(toCslJson([page, other], today)) as unknown[]).length, 2);
});

/** Every kind of text that has broken a file of some format. */
const hardTexts = [
  '“双”与‘单’与"直"引号',
  '100% 与 A&B 与 #3 与 a_b 与 $5',
  '成对 {甲{乙}丙} 与反斜杠 \\ 与 ~ 与 ^',
  '落单的 { 括号',
  '落单的 } 括号',
  '先右后左 }{',
  '第一行\n第二行\r\n第三行',
  '𠮷𡈽与😀',
  '<b>不是标签</b> &amp; 不是实体',
  '竖线 | 星号 * 反引号 ` 方括号 [a](b)',
  '# 不是标题',
  '- 不是列表',
  '1. 不是编号',
  '逗号,分号;与；',
  'ER  - ',
];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function fromBibLatex(value: string): string {
  const commands: Readonly<Record<string, string>> = {
    textbackslash: '\\',
    textbraceleft: '{',
    textbraceright: '}',
    textasciitilde: '~',
  };
  return value.replace(
    /\\(?:(text\w+)\{\}|\^\{\}|([{}%&#_$]))/g,
    (_, name?: string, sign?: string) =>
      name === undefined ? (sign ?? '^') : (commands[name] ?? '?'),
  );
}

/** Biber ends a field at the first brace too many, escaped or not. */
function isBalanced(value: string): boolean {
  let depth = 0;
  for (const character of value) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

for (const text of hardTexts) {
  const hard: CitableRecord = {
    ...aWebPage({ title: known({ text, pinyin: null, translation: null }) }),
    abstract: text,
    keywords: [text],
    note: text,
  };

  test(`${JSON.stringify(text)} survives RIS`, () => {
    const lines = toRis([hard], today).split('\r\n');
    for (const tag of ['TI', 'AB', 'KW', 'N1']) {
      assert.ok(lines.includes(`${tag}  - ${oneLine(text)}`), tag);
    }
    assert.equal(lines.filter((line) => line.startsWith('ER  -')).length, 1);
  });

  test(`${JSON.stringify(text)} survives BibLaTeX`, () => {
    const file = toBibLatex([hard], today);
    const title = /^ {2}title = \{\{(.*)\}\},$/m.exec(file)?.[1] ?? '';
    const abstract = /^ {2}abstract = \{(.*)\},$/m.exec(file)?.[1] ?? '';
    assert.equal(fromBibLatex(title), oneLine(text));
    assert.equal(fromBibLatex(abstract), oneLine(text));
    for (const [, value = ''] of file.matchAll(/^ {2}\w+ = \{(.*)\},$/gm)) {
      assert.ok(isBalanced(value), value);
    }
    assert.doesNotMatch(title, /(?<!\\)[%&#_$]/, 'LaTeX would read the sign as a command');
  });

  test(`${JSON.stringify(text)} survives CSL-JSON`, () => {
    const [item] = JSON.parse(toCslJson([hard], today)) as Record<string, unknown>[];
    assert.equal(item?.['title'], text);
    assert.equal(item?.['note'], text);
  });

  const hardPractice = aPractice({
    title: text,
    summary: text,
    measures: [aMeasure({ name: text, how: text })],
    sections: [aSection({ blocks: [aBlock({ lines: [text] })] })],
  });

  test(`${JSON.stringify(text)} survives Markdown`, () => {
    const lines = practiceAsMarkdown(hardPractice, { ...built, origin, words }).split('\n');
    const unescaped = lines.map((line) => line.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
    assert.ok(unescaped.includes(`# ${oneLine(text)}`));
    assert.ok(unescaped.includes(`> ${oneLine(text)}`));
    const address = `${origin}/practices/${hardPractice.id}/#p-k7m2`;
    assert.ok(unescaped.includes(`<a id="p-k7m2"></a>${oneLine(text)} [第 1 段](${address})`));
    const row = lines.find((line) => line.includes('把力量放到村口') && line.startsWith('| '));
    assert.equal(row?.split(/(?<!\\)\|/).length, 5);
  });

  test(`${JSON.stringify(text)} survives plain text`, () => {
    const lines = practiceAsPlainText(hardPractice, { ...built, origin, words }).split('\n');
    assert.equal(lines[0], oneLine(text));
  });

  test(`${JSON.stringify(text)} survives CSV`, () => {
    const [, row] = parseCsv(practicesCsv(hardPractice));
    assert.equal(unguarded(row?.[1] ?? ''), text);
    assert.equal(unguarded(row?.[2] ?? ''), text);
  });

  test(`${JSON.stringify(text)} survives COinS`, () => {
    const fields = new URLSearchParams(
      coinsTitle(aWebPage({ title: known({ text, pinyin: null, translation: null }) })),
    );
    assert.equal(fields.get('rft.title'), text);
  });
}

const practicesCsv = (...practices: readonly Practice[]): string =>
  csvHead(practiceColumns, words.exports.practiceColumns) +
  practiceRows(practices, { origin, words });

const figuresCsv = (...practices: readonly Practice[]): string =>
  csvHead(figureColumns, words.exports.figureColumns) + figureRows(practices, { origin, words });

/** RFC 4180, read strictly: an unquoted cell holds no quotation mark. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  cell.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (cell.lastIndex < text.length) {
    const [, inside, bare, end] = cell.exec(text) ?? assert.fail('the file is not CSV');
    cells.push(inside?.replace(/""/g, '"') ?? bare ?? '');
    if (end === '\r\n') {
      rows.push(cells);
      cells = [];
    }
  }
  return rows;
}

const unguarded = (cell: string): string =>
  /^'+[=+\-@＝＋－＠\t\r\n]/u.test(cell) ? cell.slice(1) : cell;

test('a table opens in Excel and WPS with Chinese intact, one row a practice', () => {
  const file = practicesCsv(practice, aPractice({ id: 'qita' }));
  assert.ok(file.startsWith('\uFEFF编号,标题,'));
  assert.ok(file.endsWith('\r\n'));
  const rows = parseCsv(file);
  assert.deepEqual(
    rows.map((row) => row.length),
    [26, 26, 26],
  );
  assert.equal(rows[2]?.[0], 'qita');
});

for (const text of ['=1+1', '+86', '-3', '@here', '\t=1', '＝1', "'=1", "''@x"]) {
  test(`a cell that reads ${JSON.stringify(text)} runs no formula and loses nothing`, () => {
    const [, row] = parseCsv(practicesCsv(aPractice({ title: text })));
    assert.equal(row?.[1], `'${text}`);
    assert.equal(unguarded(row[1]), text);
  });
}

test('a cell that only begins with an apostrophe is left as it is', () => {
  const [, row] = parseCsv(practicesCsv(aPractice({ title: "'tis" })));
  assert.equal(row?.[1], "'tis");
});

test('what is unknown is 待考 in the table, and what the source leaves out is 原文未载', () => {
  const [header, row] = parseCsv(practicesCsv(practice));
  for (const label of ['原刊名', '原刊年', '原刊期']) {
    assert.equal(row?.[header?.indexOf(label) ?? -1], '待考');
  }
  const [, figure] = parseCsv(
    figuresCsv(aPractice({ figures: [aFigure({ value: '60余', scope: null, period: null })] })),
  );
  assert.deepEqual(figure?.slice(2, 7), ['60余', '个', '联络点', '原文未载', '原文未载']);
});

test('every figure has a row under its practice', () => {
  const rows = parseCsv(
    figuresCsv(
      aPractice({ figures: [aFigure(), aFigure({ value: '数十' })] }),
      aPractice({ figures: [] }),
    ),
  );
  assert.deepEqual(
    rows.slice(1).map((row) => row[2]),
    ['1134', '数十'],
  );
});

test('every column of the tables is explained once', () => {
  for (const columns of [
    practiceColumns.map(({ key }) => words.exports.practiceColumns[key]),
    figureColumns.map(({ key }) => words.exports.figureColumns[key]),
  ]) {
    const names = columns.map(({ label }) => label);
    assert.equal(new Set(names).size, names.length);
    assert.ok(columns.every(({ meaning }) => meaning !== ''));
  }
});

test('a practice as text holds the card, the prose, the figures and both references', () => {
  const full = aPractice({
    source: aSource({
      bylines: [
        aByline(),
        aByline({ author: anAuthor({ label: '欧阳静', pinyin: 'Ouyang Jing' }), office: '庭长' }),
      ],
      gaps: ['末段缺一行'],
    }),
    sections: [
      aSection(),
      aSection({
        id: 'daizou',
        heading: '可以带走什么',
        blocks: [aBlock({ kind: 'numbered', lines: ['先听后劝。', '再引到法庭。'] })],
      }),
    ],
  });
  const text = practiceAsPlainText(full, { ...today, origin, words });
  for (const part of [
    '\n地区：青川市\n',
    '\n文章说，小事拖久了就成了案子。\n',
    '【可以带走什么（编者的看法）】\n\n1. 先听后劝。\n2. 再引到法庭。\n',
    '数字：1134个；数的是什么：联络点；范围：全市；时间：2023 年；原文位置：把力量放到村口。',
    '· 署名：欧阳静，庭长（署名时的职务）',
    '· 原刊名、年、期、页码：待考',
    '· 原件缺损：末段缺一行',
    '· 引用本页（GB/T 7714—2025）：治理实践库编辑组. 村口设联络点，分歧先在村里说[EB/OL]. （2026-09-01）[2026-11-20]. https',
    '转引原文（本库的写法，标准无此格式）：黄晓武，欧阳静. 下足“绣花”功夫 办好民生实事[J]. [原刊名、年、期待考]. 转引自：',
    '【所需条件】\n\n原文未载。\n',
  ]) {
    assert.ok(text.includes(part), part);
  }
});

test('Markdown keeps tables, lists and headings apart', () => {
  const text = practiceAsMarkdown(practice, { ...built, origin, words });
  assert.match(
    text,
    /\n\n## 数据\n\n\| 数字 \| 数的是什么 \| 范围 \| 时间 \| 原文位置 \| 注意 \|\n\| --- \|/,
  );
  assert.match(text, /\| 1134个 \| 联络点 \| 全市 \| 2023 年 \| 把力量放到村口 \| {2}\|\n/);
  assert.match(text, /\n- 联络员劝不成时，下一步由谁接手？\n/);
  assert.match(text, /\\\[引用日期\\\]/);
});

test('a list page describes each practice so that all of them can be collected', () => {
  const fields = new URLSearchParams(coinsTitle(page));
  assert.deepEqual(
    [
      'rft.type',
      'rft.title',
      'rft.au',
      'rft.source',
      'rft.date',
      'rft.identifier',
      'rft.language',
    ].map((key) => fields.get(key)),
    [
      'webpage',
      '村口设联络点，分歧先在村里说',
      '治理实践库编辑组',
      '治理实践库',
      '2026-09-01',
      'https://example.org/practices/qingchuan-cunkou-lianluodian/',
      'zh-CN',
    ],
  );
});

test('files of a practice stand beside its page', () => {
  assert.deepEqual(
    practiceFormats.map((format) => practiceFilePath('a', format)),
    [
      '/practices/a.ris',
      '/practices/a.bib',
      '/practices/a.csl.json',
      '/practices/a.md',
      '/practices/a.txt',
    ],
  );
});

const drawn = aPractice({
  sections: [
    aSection({
      blocks: [
        aBlock({ id: null, number: null, kind: 'note', lines: ['原刊此处缺字。'] }),
        aBlock({
          id: 'p-a',
          number: 1,
          kind: 'steps',
          caption: '两步',
          lines: ['两步', '听', '劝'],
        }),
        aBlock({
          id: 'p-b',
          number: 2,
          kind: 'grid',
          caption: '两级',
          lines: ['两级', '级　做什么', '村　排查'],
          cells: [
            ['级', '做什么'],
            ['村', '排查'],
          ],
        }),
      ],
    }),
  ],
});

test('an editor’s note never reads as the source’s words, in any format', () => {
  assert.match(
    practiceAsPlainText(drawn, { ...built, origin, words }),
    /\n编者注：原刊此处缺字。\n/,
  );
  assert.match(
    practiceAsMarkdown(drawn, { ...built, origin, words }),
    /\n> \*\*编者注：\*\* 原刊此处缺字。\n/,
  );
  const [noted] = practiceRecord(drawn, { origin, words }).text[0]?.paragraphs ?? [];
  assert.deepEqual([noted?.kind, noted?.voice], ['note', 'editor']);
});

test('drawings stay lists and tables in Markdown and in plain text', () => {
  const markdown = practiceAsMarkdown(drawn, { ...built, origin, words });
  assert.match(markdown, /\n\*\*两步\*\*\n\n1\. 听\n2\. 劝\n/);
  assert.match(
    markdown,
    /\n\*\*两级\*\*\n\n\| 级 \| 做什么 \|\n\| --- \| --- \|\n\| 村 \| 排查 \|\n/,
  );
  const plain = practiceAsPlainText(drawn, { ...built, origin, words });
  assert.match(plain, /\n两步：\n1\. 听\n2\. 劝\n/);
  assert.match(plain, /\n两级：\n级：村；做什么：排查。\n/);
});

test('Markdown begins with what note programs and site makers read of a file', () => {
  const [, head] = practiceAsMarkdown(practice, { ...built, origin, words }).split('---\n');
  const fields = parseYaml(head ?? '') as Record<string, unknown>;
  assert.equal(fields['id'], practice.id);
  assert.equal(fields['url'], `${origin}/practices/${practice.id}/`);
  assert.equal(fields['date'], '2026-09-01');
  assert.deepEqual(fields['topics'], ['诉源治理', '非诉讼纠纷解决']);
});

/** What a spreadsheet makes of a cell it is not told about. */
function typeInSpreadsheet(cell: string): string {
  if (cell === '') return 'empty';
  if (/^0\d+$/.test(cell)) return 'number that has lost its zero';
  if (/^\d+(\.\d+)?$/.test(cell)) return 'number';
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) return 'day';
  if (/^\d{1,4}[-/]\d{1,2}$/.test(cell)) return 'month, guessed';
  return 'text';
}

test('a spreadsheet reads every column of practices as one type and takes no zero away', () => {
  const bound = (on: string) => ({ on, evidence: '依据' });
  const [head = [], ...rows] = parseCsv(
    practicesCsv(
      ...['2023', '2023-07', '2023-07-21'].map((on, index) =>
        aPractice({
          source: aSource({
            document: `00${index + 1}`,
            writtenAfter: bound(on),
            writtenBefore: bound(on),
          }),
        }),
      ),
    ),
  );
  head.forEach((label, column) => {
    const types = new Set(rows.map((row) => typeInSpreadsheet(row[column] ?? '')));
    assert.equal(types.size, 1, `${label}: ${[...types].join(', ')}`);
    assert.ok(!/zero|guessed/.test([...types].join()), label);
  });
  const column = (label: string) => rows.map((row) => row[head.indexOf(label)]);
  assert.deepEqual(column('不早于'), ['2023-01-01', '2023-07-01', '2023-07-21']);
  assert.deepEqual(column('不晚于'), ['2023-12-31', '2023-07-31', '2023-07-21']);
});

test('a row of the table of figures leads to the paragraph that gives the figure', () => {
  const rows = parseCsv(
    figuresCsv(
      aPractice({
        figures: [aFigure(), aFigure()],
        figurePlaces: [{ id: 'p-x', number: 3 }, null],
      }),
    ),
  );
  const addresses = rows.slice(1).map((row) => row[row.length - 1]);
  const page = `${origin}/practices/qingchuan-cunkou-lianluodian/`;
  assert.deepEqual(addresses, [`${page}#p-x`, page]);
});

test('every export says where in the source a statement stands', () => {
  const grounded = aPractice({ grounds: someGrounds });
  const where = '三、第2段“区级中心统筹协……度处置”';
  assert.ok(figureRows([grounded], { origin, words }).includes(where));
  const document = { origin, words, ...built };
  assert.ok(practiceAsPlainText(grounded, document).includes(where));
  assert.match(
    practiceAsMarkdown(grounded, document),
    /## 原文里的依据\n\n- 第 1 段：三、第2段.*；查过全文，没有“经费”/,
  );
  const { grounds } = practiceRecord(grounded, { origin, words });
  assert.equal(grounds?.notes[0]?.inWords, where);
  const paragraph = grounded.sections[0]?.blocks[0]?.id;
  assert.equal(grounds?.statements[1]?.paragraph, paragraph);
});
