import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'astro/zod';

const named = z.record(z.string(), z.string()).default({});
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.looseObject({
        integrity: z.string().optional(),
        inBundle: z.boolean().optional(),
        dependencies: named,
        optionalDependencies: named,
        devDependencies: named,
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

/** Whether a package finds another in its own `node_modules` or in one further out. */
function isLocked(name: string, from: string): boolean {
  const place = from === '' ? '' : `${from}/`;
  if (`${place}node_modules/${name}` in lock.packages) return true;
  if (from === '') return false;
  return isLocked(name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))));
}

test('a colleague on any system finds the packages of that system in the lock file', () => {
  const missing = Object.entries(lock.packages).flatMap(([place, locked]) =>
    Object.keys({
      ...locked.optionalDependencies,
      ...locked.dependencies,
      ...(place === '' ? locked.devDependencies : {}),
    })
      .filter((name) => !isLocked(name, place))
      .map((name) => `${place || 'the project'} wants ${name}`),
  );
  assert.deepEqual(missing, []);
});

test('the lock file knows the digest of all that is downloaded, and names no registry', () => {
  const unproven = Object.entries(lock.packages)
    .filter(([place, { integrity, inBundle }]) => place !== '' && !integrity && !inBundle)
    .map(([place]) => place);
  assert.deepEqual(unproven, []);
  assert.doesNotMatch(readFileSync('package-lock.json', 'utf8'), /"resolved"/);
});

test('npm of any version leaves the lock file as it is', () => {
  // Older ones drop this field, newer ones do not miss it.
  assert.doesNotMatch(readFileSync('package-lock.json', 'utf8'), /"libc"/);
});
