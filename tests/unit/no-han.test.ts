import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

/** What of the rules is about Chinese itself, file by file below `src/domain/`, and why. */
const aboutChinese: Readonly<Record<string, string>> = {
  'citation/access-slot.ts': 'the standard’s name of the slot in [引用日期]',
  'citation/book-marks.ts':
    'what notes of Chinese law and social science journals print: 载, 年, 版, 主编',
  'citation/gbt-7714.ts': 'what GB/T 7714 prints in references to Chinese works: 等, 佚名, 版',
  'citation/library.ts': 'a degree as an editor writes it in a record of a thesis',
  'citation/secondary.ts':
    '转引自, as Chinese journals have it and as the house adds it to GB/T 7714',
  'editing/official-document.ts':
    'the number and the kinds of official documents, by which one is known',
  'exports/degrees.ts': 'the kind of a thesis, which reference managers in China look for',
  'exports/ris.ts': 'a note beside a guessed year, in the language of what is cited',
  'figures/figure.ts': 'numerals and measure words, by which a figure is found in Chinese prose',
  'figures/magnitude.ts': 'numerals and units, by which a Chinese number is read',
  'grounds/evidence.ts': 'conjunctions that join the parts of a name',
  'grounds/unused.ts': 'ordinals and dates, which count nothing',
  'practice/fact.ts': '待考 and 无, which editors write in place of a fact',
  'practice/paragraph-ledger.ts': 'what a register of paragraphs says for editors to improve on',
  'practice/review.ts': 'the rounds of reading in `reviewing.yml`, where an office names no others',
  'practice/sections.ts': 'the fixed headings that editors write in a digest',
  'practice/written.ts': 'names of periods',
  'regions/tile-index.ts': 'the one-character names of the provinces, by which a tile is placed',
  'search/everyday.ts': 'characters that only stress, which everyday words are compared without',
  'search/pieces.ts': 'characters of Chinese grammar, which nobody searches for',
  'search/question.ts': 'phrases of Chinese questions, which say nothing of what is asked for',
  'site/site.ts': 'the name of the library, which is content: for what runs without a site.yml',
  'verification/cited-figures.ts': 'what makes an ordinal or a date of a number',
  'verification/decoded.ts': 'the commonest characters, by which an encoding is known',
  'verification/judge.ts': 'words that deny or bound, which no quotation may lose unnoticed',
  'verification/letters.ts': 'the numeral zero, which is often set as a circle',
  'verification/references.ts':
    'the number of a paragraph in a reference, and the mark of a second-hand one',
  'verification/sentences.ts': 'marks before headings and items of a list, and page numbers',
  'words/fill-in.ts': 'the blanks that guides hold, as editors write them: 【本库名称】',
};

const files = globSync('src/domain/**/*.ts');

/** The lines of code with Han characters; what comments say is for those who read the code. */
function hanLinesOf(file: string): readonly number[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const lines = new Set<number>();
  const look = (node: ts.Node): void => {
    const children = node.getChildren(source);
    if (ts.isJSDoc(node)) return;
    if (children.length > 0) return children.forEach(look);
    const start = node.getStart(source);
    const found = /\p{Script=Han}/u.exec(source.text.slice(start, node.end));
    if (found) lines.add(source.getLineAndCharacterOfPosition(start + found.index).line + 1);
  };
  look(source);
  return [...lines];
}

test('the rules speak no language: their words come from src/text', () => {
  assert.ok(files.length > 0);
  const speaking = files
    .filter((file) => !(relative('src/domain', file) in aboutChinese))
    .flatMap((file) => hanLinesOf(file).map((line) => `${file}:${line}`));
  assert.deepEqual(speaking, []);
});

test('no rule is let off that has no Chinese left', () => {
  const silent = Object.keys(aboutChinese).filter(
    (file) => hanLinesOf(`src/domain/${file}`).length === 0,
  );
  assert.deepEqual(silent, []);
});
