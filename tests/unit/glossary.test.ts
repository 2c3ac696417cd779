import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Link, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { termFinder, termsUsedIn, usedTerms, usesOf } from '#domain/lists/glossary.ts';
import { parseProse, textsOf } from '#prose/blocks.ts';
import { linkTerms } from '#prose/link-terms.ts';
import { aBlock, aPractice, aSection, aTerm } from './builders.ts';

const small = aTerm({ id: 'wei-fating', label: '微法庭' });
const mobile = aTerm({ id: 'chezai-wei-fating', label: '车载微法庭' });
const source = aTerm({ id: 'suyuan-zhili', label: '诉源治理', aliases: ['诉讼源头治理'] });
const bengbu = '340300';

const wordsIn = (text: string, terms = [small, mobile, source], region = bengbu) =>
  termFinder(terms)(text, region).map(({ start, end }) => text.slice(start, end));

test('the longer term wins over the shorter one inside it', () => {
  assert.deepEqual(wordsIn('开出车载微法庭，再到微法庭。'), ['车载微法庭', '微法庭']);
});

test('a longer word that belongs elsewhere still keeps the shorter one from being found', () => {
  const elsewhere = { ...mobile, regions: ['500000'] };
  assert.deepEqual(wordsIn('车载微法庭', [small, elsewhere]), []);
});

test('a local word is found in its region and below, and nowhere else', () => {
  const local = { ...small, regions: ['340000'] };
  assert.deepEqual(wordsIn('微法庭', [local], '340322'), ['微法庭']);
  assert.deepEqual(wordsIn('微法庭', [local], '500102'), []);
});

test('nothing is found inside the title of a document, even an unfinished one', () => {
  assert.deepEqual(wordsIn('《微法庭建设办法》里的微法庭'), ['微法庭']);
  assert.deepEqual(wordsIn('《微法庭建设办法'), []);
});

test('an alias is found, and marks of search patterns in a term mean themselves', () => {
  const team = aTerm({ id: 'team', label: '1+5+N' });
  assert.deepEqual(wordsIn('诉讼源头治理靠1+5+N队伍，不是1155N', [source, team]), [
    '诉讼源头治理',
    '1+5+N',
  ]);
});

test('without terms nothing is found', () => {
  assert.deepEqual(wordsIn('微法庭', []), []);
});

/** Words that became links, in order, in prose written as Markdown. */
function linksIn(markdown: string, region = bengbu): { words: string[]; tree: Root } {
  const tree = parseProse(markdown);
  linkTerms(tree, termFinder([small, mobile, source]), region);
  const words: string[] = [];
  visit(tree, 'link', (node: Link) => words.push(toString(node)));
  return { words, tree };
}

test('a term is linked at its first use in a section and again in the next section', () => {
  const { words } = linksIn('## 问题\n\n微法庭，微法庭。\n\n又是微法庭。\n\n## 做法\n\n微法庭。');
  assert.deepEqual(words, ['微法庭', '微法庭']);
});

test('headings, links, notes and titles keep their words as they are', () => {
  const { words } = linksIn(
    '## 微法庭\n\n[微法庭](https://example.org)\n\n<Note>\n\n微法庭\n\n</Note>\n\n《*微法庭*办法》\n\n《**新**的微法庭》',
  );
  assert.deepEqual(words, ['微法庭']); // the link that was there
});

test('linking terms changes no word of the text, by which paragraphs are registered', () => {
  const prose = '## 做法\n\n**车载微法庭**与微法庭。\n\n- 诉源治理\n- 微法庭\n';
  assert.deepEqual(textsOf(linksIn(prose).tree), textsOf(parseProse(prose)));
});

test('a link leads to the term and carries its definition along', () => {
  const { tree } = linksIn('微法庭');
  visit(tree, 'link', ({ url, data }: Link) => {
    assert.equal(url, '../../terms/#wei-fating');
    assert.equal(data?.hProperties?.['dataDefinition'], small.definition);
  });
});

test('a practice knows which terms its prose uses, each once', () => {
  const sections = [
    aSection({ blocks: [aBlock({ lines: ['设微法庭。', '诉源治理靠微法庭。'] })] }),
  ];
  const find = termFinder([small, mobile, source]);
  assert.deepEqual(termsUsedIn(sections, find, bengbu), ['wei-fating', 'suyuan-zhili']);
});

test('a reader sees in which practices a term is used', () => {
  const using = aPractice({ id: 'using', usedTerms: [small.id] });
  const uses = usesOf([small, source], [aPractice({ id: 'silent' }), using]);
  assert.deepEqual(uses.get(small), [using]);
  assert.deepEqual(uses.get(source), []);
});

test('a term used everywhere names a few practices and says how many there are', () => {
  const using = ['first', 'second', 'third'].map((id) => aPractice({ id, usedTerms: [small.id] }));
  const [used, unused] = usedTerms([small, source], using, 2);
  assert.deepEqual(
    used?.uses.map(({ id }) => id),
    ['first', 'second'],
  );
  assert.equal(used?.count, 3);
  assert.deepEqual([unused?.uses, unused?.count], [[], 0]);
});

test('of words that begin alike the longest is found, in whatever order they are listed', () => {
  const long = aTerm({ id: 'long', label: '微法庭工作站' });
  for (const terms of [
    [small, long],
    [long, small],
  ]) {
    assert.deepEqual(wordsIn('设微法庭工作站', terms), ['微法庭工作站']);
  }
});

test('a word of a whole country, of a province and of a county holds where its code says', () => {
  const of = (...regions: string[]) => [{ ...small, regions }];
  assert.deepEqual(wordsIn('微法庭', of('340322'), '340300'), []);
  assert.deepEqual(wordsIn('微法庭', of('340322'), '340322'), ['微法庭']);
  assert.deepEqual(wordsIn('微法庭', of('340300'), '340000'), []);
  assert.deepEqual(wordsIn('微法庭', of('500000', '340300'), '340322'), ['微法庭']);
  assert.deepEqual(wordsIn('微法庭', of('100000'), '110000'), []);
});

test('where a word means different things, the meaning of the region counts', () => {
  const here = aTerm({ id: 'here', label: '微法庭', regions: ['340000'] });
  const there = aTerm({ id: 'there', label: '微法庭', regions: ['500000'] });
  const found = termFinder([there, here])('微法庭', bengbu);
  assert.deepEqual(
    found.map(({ term }) => term.id),
    ['here'],
  );
});

test('an alias left empty finds nothing', () => {
  assert.deepEqual(wordsIn('甲乙', [aTerm({ label: '丙', aliases: [''] })]), []);
});
