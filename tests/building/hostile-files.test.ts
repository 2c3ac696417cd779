import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { emptyLedger } from '#domain/practice/paragraph-ledger.ts';
import { termFinder } from '#domain/lists/glossary.ts';
import { checkContent } from '#gate/check.ts';
import { paragraphOf } from '#gate/fault.ts';
import { renderProse } from '#prose/render.ts';
import { splitFrontmatter } from '#reading/frontmatter.ts';
import { listContent } from '#reading/listing.ts';
import { decodeText } from '#reading/text-file.ts';
import { readSoundYaml } from '#reading/yaml.ts';
import config from '../../astro.config.mjs';
import { randomFrom } from '../random.ts';

/**
 * Files as nobody writes them: whatever an editor, a program or an attacker makes of the sound
 * little library, the gate says in Chinese what is wrong, or what it passes can be built.
 * `HOSTILE_FILES=2000` tries more; `HOSTILE_SEED` others.
 */
const count = Number(process.env['HOSTILE_FILES'] ?? 300);
const { of, next } = randomFrom(Number(process.env['HOSTILE_SEED'] ?? 20261129));
const root = 'tests/content-faults/_base';
const today = '2026-11-30';

const sound = new Map(
  listContent(root).names.map((name) => [
    `content/${name}`,
    readFileSync(join(root, 'content', name)),
  ]),
);
const texts = new Map([...sound].map(([name, bytes]) => [name, bytes.toString('utf8')]));

const canary = 'globalThis.canary=(globalThis.canary??0)+1';
const oddities = [
  '\0',
  '\u0085',
  '\u2028---\n',
  '\u2029',
  '\u200B',
  '\u202E',
  '\uFEFF',
  '\uFFFD',
  '\uE000',
  '　',
  '\t',
  '\r',
  '\v',
  '\f',
  '---',
  '\n---\n',
  '\n...\n',
  '%YAML 1.1\n---\n',
  '+++',
  ' # ',
  ': ',
  '- ',
  '*a',
  '&a ',
  '!!js/function ',
  '!x ',
  '<<: ',
  '|',
  '>',
  '>-\n  甲\n  乙',
  '"',
  "'",
  '"\\uD800"',
  '{',
  '}',
  '[',
  ']',
  '[[[[',
  '{a: {b: {c: ',
  'null',
  '~',
  '005',
  '1e400',
  '0x1F',
  '.nan',
  '2010-12-30',
  'true',
  'constructor',
  '__proto__',
  'toString: 1',
  '{ toString: 1 }',
  '[]',
  '{}',
  `{${canary}}`,
  `export const p = ${canary};\n`,
  `import '${canary}'\n`,
  `<Steps caption={${canary}}>`,
  '<Steps>',
  '</Steps>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<>',
  '<!-- -->',
  '[甲](javascript:alert(1))',
  '[甲]: //x.cn',
  'https://example.org甲',
  '![甲](x.png)',
  '```\n',
  '| a |\n| - |\n',
  '[^1]',
  '> > > > > ',
  '* * * * ',
  '#'.repeat(9),
  '𬭚',
  '\u0301',
  '９８',
  '甲'.repeat(5000),
  'a'.repeat(20_000),
  '>'.repeat(3000),
  '['.repeat(3000),
  '*'.repeat(3000),
  '<Steps>'.repeat(500),
  '- '.repeat(2000),
  '{'.repeat(3000),
] as const;
const bomb = `a: &a [甲]\n${Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*${n === 0 ? 'a' : `b${n - 1}`}, *${n === 0 ? 'a' : `b${n - 1}`}]`).join('\n')}\n`;

type Change = (text: string) => Buffer | string;

const placeIn = (text: string): number => Math.floor(next() * (text.length + 1));
const lineIn = (lines: readonly string[]): number => Math.floor(next() * lines.length);
const withLines =
  (change: (lines: string[], at: number) => void): Change =>
  (text) => {
    const lines = text.split('\n');
    change(lines, lineIn(lines));
    return lines.join('\n');
  };
const withBytes =
  (change: (bytes: Buffer) => Buffer): Change =>
  (text) =>
    change(Buffer.from(text));

const changes: Readonly<Record<string, Change>> = {
  'a line is gone': withLines((lines, at) => lines.splice(at, 1)),
  'a line stands twice': withLines((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  'two lines change places': withLines((lines, at) => {
    const other = lineIn(lines);
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  }),
  'a line is further in': withLines((lines, at) => (lines[at] = `  ${lines[at] ?? ''}`)),
  'a value is another': withLines((lines, at) => {
    lines[at] = (lines[at] ?? '').replace(/: .*|- .*/, (value) => value.slice(0, 2) + of(oddities));
  }),
  'a key is another': withLines((lines, at) => {
    lines[at] = (lines[at] ?? '').replace(/[\w-]+:/, () => `${of(oddities)}:`);
  }),
  'something is put in': (text) => {
    const at = placeIn(text);
    return text.slice(0, at) + of(oddities) + text.slice(at);
  },
  'something is put in a line of its own': withLines((lines, at) =>
    lines.splice(at, 0, '', of(oddities), ''),
  ),
  'the rest is gone': (text) => text.slice(0, placeIn(text)),
  'a stretch is gone': (text) => {
    const at = placeIn(text);
    return text.slice(0, at) + text.slice(at + Math.floor(next() * 60));
  },
  'a bomb of aliases is put in': withLines((lines, at) => lines.splice(at, 0, bomb)),
  'thousands of fields are put in': withLines((lines, at) =>
    lines.splice(at, 0, ...Array.from({ length: 3000 }, (_, n) => `x${n}: 甲`)),
  ),
  'it is UTF-16': (text) => Buffer.from(`${of(['', '\uFEFF'])}${text}`, 'utf16le'),
  'it is Latin-1': (text) => Buffer.from(text, 'latin1'),
  'a byte is another': withBytes((bytes) => {
    bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
    return bytes;
  }),
  'its lines end as on Windows': (text) => text.replaceAll('\n', '\r\n'),
  'it is empty': () => '',
  'it is nothing but odd': () => of(oddities),
};

const { processor } = config.markdown ?? {};

/** What the build does with what passed. */
async function build(files: ReadonlyMap<string, string>, name: string): Promise<void> {
  const text = files.get(name) ?? '';
  if (name.endsWith('.yml')) {
    readSoundYaml(text, name, { keepsLines: name.includes('/paragraphs/') });
    return;
  }
  const parts = splitFrontmatter(text);
  assert.ok('body' in parts);
  readSoundYaml(parts.card, name);
  if (name.includes('/practices/')) {
    renderProse(parts.body, { ledger: emptyLedger, terms: termFinder([]), region: '000000' });
  } else {
    const renderer = await processor?.createMdxRenderer?.(
      { syntaxHighlight: false, shikiConfig: {} as never, gfm: false, smartypants: false },
      { optimize: false, srcDir: new URL('../../src/', import.meta.url), sourcemap: false },
    );
    const { code } = (await renderer?.process(parts.body, `/${name}`, {})) ?? { code: canary };
    assert.ok(!code.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').includes('canary'), code);
  }
}

test(`${count} files as nobody writes them are refused in Chinese, or can be built`, async () => {
  let passed = 0;
  for (let number = 0; number < count; number += 1) {
    const name = of([...texts.keys()]);
    const [told, change] = of(Object.entries(changes));
    const changed = change(texts.get(name) ?? '');
    const bytes = typeof changed === 'string' ? Buffer.from(changed) : changed;
    const label = `file ${number}, ${name}: ${told}`;
    const read = decodeText(bytes);
    if (typeof read !== 'string') {
      assert.match(read.problem + read.remedy, /\p{Script=Han}/u, label);
      continue;
    }
    const files = new Map(texts).set(name, read);
    let faults: string[];
    try {
      faults = checkContent(files, today).map(paragraphOf);
    } catch (error) {
      throw new Error(`${label}\n${read.slice(0, 3000)}`, { cause: error });
    }
    for (const message of faults) {
      assert.match(message, /\p{Script=Han}/u, label);
      assert.doesNotMatch(message, /native code|\[object|undefined/, `${label}: ${message}`);
    }
    if (faults.length === 0) {
      passed += 1;
      await build(files, name);
    }
    assert.equal(Reflect.get(globalThis, 'canary'), undefined, label);
  }
  assert.ok(passed > 0, 'Nothing passed, which proves nothing.');
  assert.ok(passed < count, 'Everything passed, which proves nothing.');
});
