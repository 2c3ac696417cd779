import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accentRoles, contrast, isReadable, leastContrast, mix } from '#domain/site/accent.ts';

test('contrast is measured as WCAG does', () => {
  assert.equal(Math.round(contrast('#000000', '#ffffff') * 10) / 10, 21);
  assert.equal(contrast('#a8321f', '#a8321f'), 1);
  assert.equal(Math.round(contrast('#777777', '#ffffff') * 100) / 100, 4.48);
});

test('a colour nobody can read text in is refused', () => {
  assert.deepEqual(['#a8321f', '#1f5c8a', '#7a5c00', '#000000'].filter(isReadable).length, 4);
  assert.deepEqual(['#f0c040', '#ffffff', '#ff6600', '#888888'].filter(isReadable), []);
});

const sample = ['#a8321f', '#1f5c8a', '#00695c', '#6a1b9a', '#7a5c00', '#000000', '#001a66'];

for (const accent of sample) {
  test(`a library in ${accent} can be read on light and on dark paper`, () => {
    const roles = new Map(accentRoles(accent).map(([role, ...tones]) => [role, tones]));
    const [light = '', dark = ''] = roles.get('accent') ?? [];
    const [lightTint = '', darkTint = ''] = roles.get('accent-tint') ?? [];
    const [deep = '', bright = ''] = roles.get('tone-3') ?? [];
    const pairs = [
      ...['#fbf9f5', '#fffefb', '#f1ede3', lightTint, '#ffffff'].map((ground) => [light, ground]),
      ...['#191613', '#211d19', '#2a2520', darkTint].map((ground) => [dark, ground]),
      ['#ffffff', deep],
      ['#14110f', bright],
    ] as const;
    for (const [one = '', other = ''] of pairs) {
      assert.ok(contrast(one, other) >= 4.5, `${one} on ${other}: ${contrast(one, other)}`);
    }
  });
}

test('a colour as dark as can be has six digits still', () => {
  assert.equal(mix('#0102ff', 1, '#ffffff'), '#0102ff');
  assert.equal(mix('#ffffff', 0, '#000a0b'), '#000a0b');
});

test('the tones of an accent are those its library was designed with', () => {
  const tones = (accent: string): readonly string[] =>
    accentRoles(accent).map((role) => role.join(' '));
  assert.deepEqual(tones('#1f5c8a'), [
    'accent #1f5c8a #6b93b2',
    'accent-soft #a3baca #3e4e5b',
    'accent-tint #e7ebeb #242829',
    'tone-1 #d6dee3 #2b3236',
    'tone-2 #a7bdcc #37434c',
    'tone-3 #42759b #61849f',
    'tone-4 #1f5c8a #6b93b2',
  ]);
  assert.deepEqual(tones('#00004d'), [
    'accent #00004d #8a8aad',
    'accent-soft #9795b2 #4c4a58',
    'accent-tint #e4e3e6 #292629',
    'tone-1 #d0cfd8 #323035',
    'tone-2 #9c9ab5 #42404a',
    'tone-3 #282868 #7c7c9b',
    'tone-4 #00004d #8a8aad',
  ]);
});

test('a colour is told by the worst ground its text has to stand on', () => {
  const least = ['#a8321f', '#1f5c8a', '#7a5c00'].map(leastContrast);
  assert.deepEqual(
    least.map((contrast) => contrast.toFixed(2)),
    ['5.53', '5.91', '5.25'],
  );
});

test('a pale accent keeps its own colour where text stands on it, since no lighter tone would do', () => {
  const deep = accentRoles('#757575').find(([role]) => role === 'tone-3');
  assert.equal(deep?.[1], '#757575');
});
