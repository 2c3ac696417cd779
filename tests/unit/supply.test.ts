import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { licencesText, licensedPackages, shippedPackages } from '#build/licences.ts';

/** What reaches readers asks no more of them than to name its authors. */
const forReaders = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];
/** What may be built and tested with besides: nothing of it is linked into what readers get. */
const forBuilders = [
  ...forReaders,
  'MIT-0',
  'BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Python-2.0',
  'Zlib',
  'OFL-1.1',
  'MPL-2.0',
  'LGPL-3.0-or-later',
  'GPL-3.0-or-later',
  'CPAL-1.0',
  'AGPL-1.0',
];

const isAllowed =
  (allowed: readonly string[]) =>
  ({ licence }: { readonly licence: string }): boolean =>
    licence.split(/ (?:AND|OR) |[()]/).every((id) => id === '' || allowed.includes(id)) &&
    licence !== '';

test('every package has a licence that lets anybody build the site', () => {
  const others = licensedPackages().filter((one) => !isAllowed(forBuilders)(one));
  assert.deepEqual(others, []);
});

test('what reaches readers asks no more of them than to name its authors', () => {
  const shipped = shippedPackages();
  const packages = licensedPackages().filter(({ name }) => shipped.has(name));
  assert.equal(new Set(packages.map(({ name }) => name)).size, shipped.size);
  assert.deepEqual(
    packages.filter((one) => !isAllowed(forReaders)(one)),
    [],
  );
});

test('the site carries the licences of all that reaches readers: else run npm run licences', () => {
  assert.equal(readFileSync('public/licences.txt', 'utf8'), licencesText());
});

test('the bill of materials is made from the lock file', () => {
  const made = execFileSync('npm', ['run', '-s', 'sbom'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // On Windows npm is a script.
    shell: process.platform === 'win32',
  });
  const { bomFormat, components } = JSON.parse(made) as {
    bomFormat: string;
    components: readonly { readonly purl: string }[];
  };
  assert.equal(bomFormat, 'CycloneDX');
  assert.ok(components.some(({ purl }) => purl.startsWith('pkg:npm/astro@')));
});

const privacy = readFileSync('content/guides/privacy.mdx', 'utf8');

/** Where pages keep something; whatever else a browser could keep things in is not used. */
const scripts = globSync(['src/{browser,components,layouts,pages}/**/*.{ts,astro}', 'public/*.js']);

test('readers are told of everything that is kept on their machine, and of nothing else', () => {
  const keys = scripts.flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    return [...code.matchAll(/localStorage\.setItem\(\s*([^,)]+)/g)].flatMap(([, given = '']) => {
      const literal = /^'([^']+)' \+ name$/.exec(given);
      if (literal) {
        const names = /var names = \[([^\]]*)\]/.exec(code)?.[1] ?? '';
        return [...names.matchAll(/'([^']+)'/g)].map(([, name = '']) => `${literal[1]}${name}`);
      }
      const value = new RegExp(`const ${given} = '([^']+)'`).exec(code)?.[1];
      assert.ok(value, `${file} keeps something under a name that is not plain: ${given}`);
      return [value];
    });
  });
  const told = [...privacy.matchAll(/^\| `([^`]+)` \|/gm)].map(([, key]) => key);
  assert.ok(keys.length > 0);
  assert.deepEqual([...new Set(keys)].sort(), told.sort());
});

test('pages keep nothing elsewhere and send nothing away', () => {
  const other =
    /sessionStorage|indexedDB|document\.cookie|\bcaches\.|serviceWorker|sendBeacon|new (?:WebSocket|EventSource|XMLHttpRequest)|localStorage\s*[[;)]|localStorage\.(?!\w+Item\()/;
  assert.deepEqual(
    scripts.filter((file) => other.test(readFileSync(file, 'utf8'))),
    [],
  );
});
