import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { openZip } from '#build/offline/zip-writer.ts';
import { checkZip, type CheckedCopy } from '#browser/verification/check-zip.ts';
import {
  rawSignature,
  signatureFile,
  sumsFile,
  sumsText,
  unsignedNote,
} from '#domain/copies/manifest.ts';
import { sha256 } from '#domain/copies/sha256.ts';
import { readDirectory, readEnd } from '#domain/copies/zip-format.ts';
import { randomFrom } from '../random.ts';

const folder = mkdtempSync(join(tmpdir(), 'check-zip-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const files: ReadonlyMap<string, Uint8Array> = new Map(
  Array.from({ length: 60 }, (_, at) => [
    at === 0 ? '打开治理实践库.html' : `library/practices/做法-${at}/index.html`,
    bytesOf(`第 ${at} 篇。${'有人管、有地方说理。'.repeat(at)}`),
  ]),
);
const sums = bytesOf(sumsText([...files].map(([name, bytes]) => [name, sumOf(bytes)] as const)));

function zipOf(
  all: Iterable<readonly [string, Uint8Array]>,
  signature: Uint8Array = bytesOf(unsignedNote),
): Uint8Array<ArrayBuffer> {
  const path = join(folder, 'copy.zip');
  const zip = openZip(path, '2026-11-29');
  for (const [name, bytes] of all) zip.add(name, bytes);
  zip.add(sumsFile, sums);
  zip.add(signatureFile, signature);
  zip.end();
  return new Uint8Array(readFileSync(path));
}

async function check(
  zip: Uint8Array<ArrayBuffer>,
  key: string | null = null,
): Promise<CheckedCopy> {
  const result = await checkZip(zip, { key });
  assert.equal(result.kind, 'checked', JSON.stringify(result));
  return result as CheckedCopy;
}

/** Offset of each entry's first byte and of the byte behind its last, by name. */
function placesIn(zip: Uint8Array): Map<string, readonly [number, number]> {
  const end = readEnd(zip, zip.length);
  assert.ok(end);
  const entries = readDirectory(zip.subarray(end.directoryOffset, zip.length - end.tail.length));
  return new Map(
    entries.map(({ name, offset }, at) => [
      name,
      [offset, entries[at + 1]?.offset ?? end.directoryOffset],
    ]),
  );
}

test('a copy as it was made is whole, and nobody signed it', async () => {
  const result = await check(zipOf(files));
  assert.equal(result.isWhole, true);
  assert.equal(result.files, files.size);
  assert.equal(result.signature, 'unsigned');
});

test('twenty flipped bytes are all named, and no other file is', async () => {
  const random = randomFrom(20).next;
  const zip = zipOf(files);
  const places = [...placesIn(zip)].filter(([name]) => files.has(name));
  const hit = new Set<string>();
  while (hit.size < 20) {
    const [name, [from, to]] = places[Math.floor(random() * places.length)] ?? assert.fail();
    if (hit.has(name)) continue;
    hit.add(name);
    const at = from + Math.floor(random() * (to - from));
    zip[at] = (zip[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  const result = await check(zip);
  assert.deepEqual([...result.changed].sort(), [...hit].sort());
  assert.deepEqual([result.missing, result.extra], [[], []]);
});

// Every third, to be done in time.
test('no single byte of a copy can be flipped unseen', async () => {
  const whole = zipOf([...files].slice(0, 4));
  const small = new Map([...files].slice(0, 4));
  const before = await check(whole);
  const said = JSON.stringify(before);
  assert.deepEqual(before.changed, []);
  assert.equal(before.missing.length, files.size - small.size);
  for (let at = 0; at < whole.length; at += 3) {
    const zip = whole.slice();
    zip[at] = (zip[at] ?? 0) ^ 0xff;
    assert.notEqual(JSON.stringify(await checkZip(zip)), said, `byte ${at} of ${zip.length}`);
  }
});

test('what is missing, added or there twice is named', async () => {
  const [, ...rest] = files;
  const added = ['library/新添.html', bytesOf('多出来的')] as const;
  const twice = rest[3] ?? assert.fail();
  const result = await check(zipOf([...rest, added, [twice[0], bytesOf('另一份')]]));
  assert.deepEqual(result.missing, ['打开治理实践库.html']);
  assert.deepEqual(result.extra, ['library/新添.html']);
  assert.deepEqual(result.changed, [twice[0]]);
});

test('a copy that was unzipped and zipped again by another program is whole still', async () => {
  const again = Object.fromEntries(
    [...files, [sumsFile, sums] as const].map(([name, bytes]) => [`治理实践库/${name}`, bytes]),
  );
  const result = await check(new Uint8Array(zipSync(again)));
  assert.equal(result.isWhole, true);
});

test('a file that is no copy is told apart from one that is damaged', async () => {
  const why = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
    const result = await checkZip(bytes);
    return result.kind === 'refused' ? result.why : result.kind;
  };
  const whole = zipOf(files);
  assert.equal(await why(bytesOf('不是压缩文件')), 'no-archive');
  assert.equal(await why(new Uint8Array()), 'no-archive');
  assert.equal(await why(whole.slice(0, -9)), 'cut');
  assert.equal(await why(whole.slice(0, whole.length / 2)), 'cut');
  assert.equal(await why(new Uint8Array(zipSync({ 'a.txt': bytesOf('别的压缩包') }))), 'foreign');
  assert.equal(
    await why(new Uint8Array(zipSync({ [sumsFile]: bytesOf('这不是清单') }))),
    'unread-manifest',
  );
});

test('a bomb is not unpacked further than its entries say', async () => {
  const zip = zipOf([['library/bomb', new Uint8Array(5e6)]]);
  const end = readEnd(zip, zip.length) ?? assert.fail();
  // The entry says it holds ten bytes.
  const view = new DataView(zip.buffer);
  view.setUint32(22, 10, true);
  view.setUint32(end.directoryOffset + 24, 10, true);
  const result = await check(zip);
  assert.deepEqual(result.extra, ['library/bomb']);
});

test('entries that share their bytes are refused', async () => {
  const zip = zipOf(
    Array.from({ length: 80 }, (_, at) => [`library/${at}.html`, bytesOf('一样长')] as const),
  );
  const end = readEnd(zip, zip.length) ?? assert.fail();
  const view = new DataView(zip.buffer);
  for (let at = end.directoryOffset; view.getUint32(at, true) === 0x02014b50;) {
    view.setUint32(at + 42, 0, true);
    at += 46 + view.getUint16(at + 28, true);
  }
  assert.deepEqual(await checkZip(zip), { kind: 'refused', why: 'overlapping' });
});

test('a signature tells who made the copy, and no other key fits', async () => {
  const [ours, theirs] = [0, 1].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  const keyOf = (pair: typeof ours): string =>
    (pair ?? assert.fail()).publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const signature = sign('sha256', sums, ours?.privateKey ?? assert.fail());
  const zip = zipOf(files, new Uint8Array(signature));
  assert.equal((await check(zip, keyOf(ours))).signature, 'valid');
  assert.equal((await check(zip, keyOf(theirs))).signature, 'invalid');
  assert.equal((await check(zip)).signature, 'no-key');
  assert.equal((await check(zip, 'not a key')).signature, 'uncheckable');
  const cut = zipOf(files, new Uint8Array(signature.subarray(0, -1)));
  assert.equal((await check(cut, keyOf(ours))).signature, 'invalid');
  assert.equal(rawSignature(signature)?.length, 64);
});

test('digests are those of the standard, however the bytes come', () => {
  const random = randomFrom(7).next;
  for (const size of [0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 1000, 70_001]) {
    const bytes = Uint8Array.from({ length: size }, () => random() * 256);
    const digest = sha256();
    for (let at = 0; at < size;) {
      const step = 1 + Math.floor(random() * 200);
      digest.update(bytes.subarray(at, at + step));
      at += step;
    }
    assert.equal(digest.digest(), sumOf(bytes), `${size} bytes`);
  }
});
