/** Text with italics, the only emphasis references need. */
export interface Segment {
  readonly text: string;
  readonly italic: boolean;
}

export type RichText = readonly Segment[];

export const roman = (text: string): RichText => [{ text, italic: false }];
export const italic = (text: string): RichText => [{ text, italic: true }];

/** Chinese characters are not set in italics (Chicago Manual of Style 18, chapter 11; MLA follows). */
export const italicUnlessHan = (text: string): RichText =>
  /\p{Script=Han}/u.test(text) ? roman(text) : italic(text);

/** What ends the sentence a text makes: nothing if it has its own mark, also inside a closing quotation. */
export const fullStop = (text: string): string => (/[.?!。？！…][”’]*$/u.test(text) ? '' : '.');

export const sentence = (text: string): string => `${text}${fullStop(text)}`;

/** Puts parts in a row. Line breaks and runs of blanks become one blank, also across parts. */
export function compose(parts: readonly (RichText | string | null)[]): RichText {
  const row: Segment[] = [];
  for (const part of parts) {
    if (part === null) continue;
    for (const segment of typeof part === 'string' ? roman(part) : part) append(row, segment);
  }
  return trimEnd(row);
}

function append(row: Segment[], { text, italic: isItalic }: Segment): void {
  const last = row[row.length - 1];
  let single = text.replace(/\s+/gu, ' ');
  if (last === undefined || last.text.endsWith(' ')) single = single.replace(/^ /, '');
  if (single === '') return;
  if (last !== undefined && last.italic === isItalic)
    row[row.length - 1] = { text: last.text + single, italic: isItalic };
  else row.push({ text: single, italic: isItalic });
}

function trimEnd(row: readonly Segment[]): RichText {
  const last = row[row.length - 1];
  if (last === undefined) return row;
  const text = last.text.replace(/ $/, '');
  const rest = row.slice(0, -1);
  return text === '' ? rest : [...rest, { text, italic: last.italic }];
}

export const plain = (rich: RichText): string => rich.map(({ text }) => text).join('');

export const html = (rich: RichText): string =>
  rich
    .map(({ text, italic: isItalic }) =>
      isItalic ? `<i>${escapeHtml(text)}</i>` : escapeHtml(text),
    )
    .join('');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
