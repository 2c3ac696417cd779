import { createPublicKey, hash, verify } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SigningKey } from '#build/signing-key.ts';
import { isManifestFile, signatureFile, sumsFile } from '#domain/copies/manifest.ts';

/** The sums a site came with, by file; none where it has none. */
export function readChecksums(site: string): ReadonlyMap<string, string> {
  try {
    return new Map(readLines(site).map((line) => [line.slice(startOfName), line.slice(0, 64)]));
  } catch {
    return new Map();
  }
}

const readLines = (site: string): readonly string[] =>
  readFileSync(join(site, sumsFile), 'utf8').split('\n').filter(Boolean);

/** Writes the sum of every file of a site. */
export function writeChecksums(site: string, files: Iterable<string>): void {
  writeLines(site, linesOf(site, files));
}

/**
 * Writes the sums of a site that differs from the one in `before` in no more than `differs`; those
 * of `present` among them are there.
 */
export function renewChecksums(
  site: string,
  {
    before,
    differs,
    present,
  }: { before: string; differs: ReadonlySet<string>; present: Iterable<string> },
): void {
  const stay = readLines(before).filter((line) => !differs.has(line.slice(startOfName)));
  const come = linesOf(site, present);
  const lines: string[] = [];
  let place = 0;
  for (const line of come) {
    const name = line.slice(startOfName);
    for (; place < stay.length; place += 1) {
      const standing = stay[place] ?? '';
      if (standing.slice(startOfName) > name) break;
      lines.push(standing);
    }
    lines.push(line);
  }
  for (; place < stay.length; place += 1) lines.push(stay[place] ?? '');
  writeLines(site, lines);
}

/** Behind a sum and two blanks. */
const startOfName = 66;

const linesOf = (site: string, files: Iterable<string>): readonly string[] =>
  [...files]
    .filter((file) => !isManifestFile(file))
    .sort()
    .map((file) => `${hash('sha256', readFileSync(join(site, file)))}  ${file}`);

function writeLines(site: string, lines: readonly string[]): void {
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
