import { libraryContent } from '../reading-library.ts';
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { before, test } from 'node:test';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { build } from 'astro';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import {
  carryForward,
  emptyLedger,
  type ParagraphLedger,
} from '#domain/practice/paragraph-ledger.ts';
import { withNotesNamed } from '#domain/practice/note-mark.ts';
import { parseProse, textsOf } from '#prose/blocks.ts';
import { readLedger } from '#reading/ledgers.ts';
import { linkTerms } from '#prose/link-terms.ts';
import { markBlocks } from '#prose/mark-blocks.ts';
import { renderProse } from '#prose/render.ts';
import { proseSyntax } from '#prose/syntax.ts';
import { readTermFinder } from '#reading/terms.ts';

/**
 * Practices are rendered as data; here Astro renders the same files as it does any MDX. Columns
 * with an alignment are left out: Astro writes it as a style, which the site's policy forbids.
 */
const project = '.cache/ordinary-mdx';
const torture = 'tests/ordinary-mdx/torture.mdx';
const files = [
  torture,
  ...readdirSync(`${libraryContent}/practices`).map(
    (name) => `${libraryContent}/practices/${name}`,
  ),
];

const bodyOf = (file: string): string =>
  readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');

const ledgerOf = (file: string): ParagraphLedger =>
  file === torture
    ? carryForward(emptyLedger, textsOf(parseProse(bodyOf(file))), {
        on: '2026-11-20',
        mint: (_text, taken) => `p-${taken.size}`,
      }).ledger
    : readLedger(basename(file, '.mdx'));

const regionOf = (file: string): string =>
  /^region: '(\d{6})'$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '000000';

function markPractice() {
  return (tree: Root, { path }: VFile): void => {
    const file = files.find((candidate) => basename(candidate) === basename(path ?? ''));
    if (file === undefined) throw new Error(`${path ?? ''} is no practice.`);
    markBlocks(tree, ledgerOf(file));
    linkTerms(tree, readTermFinder(), regionOf(file));
  };
}

before(async () => {
  rmSync(project, { recursive: true, force: true });
  mkdirSync(`${project}/src/prose`, { recursive: true });
  cpSync('tests/ordinary-mdx/pages', `${project}/src/pages`, { recursive: true });
  cpSync('tests/ordinary-mdx/components', `${project}/src/components`, { recursive: true });
  for (const file of files) {
    writeFileSync(`${project}/src/prose/${basename(file)}`, bodyOf(file));
  }
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    integrations: [mdx()],
    compressHTML: true,
    markdown: {
      syntaxHighlight: false,
      processor: unified({
        gfm: false,
        smartypants: false,
        remarkPlugins: [...proseSyntax, markPractice],
      }),
    },
  });
});

/** Blanks around blocks mean nothing, and a few signs may be spelt in two ways. */
const settled = (html: string): string =>
  html
    .replace(
      /\s*(<\/?(?:article|aside|b|fig\w+|table|thead|tbody|tr|th|td|ol|ul|li)\b[^>]*>)\s*/g,
      '$1',
    )
    .replace(/\/>/g, '>')
    .replaceAll('&gt;', '>')
    .trim();

for (const file of files) {
  test(`${basename(file)} reads the same as through Astro's own MDX`, () => {
    const page = readFileSync(`${project}/dist/${basename(file, '.mdx')}/index.html`, 'utf8');
    const ordinary = /<article>([\s\S]*)<\/article>/.exec(page)?.[1] ?? '';
    const { html } = renderProse(bodyOf(file), {
      ledger: ledgerOf(file),
      terms: readTermFinder(),
      region: regionOf(file),
    });
    assert.equal(
      settled(withNotesNamed(html, { note: '编者注', editor: '编者' })),
      settled(ordinary),
    );
  });
}
