import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { copyProject } from '../bench/project.ts';

/** A copy of the project to which a list of magazines is added, as README tells how. */
let folder: string;

interface Addition {
  readonly file: string;
  /** Words that stand in the file once, and what is written in front of them. */
  readonly pieces: readonly (readonly [behind: string, piece: string])[];
}

const magazineField = `magazine: id.nullable().default(null).describe('content/magazines.yml 里的 id'),`;

/** The program's part of it. */
const additions: readonly Addition[] = [
  {
    file: 'src/domain/lists/vocabularies.ts',
    pieces: [
      ['  readonly terms: GlossaryTerm;', '  readonly magazines: Institution;\n'],
      [
        '  terms: {',
        `  magazines: {
    key: 'magazine',
    field: 'magazine',
    names: 'at most one',
    above: null,
    refersTo: {},
    mayBeUnused: false,
    isRequired: false,
    pages: 'shared',
    place: 5,
  },
`,
      ],
    ],
  },
  {
    file: 'src/schema/lists.ts',
    pieces: [
      [
        'export const author =',
        `export const magazine = z.strictObject({
  id: id.describe('永久不变的 id，用拼音'),
  label: text.describe('刊名'),
  aliases,
});
`,
      ],
      ['  terms: term,', '  magazines: magazine,\n'],
    ],
  },
  {
    file: 'src/schema/practice.ts',
    pieces: [['  measures: z\n', `  ${magazineField}\n`]],
  },
  {
    file: 'src/text/zh-CN/vocabularies.ts',
    pieces: [
      [`  term: '术语',`, `  magazine: '刊物',\n`],
      [`  term: '机制和概念`, `  magazine: '按刊登原文的刊物找。',\n`],
      [`  institution: '机构类型',`, `  magazine: '刊登原文的刊物',\n`],
    ],
  },
];

const mostFiles = 7;

const inCopy = (file: string): string => join(folder, file);
const read = (file: string): string => readFileSync(inCopy(file), 'utf8');

function change(file: string, from: string, to: string): void {
  const parts = read(file).split(from);
  assert.equal(parts.length, 2, `${from} does not stand once in ${file}`);
  writeFileSync(inCopy(file), parts.join(to));
}

const add = ({ file, pieces }: Addition): void =>
  pieces.forEach(([behind, piece]) => change(file, behind, piece + behind));

const run = (script: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: '' },
  });

const practice = 'content/practices/bengbu-wei-fating.mdx';
const list = 'content/magazines.yml';

function build(): void {
  const { status, stdout, stderr } = run('src/commands/build.ts');
  assert.equal(status, 0, `${stdout}\n${stderr}`);
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'vocabulary-'));
  copyProject('.', folder);
  mkdirSync(inCopy('content'), { recursive: true });
  cpSync('tests/library/content', inCopy('content'), { recursive: true });
  additions.forEach(add);
});

after(() => rmSync(folder, { recursive: true, force: true }));

test('a new facet is a handful of files, and a library without its list is as sound as before', () => {
  assert.ok(additions.length + [list, practice].length <= mostFiles);
  assert.equal(run('src/commands/check-content.ts').status, 0);
});

test('an editor who names a magazine that is not listed is told so as of any other list', () => {
  writeFileSync(
    inCopy(list),
    '- id: qingchuan-zhili\n  label: 青川治理\n  aliases: [青治]\n- id: xiangcun\n  label: 乡村评论\n  aliases: []\n',
  );
  change(practice, '\ntopics:', '\nmagazine: qingchuan-zili\ntopics:');
  const { status, stderr } = run('src/commands/check-content.ts');
  assert.equal(status, 1);
  assert.match(
    stderr,
    /刊物（magazine）写着「qingchuan-zili」：content\/magazines\.yml 里没有这个 id/,
  );
  assert.match(stderr, /是不是想写 qingchuan-zhili（青川治理）/);
});

test('a magazine that no practice names is told, and one that stands twice', () => {
  change(practice, 'qingchuan-zili', 'qingchuan-zhili');
  assert.match(run('src/commands/check-content.ts').stderr, /xiangcun.*没有一篇实践用到这个条目/);
  change(list, 'xiangcun', 'qingchuan-zhili');
  assert.match(run('src/commands/check-content.ts').stderr, /这个 id 前面已经用过/);
  change(list, '- id: qingchuan-zhili\n  label: 乡村评论\n  aliases: []\n', '');
  assert.equal(run('src/commands/check-content.ts').stderr, '');
});

test('readers find the magazine on pages of its own, on the card, among the filters and in the search', () => {
  build();
  assert.match(read('dist/magazines/qingchuan-zhili/index.html'), /practices\/bengbu-wei-fating\//);
  assert.match(read('dist/magazines/index.html'), /magazines\/qingchuan-zhili\/"[^>]*>青川治理/);
  const page = read('dist/practices/bengbu-wei-fating/index.html');
  assert.match(page, /<dt[^>]*>刊物<\/dt>.*magazines\/qingchuan-zhili\//s);
  assert.match(page, /href="\/magazines\/"[^>]*>刊物/);
  const panel = read('dist/practices/index.html');
  assert.match(panel, /data-facet="magazine" value="qingchuan-zhili"/);
  const terms = JSON.parse(
    gunzipSync(readFileSync(inCopy('dist/data/search/terms.bin'))).toString(),
  );
  assert.deepEqual(terms.facets.magazine, [['qingchuan-zhili', '青川治理', -1, ['青治']]]);
});

test('files readers take away name the magazine', () => {
  const record = JSON.parse(read('dist/practices/bengbu-wei-fating.json'));
  assert.deepEqual(record.magazine, { id: 'qingchuan-zhili', label: '青川治理' });
  const [head = ''] = read('dist/data/practices.csv').split('\r\n');
  assert.match(head, /问题,刊物,做法/);
  assert.match(read('dist/practices/bengbu-wei-fating.md'), /^magazine: "青川治理"$/m);
  const schema = JSON.parse(read('dist/data/practices.schema.json'));
  assert.match(JSON.stringify(schema), /"magazine":\{[^{}]*"type":\["object","null"\]/);
});

test('a magazine that is renamed is renamed wherever it is shown', () => {
  change(list, '青川治理', '平川治理');
  build();
  const stale = readdirSync(inCopy('dist'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(html|json|csv|md|txt)$/.test(file))
    .filter((file) => read(join('dist', file)).includes('青川治理'));
  assert.deepEqual(stale, []);
  for (const file of [
    'magazines/qingchuan-zhili/index.html',
    'magazines/index.html',
    'practices/bengbu-wei-fating/index.html',
    'practices/index.html',
    'data/practices.csv',
  ]) {
    assert.match(read(join('dist', file)), /平川治理/, file);
  }
});

/** Where the compiler says that something is missing, of what these files and all below them hold. */
function faultsOfTypes(): string {
  writeFileSync(
    inCopy('tsconfig.pieces.json'),
    JSON.stringify({
      extends: './tsconfig.json',
      include: [],
      files: [
        'node_modules/astro/client.d.ts',
        'src/page-key.ts',
        'src/schema/lists.ts',
        'src/schema/practice.ts',
        'src/text/zh-CN/index.ts',
      ],
    }),
  );
  return run('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.pieces.json').stdout;
}

/** What the compiler says where the last piece of each of these additions is forgotten. */
function faultsWithout(forgotten: readonly Addition[]): string {
  const whole = forgotten.map(({ file }) => read(file));
  for (const { file, pieces } of forgotten) change(file, pieces.at(-1)?.[1] ?? '', '');
  const faults = faultsOfTypes();
  forgotten.forEach(({ file }, at) => writeFileSync(inCopy(file), whole[at] ?? ''));
  return faults;
}

test('a list that misses a piece does not compile, and the compiler names the piece', () => {
  assert.equal(faultsOfTypes(), '');
  const [row, ...others] = additions;
  assert.ok(row);
  for (const forgotten of [[row], others]) {
    const faults = faultsWithout(forgotten).split(/^(?=src)/m);
    for (const { file } of forgotten) {
      const ofFile = faults.filter((fault) => fault.startsWith(`${file}(`)).join('');
      assert.match(ofFile, /Property 'magazines?' is missing/, `${file}: ${faults.join('')}`);
    }
  }
});
