/**
 * The manifest of a site or of a copy: a file of digests (`SHA256SUMS`, the form `sha256sum --check`
 * reads) and beside it its signature (ECDSA P-256 over SHA-256, DER, the form `openssl dgst -verify`
 * reads). Neither stands in the digests itself.
 */
export const sumsFile = 'SHA256SUMS';
export const signatureFile = 'SHA256SUMS.sig';

/** Stands where a signature would, in a copy that nobody signed. */
export const unsignedNote = 'UNSIGNED: no key was given when this was made.\n';

export const isManifestFile = (file: string): boolean =>
  file === sumsFile || file === signatureFile;

/** Digest (64 hexadecimal digits) by path; slashes, from the folder in which the manifest stands. */
export type Sums = ReadonlyMap<string, string>;

/** Sorted by code unit, so that the same files give the same bytes. */
export const sumsText = (sums: Iterable<readonly [file: string, sum: string]>): string =>
  [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, sum]) => `${sum}  ${file}\n`)
    .join('');

export interface ReadSums {
  readonly sums: Sums;
  /** Numbers of lines, from 1, that are no line of a manifest or name a file a second time. */
  readonly unread: readonly number[];
}

/** Reads what `sumsText` wrote. */
export function readSums(text: string): ReadSums {
  const sums = new Map<string, string>();
  const unread: number[] = [];
  text.split('\n').forEach((line, at, lines) => {
    if (line === '' && at === lines.length - 1) return;
    const [, sum = '', file = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (file === '' || sums.has(file)) unread.push(at + 1);
    else sums.set(file, sum);
  });
  return { sums, unread };
}

export interface Differences {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** What is there against what should be. `found` says null of a file that cannot be read. */
export function differencesOf(
  expected: Sums,
  found: ReadonlyMap<string, string | null>,
): Differences {
  const changed: string[] = [];
  const missing: string[] = [];
  for (const [file, sum] of expected) {
    const actual = found.get(file);
    if (actual === undefined) missing.push(file);
    else if (actual !== sum) changed.push(file);
  }
  return { changed, missing, extra: [...found.keys()].filter((file) => !expected.has(file)) };
}

/**
 * A signature as `crypto.subtle` takes it (r and s, 32 bytes each) from DER as openssl writes it
 * (SEQUENCE of two INTEGERs, X.690). Null where it is none of P-256.
 */
export function rawSignature(der: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return null;
  const raw = new Uint8Array(64);
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1] ?? 0;
    const from = at + 2;
    if (der[at] !== 0x02 || length === 0 || from + length > der.length) return null;
    const number = der.subarray(from, from + length);
    const digits = number.subarray(number[0] === 0 ? 1 : 0);
    if (digits.length > 32) return null;
    raw.set(digits, end - digits.length);
    at = from + length;
  }
  return at === der.length ? raw : null;
}
