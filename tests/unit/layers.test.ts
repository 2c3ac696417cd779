import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { test } from 'node:test';

const source = 'src';

/** Which parts of `src/` each part may import from. A part is a folder, or a file beside them. */
const mayImport: Record<string, readonly string[]> = {
  domain: ['domain'],
  text: ['text'],
  styles: ['styles'],
  reading: ['reading'],
  prose: ['reading', 'domain', 'schema', 'text', 'prose'],
  schema: ['domain', 'schema'],
  gate: ['reading', 'schema', 'domain', 'prose', 'gate', 'text'],
  'content.config.ts': ['schema', 'prose'],
  'corpus.ts': ['domain', 'prose'],
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
    'prose',
    'reading',
    'corpus.ts',
    'page-key.ts',
    'pronunciation.ts',
  ],
  commands: ['reading', 'gate', 'schema', 'domain', 'text', 'prose', 'commands'],
};

const files = globSync(`${source}/**/*.{ts,astro}`);
const partOf = (path: string): string => path.split(sep)[0] ?? '';

/** What a file imports from our own tree, as paths below `src/`. */
function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import|import\() ?'([#.][^']*)'/g)].map(
    ([, name = '']) =>
      name.startsWith('#') ? join(name.slice(1)) : relative(source, join(dirname(file), name)),
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
