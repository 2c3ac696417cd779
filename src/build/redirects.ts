import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'astro/zod';
import { caddyRedirects, movedPages, nginxRedirects, type MovedPage } from '#domain/site/moved.ts';
import type { Site } from '#domain/site/site.ts';
import { absolute } from '#domain/site/paths.ts';
import { contentPath } from '#folders.ts';
import { readSoundText } from '#reading/text-file.ts';
import { readSoundYaml } from '#reading/yaml.ts';
import { redirect } from '#schema/published.ts';
import type { Words } from '#text/language.ts';
import { soundRecord } from '#reading/sound-record.ts';

const name = 'redirects.yml';
const scriptFile = 'data/moved.js';

/** The site pages moved in, and how it tells readers of it. */
interface MovedInto {
  readonly site: Pick<Site, 'origin' | 'language'>;
  readonly words: Words['moved'];
}

/** Carries the place on the page along, which a refresh loses. */
const script = `location.replace(document.querySelector('a').href + location.hash);\n`;

/**
 * Puts a page at every address that moved, and the same moves as rules for web servers.
 * Returns the files written, below the folder; none where nothing moved.
 */
export function writeMovedPages(
  folder: string,
  { base, site, words, root = '.' }: MovedInto & { base: string; root?: string },
): readonly string[] {
  const file = contentPath(name, root);
  if (!existsSync(file)) return [];
  const redirects = soundRecord(
    z.array(redirect),
    readSoundYaml(readSoundText(file, name), name) ?? [],
    name,
  );
  const pages = movedPages(redirects, base);
  if (pages.length === 0) return [];
  const scriptPath = `${base.replace(/\/+$/, '')}/${scriptFile}`;
  const texts = new Map([
    ...pages.map((page): [string, string] => [
      page.file,
      pageOf(page, { site, words, scriptPath }),
    ]),
    [scriptFile, script],
    ['data/redirects.nginx.conf', nginxRedirects(pages)],
    ['data/redirects.caddy', caddyRedirects(pages)],
  ]);
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return [...texts.keys()];
}

function pageOf(
  { to, on, note }: MovedPage,
  { site: { origin, language }, words, scriptPath }: MovedInto & { scriptPath: string },
): string {
  const target = escaped(to);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<noscript><meta http-equiv="refresh" content="0;url=${target}"></noscript>
<link rel="canonical" href="${escaped(absolute(to, origin))}">
<title>${words.title}</title>
</head>
<body>
<p>${words.sentence}<a href="${target}">${escaped(absolute(to, origin))}</a></p>
<p>${escaped(words.why(on, note))}</p>
<script src="${escaped(scriptPath)}"></script>
</body>
</html>
`;
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
