import { openArchive, UnreadableArchive, type Unreadable } from '#browser/verification/archive.ts';
import {
  differencesOf,
  isManifestFile,
  readSums,
  signatureFile,
  sumsFile,
  type Differences,
} from '#domain/copies/manifest.ts';
import { checkSignature, type SignatureState } from '#browser/verification/signature.ts';
import { joinedBytes } from '#domain/bytes/joined-bytes.ts';
import { site } from '#domain/site/site.ts';
import { sha256 } from '#domain/copies/sha256.ts';

/** What a check of an archive found out. */
export type CheckedZip = CheckedCopy | { readonly kind: 'refused'; readonly why: Refused };

/** Why nothing could be checked: `foreign` for a sound archive without a manifest. */
export type Refused = Unreadable | 'foreign' | 'unread-manifest' | 'too-many';

export interface CheckedCopy extends Differences {
  readonly kind: 'checked';
  /** How many files the manifest names. */
  readonly files: number;
  /** Whether the archive's own list of its files is damaged, beside the files named. */
  readonly isListDamaged: boolean;
  readonly signature: SignatureState;
  /** Whether nothing at all is other than it was made; the signature is told apart. */
  readonly isWhole: boolean;
}

/** Entries of more archives than anyone makes of a library. */
const mostEntries = 2_000_000;
/** A manifest of as many files. */
const longestManifest = 400e6;

/**
 * Checks a copy of the library, zipped: every file against the manifest in it, and the manifest
 * against its signature. `key` is the public key of the library's editors (SPKI, base64), as
 * `site.yml` gives it; null where there is none. The archive is read piece by piece, so any size will do; `onProgress` is told how
 * much of it is done, from 0 to 1.
 */
export async function checkZip(
  file: Blob | Uint8Array<ArrayBuffer>,
  {
    key = site.signingKey,
    onProgress,
  }: { readonly key?: string | null; readonly onProgress?: (done: number) => void } = {},
): Promise<CheckedZip> {
  const blob = file instanceof Uint8Array ? new Blob([file]) : file;
  try {
    return await checked(blob, key, onProgress);
  } catch (error) {
    if (error instanceof UnreadableArchive) return { kind: 'refused', why: error.reason };
    throw error;
  }
}

async function checked(
  file: Blob,
  key: string | null,
  onProgress: ((done: number) => void) | undefined,
): Promise<CheckedZip> {
  const { entries, isListDamaged, read } = await openArchive(file);
  if (entries.length > mostEntries) return { kind: 'refused', why: 'too-many' };
  const root = rootOf(entries.map(({ name }) => name));
  if (root === null) return { kind: 'refused', why: 'foreign' };

  const found = new Map<string, string | null>();
  const kept = new Map<string, Uint8Array>();
  const damaged: string[] = [];
  let done = 0;
  for (const entry of entries) {
    done += 1;
    if (entry.name.endsWith('/')) continue;
    const isBelow = entry.name.startsWith(root);
    const name = isBelow ? entry.name.slice(root.length) : `../${entry.name}`;
    if (isManifestFile(name)) {
      const pieces: Uint8Array[] = [];
      const isRead =
        entry.size <= longestManifest && (await read(entry, (piece) => pieces.push(piece.slice())));
      if (isRead && !kept.has(name)) kept.set(name, joinedBytes(pieces));
      else damaged.push(name);
    } else {
      const digest = sha256();
      const isRead = await read(entry, digest.update);
      // A name that comes twice is two files, of which nobody knows which one is unpacked.
      found.set(name, isRead && !found.has(name) ? digest.digest() : null);
    }
    if (done % 200 === 0) onProgress?.(done / entries.length);
  }
  onProgress?.(1);

  const manifest = kept.get(sumsFile);
  if (!manifest) return { kind: 'refused', why: 'unread-manifest' };
  const { sums, unread } = readSums(new TextDecoder().decode(manifest));
  if (sums.size === 0) return { kind: 'refused', why: 'unread-manifest' };
  const { changed, missing, extra } = differencesOf(sums, found);
  const all = {
    changed: [...changed, ...damaged, ...(unread.length > 0 ? [sumsFile] : [])],
    missing,
    extra,
  };
  const signature = await checkSignature(manifest, kept.get(signatureFile), key);
  return {
    kind: 'checked',
    files: sums.size,
    ...all,
    isListDamaged,
    signature,
    isWhole:
      !isListDamaged && all.changed.length === 0 && missing.length === 0 && extra.length === 0,
  };
}

/** The folder in the archive in which the manifest stands, with its slash; null where there is none. */
function rootOf(names: readonly string[]): string | null {
  const [shallowest] = names
    .filter((name) => name === sumsFile || name.endsWith(`/${sumsFile}`))
    .sort((a, b) => a.split('/').length - b.split('/').length);
  return shallowest === undefined ? null : shallowest.slice(0, -sumsFile.length);
}
