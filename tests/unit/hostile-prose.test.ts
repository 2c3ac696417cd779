import '../reading-library.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAllowedLink, isHostileAddress } from '#domain/words/link-target.ts';
import { parseProse } from '#prose/blocks.ts';
import { forbiddenNode } from '#prose/plain-prose.ts';
import config from '../../astro.config.mjs';

/** What makes a program of every guide, as the site's own configuration sets it up. */
const pipeline = async () => {
  const { processor } = config.markdown ?? {};
  assert.ok(processor?.createMdxRenderer, 'Guides are rendered by something else.');
  return processor.createMdxRenderer(
    { syntaxHighlight: false, shikiConfig: {} as never, gfm: false, smartypants: false },
    { optimize: false, srcDir: new URL('../../src/', import.meta.url), sourcemap: false },
  );
};

const codeOf = async (body: string): Promise<string> =>
  (await (await pipeline()).process(body, '/project/content/guides/about.mdx', {})).code;

const programs: readonly (readonly [told: string, body: string])[] = [
  ['an import', "import fs from 'node:fs'\n\n甲。"],
  ['an export', "export const p = process.getBuiltinModule('fs')\n\n甲。"],
  ['an expression of its own', '{globalThis.canary = 1}'],
  ['an expression in a sentence', '甲{globalThis.canary = 1}乙。'],
  ['an expression as a caption', '<Steps caption={globalThis.canary = 1}>\n\n1. 甲\n\n</Steps>'],
  ['a second caption', '<Steps caption="甲" caption={globalThis.canary = 1}>\n\n1. 甲\n\n</Steps>'],
  ['two captions of words', '<Steps caption="甲" caption="乙">\n\n1. 甲\n\n</Steps>'],
  ['a spread', '<Steps {...globalThis}>\n\n1. 甲\n\n</Steps>'],
  ['an expression behind a line separator', '<Steps\u2028caption={1}>\n\n1. 甲\n\n</Steps>'],
  ['a script', '<script>alert(1)</script>'],
  ['a script of several lines', '<script>\n\nalert(1)\n\n</script>'],
  ['HTML in a sentence', '甲<img src="x" onerror="alert(1)" />乙'],
  ['a fragment', '<>甲</>'],
  ['a component of another name', '<Fragment set:html="甲" />'],
  ['a component of a component', '<Steps.x caption="甲">\n\n1. 甲\n\n</Steps.x>'],
  ['an attribute that handles events', '<Steps onclick="alert(1)">\n\n1. 甲\n\n</Steps>'],
  ['a layout', 'export { default } from "../x.astro"'],
];

for (const [told, body] of programs) {
  test(`${told} in a guide is refused by what would make a program of it`, async () => {
    await assert.rejects(codeOf(body));
    assert.equal(Reflect.get(globalThis, 'canary'), undefined);
  });
}

test('a guide may hold all of Markdown and the drawings, and none of it stays code', async () => {
  const code = await codeOf(
    '## 题\n\n甲**乙**`{1}`[丙](../editing/)。\n\n<Steps caption="{1}">\n\n1. 甲\n\n</Steps>\n\n<Note>\n\n丁。\n\n</Note>',
  );
  for (const part of ['figcaption', '"data-drawing": "steps"', 'aside', '"{1}"']) {
    assert.ok(code.includes(part), `${part} is missing in:\n${code}`);
  }
  assert.doesNotMatch(code, /Steps|\bNote\b|_missingMdxReference/);
});

const hostile = [
  'javascript:alert(1)',
  'JaVaScript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' javascript:alert(1)',
  'javascript%3Aalert(1)',
  'vbscript:x',
  'data:text/html,x',
  'file:///etc/passwd',
  'blob:https://x.cn/1',
  'http://example.org/',
  '//example.org/x',
  '/\\example.org/x',
  '\\\\example.org/x',
  '/practices/',
  'https:example.org',
  'https:///example.org',
  'https:\\\\example.org',
  'https://user:password@example.org/',
  'mailto:',
  'mailto:@b.cn',
  'mailto:a@',
  'xmailto:a@b.cn',
  'mailto:a@b.cn?bcc=c@d.cn',
  '\u202Ejavascript:alert(1)',
  '../100%/',
  '../%FF/',
  '../a%00b/',
  'https://example.org/%E0%A4%A',
];

for (const address of hostile) {
  test(`no link leads to ${JSON.stringify(address)}`, () => {
    assert.equal(isAllowedLink(address), false);
  });
}

test('links lead to other sites, to a mailbox and to places of this site', () => {
  for (const address of [
    'https://www.gov.cn/x?y=1:2#z',
    'HTTPS://www.gov.cn',
    'https://治理.中国/',
    'https://www.gov.cn/%E6%B2%BB/@x',
    'https://www.gov.cn?x@y',
    'mailto:editor@example.org',
    '../editing/',
    'x/y:z',
    '#p-1234',
    '?q=1:2',
    '',
  ]) {
    assert.equal(isAllowedLink(address), true, address);
  }
});

test('a link is judged as a browser gets it, however it is written', () => {
  for (const prose of [
    '[甲](javascript:alert(1))',
    '[甲](&#106;avascript:alert(1))',
    '[甲](javascript&colon;alert(1))',
    '[甲](<java&Tab;script:alert(1)>)',
    '[甲][1]\n\n[1]: javascript:alert(1)',
    '[甲][1]\n\n[1]: //example.org',
    'www.example.org',
    '[甲](data:text/html;base64,PHNjcmlwdD4=)',
  ]) {
    assert.notEqual(forbiddenNode(parseProse(prose)), null, prose);
  }
});

test('an address that carries a program is known wherever it is written', () => {
  assert.equal(isHostileAddress('\u0001JAVASCRIPT:alert(1)'), true);
  for (const address of [
    ...['//example.org', ' \\\\1.example.org', 'vbscript:x', 'j a v a s c r i p t :x'],
    ...[' v\tb s c r i p t\n:x', 'data:text/html,x', 'File:///etc/passwd', 'blob :x'],
  ]) {
    assert.equal(isHostileAddress(address), true, address);
  }
  for (const text of [
    '说明：data 是数据',
    '用 data: 开头',
    '见 //example.org',
    '//',
    'metadata:甲',
  ]) {
    assert.equal(isHostileAddress(text), false, text);
  }
});
