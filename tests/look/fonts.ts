/**
 * The fonts of the pictures: Noto, out of the npm packages of the project, in the place of whichever
 * of its families the page would find on this machine. No other font is to be had.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectFolder } from '../site/sites.ts';

const { resolve } = createRequire(import.meta.url);

interface PinnedFont {
  readonly package: string;
  /** By which pages ask for it: the first of a list that has it. */
  readonly families: readonly string[];
}

const pinned: readonly PinnedFont[] = [
  { package: '@fontsource-variable/noto-sans-sc', families: ['PingFang SC'] },
  {
    package: '@fontsource-variable/noto-serif-sc',
    families: ['Source Han Serif SC', 'Noto Serif CJK SC'],
  },
];

const address = '/pinned-fonts/';

/** The same families, cut into the same parts, as a style sheet of the site. */
const faces = pinned
  .flatMap(({ package: name, families }) => {
    const sheet = readFileSync(resolve(`${name}/index.css`), 'utf8')
      .replaceAll('font-display: swap', 'font-display: block')
      .replaceAll('url(./files/', `url(${address}${name}/`);
    return families.map((family) =>
      sheet.replace(/font-family: '[^']*'/g, `font-family: '${family}'`),
    );
  })
  .join('\n');

/** Fonts come with the sheet that names them: from the site itself, as its policy asks. */
export async function pinFonts(page: Page): Promise<void> {
  await page.route('**/_astro/*.css', async (route) => {
    const response = await route.fetch();
    const sheet = await response.text();
    const body = sheet.includes('--font-text:') ? `${faces}\n${sheet}` : sheet;
    await route.fulfill({ response, body });
  });
  await page.route(`**${address}**`, (route) => {
    const [, name = ''] = new URL(route.request().url()).pathname.split(address);
    const folder = pinned.find((font) => name.startsWith(`${font.package}/`))?.package ?? '';
    return route.fulfill({
      path: join(dirname(resolve(`${folder}/index.css`)), 'files', name.slice(folder.length + 1)),
      contentType: 'font/woff2',
    });
  });
}

/** Also what waits folded or for paper: a part of a font that comes late leaves a gap. */
export async function loadFonts(page: Page): Promise<void> {
  const families = pinned.flatMap((font) => font.families);
  await page.evaluate(async (families) => {
    const text = document.body.textContent ?? '';
    await Promise.all(families.map((family) => document.fonts.load(`16px '${family}'`, text)));
    await document.fonts.ready;
  }, families);
}

/**
 * Environment in which a browser finds none of this machine's fonts, nor its taste in drawing
 * them. It does not start without any font: it gets one without Chinese, for what pages set in none.
 */
export function withoutSystemFonts(): Readonly<Record<string, string>> {
  const folder = join(projectFolder, '.cache/look');
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'fonts.conf');
  const fonts = join(dirname(resolve('pdfjs-dist/package.json')), 'standard_fonts');
  writeFileSync(
    config,
    `<?xml version="1.0"?>
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${folder}/fonts</cachedir>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: config };
}
