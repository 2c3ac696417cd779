import type { ReferenceMark } from '#domain/citation/reference-list.ts';
import type { RichText } from '#domain/citation/rich-text.ts';
import type { OfficeWords } from '#domain/handout/office/words.ts';
import type { Relations } from '#domain/handout/office/package.ts';
import { linkTarget, tag, written } from '#domain/handout/office/xml.ts';
import type { CitedText, HandoutPlace } from '#domain/handout/document.ts';
import { referenceBookmark } from '#domain/handout/word/bookmarks.ts';
import type { Footnotes } from '#domain/handout/word/footnotes.ts';
import type { Numberings } from '#domain/handout/word/numbering.ts';

/** What the writers of a Word file's blocks share. */
export interface Writing {
  readonly words: OfficeWords;
  readonly relations: Relations;
  readonly numberings: Numberings;
  /** Null where references are listed at the end. */
  readonly footnotes: Footnotes | null;
}

/** Ids of the styles, one place for what `styles.ts` defines and the blocks use. */
export type ParagraphStyle =
  | 'Title'
  | 'Subtitle'
  | 'Imprint'
  | 'ContentsHeading'
  | 'TOC1'
  | 'TOC2'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'BodyText'
  | 'NumberedText'
  | 'SourceLine'
  | 'ListItem'
  | 'Caption'
  | 'TableHeader'
  | 'TableCell'
  | 'AfterTable'
  | 'Station'
  | 'Arrow'
  | 'Tier'
  | 'Amount'
  | 'NoteLabel'
  | 'Note'
  | 'OwnLabel'
  | 'OwnWords'
  | 'QuestionsHeading'
  | 'Question'
  | 'RestsOn'
  | 'Reference'
  | 'FootnoteText'
  | 'Header'
  | 'Footer';

export type CharacterStyle =
  'Hyperlink' | 'ParagraphNumber' | 'FootnoteReference' | 'Emphasis' | 'Strong' | 'Name' | 'Quiet';

interface RunOptions {
  readonly style?: CharacterStyle;
  readonly isItalic?: boolean;
}

/**
 * A run of text. Quotation marks and dashes that Chinese and English share are set in the Chinese
 * font where the text has Chinese in it (`w:hint`). Lines and tabs become elements of their own.
 */
export function run(text: string, { style, isItalic = false }: RunOptions = {}): string {
  if (text === '') return '';
  const isChinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text);
  const properties = [
    style === undefined ? '' : tag('w:rStyle', { 'w:val': style }),
    isChinese ? tag('w:rFonts', { 'w:hint': 'eastAsia' }) : '',
    isItalic ? tag('w:i') : '',
  ].join('');
  return tag('w:r', null, properties === '' ? '' : tag('w:rPr', null, properties), content(text));
}

const content = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/([\n\t])/)
    .map((piece) =>
      piece === '\n'
        ? tag('w:br')
        : piece === '\t'
          ? tag('w:tab')
          : piece === ''
            ? ''
            : tag('w:t', { 'xml:space': 'preserve' }, written(piece)),
    )
    .join('');

export const richRuns = (rich: RichText): string =>
  rich.map(({ text, italic }) => run(text, { isItalic: italic })).join('');

/** A mark in the text: at the foot of the page stands its note, else it leads to the list at the end. */
export const markRuns = ({ footnotes }: Writing, { number, text }: ReferenceMark): string =>
  footnotes === null ? innerLink(text, referenceBookmark(number)) : footnotes.refer(number);

/** Words with their mark. */
export const citedRuns = (writing: Writing, cited: CitedText): string =>
  typeof cited === 'string' ? run(cited) : run(cited.text) + markRuns(writing, cited.mark);

/** A link to the web; plain text where the address is none. */
export function link(
  writing: Writing,
  text: string,
  address: string | null,
  style: CharacterStyle = 'Hyperlink',
): string {
  const target = linkTarget(address);
  const inside = run(text, { style });
  return target === null
    ? inside
    : tag('w:hyperlink', { 'r:id': writing.relations.link(target), 'w:history': 1 }, inside);
}

/** A link to a bookmark of the same file. */
export const innerLink = (text: string, bookmark: string, style?: CharacterStyle): string =>
  tag(
    'w:hyperlink',
    { 'w:anchor': bookmark, 'w:history': 1 },
    run(text, style === undefined ? {} : { style }),
  );

/** A paragraph with its number in the margin, where it never stands alone on a line. */
export const numberedParagraph = (
  writing: Writing,
  text: string,
  place: HandoutPlace | null,
): string =>
  place === null
    ? paragraph('BodyText', run(text))
    : paragraph('NumberedText', placeMark(writing, place) + run(`\t${text}`));

/** The number of a paragraph, which leads to its place on the site. */
export const placeMark = (writing: Writing, place: HandoutPlace | null): string =>
  place === null
    ? ''
    : link(writing, writing.words.paragraphMark(place.number), place.address, 'ParagraphNumber');

interface ParagraphOptions {
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  /** Number of a list (`w:num`). */
  readonly numbering?: number;
  /** Twentieths of a point. */
  readonly spaceBefore?: number;
  readonly spaceAfter?: number;
  /** Indent at both sides, twentieths of a point. */
  readonly indent?: readonly [left: number, right: number];
  /** Of all lines but the first, twentieths of a point. */
  readonly hanging?: number;
  readonly fill?: string;
}

/** Properties stand in the order of CT_PPr (ECMA-376 part 1, 17.3.1.26). */
export function paragraph(
  style: ParagraphStyle,
  runs: string,
  options: ParagraphOptions = {},
): string {
  const { keepNext, pageBreakBefore, numbering, spaceBefore, spaceAfter, fill } = options;
  const { indent, hanging } = options;
  return tag(
    'w:p',
    null,
    tag(
      'w:pPr',
      null,
      tag('w:pStyle', { 'w:val': style }),
      keepNext === true ? tag('w:keepNext') : '',
      pageBreakBefore === true ? tag('w:pageBreakBefore') : '',
      numbering === undefined
        ? ''
        : tag(
            'w:numPr',
            null,
            tag('w:ilvl', { 'w:val': 0 }),
            tag('w:numId', { 'w:val': numbering }),
          ),
      fill === undefined
        ? ''
        : tag('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': fill }),
      spaceBefore === undefined && spaceAfter === undefined
        ? ''
        : tag('w:spacing', { 'w:before': spaceBefore ?? null, 'w:after': spaceAfter ?? null }),
      indent === undefined ? '' : tag('w:ind', { 'w:left': indent[0], 'w:right': indent[1] }),
      hanging === undefined ? '' : tag('w:ind', { 'w:left': hanging, 'w:hanging': hanging }),
    ),
    runs,
  );
}

/** A place of the file that contents and references lead to. Ids and names are given by number. */
export const bookmarked = (id: number, name: string, inside: string): string =>
  tag('w:bookmarkStart', { 'w:id': id, 'w:name': name }) +
  inside +
  tag('w:bookmarkEnd', { 'w:id': id });
