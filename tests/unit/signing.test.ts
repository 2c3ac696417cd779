import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isSignedWith, writeSignature } from '#build/checksums.ts';
import { readSigningKey } from '#build/signing-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'signing-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

function keyFile(name: string, namedCurve = 'P-256'): string {
  const file = join(folder, name);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve });
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return file;
}

const signature = join(folder, 'SHA256SUMS.sig');
const ours = readSigningKey(keyFile('ours.pem'), null);
const theirs = readSigningKey(keyFile('theirs.pem'), null);

test('a site is signed once, and again when its files or its key are others', () => {
  writeFileSync(join(folder, 'SHA256SUMS'), 'sums of one day');
  assert.equal(writeSignature(folder, ours), true);
  const first = readFileSync(signature);
  assert.deepEqual([isSignedWith(folder, ours), isSignedWith(folder, theirs)], [true, false]);
  writeSignature(folder, ours);
  assert.ok(readFileSync(signature).equals(first));
  writeFileSync(join(folder, 'SHA256SUMS'), 'sums of another day');
  assert.equal(isSignedWith(folder, ours), false);
  writeSignature(folder, ours);
  assert.equal(isSignedWith(folder, ours), true);
});

test('a site built without a key bears no signature, not even that of the one before', () => {
  writeSignature(folder, ours);
  assert.equal(isSignedWith(folder, null), false);
  assert.equal(writeSignature(folder, null), false);
  assert.equal(existsSync(signature), false);
  assert.equal(isSignedWith(folder, null), true);
});

test('a key that no reader could check with is refused', () => {
  const made = ours?.publicKey ?? assert.fail();
  assert.throws(() => readSigningKey(join(folder, 'theirs.pem'), made), /不是一对/);
  assert.throws(() => readSigningKey(keyFile('long.pem', 'P-384'), null), /不是 P-256 的密钥/);
  assert.throws(() => readSigningKey(join(folder, 'none.pem'), null), /找不到密钥文件/);
  assert.throws(() => readSigningKey(join(folder, 'SHA256SUMS'), null), /不是能用的密钥文件/);
  assert.equal(readSigningKey('', made), null);
});
