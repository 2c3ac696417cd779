import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { isBig5 } from '#domain/verification/decoded.ts';

/** Larger files are no articles. */
const mostBytes = 20_000_000;

const readers: Readonly<Record<string, (bytes: Buffer) => string>> = {
  '.txt': decode,
  '.md': decode,
  '.docx': wordsOf,
};

/** The files below a folder that can be compared; none where it is not there. */
export function sourceFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extname(entry.name).toLowerCase() in readers)
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => statSync(file).size <= mostBytes)
      .sort();
  } catch {
    return [];
  }
}

/** What a source says; null where it cannot be read. */
export function readSource(file: string): string | null {
  try {
    return readers[extname(file).toLowerCase()]?.(readFileSync(file)) ?? null;
  } catch {
    return null;
  }
}

/** Sources come from many hands: UTF-8 where they are, GB18030 where not, UTF-16 where they say so. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(isBig5(bytes) ? 'big5' : 'gb18030').decode(bytes);
  }
}

/** The words of a Word document, a line for each paragraph. */
function wordsOf(bytes: Buffer): string {
  const part = 'word/document.xml';
  const { [part]: document } = unzipSync(bytes, {
    filter: ({ name, originalSize }) => name === part && originalSize <= mostBytes,
  });
  if (!document) throw new Error(`There is no ${part}.`);
  return strFromU8(document)
    .replace(unsaid, '')
    .replace(/<\/w:p>|<w:(?:br|cr)\b[^>]*>/gu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(amp|lt|gt|quot|apos);/gu, (_entity, name: string) => characters[name] ?? '');
}

/** What was struck out, what fields are computed of, and drawings that are told twice. */
const unsaid =
  /<w:(delText|instrText)\b[^>]*>[^<]*<\/w:\1>|<mc:Choice\b[^>]*>[\s\S]*?<\/mc:Choice>/gu;

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
