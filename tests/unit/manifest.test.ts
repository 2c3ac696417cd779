import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  differencesOf,
  isManifestFile,
  rawSignature,
  readSums,
  sumsText,
} from '#domain/copies/manifest.ts';

const sum = (digit: string): string => digit.repeat(64);

test('a manifest is what sha256sum checks, sorted, under the names the guide for copies gives', () => {
  const text = sumsText([
    ['b/a.html', sum('1')],
    ['a.html', sum('2')],
    ['甲.html', sum('3')],
  ]);
  assert.equal(text, `${sum('2')}  a.html\n${sum('1')}  b/a.html\n${sum('3')}  甲.html\n`);
  assert.deepEqual(['SHA256SUMS', 'SHA256SUMS.sig', 'sums'].map(isManifestFile), [
    ...[true, true, false],
  ]);
});

test('a manifest is read as other programs write it, and lines that are none are counted', () => {
  const lines = [
    `${sum('a')} *甲.html`,
    `x${sum('b')}  乙.html`,
    `${sum('b')}  乙.html`,
    '',
    `${sum('c')}  乙.html`,
    `${sum('g')}  丁.html`,
    `${sum('d')}  `,
  ];
  const { sums, unread } = readSums(`${lines.join('\n')}\n`);
  assert.deepEqual(
    [...sums],
    [
      ['甲.html', sum('a')],
      ['乙.html', sum('b')],
    ],
  );
  assert.deepEqual(unread, [2, 4, 5, 6, 7]);
  assert.deepEqual(readSums(`${sum('a')}  甲.html`).unread, []);
});

test('files are told that changed, lack or came in addition, in the order of the manifest', () => {
  const expected = new Map(['a', 'b', 'c', 'd'].map((file) => [file, sum('0')]));
  const found = new Map([
    ['x', sum('0')],
    ['a', sum('1')],
    ['c', null],
  ]);
  assert.deepEqual(differencesOf(expected, found), {
    changed: ['a', 'c'],
    missing: ['b', 'd'],
    extra: ['x'],
  });
});

/** Two numbers as DER writes them, by their bytes. */
const der = (...numbers: readonly (readonly number[])[]): Uint8Array => {
  const inside = numbers.flatMap((number) => [2, number.length, ...number]);
  return Uint8Array.from([0x30, inside.length, ...inside]);
};
const full = Array.from({ length: 32 }, (_, at) => at + 1);

test('a signature is taken in any length its numbers have in DER', () => {
  const raw = rawSignature(der([0, 0xff, ...full.slice(1)], [5]));
  assert.deepEqual([...(raw ?? [])], [0xff, ...full.slice(1), ...Array<number>(31).fill(0), 5]);
  assert.deepEqual([...(rawSignature(der(full, full)) ?? [])], [...full, ...full]);
});

test('what is no signature of P-256 is none', () => {
  const whole = der(full, full);
  for (const [what, bytes] of [
    ['nothing', new Uint8Array()],
    ['no sequence', whole.with(0, 0x31)],
    ['another length', whole.with(1, 1)],
    ['a byte behind', Uint8Array.from([...whole, 0])],
    ['a byte behind that is counted', Uint8Array.from([...whole, 0]).with(1, whole.length - 1)],
    ['no integer', whole.with(2, 3)],
    ['an empty number', der([], full)],
    ['a number too long', der([1, ...full], full)],
    ['a number that goes beyond', whole.with(3 + 33, 40)],
    ['one number alone', der(full)],
    ['three numbers', der(full, full, full)],
  ] as const) {
    assert.equal(rawSignature(bytes), null, what);
  }
});
