import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { parseProse } from '#prose/blocks.ts';

const htmlOf = (body: string): string => toHtml(toHast(parseProse(body)));

test('words in quotation marks are bold where the editor made them so', () => {
  assert.equal(
    htmlOf('有人把这叫作**“先议后办”**的路子，也说**轮值人最要紧。**其余在后'),
    '<p>有人把这叫作<strong>“先议后办”</strong>的路子，也说<strong>轮值人最要紧。</strong>其余在后</p>',
  );
});

test('a bare address ends where the Chinese begins', () => {
  for (const [typed, shown] of [
    [
      '章程见https://example.org/yishi，细则另写。',
      '章程见<a href="https://example.org/yishi">https://example.org/yishi</a>，细则另写。',
    ],
    [
      '（见https://example.org/a?b=c）。',
      '（见<a href="https://example.org/a?b=c">https://example.org/a?b=c</a>）。',
    ],
    [
      '见 https://example.org/a 。',
      '见 <a href="https://example.org/a">https://example.org/a</a> 。',
    ],
    [
      '见[章程](https://example.org/章程)。',
      '见<a href="https://example.org/%E7%AB%A0%E7%A8%8B">章程</a>。',
    ],
  ] as const) {
    assert.equal(htmlOf(typed), `<p>${shown}</p>`);
  }
});
