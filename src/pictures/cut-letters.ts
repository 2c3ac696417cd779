/**
 * `npm run letters`: cuts the letters that share pictures are written in out of Noto Serif SC, an npm
 * package for development, so that a build needs no font, of the system or of its own.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { Blob, Face, Font, Variation } from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';
import type { Letter } from '#domain/pictures/lines.ts';
import { lettersFile } from '#pictures/letters.ts';

const font = dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/noto-serif-sc/index.css'),
);
const weight = 700;
/** Units of the font in one of ours: a quarter of a thousandth of the size is finer than a pixel shows. */
const coarseness = 4;

/** The letters of GB/T 2312, of Latin scripts and of the names of all divisions. */
function wanted(): ReadonlySet<string> {
  const letters = new Set(readFileSync('src/editing/divisions.txt', 'utf8'));
  for (let code = 0x20; code < 0x250; code += 1) letters.add(String.fromCodePoint(code));
  const decoder = new TextDecoder('gbk');
  for (let high = 0xa1; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      letters.add(decoder.decode(Uint8Array.of(high, low)));
    }
  }
  for (const letter of '—…‘’“”•·') letters.add(letter);
  return letters;
}

const slices = Array.from(
  readFileSync(join(font, 'index.css'), 'utf8').matchAll(
    /url\(\.\/(files\/[^)]+)\)[^}]*unicode-range: ([^;]+);/g,
  ),
  ([, file = '', ranges = '']) => ({ file, codes: ranges.split(',').flatMap(codesOf) }),
);

/** `U+4e00-4e02` → the three codes. */
function codesOf(range: string): readonly number[] {
  const [first = 0, last = first] = range
    .trim()
    .slice(2)
    .split('-')
    .map((code) => Number.parseInt(code, 16));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const letters: [string, Letter][] = [];
const wantedLetters = wanted();
for (const { file, codes } of slices) {
  const letterCodes = codes.filter((code) => wantedLetters.has(String.fromCodePoint(code)));
  if (letterCodes.length === 0) continue;
  const bytes = await decompress(readFileSync(join(font, file)));
  const cut = new Font(new Face(new Blob(new Uint8Array(bytes).buffer), 0));
  cut.setVariations([new Variation('wght', weight)]);
  for (const code of letterCodes) {
    const glyph = cut.nominalGlyph(code);
    if (!glyph) continue;
    const width = Math.round(cut.glyphHAdvance(glyph) / coarseness);
    letters.push([String.fromCodePoint(code), [width, relative(cut.glyphToPath(glyph))]]);
  }
}
letters.sort(([a], [b]) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
const packed = brotliCompressSync(JSON.stringify(Object.fromEntries(letters)), {
  params: { [constants.BROTLI_PARAM_LGWIN]: 22 },
});
writeFileSync(lettersFile, packed);
console.log(`${lettersFile}：${letters.length} 个字，${(packed.length / 1e6).toFixed(2)} MB。`);

/** A path of absolute points, upwards, as one of whole steps downwards. */
function relative(path: string): string {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let steps = '';
  for (const [, command = '', points = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    if (command === 'Z') {
      steps += 'z';
      [x, y] = [startX, startY];
      continue;
    }
    const values = points
      .trim()
      .split(/[ ,]+/)
      .map((value, at) => Math.round(Number(value) / coarseness) * (at % 2 ? -1 : 1));
    const moved = values.map((value, at) => value - (at % 2 ? y : x));
    [x, y] = [values[values.length - 2] ?? 0, values[values.length - 1] ?? 0];
    if (command === 'M') [startX, startY] = [x, y];
    if (command === 'L' && moved.every((step) => step === 0)) continue;
    steps += command.toLowerCase() + moved.join(' ').replaceAll(' -', '-');
  }
  return steps;
}
