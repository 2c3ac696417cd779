import type { RichText } from '#domain/citation/rich-text.ts';
import { tag, xmlFile } from '#domain/handout/office/xml.ts';
import { wordNamespaces } from '#domain/handout/word/namespaces.ts';
import { paragraph, richRuns, run } from '#domain/handout/word/runs.ts';

/** Word and WPS keep the first two numbers for the lines between text and notes. */
const separators = ['separator', 'continuationSeparator'] as const;

/** The notes at the foot of a Word file's pages (ECMA-376 part 1, 17.11), in the order they are asked for. */
export class Footnotes {
  readonly #entries: readonly RichText[];
  readonly #notes: RichText[] = [];

  /** `entries` are the references by number, from 1. */
  constructor(entries: readonly RichText[]) {
    this.#entries = entries;
  }

  /** A run that refers to a note with the reference of this number; each mention has a note of its own. */
  refer(number: number): string {
    this.#notes.push(this.#entries[number - 1] ?? []);
    const id = this.#notes.length + separators.length - 1;
    const raised = tag('w:rPr', null, tag('w:rStyle', { 'w:val': 'FootnoteReference' }));
    return tag('w:r', null, raised, tag('w:footnoteReference', { 'w:id': id }));
  }

  /** `word/footnotes.xml`. */
  file(): string {
    return xmlFile(
      tag(
        'w:footnotes',
        wordNamespaces,
        ...separators.map((type, id) =>
          tag(
            'w:footnote',
            { 'w:type': type, 'w:id': id },
            paragraph('FootnoteText', tag('w:r', null, tag(`w:${type}`))),
          ),
        ),
        ...this.#notes.map((rich, index) =>
          tag(
            'w:footnote',
            { 'w:id': index + separators.length },
            paragraph(
              'FootnoteText',
              tag('w:r', null, tag('w:footnoteRef')) + run(' ') + richRuns(rich),
            ),
          ),
        ),
      ),
    );
  }
}

/** Circled numbers begin anew on each page, of which there are but twenty; others run on. */
export const footnoteNumbers = (isCircled: boolean): string =>
  tag(
    'w:footnotePr',
    null,
    tag('w:numFmt', { 'w:val': isCircled ? 'decimalEnclosedCircleChinese' : 'decimal' }),
    tag('w:numRestart', { 'w:val': isCircled ? 'eachPage' : 'continuous' }),
  );

/** What the settings of a file say of the two lines. */
export const footnoteSeparators = (): string =>
  tag('w:footnotePr', null, ...separators.map((_, id) => tag('w:footnote', { 'w:id': id })));
