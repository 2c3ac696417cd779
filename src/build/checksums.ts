import { createPublicKey, hash, verify } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SigningKey } from '#build/signing-key.ts';
import { isManifestFile, signatureFile, sumsFile } from '#domain/copies/manifest.ts';

/** The sums a site came with, by file; none where it has none. */
export function readChecksums(site: string): ReadonlyMap<string, string> {
  try {
    const lines = readFileSync(join(site, sumsFile), 'utf8').split('\n').filter(Boolean);
    return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  } catch {
    return new Map();
  }
}

/**
 * Writes the sum of every file of a site. `known` holds those of files that have not been written
 * since, and saves reading them again.
 */
export function writeChecksums(
  site: string,
  files: Iterable<string>,
  known: ReadonlyMap<string, string>,
): void {
  const lines = [...files]
    .filter((file) => !isManifestFile(file))
    .sort()
    .map((file) => `${known.get(file) ?? hash('sha256', readFileSync(join(site, file)))}  ${file}`);
  // Not written through: the file may be linked to the one of the site before.
  rmSync(join(site, sumsFile), { force: true });
  writeFileSync(join(site, sumsFile), `${lines.join('\n')}\n`);
}

/** Signs the sums of a site, or takes away a signature that is no longer theirs. True where signed. */
export function writeSignature(site: string, key: SigningKey | null): boolean {
  const path = join(site, signatureFile);
  if (key === null || !isSignedWith(site, key)) {
    // Not written through: the file may be linked to the one of the site before.
    rmSync(path, { force: true });
    if (key) writeFileSync(path, key.sign(readFileSync(join(site, sumsFile))));
  }
  return key !== null;
}

/** Whether a site bears the signature of this key, or none where there is no key. */
export function isSignedWith(site: string, key: SigningKey | null): boolean {
  const signature = readOrNull(join(site, signatureFile));
  if (key === null || signature === null) return key === null && signature === null;
  const opened = createPublicKey({
    key: Buffer.from(key.publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  });
  return verify('sha256', readFileSync(join(site, sumsFile)), opened, signature);
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
