import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accentRoles, contrast, isReadable } from '#domain/site/accent.ts';

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
