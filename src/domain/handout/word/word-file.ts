import { isCircled } from '#domain/citation/note-marks.ts';
import { listFormOf } from '#domain/citation/reference-list.ts';
import type { CitationStyleId } from '#domain/citation/styles.ts';
import type { HandoutDocument, HandoutPart } from '#domain/handout/document.ts';
import {
  packageFiles,
  propertyParts,
  Relations,
  rootRelations,
  type PackagePart,
} from '#domain/handout/office/package.ts';
import type { OfficeWords } from '#domain/handout/office/words.ts';
import { tag, xmlFile } from '#domain/handout/office/xml.ts';
import { block } from '#domain/handout/word/blocks.ts';
import {
  partBookmark,
  referenceBookmark,
  referencesBookmark,
} from '#domain/handout/word/bookmarks.ts';
import { Footnotes, footnoteNumbers, footnoteSeparators } from '#domain/handout/word/footnotes.ts';
import { contents, titlePage } from '#domain/handout/word/front.ts';
import { wordNamespaces } from '#domain/handout/word/namespaces.ts';
import { Numberings } from '#domain/handout/word/numbering.ts';
import {
  bookmarked,
  link,
  markRuns,
  paragraph,
  richRuns,
  run,
  type Writing,
} from '#domain/handout/word/runs.ts';
import { fontTableFile, stylesFile } from '#domain/handout/word/styles.ts';

const wordType = (name: string): string =>
  `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`;

/**
 * The parts of a Word file (ECMA-376, transitional), by path. `code` is the address as a picture,
 * PNG. The same document and words make the same bytes.
 */
export function wordFiles(
  document: HandoutDocument,
  words: OfficeWords,
  code: Uint8Array | null,
): ReadonlyMap<string, string | Uint8Array> {
  const relations = new Relations();
  const form = listFormOf(document.style);
  const footnotes =
    form === 'notes' && document.references.length > 0 ? new Footnotes(document.references) : null;
  const writing: Writing = { words, relations, numberings: new Numberings(), footnotes };
  relations.add('styles', 'word/styles.xml');
  relations.add('numbering', 'word/numbering.xml');
  relations.add('settings', 'word/settings.xml');
  relations.add('fontTable', 'word/fontTable.xml');
  if (footnotes) relations.add('footnotes', 'word/footnotes.xml');
  const header = relations.add('header', 'word/header1.xml');
  const footer = relations.add('footer', 'word/footer1.xml');
  const picture =
    code === null ? null : { relation: relations.add('image', 'word/media/code.png'), side: 27 };

  const { isSheet = false } = document;
  const body = [
    ...(isSheet
      ? [sheetHead(document)]
      : [titlePage(writing, document, picture), contents(writing, document)]),
    ...document.parts.map(
      (part, index) =>
        (isSheet ? '' : partHead(writing, part, index)) + partBlocks(writing, part, document.style),
    ),
    footnotes ? '' : references(document),
    section(header, footer, footnotes ? footnoteNumbers(isCircled(document.style)) : ''),
  ];
  const parts: PackagePart[] = [
    {
      path: 'word/document.xml',
      contentType: wordType('document.main'),
      content: xmlFile(tag('w:document', wordNamespaces, tag('w:body', null, ...body))),
      relations: relations.list,
    },
    plainPart('word/styles.xml', 'styles', stylesFile(words)),
    plainPart('word/numbering.xml', 'numbering', writing.numberings.file()),
    plainPart('word/settings.xml', 'settings', settingsFile(words.language, footnotes !== null)),
    ...(footnotes ? [plainPart('word/footnotes.xml', 'footnotes', footnotes.file())] : []),
    plainPart('word/fontTable.xml', 'fontTable', fontTableFile(words.faces)),
    plainPart('word/header1.xml', 'header', headerFile(document)),
    plainPart('word/footer1.xml', 'footer', footerFile(document, words)),
    ...(code === null
      ? []
      : [{ path: 'word/media/code.png', contentType: 'image/png', content: code, relations: [] }]),
    ...propertyParts(document.title, document.day, words.language),
  ];
  return packageFiles(parts, rootRelations('word/document.xml'));
}

const plainPart = (path: string, type: string, content: string): PackagePart => ({
  path,
  contentType: wordType(type),
  content,
  relations: [],
});

/** A single page has no room for one of the title alone. */
const sheetHead = ({ title, subtitles, imprint }: HandoutDocument): string =>
  [
    paragraph('Title', run(title)),
    ...subtitles.map((text) => paragraph('Subtitle', run(text))),
    ...imprint.map((text) => paragraph('Imprint', run(text))),
  ].join('');

/** What was taken from the library begins a page, so that it can be handed out by itself. */
const partHead = (
  writing: Writing,
  { title, edition, address }: HandoutPart,
  index: number,
): string =>
  paragraph('Heading1', bookmarked(index + 1, partBookmark(index), run(title)), {
    pageBreakBefore: index === 0 || edition !== null || address !== null,
    numbering: writing.numberings.shared('heading'),
  });

function partBlocks(writing: Writing, part: HandoutPart, style: CitationStyleId): string {
  return [
    sourceLines(writing, part),
    ...part.blocks.map((given) => block(writing, given)),
    restsOn(writing, part, style),
  ].join('');
}

function sourceLines(writing: Writing, { line, edition, address }: HandoutPart): string {
  const lines = [
    ...(line === null ? [] : [run(line)]),
    ...(edition === null ? [] : [run(edition)]),
    ...(address === null ? [] : [link(writing, address, address)]),
  ];
  return lines
    .map((runs, index) =>
      paragraph('SourceLine', runs, index === lines.length - 1 ? { spaceAfter: 200 } : {}),
    )
    .join('');
}

const hasMarks = ({ blocks }: HandoutPart): boolean =>
  blocks.some((given) =>
    given.kind === 'figures'
      ? given.figures.some(({ place }) => place !== null)
      : 'place' in given && given.place !== null,
  );

/** Brackets and circles part marks of themselves; names and bare numbers do not. */
const between = (style: CitationStyleId): string =>
  ({ numbered: '', sorted: ' ', notes: isCircled(style) ? '' : ', ' })[listFormOf(style)];

function restsOn(writing: Writing, part: HandoutPart, style: CitationStyleId): string {
  const { words } = writing;
  const { references: marks } = part;
  const explained = hasMarks(part) ? words.paragraphMarks : '';
  if (marks.length === 0 && explained === '') return '';
  const said = writing.footnotes === null ? words.restsOn : words.noted;
  return paragraph(
    'RestsOn',
    (marks.length === 0 ? '' : run(`${said}\u2002`)) +
      marks.map((mark) => markRuns(writing, mark)).join(run(between(style))) +
      run(`${marks.length === 0 || explained === '' ? '' : '\u2003'}${explained}`),
  );
}

function references({
  parts,
  references: list,
  referencesHeading,
  style,
  isSheet = false,
}: HandoutDocument): string {
  if (list.length === 0) return '';
  const firstId = parts.length + 1;
  return [
    paragraph('Heading1', bookmarked(firstId, referencesBookmark, run(referencesHeading)), {
      pageBreakBefore: !isSheet,
    }),
    ...list.map((rich, index) =>
      paragraph(
        'Reference',
        bookmarked(firstId + 1 + index, referenceBookmark(index + 1), richRuns(rich)),
        listFormOf(style) === 'numbered'
          ? { numbering: new Numberings().shared('reference') }
          : { hanging: 480 },
      ),
    ),
  ].join('');
}

/** A4, 2.5 cm all round; the title page bears neither header nor footer. In the order of CT_SectPr. */
const section = (header: string, footer: string, footnotes: string): string =>
  tag(
    'w:sectPr',
    null,
    tag('w:headerReference', { 'w:type': 'default', 'r:id': header }),
    tag('w:footerReference', { 'w:type': 'default', 'r:id': footer }),
    footnotes,
    tag('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
    tag('w:pgMar', {
      'w:top': 1418,
      'w:right': 1418,
      'w:bottom': 1418,
      'w:left': 1418,
      'w:header': 780,
      'w:footer': 780,
      'w:gutter': 0,
    }),
    tag('w:titlePg'),
  );

const headerFile = ({ title, day }: HandoutDocument): string =>
  xmlFile(tag('w:hdr', wordNamespaces, paragraph('Header', run(`${shortened(title)}\t${day}`))));

/** What fits on a line beside the day. */
const shortened = (title: string): string => {
  const characters = [...title.replace(/\s+/gu, ' ')];
  return characters.length <= 36 ? characters.join('') : `${characters.slice(0, 35).join('')}…`;
};

/** Simple fields: some versions of WPS lose those made of several runs in a footer. */
function footerFile({ imprint }: HandoutDocument, { page }: OfficeWords): string {
  const [before, between, after] = page;
  const field = (name: string): string => tag('w:fldSimple', { 'w:instr': ` ${name} ` }, run('1'));
  return xmlFile(
    tag(
      'w:ftr',
      wordNamespaces,
      paragraph(
        'Footer',
        run(`${shortened(imprint[0] ?? '')}\t${before}`) +
          field('PAGE') +
          run(between) +
          field('NUMPAGES') +
          run(after),
      ),
    ),
  );
}

/** Compatibility with Word 2013 and later, or Word opens the file in an old mode. */
const settingsFile = (language: string, hasFootnotes: boolean): string =>
  xmlFile(
    tag(
      'w:settings',
      wordNamespaces,
      tag('w:zoom', { 'w:percent': 100 }),
      tag('w:defaultTabStop', { 'w:val': 420 }),
      tag('w:characterSpacingControl', { 'w:val': 'compressPunctuation' }),
      hasFootnotes ? footnoteSeparators() : '',
      tag(
        'w:compat',
        null,
        tag('w:compatSetting', {
          'w:name': 'compatibilityMode',
          'w:uri': 'http://schemas.microsoft.com/office/word',
          'w:val': 15,
        }),
      ),
      tag('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': language }),
    ),
  );
