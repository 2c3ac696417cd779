import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyLedger } from '#domain/practice/paragraph-ledger.ts';
import { parseProse, sectionsOf, textsOf } from '#prose/blocks.ts';

const prose = `
篇首的话，不属于任何一节。

## 问题

第一段，有**着重**的字。

<Note>

原刊此处缺字。

</Note>

- 甲
- 乙

## 做法

<Steps caption="两步走">

1. 先听
2. 后劝

</Steps>

| 级 | 做什么 |
| -- | -- |
| 村 | 排查 |
`;

const sections = sectionsOf(parseProse(prose), emptyLedger);
const blocks = sections.flatMap((section) => section.blocks);

test('prose is read by section, each at its lasting address', () => {
  assert.deepEqual(
    sections.map(({ id, heading }) => [id, heading]),
    [
      ['wenti', '问题'],
      ['zuofa', '做法'],
    ],
  );
});

test('paragraph numbers run through the whole practice and skip editor’s notes', () => {
  const numbers = blocks.map(({ number }) => number);
  assert.deepEqual(
    numbers.filter((number) => number !== null),
    [2, 3, 4, 5],
  );
  assert.equal(numbers[1], null);
});

test('the text of a block is plain, a line for each item, row or caption', () => {
  assert.deepEqual(
    blocks.map(({ lines }) => lines),
    [
      ['第一段，有着重的字。'],
      ['原刊此处缺字。'],
      ['甲', '乙'],
      ['两步走', '先听', '后劝'],
      ['级　做什么', '村　排查'],
    ],
  );
});

test('a block knows whether it is a list, a table, a drawing or the editors’ note', () => {
  assert.deepEqual(
    blocks.map(({ kind, caption }) => [kind, caption]),
    [
      ['paragraph', null],
      ['note', null],
      ['list', null],
      ['steps', '两步走'],
      ['table', null],
    ],
  );
  assert.deepEqual(blocks[4]?.cells, [
    ['级', '做什么'],
    ['村', '排查'],
  ]);
});

test('a registered paragraph has its registered address', () => {
  const texts = textsOf(parseProse(prose));
  const paragraphs = texts.map((text, index) => ({ id: `p-${index}`, text }));
  const [first] = sectionsOf(parseProse(prose), { paragraphs, retired: [] })[0]?.blocks ?? [];
  assert.equal(first?.id, 'p-1');
});

test('malformed prose is refused', () => {
  assert.throws(() => parseProse('<Steps caption="没有结尾">\n\n1. 一步\n'));
});
