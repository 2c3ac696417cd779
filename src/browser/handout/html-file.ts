import frame from '#browser/handout/handout-file.css?inline';
import style from '#browser/handout/handout.css?inline';
import { handoutMarkup, type DrawnCode } from '#browser/handout/handout-markup.ts';
import type { HandoutDocument } from '#domain/handout/document.ts';
import { site } from '#domain/site/site.ts';
import { markup } from '#domain/words/markup.ts';

/** A handout as one file that asks for nothing: opened by double-click, read, printed, sent on. */
export function htmlFile(document: HandoutDocument, code: DrawnCode | null): string {
  const body = { source: handoutMarkup(document, code) };
  const css = { source: `${frame}${style}`.replace(/<\//g, '<\\/') };
  const parts = [
    { source: '<!doctype html>\n' },
    markup`<html lang="${site.language}"><head><meta charset="utf-8">`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    markup`<title>${document.title}</title><style>${css}</style></head>`,
    markup`<body><main class="handout">${body}</main></body></html>`,
  ];
  return parts.map(({ source }) => source).join('');
}
