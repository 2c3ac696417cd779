import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, after, test } from 'node:test';
import { paragraphOf } from '#reading/fault.ts';
import { listContent } from '#reading/listing.ts';
import { todayHere } from '#reading/today.ts';
import { sentenceOf } from '../../src/commands/last-catch.ts';

const root = mkdtempSync(join(tmpdir(), 'listing-'));
after(() => rmSync(root, { recursive: true }));
const at = (name: string): string => join(root, 'content', name);

beforeEach(() => {
  rmSync(join(root, 'content'), { recursive: true, force: true });
  mkdirSync(at('practices'), { recursive: true });
  writeFileSync(at('practices/a.mdx'), '甲');
  writeFileSync(at('terms.yml'), '[]');
});

const told = (): string[] => listContent(root).faults.map(paragraphOf);

test('what systems leave behind is passed over', () => {
  for (const name of ['.DS_Store', '._a.mdx', 'Thumbs.db', '~$稿.docx']) {
    writeFileSync(at(`practices/${name}`), '');
  }
  assert.deepEqual(listContent(root), { names: ['practices/a.mdx', 'terms.yml'], faults: [] });
});

const strange: readonly (readonly [told: string, make: () => void, expected: RegExp])[] = [
  ['a link', () => symlinkSync(at('practices/a.mdx'), at('practices/b.mdx')), /b\.mdx.*链接/],
  ['a folder in disguise', () => mkdirSync(at('practices/b.mdx')), /b\.mdx.*文件夹/],
  ['a folder of its own', () => mkdirSync(at('drafts')), /drafts.*文件夹/],
  ['a Word document', () => writeFileSync(at('practices/稿.docx'), ''), /Word.*npm run new/],
  ['a Word document outside', () => writeFileSync(at('稿.doc'), ''), /Word.*npm run new/],
  ['a list under a wrong name', () => writeFileSync(at('redirect.yml'), ''), /redirects\.yml/],
  ['another ending', () => writeFileSync(at('practices/b.md'), ''), /b\.md.*\.mdx 结尾/],
  ['a name too long', () => writeFileSync(at(`practices/${'a'.repeat(240)}.mdx`), ''), /太长/],
  ['a twin', () => writeFileSync(at('practices/A.mdx'), ''), /只差大小写/],
  [
    'a name that is no UTF-8',
    () =>
      writeFileSync(
        Buffer.concat([Buffer.from(at('practices/')), Buffer.from('ffb5b3', 'hex')]),
        '',
      ),
    /不是 UTF-8/,
  ],
];

for (const [what, make, expected] of strange) {
  test(`an editor is told of ${what}, and nothing reads it`, () => {
    make();
    assert.equal(told().length, 1, told().join('\n'));
    assert.match(told()[0] ?? '', expected);
    assert.equal(listContent(root).names.length, 2);
  });
}

test('an editor is told where the content is not there at all', () => {
  rmSync(join(root, 'content'), { recursive: true });
  assert.match(told()[0] ?? '', /找不到放内容的文件夹/);
});

test('days are those of China, where it is tomorrow at four in the afternoon of Greenwich', (context) => {
  context.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-12-01T16:30:00Z') });
  assert.equal(todayHere(), '2026-12-02');
});

test('whatever goes wrong in a command is told as a sentence', () => {
  const errors: readonly (readonly [unknown, RegExp])[] = [
    [Object.assign(new Error('x'), { code: 'EACCES', path: '.cache' }), /没有权限读写 \.cache/],
    [new Error('Build failed', { cause: new Error('甲处有错。\n    at x') }), /^甲处有错。$/],
    [new Error('late\n    at x'), /^没有做完，程序出了错（late）。$/],
    ['just words', /just words/],
    [undefined, /没有做完/],
    [Object.assign(new Error('x'), { code: 'EEXIST', path: '.cache' }), /\.cache 应当是一个文件夹/],
  ];
  for (const [error, expected] of errors) assert.match(sentenceOf(error), expected);
});
