import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

/** Chinese is the language the others are measured by: it has every module there is. */
const chinese = 'src/text/zh-CN';

const modulesIn = (folder: string): readonly string[] => globSync('*.ts', { cwd: folder }).sort();

async function namesIn(file: string): Promise<readonly string[]> {
  const module: object = await import(join(process.cwd(), file));
  return Object.keys(module).sort();
}

/** What a language has to have and has not, as its translator would look for it. */
async function lackOf(folder: string): Promise<readonly string[]> {
  const own = modulesIn(folder);
  const lacks = await Promise.all(
    modulesIn(chinese).map(async (module) => {
      if (!own.includes(module)) return [`${folder}/${module}`];
      const names = await namesIn(join(folder, module));
      return (await namesIn(join(chinese, module)))
        .filter((name) => !names.includes(name))
        .map((name) => `${name} in ${folder}/${module}`);
    }),
  );
  return lacks.flat();
}

test('every language has every word that pages and scripts ask for', async () => {
  const folders = globSync('src/text/*/').map((folder) => folder.replaceAll('\\', '/'));
  assert.ok(folders.some((folder) => folder.replace(/\/$/, '') === chinese));
  for (const folder of folders) assert.deepEqual(await lackOf(folder), []);
});

test('a translator is told which modules and which names are missing', async () => {
  const lack = await lackOf('tests/second-language/en');
  assert.ok(lack.includes('tests/second-language/en/search.ts'));
  assert.ok(!lack.some((missing) => missing.includes('cite.ts')));
});
