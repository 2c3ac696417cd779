import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseInFull } from '#prose/blocks.ts';
import { readOrdinary } from '#prose/ordinary-prose.ts';
import { splitFrontmatter } from '#reading/frontmatter.ts';
import { randomFrom } from '../random.ts';

/**
 * Prose as nearly all is written is read at a glance; no page and no rule can tell which way a
 * text was read.
 */
const folder = 'tests/library/content/practices';
const bodies = readdirSync(folder)
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => {
    const parts = splitFrontmatter(readFileSync(join(folder, name), 'utf8'));
    return 'body' in parts ? parts.body : assert.fail(name);
  });

test('all practices of a library are read at a glance, and read the same', () => {
  for (const body of bodies) assert.deepEqual(readOrdinary(body), parseInFull(body));
});

/** What an editor may type by design or by mistake, and what means something only in some places. */
const typed = [
  ...['**', '*', '_', '`', '|', '||', '- ', '1. ', '2) ', '+ ', '> ', '#', '## ', '---', '==='],
  ...['\n', '\n\n', ' ', '  ', '    ', '\t', '\r', '\u3000', '\u00A0', '\uFEFF', '\u{20000}'],
  ...['<', '>', '<Note>', '\n\n<Note>\n\n', '\n\n</Note>\n\n', '<b>', '{', '}', '[', '](x)', '!'],
  ...['&amp;', '\\', '~', '~~', '.', ':', 'http://a.b', 'www.a.cn', 'a@b.c', '\nimport x\n', 'é'],
  ...['“', '”', '（', '）', '，', '。', '—', '…', '·', '"', "'", '(', ')', '=', '$', '^', '%', '/'],
  ...['|---|', '\n| --- |\n', '\n- 甲', '\n1. 甲', '\n\n- 甲', '\n\n1. 甲', '９', '＊', '｜', '9'],
];

test('a text that is not quite ordinary is read the same, or left to the full parser', () => {
  const random = randomFrom(8);
  let glanced = 0;
  for (let round = 0; round < 1500; round += 1) {
    const blocks = random.of(bodies).split('\n\n');
    const from = Math.floor(random.next() * blocks.length);
    let text = blocks.slice(from, from + 1 + Math.floor(random.next() * 5)).join('\n\n');
    for (let edits = Math.floor(random.next() * 3); edits > 0; edits -= 1) {
      const at = Math.floor(random.next() * text.length);
      text = `${text.slice(0, at)}${random.of(typed)}${text.slice(at + Math.floor(random.next() * 2))}`;
    }
    const tree = readOrdinary(text);
    if (!tree) continue;
    glanced += 1;
    assert.deepEqual(tree, parseInFull(text), JSON.stringify(text));
  }
  assert.ok(glanced > 300, `Only ${glanced} texts were read at a glance.`);
});
