import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { aPractice } from './builders.ts';
import { keyed } from '#page-key.ts';

test('a page with a key shows its props and asks the library for nothing else', () => {
  const pages = globSync('src/pages/**/*.{astro,ts}').filter((page) =>
    readFileSync(page, 'utf8').includes('keyed('),
  );
  assert.ok(pages.length > 0);
  for (const page of pages) {
    const asked = readFileSync(page, 'utf8').match(/await (getLibrary|getGuides|renderGuide)\(/g);
    assert.equal(asked?.length, 1, `${page} asks outside getStaticPaths.`);
  }
});

const keyOf = (props: object): string | undefined => keyed([{ props }])[0]?.cacheKey;

test('a key changes with the practice shown, with what it names and with the order of a list', () => {
  const practice = aPractice();
  const key = keyOf({ practice });
  assert.equal(keyOf({ practice: aPractice() }), key);
  assert.notEqual(keyOf({ practice: aPractice({ digest: 'edited' }) }), key);
  const { institution } = practice;
  const renamed = aPractice({ institution: { ...institution, label: '换了名称' } });
  assert.notEqual(keyOf({ practice: renamed }), key);
  const other = aPractice({ id: 'other' });
  assert.notEqual(keyOf({ found: [practice, other] }), keyOf({ found: [other, practice] }));
});

test('a place is told by itself wherever a page got it from', () => {
  const placed = (label: string) => {
    const path: object[] = [{ id: '340000', label: '安徽', path: [] }];
    const region = { id: '340300', label, path };
    path.push(region);
    return region;
  };
  const [city, renamed] = [placed('蚌埠'), placed('珠城')];
  assert.equal(keyOf({ region: city }), keyOf({ region: placed('蚌埠') }));
  assert.notEqual(keyOf({ region: city }), keyOf({ region: renamed }));
  assert.notEqual(keyOf({ path: city.path }), keyOf({ path: renamed.path }));
});

test('what a key could not tell apart is refused', () => {
  assert.throws(() => keyOf({ counts: new Map([['a', 1]]) }), /Map or Set/);
});
