import { openArchive } from '#browser/verification/archive.ts';
import { joinedBytes } from '#domain/bytes/joined-bytes.ts';

/** A part of a document of three hundred pages is some ten megabytes. */
const longestPart = 120e6;

/**
 * The text of a Word document as its reader sees it, a line for each paragraph and for each row of a
 * table; footnotes and endnotes behind it. What was inserted is text and what was deleted is none.
 * Null where the file is no Word document or is damaged.
 */
export async function textOfWord(file: Blob): Promise<string | null> {
  const { entries, read } = await openArchive(file);
  const lines: string[] = [];
  const parts = [/^word\/document\d*\.xml$/, /^word\/footnotes\.xml$/, /^word\/endnotes\.xml$/];
  for (const [place, part] of parts.entries()) {
    const entry = entries.find(({ name }) => part.test(name));
    if (!entry) {
      if (place === 0) return null;
      continue;
    }
    const pieces: Uint8Array[] = [];
    if (entry.size > longestPart || !(await read(entry, (piece) => pieces.push(piece.slice())))) {
      return null;
    }
    const text = new TextDecoder().decode(joinedBytes(pieces));
    // No document of Word's has a document type, by which entities could grow without end.
    if (text.includes('<!DOCTYPE')) return null;
    const { documentElement } = new DOMParser().parseFromString(text, 'application/xml');
    if (documentElement.getElementsByTagName('parsererror').length > 0) return null;
    addBlocks(documentElement, lines);
  }
  return lines.join('\n');
}

/** Parts that are shown nowhere: deletions, moves away, settings, codes of fields, a box drawn again for old programs. */
const unshown = new Set(
  'del moveFrom delText pPr rPr sectPr tblPr tblGrid trPr tcPr instrText delInstrText Fallback sdtPr'.split(
    ' ',
  ),
);

/** Paragraphs and tables below an element, in order. */
function addBlocks(element: Element, lines: string[]): void {
  for (const child of Array.from(element.children)) {
    if (unshown.has(child.localName) || isSeparator(child)) continue;
    if (child.localName === 'p') addParagraph(child, lines);
    else if (child.localName === 'tr') addRow(child, lines);
    else addBlocks(child, lines);
  }
}

/** The line between text and footnotes is kept among these. */
const isSeparator = (note: Element): boolean =>
  (note.localName === 'footnote' || note.localName === 'endnote') &&
  Array.from(note.attributes).some(
    ({ localName, value }) => localName === 'type' && value !== 'normal',
  );

/** A row whose cells hold a line each is a line; of any other every paragraph is one. */
function addRow(row: Element, lines: string[]): void {
  const cells = Array.from(row.children)
    .filter(({ localName }) => localName === 'tc' || localName === 'sdt')
    .map((cell) => {
      const own: string[] = [];
      addBlocks(cell, own);
      return own.filter((line) => line.trim() !== '');
    });
  if (cells.every(({ length }) => length <= 1)) lines.push(cells.flat().join('\t'));
  else lines.push(...cells.flat());
}

function addParagraph(paragraph: Element, lines: string[]): void {
  const boxes: Element[] = [];
  lines.push(textIn(paragraph, boxes));
  for (const box of boxes) addBlocks(box, lines);
}

/** Text of a paragraph without that of boxes anchored in it, which are collected. */
function textIn(element: Element, boxes: Element[]): string {
  let text = '';
  for (const child of Array.from(element.children)) {
    const name = child.localName;
    if (name === 'txbxContent') boxes.push(child);
    else if (name === 't') text += child.textContent ?? '';
    else if (name === 'tab') text += '\t';
    else if (name === 'br' || name === 'cr') text += '\n';
    else if (name === 'noBreakHyphen') text += '-';
    else if (!unshown.has(name) && !isHidden(child)) text += textIn(child, boxes);
  }
  return text;
}

/** A run set not to be shown. */
const isHidden = (run: Element): boolean =>
  run.localName === 'r' &&
  Array.from(run.children).some(
    (child) =>
      child.localName === 'rPr' &&
      Array.from(child.children).some(({ localName }) => localName === 'vanish'),
  );
