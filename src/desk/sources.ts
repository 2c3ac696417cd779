/** What practices are written from: taken in, cleaned as far as it was accepted, attributed. */
import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import type {
  AcceptSource,
  Attribution,
  Block,
  PartsOrdered,
  Source,
  SourceFile,
  TakenIn,
} from './api.ts';
import { attributeBlocks, belongingOf, orderArticle, ownerOf, partsOf } from './attribution.ts';
import { Beside } from '#build/beside.ts';
import { textsOf, withTexts } from '#domain/editing/blocks.ts';
import { cleaned, cleaningOf } from '#editing/cleaning.ts';
import { decodeSource } from '#editing/decoded-source.ts';
import { blocksOfHtml, blocksOfText } from '#editing/source-blocks.ts';
import { filesAtHand } from '#editing/sources-on-record.ts';
import { keptSource, takenSources, takeSource, type TakenSource } from '#editing/taken-sources.ts';
import type { WordDocument } from '#editing/word-document.ts';
import { refuse } from '#refusal.ts';

/** A document that is read longer than this, in milliseconds, is let go. */
const longest = 90_000;

interface Read {
  readonly blocks: readonly Block[];
  readonly encoding: string;
  readonly notices: readonly string[];
}

/** Other files by what they begin with, whatever their names say. */
const others: readonly (readonly [begins: string, what: string])[] = [
  ['%PDF', 'PDF'],
  ['{\\rtf', 'RTF'],
  ['\u0089PNG', '图片'],
  ['\u00FF\u00D8\u00FF', '图片'],
  ['GIF8', '图片'],
];

async function read(name: string, bytes: Buffer): Promise<Read> {
  const begins = bytes.subarray(0, 8).toString('latin1');
  const other = others.find(([mark]) => begins.startsWith(mark));
  if (other) {
    refuse(
      `这是 ${other[1]} 文件，没有收下。编辑台收 .docx 和 .txt：从原来的程序里把文字另存为其中一种再试。`,
    );
  }
  const ending = extname(name).toLowerCase();
  const isWord = begins.startsWith('PK') || begins.startsWith('\u00D0\u00CF\u0011\u00E0');
  if (bytes.length === 0) refuse('这个文件是空的，没有收下。');
  if (!isWord && ending === '.docx') {
    refuse('这个文件不是完整的 Word 文档（.docx），没有收下。用 Word 打开它，另存一份再试。');
  }
  if (isWord) {
    const { html, pictures, notices } = await readWord(bytes);
    const blocks = blocksOfHtml(html);
    if (blocks.length === 0) {
      refuse(
        pictures > 0
          ? '这个文档里只有图片，没有文字，没有收下。先把图里的文字识别出来，核对以后存成 .docx 或 .txt。'
          : '这个文档里没有文字，没有收下。',
      );
    }
    return { blocks, encoding: 'Word', notices };
  }
  if (ending !== '.txt' && ending !== '.md') {
    refuse('编辑台收 .docx 和 .txt。用原来的程序把它另存为其中一种再试。');
  }
  const { text, encoding } = decodeSource(bytes);
  const blocks = blocksOfText(text);
  if (blocks.length === 0) refuse('这个文件里没有文字，没有收下。');
  return { blocks, encoding, notices: [] };
}

async function readWord(bytes: Buffer): Promise<WordDocument> {
  const reader = new Beside<Uint8Array, WordDocument>(new URL('./word-reader.ts', import.meta.url));
  const tooLong = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    tooLong.reject(new Error('timeout'));
  }, longest);
  try {
    return await Promise.race([reader.ask(bytes), tooLong.promise]);
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error;
    return refuse('这个文档太大或者坏了，读不出来，没有收下。删去里面的图片，另存以后再试。');
  } finally {
    clearTimeout(timer);
    reader.kill();
  }
}

export async function takeIn(name: string, bytes: Buffer): Promise<TakenIn> {
  const { blocks, encoding, notices } = await read(name, bytes);
  const texts = blocks.flatMap(textsOf);
  return {
    name,
    digest: hash('sha256', bytes),
    encoding,
    blocks,
    characters: texts.join('').replace(/\s/gu, '').length,
    cleaning: cleaningOf(texts).map((found) => ({ ...found, label: found.kind })),
    notices,
  };
}

export async function acceptSource({ name, file, clean }: AcceptSource): Promise<Source> {
  const bytes = Buffer.from(file, 'base64');
  const { blocks } = await read(name, bytes);
  const accepted = new Set(clean);
  const taken = takeSource(
    name,
    bytes,
    blocks.map((block) => withTexts(block, (text) => cleaned(text, accepted))),
  );
  return sourceOf(taken, '');
}

/** What was taken in, then what lies in the folder of the sources besides. */
export function sourceFiles(): readonly SourceFile[] {
  const taken = takenSources();
  const known = new Set(taken.map(({ name }) => name));
  const others = [...filesAtHand()].filter(([name]) => !known.has(name));
  return [...taken, ...others.map(([name, file]) => fileAtHand(name, file))].map(
    ({ name, digest, takenOn }) => ({ name, digest, takenOn }),
  );
}

export const source = async (name: string, practice: string): Promise<Source> =>
  sourceOf(await knownSource(name), practice);

export async function attributed(asked: Attribution): Promise<Source> {
  const taken = await knownSource(asked.name);
  attributeBlocks(taken, asked);
  return sourceOf(taken, asked.for ?? '');
}

export async function ordered(asked: PartsOrdered): Promise<Source> {
  const taken = await knownSource(asked.name);
  orderArticle(asked);
  return sourceOf(taken, asked.for);
}

/** One that was never taken in, as it lies there. */
let lastRead: TakenSource | null = null;

/** Refuses one that was neither taken in nor lies in the folder of the sources. */
export async function knownSource(name: string): Promise<TakenSource> {
  const taken = keptSource(name);
  if (taken) return taken;
  const file = filesAtHand().get(name);
  if (file === undefined) return refuse(`没有“${name.slice(0, 80)}”这份原文。`);
  const about = fileAtHand(name, file);
  if (lastRead?.name !== name || lastRead.digest !== about.digest) {
    lastRead = { ...about, blocks: (await read(name, readFileSync(file))).blocks };
  }
  return lastRead;
}

const fileAtHand = (name: string, file: string): SourceFile => ({
  name,
  digest: hash('sha256', readFileSync(file)),
  takenOn: statSync(file).mtime.toISOString().slice(0, 10),
});

function sourceOf(taken: TakenSource, practice: string): Source {
  const { name, digest, takenOn, blocks } = taken;
  const belongs = belongingOf(taken, practice);
  return {
    name,
    digest,
    takenOn,
    owner: ownerOf(name, practice),
    parts: partsOf(name, practice),
    blocks: blocks.map((block, number) => ({ block, belongs: belongs.get(number) ?? 'open' })),
  };
}
