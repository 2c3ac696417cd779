import { markup } from '#domain/words/markup.ts';
import type { Site } from '#domain/site/site.ts';
import type { Words } from '#text/language.ts';

/** Leads from there into the copy; where it is not there, nothing was unpacked. */
export const startScript = 'start.js';
export const startScriptText = `location.replace(document.querySelector('a').href);\n`;

/**
 * The page at the top of a copy. Without script, and where only this one file was taken out of the
 * zip, it says what to do.
 */
export function startPage(site: Site, { copies }: Words, library: string): string {
  const { title, notUnpacked } = copies.start;
  const home = `${library}index.html`;
  const page = markup`<!DOCTYPE html>
<html lang="${site.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title(site.name)}</title>
<style>body{max-width:34em;margin:15vh auto;padding:0 1.5em;font:1.125rem/1.8 sans-serif}a{font-size:1.5rem}</style>
</head>
<body>
<h1>${site.name}</h1>
<p><a href="${home}">${title(site.name)}</a></p>
<p>${notUnpacked}</p>
<script src="${library}${startScript}"></script>
</body>
</html>
`;
  return page.source;
}
