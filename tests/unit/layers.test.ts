import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { test } from 'node:test';

const source = 'src';

/** Which parts of `src/` each part may import from. A part is a folder, or a file beside them. */
const mayImport: Record<string, readonly string[]> = {
  domain: ['domain'],
  text: ['domain', 'text'],
  styles: ['styles'],
  'folders.ts': [],
  'refusal.ts': [],
  cache: ['folders.ts', 'cache'],
  schema: ['domain', 'text', 'schema'],
  prose: ['domain', 'text', 'prose'],
  reading: ['folders.ts', 'refusal.ts', 'cache', 'schema', 'domain', 'text', 'prose', 'reading'],
  gate: [
    'folders.ts',
    'refusal.ts',
    'cache',
    'schema',
    'domain',
    'text',
    'prose',
    'reading',
    'gate',
  ],
  editing: ['folders.ts', 'refusal.ts', 'schema', 'domain', 'prose', 'reading', 'gate', 'editing'],
  // Pictures drawn while a page is made: packages and files, which the rules may not know.
  pictures: ['domain', 'pictures'],
  'content.config.ts': ['domain', 'schema', 'reading'],
  'corpus.ts': ['text', 'domain', 'reading'],
  'page-key.ts': ['domain'],
  'pronunciation.ts': ['domain'],
  browser: ['domain', 'text', 'browser'],
  components: ['components', 'domain', 'text', 'browser'],
  layouts: ['components', 'domain', 'text', 'browser', 'styles', 'layouts'],
  pages: [
    'pages',
    'components',
    'layouts',
    'domain',
    'text',
    'styles',
    'browser',
    'cache',
    'reading',
    'corpus.ts',
    'page-key.ts',
    'pronunciation.ts',
    'folders.ts',
    'pictures',
  ],
  build: [
    'folders.ts',
    'refusal.ts',
    'cache',
    'schema',
    'domain',
    'text',
    'reading',
    'gate',
    'build',
  ],
  // The editing desk: a server and its page, over all that reads, judges and writes content.
  desk: [
    'folders.ts',
    'refusal.ts',
    'cache',
    'schema',
    'domain',
    'text',
    'prose',
    'reading',
    'gate',
    'editing',
    'build',
    'pronunciation.ts',
    'desk',
  ],
  commands: [
    'folders.ts',
    'refusal.ts',
    'schema',
    'domain',
    'text',
    'prose',
    'reading',
    'gate',
    'editing',
    'build',
    'desk',
    'commands',
  ],
};

const files = globSync(`${source}/**/*.{ts,astro}`);
const partOf = (path: string): string => path.split(sep)[0] ?? '';

/** What a file imports from our own tree, as paths below `src/`; `#words/` is a folder of `text/`. */
function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import|import\() ?'([#.][^']*)'/g)].map(
    ([, name = '']) =>
      name.startsWith('#')
        ? join(name.slice(1).replace(/^words\//, 'text/'))
        : relative(source, join(dirname(file), name)),
  );
}

test('no part of the house reaches into a part it may not know', () => {
  assert.ok(files.length > 0);
  const forbidden = files.flatMap((file) => {
    const part = partOf(relative(source, file));
    const allowed = mayImport[part] ?? assert.fail(`The layer test does not know src/${part}.`);
    return importsOf(file)
      .filter((target) => !allowed.includes(partOf(target)))
      .map((target) => `${file} imports ${target}`);
  });
  assert.deepEqual(forbidden, []);
});

test('only the corpus and the list of collections know where content comes from', () => {
  const readers = files.filter((file) => /from 'astro:content'/.test(readFileSync(file, 'utf8')));
  assert.deepEqual(
    readers.sort(),
    ['content.config.ts', 'corpus.ts'].map((file) => join(source, file)),
  );
});

/** Parts that import each other, round about, are one part with two names. */
test('no part of the house is above and below another', () => {
  const isAbove = (part: string, other: string): boolean =>
    (mayImport[part] ?? []).some(
      (next) => next !== part && (next === other || isAbove(next, other)),
    );
  const circles = Object.keys(mayImport).filter((part) => isAbove(part, part));
  assert.deepEqual(circles, []);
});

test('only a command ends the process', () => {
  const ending = files.filter(
    (file) =>
      partOf(relative(source, file)) !== 'commands' &&
      /\bprocess\.(?:exit|exitCode|abort)\b/.test(readFileSync(file, 'utf8')),
  );
  assert.deepEqual(ending, []);
});

/** What the rules may lean on besides themselves: it runs in a reader's browser as well as here. */
const librariesOfRules = new Set<string>([]);

test('the rules ask nothing of the machine or of Astro', () => {
  const outside = files
    .filter((file) => partOf(relative(source, file)) === 'domain')
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^(?:import|\}) .*'([^#.'][^']*)';$/gm)]
        .map(([, name = '']) => name)
        .filter((name) => !librariesOfRules.has(name))
        .map((name) => `${file} imports ${name}`),
    );
  assert.deepEqual(outside, []);
});
