import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Parser } from 'htmlparser2';
import { slideFile, wordFile } from '#browser/handout/office-file.ts';
import type { HandoutDocument } from '#domain/handout/document.ts';
import { everyKind, held, randomHandout, textsIn } from '../unit/handout-samples.ts';

/** How many handouts LibreOffice reads; `HANDOUTS=50` takes some minutes. */
const count = Number(process.env['HANDOUTS'] ?? 4);
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const skip =
  has('soffice') && spawnSync('pdftotext', ['-v']).error === undefined
    ? false
    : 'LibreOffice (soffice) and poppler (pdftotext) are not on this machine.';

const folder = mkdtempSync(join(tmpdir(), 'office-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const handouts = [everyKind, ...Array.from({ length: count }, (_, seed) => randomHandout(seed))];

function convert(to: string, names: readonly string[]): void {
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      folder,
      ...names.map((name) => join(folder, name)),
    ],
    { stdio: 'ignore', timeout: 600_000 },
  );
}

/** All text below the body of a flat OpenDocument file, without blanks. */
function textOf(name: string): string {
  let text = '';
  let isBody = false;
  const parser = new Parser(
    {
      onopentagname: (tag) => (isBody ||= tag === 'office:body'),
      ontext: (piece) => (text += isBody ? piece : ''),
    },
    { xmlMode: true },
  );
  parser.end(readFileSync(join(folder, name), 'utf8'));
  return text.replace(/\s+/gu, '');
}

/** What is printed, line by line as it was set. */
const printed = (name: string): string =>
  execFileSync('pdftotext', ['-raw', join(folder, name), '-'], { maxBuffer: 1 << 28 })
    .toString()
    .replace(/\s+/gu, '');

const missing = (text: string, handout: unknown): string[] =>
  textsIn(handout).filter((given) => !text.includes(held(given)));

/**
 * Each random text begins with a number of its own. Those of tables and drawings are left out: in
 * narrow columns they break over lines, which stand among those of the next column.
 */
const numbersIn = (handout: HandoutDocument): string[] =>
  textsIn({
    ...handout,
    parts: handout.parts.map((part) => ({
      ...part,
      blocks: part.blocks.filter(({ kind }) => !['table', 'drawing', 'figures'].includes(kind)),
    })),
  }).flatMap((text) => /文\d+之\d+号/u.exec(text)?.[0] ?? []);

const timesIn = (text: string, sign: string): number => text.split(sign).length - 1;

test(
  'LibreOffice reads every character of a Word file, and prints every text',
  { skip },
  async () => {
    const names = handouts.map((_, index) => `w${index}`);
    for (const [index, handout] of handouts.entries())
      writeFileSync(join(folder, `w${index}.docx`), await wordFile(handout));
    const files = names.map((name) => `${name}.docx`);
    convert('fodt', files);
    convert('pdf', files);
    for (const [index, handout] of handouts.entries()) {
      assert.deepEqual(missing(textOf(`w${index}.fodt`), handout), []);
      const paper = printed(`w${index}.pdf`);
      assert.deepEqual(
        numbersIn(handout).filter((number) => !paper.includes(number)),
        [],
      );
      assert.ok(timesIn(paper, '号') >= timesIn(textsIn(handout).join(''), '号'));
    }
    const first = readFileSync(join(folder, 'w0.fodt'), 'utf8');
    for (const face of ['宋体', '黑体', '楷体', '仿宋'])
      assert.ok(first.includes(`style:font-name-asian="${face}"`), face);
    assert.match(first, /fo:country="US"[^>]*style:language-asian="zh" style:country-asian="CN"/);
    assert.match(printed('w0.pdf'), /第2页，共\d页/);
  },
);

test('LibreOffice reads every character of slides and their notes', { skip }, async () => {
  // LibreOffice takes minutes to open some thousand slides.
  const decks = handouts.filter(({ parts }) => parts.length < 100);
  for (const [index, handout] of decks.entries())
    writeFileSync(join(folder, `s${index}.pptx`), await slideFile(handout));
  const files = decks.map((_, index) => `s${index}.pptx`);
  convert('fodp', files);
  for (const [index, handout] of decks.entries())
    assert.deepEqual(missing(textOf(`s${index}.fodp`), handout), []);
  const first = readFileSync(join(folder, 's0.fodp'), 'utf8');
  assert.ok(first.includes('style:font-family-asian="黑体"'));
  convert('pdf', ['s0.pptx']);
  assert.deepEqual(
    ['四级漏斗', '1971个', '原文未载统计口径', '谁先接手？', '[1]张三.'].filter(
      (text) => !printed('s0.pdf').includes(text),
    ),
    [],
  );
});
