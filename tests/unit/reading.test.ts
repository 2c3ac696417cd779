import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CORE_SCHEMA, load } from 'js-yaml';
import { parseDocument } from 'yaml';
import { splitFrontmatter } from '#reading/frontmatter.ts';
import { isHarmless } from '#reading/harmless-yaml.ts';
import { readProse, readSoundProse } from '#reading/prose.ts';
import { soundRecord } from '#reading/sound-record.ts';
import { decodeText } from '#reading/text-file.ts';
import { isYaml, readYaml } from '#reading/yaml.ts';
import { readContentFiles } from '#gate/report.ts';
import { reviewing } from '#schema/reviews.ts';
import { randomFrom } from '../random.ts';

const contentYaml = [...readContentFiles('tests/library')]
  .filter(([name]) => name.endsWith('.yml'))
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, text]) => text);

const words = '- id: dangwei\n  label: 党委政法委员会\n';
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
/** 党委政法委员会 in GBK. */
const gbk = Buffer.concat([
  Buffer.from('- label: '),
  Buffer.from('b5b3ceafd5feb7a8ceafd4b1bbe1', 'hex'),
  Buffer.from('\n'),
]);
/** 㐀 has four bytes in GB18030, and none in GBK. */
const gb18030 = Buffer.concat([gbk, Buffer.from('8139ee39', 'hex')]);
const bom = Buffer.from('\uFEFF');

for (const [told, bytes] of [
  ['as it stands', Buffer.from(words)],
  ['with a byte order mark', Buffer.concat([bom, Buffer.from(words)])],
  ['with the line ends of Windows', Buffer.from(words.replaceAll('\n', '\r\n'))],
  ['with the line ends of an old Mac', Buffer.from(words.replaceAll('\n', '\r'))],
] as const) {
  test(`a text saved ${told} says the same`, () => {
    assert.equal(decodeText(bytes), words);
  });
}

for (const [told, bytes, expected] of [
  ['GBK', gbk, 'GBK'],
  ['GB18030', gb18030, 'GB18030'],
  ['UTF-16 with a mark', Buffer.concat([Buffer.from('fffe', 'hex'), utf16(words)]), 'UTF-16 LE'],
  ['UTF-16 without one', utf16(words), 'UTF-16 LE'],
  ['UTF-16 of the other order', utf16(words).swap16(), 'UTF-16 BE'],
] as const) {
  test(`an editor who saved ${told} is told so, and how to save`, () => {
    const read = decodeText(bytes);
    assert.ok(typeof read !== 'string');
    assert.match(read.problem, new RegExp(`${expected} 编码`));
    assert.match(read.remedy, /另存为.*UTF-8/);
  });
}

test('one damaged byte is found in its line, and not taken for another encoding', () => {
  const bytes = Buffer.concat([
    Buffer.from(words.repeat(3)),
    Buffer.from([0xff]),
    Buffer.from(words),
  ]);
  const read = decodeText(bytes);
  assert.ok(typeof read !== 'string');
  assert.equal(read.line, 7);
  assert.match(read.problem, /坏掉的字节/);
});

test('what one reader takes for the end of a line and another does not is refused', () => {
  for (const mark of ['\0', '\u0007', '\u000B', '\u000C', '\u0085', '\u2028', '\u2029']) {
    const read = decodeText(Buffer.from(`甲\n乙${mark}丙`));
    assert.ok(typeof read !== 'string', `U+${mark.charCodeAt(0).toString(16)} passed`);
    assert.equal(read.line, 2);
  }
});

test('a file larger than anything an editor writes is not read', () => {
  const read = decodeText(Buffer.alloc(2000, 0x61), 1000);
  assert.match(typeof read === 'string' ? '' : read.problem, /太大/);
});

test('the card of a document ends with the first line of three hyphens', () => {
  const parts = splitFrontmatter('--- \ntitle: 甲 --- 乙\n---\t\n正文\n\n---\n\n尾');
  assert.deepEqual(parts, { card: 'title: 甲 --- 乙', body: '正文\n\n---\n\n尾', bodyLine: 4 });
});

for (const text of [
  '',
  '正文',
  '---\ntitle: 甲',
  '---\n---\n正文',
  '+++\ntitle = "甲"\n+++\n',
  ' ---\na: 1\n---\n',
]) {
  test(`an editor is told that ${JSON.stringify(text)} has no card`, () => {
    const parts = splitFrontmatter(text);
    assert.match('problem' in parts ? parts.problem : '', /缺少卡片/);
  });
}

/** Every way in which a list of values says what it seems to say. */
const sound = [
  'a: 甲，乙：丙',
  'a: 甲#乙',
  'a: https://example.org/x#y',
  "a: '甲 # 乙: 丙'",
  'a: "甲 # 乙"',
  'a: [甲, 乙, 丙-丁]',
  "a: { b: 甲, c: '1' }",
  'a:\n  - b: 甲\n    c: 1\n  - b: 乙',
  'a:\n  [\n    甲,\n    乙,\n  ]',
  'a: # 说明\n  - 甲',
  "a: '甲' # 说明",
  'a: [甲] # 说明',
  '# 说明\na: 甲',
  'a: null\nb: true\nc: []',
  'a: 2026-11-20',
];
const altered = [
  'a: 甲 # 乙',
  'a: # 乙',
  'a: 甲\n  乙',
  'a: 甲\n  - 乙',
  '- 甲\n  - 乙',
  'a: >\n  甲\n  乙',
  "a: '甲\n  乙'",
  'a: "甲\\n乙"',
  'a: 005',
  'a: 1.50',
  'a: 0x1F',
  'a: 1e3',
  'a: .inf',
  'a: 12345678901234567890',
  'a: [005]',
  'a: &b 甲\nc: *b',
  'a: *b',
  'a: !b 甲',
  'a: !!str 甲',
  'a: !<tag:yaml.org,2002:str> 甲',
  '<<: { a: 1 }',
  '__proto__: { a: 1 }',
  '? [甲]\n: 乙',
  '%YAML 1.1\n---\na: 甲',
  'a: 甲\n---\nb: 乙',
  'a: 甲\u3000',
  'a: [甲\u3000]',
  "a: '\u3000甲'",
  'a: "\\uD800"',
  'a: "\\0"',
  'a: "\\u2028"',
  'a: |\n  甲\n  乙',
  `${'['.repeat(30)}${']'.repeat(30)}`,
  '['.repeat(100_000),
  `a: ${'{a: '.repeat(20_000)}`,
  `${Array.from({ length: 40 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')} 1`,
  Array.from({ length: 3000 }, (_, n) => `${n === 0 ? '' : '\n'}a${n}: 1.0`).join(''),
];

for (const text of sound) {
  test(`${JSON.stringify(text)} is read as it stands`, () => {
    assert.ok(isYaml(readYaml(text)), JSON.stringify(readYaml(text)));
  });
}

for (const text of altered) {
  test(`${JSON.stringify(text).slice(0, 60)} is not taken for what it does not say`, () => {
    assert.equal(isHarmless(text, false), false);
    const read = readYaml(text);
    assert.ok(!isYaml(read), JSON.stringify(read));
    for (const { problem } of read) assert.match(problem, /\p{Script=Han}/u);
  });
}

for (const text of [
  'digest: 8Tt72Ujh',
  'seal: -w2kbcvl',
  'p-hgu3: yGlZOIThhU 1ZMjy9bVpT',
  "sections: { '1': 一、, '2': 二、 }",
  'passages:\n  - { at: 3/2, from: +巡回审判”模式, to: 1、3、5分钟”快速, digest: 0mWWHEop }',
  '打官司: [诉讼, 立案]\n“老赖”: 失信被执行人',
  'file: 001_9f24042563a0af9a.txt',
]) {
  test(`${JSON.stringify(text)} needs no second look`, () => {
    assert.equal(isHarmless(text, false), true);
    assert.ok(isYaml(readYaml(text)));
  });
}

for (const value of ['0x1F', '0o17', '0b101', '1e5', '1e-5', '1_000', '007', '-5', '.5', '<<']) {
  test(`${value} could be read as a number, so it gets a second look`, () => {
    assert.equal(isHarmless(`read: ${value}`, false), false);
    assert.equal(isHarmless(`- { read: ${value} }`, false), false);
  });
}

test('whatever is found harmless at a glance, readers of YAML read alike', () => {
  const { next, of } = randomFrom(7);
  const pieces = [
    '0',
    '9',
    '-',
    '_',
    'e',
    'x',
    ' ',
    '  ',
    ':',
    ': ',
    '#',
    ' #',
    ',',
    '{',
    '}',
    '[',
    ']',
    "'",
    '"',
    '\n',
    '\n  ',
    '&',
    '*',
    '!',
    '%',
    '|',
    '>',
    '“',
    '，',
    '字',
    '　',
    '.',
    '+',
    '~',
    '<<',
  ];
  let harmless = 0;
  for (let round = 0; round < 3000; round += 1) {
    const text = of(contentYaml);
    const at = Math.floor(next() * text.length);
    const piece = of(pieces);
    const lines = (text.slice(0, at) + piece + text.slice(at + Math.floor(next() * 2))).split('\n');
    // The neighbourhood of the change is enough, and quick to read.
    const line = text.slice(0, at).split('\n').length - 1;
    const changed = lines.slice(Math.max(0, line - 4), line + 4).join('\n');
    if (!isHarmless(changed, false)) continue;
    harmless += 1;
    const slow = parseDocument(changed, { logLevel: 'silent' });
    const read = (): unknown => load(changed, { schema: CORE_SCHEMA }) ?? null;
    if (slow.errors.length > 0) assert.throws(read, changed);
    else assert.deepEqual(read(), slow.toJS(), changed);
  }
  assert.ok(harmless > 300, String(harmless));
});

test('paragraphs in a register may have several lines', () => {
  const text =
    'paragraphs:\n  - id: p-1\n    text: |-\n      甲 # 一\n      乙: 二\n  - id: p-2\n    text: 丙\n';
  const read = readYaml(text, { keepsLines: true });
  assert.deepEqual(isYaml(read) ? read.data : read, {
    paragraphs: [
      { id: 'p-1', text: '甲 # 一\n乙: 二' },
      { id: 'p-2', text: '丙' },
    ],
  });
});

test('whoever reads a record that is none is told file and field, not what the program says', () => {
  assert.throws(
    () => soundRecord(reviewing, { x: 1 }, 'reviewing.yml'),
    (error: Error) => {
      assert.equal(error.name, 'Refusal');
      assert.match(error.message, /content\/reviewing\.yml，.*check:content/);
      return true;
    },
  );
});

test('whoever reads prose that cannot be read is told file and line', () => {
  const parts = { card: '', body: '甲\n\n乙<丙', bodyLine: 4 };
  assert.throws(
    () => readSoundProse(parts, 'practices/a.mdx'),
    /content\/practices\/a\.mdx 第 6 行，正文写着「乙<丙」/,
  );
});

const endless: readonly (readonly [told: string, prose: string])[] = [
  ['stars', '**a'.repeat(60_000)],
  ['links', '[a](b'.repeat(40_000)],
  ['quotations', '>'.repeat(50_000)],
  ['quotations that are short', '> '.repeat(2000)],
  [
    'lists in lists',
    Array.from({ length: 500 }, (_, at) => `${' '.repeat(at * 2)}- 甲`).join('\n'),
  ],
  ['lists in one line', '- '.repeat(2000) + '甲'],
  ['backticks', Array.from({ length: 600 }, (_, at) => '`'.repeat(at) + 'a').join('')],
];

for (const [told, prose] of endless) {
  test(`endless ${told} are refused before they are read`, () => {
    const read = readProse(prose);
    assert.ok('problem' in read);
    assert.match(read.problem, /最多|超过/);
  });
}

test('twenty thousand fields are told to be too many', () => {
  const text = Array.from({ length: 20_000 }, (_, at) => `a${at}: &a 甲`).join('\n');
  const read = readYaml(text);
  assert.ok(Array.isArray(read));
  assert.match(read[0]?.problem ?? '', /20000 个字段/);
});

test('a text in Big5 is not called GBK', () => {
  // 「治理，的是了」
  const read = decodeText(Buffer.from('aa76b27aa141aabaac4fa446aabaaabaa143'.repeat(3), 'hex'));
  assert.match(typeof read === 'string' ? '' : read.problem, /Big5/);
});
