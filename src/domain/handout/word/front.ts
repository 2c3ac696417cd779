import type { HandoutDocument } from '#domain/handout/document.ts';
import { tag } from '#domain/handout/office/xml.ts';
import { partBookmark, referencesBookmark } from '#domain/handout/word/bookmarks.ts';
import { innerLink, link, paragraph, run, type Writing } from '#domain/handout/word/runs.ts';
import { textWidth } from '#domain/handout/word/styles.ts';
import { table } from '#domain/handout/word/tables.ts';

/** A picture that is part of the file, by its relation; its side in millimetres. */
export interface Picture {
  readonly relation: string;
  readonly side: number;
}

/** Nobody types a longer address from paper. */
const longestPrinted = 120;

/** Title, occasion, who and when, and the way back to the site. */
export function titlePage(
  writing: Writing,
  { title, subtitles, imprint, address }: HandoutDocument,
  code: Picture | null,
): string {
  const lines =
    imprint.map((text) => paragraph('Imprint', run(text))).join('') +
    (address === null
      ? ''
      : paragraph(
          'Imprint',
          link(
            writing,
            address.length > longestPrinted ? writing.words.openAgain : address,
            address,
          ),
        ));
  return (
    paragraph('Title', run(title)) +
    subtitles.map((text) => paragraph('Subtitle', run(text))).join('') +
    paragraph('Imprint', '', { spaceBefore: 1600 }) +
    (code === null
      ? lines
      : table(
          [1750, textWidth - 1750],
          [
            {
              cells: [
                { inside: paragraph('Imprint', picture(code, writing.words.code)), borders: {} },
                {
                  inside: lines === '' ? paragraph('Imprint', '') : lines,
                  borders: {},
                  isCentred: true,
                },
              ],
            },
          ],
        ) + paragraph('AfterTable', ''))
  );
}

/**
 * Every part by name, each entry leading to its place. The entries are written out: a field left
 * to be filled is empty in WPS, and asking for it raises a question in Word. They carry no page
 * numbers, which nobody knows before the file is laid out; parts are numbered instead.
 */
export function contents(
  writing: Writing,
  { parts, references, referencesHeading }: HandoutDocument,
): string {
  return [
    paragraph('ContentsHeading', run(writing.words.contents), { pageBreakBefore: true }),
    ...parts.flatMap(({ title, line }, index) => [
      paragraph('TOC1', innerLink(`${index + 1}\t${title}`, partBookmark(index)), {
        keepNext: line !== null,
      }),
      ...(line === null ? [] : [paragraph('TOC2', run(line))]),
    ]),
    ...(references.length === 0 || writing.footnotes !== null
      ? []
      : [paragraph('TOC1', innerLink(`\t${referencesHeading}`, referencesBookmark))]),
  ].join('');
}

const picturesOfGraphics = 'http://schemas.openxmlformats.org/drawingml/2006/picture';

/** In line with the text (DrawingML, 20.4.2.8). 36000 EMU are a millimetre. */
function picture({ relation, side }: Picture, description: string): string {
  const size = { cx: side * 36000, cy: side * 36000 };
  return tag(
    'w:r',
    null,
    tag(
      'w:drawing',
      null,
      tag(
        'wp:inline',
        { distT: 0, distB: 0, distL: 0, distR: 0 },
        tag('wp:extent', size),
        tag('wp:docPr', { id: 1, name: 'QR', descr: description }),
        tag('wp:cNvGraphicFramePr', null, tag('a:graphicFrameLocks', { noChangeAspect: 1 })),
        tag(
          'a:graphic',
          null,
          tag(
            'a:graphicData',
            { uri: picturesOfGraphics },
            tag(
              'pic:pic',
              null,
              tag(
                'pic:nvPicPr',
                null,
                tag('pic:cNvPr', { id: 1, name: 'QR', descr: description }),
                tag('pic:cNvPicPr'),
              ),
              tag(
                'pic:blipFill',
                null,
                tag('a:blip', { 'r:embed': relation }),
                tag('a:stretch', null, tag('a:fillRect')),
              ),
              tag(
                'pic:spPr',
                null,
                tag('a:xfrm', null, tag('a:off', { x: 0, y: 0 }), tag('a:ext', size)),
                tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst')),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
