import { palette } from '#domain/handout/office/palette.ts';
import type { OfficeFaces, OfficeWords } from '#domain/handout/office/words.ts';
import { tag, xmlFile } from '#domain/handout/office/xml.ts';
import { wordNamespaces } from '#domain/handout/word/namespaces.ts';
import type { CharacterStyle, ParagraphStyle } from '#domain/handout/word/runs.ts';

/** Latin letters and digits beside each face of the language. */
const latin: Readonly<Record<Face, string>> = {
  text: 'Times New Roman',
  heading: 'Arial',
  aside: 'Times New Roman',
  note: 'Times New Roman',
};
type Face = keyof OfficeFaces;

interface Look {
  /** As Word names it; built-in names make Word show it as its own style. */
  readonly name: string;
  readonly basedOn?: ParagraphStyle | 'Normal';
  readonly next?: ParagraphStyle;
  readonly face?: Face;
  /** Points. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly colour?: string;
  /** Twentieths of a point before, after; the least height of a line. */
  readonly space?: readonly [before: number, after: number, line?: number];
  readonly indent?: { left?: number; right?: number; hanging?: number; firstChars?: number };
  readonly align?: 'left' | 'center' | 'right' | 'both';
  readonly keepNext?: boolean;
  readonly outline?: number;
  readonly numbering?: number;
  readonly borders?: Readonly<
    Partial<
      Record<'top' | 'left' | 'bottom', readonly [size: number, space: number, colour: string]>
    >
  >;
  readonly fill?: string;
  readonly breaksWords?: boolean;
  readonly tabs?: readonly (readonly ['right' | 'left', number])[];
}

export const textWidth = 9070;

const { ink, muted, accent, rule, tint } = palette;

const paragraphStyles: Readonly<Record<ParagraphStyle, Look>> = {
  Title: {
    name: 'Title',
    face: 'heading',
    size: 30,
    space: [3400, 240, 720],
    align: 'left',
    borders: { top: [36, 18, accent] },
    keepNext: true,
  },
  Subtitle: {
    name: 'Subtitle',
    face: 'aside',
    size: 15,
    colour: muted,
    space: [0, 80, 440],
    align: 'left',
  },
  Imprint: {
    name: 'Imprint',
    size: 10.5,
    colour: muted,
    space: [0, 20, 340],
    align: 'left',
    breaksWords: true,
  },
  ContentsHeading: {
    name: 'Contents Heading',
    face: 'heading',
    size: 18,
    colour: accent,
    space: [0, 240, 520],
    align: 'left',
    keepNext: true,
  },
  TOC1: {
    name: 'toc 1',
    face: 'heading',
    size: 11.5,
    space: [120, 0, 380],
    align: 'left',
    indent: { left: 567, hanging: 567 },
    tabs: [['left', 567]],
  },
  TOC2: {
    name: 'toc 2',
    size: 10,
    colour: muted,
    space: [0, 20, 320],
    align: 'left',
    indent: { left: 567 },
  },
  Heading1: {
    name: 'heading 1',
    next: 'BodyText',
    face: 'heading',
    size: 20,
    space: [480, 120, 580],
    align: 'left',
    keepNext: true,
    outline: 0,
  },
  Heading2: {
    name: 'heading 2',
    next: 'BodyText',
    face: 'heading',
    size: 14.5,
    colour: accent,
    space: [320, 80, 460],
    align: 'left',
    keepNext: true,
    outline: 1,
  },
  Heading3: {
    name: 'heading 3',
    next: 'BodyText',
    face: 'heading',
    size: 12,
    space: [220, 40, 420],
    align: 'left',
    keepNext: true,
    outline: 2,
  },
  BodyText: { name: 'Body Text', space: [0, 100], indent: { firstChars: 200 } },
  NumberedText: {
    name: 'Numbered Text',
    space: [0, 100],
    indent: { left: 0, hanging: 640 },
  },
  SourceLine: {
    name: 'Source Line',
    face: 'aside',
    size: 10.5,
    colour: muted,
    space: [0, 20, 340],
    align: 'left',
    breaksWords: true,
  },
  ListItem: { name: 'List Item', space: [0, 60] },
  Caption: {
    name: 'caption',
    face: 'heading',
    size: 10.5,
    space: [200, 80, 340],
    align: 'left',
    keepNext: true,
  },
  TableHeader: {
    name: 'Table Header',
    face: 'heading',
    size: 10,
    space: [40, 40, 310],
    align: 'left',
    keepNext: true,
    breaksWords: true,
  },
  TableCell: {
    name: 'Table Cell',
    size: 10,
    space: [40, 40, 310],
    align: 'left',
    breaksWords: true,
  },
  AfterTable: {
    name: 'After Table',
    size: 9,
    colour: muted,
    space: [20, 120, 240],
    align: 'right',
  },
  Station: { name: 'Station', size: 10, space: [20, 20, 300], align: 'left', breaksWords: true },
  Arrow: {
    name: 'Arrow',
    face: 'heading',
    size: 11,
    colour: accent,
    space: [0, 0, 260],
    align: 'center',
  },
  Tier: {
    name: 'Tier',
    size: 10.5,
    space: [0, 40, 380],
    align: 'left',
    keepNext: true,
    borders: { left: [24, 6, accent] },
  },
  Amount: {
    name: 'Amount',
    face: 'heading',
    size: 15,
    colour: accent,
    space: [40, 40, 380],
    align: 'left',
    breaksWords: true,
  },
  NoteLabel: {
    name: 'Note Label',
    face: 'heading',
    size: 10.5,
    colour: accent,
    space: [160, 0, 380],
    align: 'left',
    keepNext: true,
    indent: { left: 200 },
    borders: { left: [18, 8, accent] },
    fill: tint,
  },
  Note: {
    name: 'Note',
    face: 'note',
    size: 11,
    space: [0, 0, 380],
    indent: { left: 200 },
    borders: { left: [18, 8, accent] },
    fill: tint,
  },
  OwnLabel: {
    name: 'Own Label',
    face: 'heading',
    size: 9,
    colour: muted,
    space: [160, 0, 320],
    align: 'left',
    keepNext: true,
  },
  OwnWords: { name: 'Own Words', face: 'aside', space: [0, 100], indent: { firstChars: 200 } },
  QuestionsHeading: { name: 'Questions Heading', basedOn: 'Heading2', next: 'Question' },
  Question: { name: 'Question', space: [0, 160], align: 'left' },
  RestsOn: {
    name: 'Rests On',
    size: 10,
    colour: muted,
    space: [200, 0, 340],
    align: 'left',
    borders: { top: [4, 6, rule] },
  },
  Reference: {
    name: 'Reference',
    size: 10.5,
    space: [0, 80, 340],
    align: 'left',
    breaksWords: true,
  },
  FootnoteText: {
    name: 'footnote text',
    size: 9,
    space: [0, 0, 280],
    align: 'left',
    breaksWords: true,
  },
  Header: {
    name: 'header',
    face: 'aside',
    size: 9,
    colour: muted,
    space: [0, 0, 280],
    align: 'left',
    borders: { bottom: [4, 4, rule] },
    tabs: [['right', textWidth]],
  },
  Footer: {
    name: 'footer',
    size: 9,
    colour: muted,
    space: [0, 0, 280],
    align: 'left',
    tabs: [['right', textWidth]],
  },
};

const characterStyles: Readonly<
  Record<
    CharacterStyle,
    {
      name: string;
      face?: Face;
      size?: number;
      isBold?: boolean;
      isItalic?: boolean;
      isRaised?: boolean;
      colour?: string;
    }
  >
> = {
  Hyperlink: { name: 'Hyperlink', colour: accent },
  ParagraphNumber: { name: 'Paragraph Number', size: 8, colour: muted },
  FootnoteReference: { name: 'footnote reference', isRaised: true },
  Emphasis: { name: 'Emphasis', isItalic: true },
  Strong: { name: 'Strong', face: 'heading' },
  Name: { name: 'Name', face: 'heading', colour: accent },
  Quiet: { name: 'Quiet', colour: muted },
};

const fonts = (face: Face, faces: OfficeFaces): string =>
  tag('w:rFonts', {
    'w:ascii': latin[face],
    'w:hAnsi': latin[face],
    'w:eastAsia': faces[face],
    'w:cs': latin[face],
  });

const halfPoints = (size: number): string =>
  tag('w:sz', { 'w:val': size * 2 }) + tag('w:szCs', { 'w:val': size * 2 });

interface Ink {
  readonly face?: Face | undefined;
  readonly size?: number | undefined;
  readonly isBold?: boolean | undefined;
  readonly isItalic?: boolean | undefined;
  readonly isRaised?: boolean | undefined;
  readonly colour?: string | undefined;
}

/** In the order of EG_RPrBase (17.3.2). */
function runProperties(
  { face, size, isBold, isItalic, isRaised, colour }: Ink,
  faces: OfficeFaces,
): string {
  const inside = [
    face === undefined ? '' : fonts(face, faces),
    isBold === true ? tag('w:b') : '',
    isItalic === true ? tag('w:i') : '',
    colour === undefined ? '' : tag('w:color', { 'w:val': colour }),
    size === undefined ? '' : halfPoints(size),
    isRaised === true ? tag('w:vertAlign', { 'w:val': 'superscript' }) : '',
  ].join('');
  return inside === '' ? '' : tag('w:rPr', null, inside);
}

/** In the order of CT_PPrBase (17.3.1.26). */
function paragraphProperties(look: Look): string {
  const { borders, tabs, space, indent, align } = look;
  return tag(
    'w:pPr',
    null,
    look.keepNext === true ? tag('w:keepNext') : '',
    look.numbering === undefined
      ? ''
      : tag('w:numPr', null, tag('w:numId', { 'w:val': look.numbering })),
    borders === undefined
      ? ''
      : tag(
          'w:pBdr',
          null,
          ...(['top', 'left', 'bottom'] as const).map((side) => {
            const line = borders[side];
            return line === undefined
              ? ''
              : tag(`w:${side}`, {
                  'w:val': 'single',
                  'w:sz': line[0],
                  'w:space': line[1],
                  'w:color': line[2],
                });
          }),
        ),
    look.fill === undefined
      ? ''
      : tag('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': look.fill }),
    tabs === undefined
      ? ''
      : tag(
          'w:tabs',
          null,
          ...tabs.map(([side, at]) => tag('w:tab', { 'w:val': side, 'w:pos': at })),
        ),
    look.breaksWords === true ? tag('w:wordWrap', { 'w:val': 0 }) : '',
    space === undefined
      ? ''
      : tag('w:spacing', {
          'w:before': space[0],
          'w:after': space[1],
          'w:line': space[2] ?? null,
          'w:lineRule': space[2] === undefined ? null : 'atLeast',
        }),
    indent === undefined
      ? ''
      : tag('w:ind', {
          'w:left': indent.left ?? null,
          'w:right': indent.right ?? null,
          'w:hanging': indent.hanging ?? null,
          'w:firstLineChars': indent.firstChars ?? null,
          'w:firstLine': indent.firstChars === undefined ? null : (indent.firstChars * 24) / 10,
        }),
    align === undefined ? '' : tag('w:jc', { 'w:val': align }),
    look.outline === undefined ? '' : tag('w:outlineLvl', { 'w:val': look.outline }),
  );
}

const paragraphStyle = ([id, look]: readonly [string, Look], faces: OfficeFaces): string =>
  tag(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id },
    tag('w:name', { 'w:val': look.name }),
    tag('w:basedOn', { 'w:val': look.basedOn ?? 'Normal' }),
    look.next === undefined ? '' : tag('w:next', { 'w:val': look.next }),
    tag('w:qFormat'),
    paragraphProperties(look),
    runProperties(look, faces),
  );

/** `word/styles.xml`. `language` is the tag Word's proofing goes by. */
export function stylesFile({ language, faces }: OfficeWords): string {
  return xmlFile(
    tag(
      'w:styles',
      wordNamespaces,
      tag(
        'w:docDefaults',
        null,
        tag(
          'w:rPrDefault',
          null,
          tag(
            'w:rPr',
            null,
            fonts('text', faces),
            tag('w:color', { 'w:val': ink }),
            halfPoints(12),
            tag('w:lang', { 'w:val': 'en-US', 'w:eastAsia': language, 'w:bidi': 'ar-SA' }),
          ),
        ),
        tag(
          'w:pPrDefault',
          null,
          tag(
            'w:pPr',
            null,
            tag('w:spacing', { 'w:line': 440, 'w:lineRule': 'atLeast' }),
            tag('w:jc', { 'w:val': 'both' }),
          ),
        ),
      ),
      tag(
        'w:style',
        { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
        tag('w:name', { 'w:val': 'Normal' }),
        tag('w:qFormat'),
      ),
      tag(
        'w:style',
        { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
        tag('w:name', { 'w:val': 'Default Paragraph Font' }),
        tag('w:uiPriority', { 'w:val': 1 }),
        tag('w:semiHidden'),
      ),
      tag(
        'w:style',
        { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
        tag('w:name', { 'w:val': 'Normal Table' }),
        tag('w:uiPriority', { 'w:val': 99 }),
        tag('w:semiHidden'),
        tag(
          'w:tblPr',
          null,
          tag('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }),
          tag(
            'w:tblCellMar',
            null,
            ...(['top', 'left', 'bottom', 'right'] as const).map((side) =>
              tag(`w:${side}`, {
                'w:w': side === 'left' || side === 'right' ? 108 : 0,
                'w:type': 'dxa',
              }),
            ),
          ),
        ),
      ),
      ...Object.entries(paragraphStyles).map((entry) => paragraphStyle(entry, faces)),
      ...Object.entries(characterStyles).map(([id, look]) =>
        tag(
          'w:style',
          { 'w:type': 'character', 'w:styleId': id },
          tag('w:name', { 'w:val': look.name }),
          tag('w:basedOn', { 'w:val': 'DefaultParagraphFont' }),
          runProperties(look, faces),
        ),
      ),
    ),
  );
}

/** `word/fontTable.xml`: what the faces are, for machines that have to replace one. */
export function fontTableFile(faces: OfficeFaces): string {
  const chinese = new Set(Object.values(faces));
  const names = [...new Set([...Object.values(latin), ...chinese])];
  return xmlFile(
    tag(
      'w:fonts',
      wordNamespaces,
      ...names.map((name) =>
        tag(
          'w:font',
          { 'w:name': name },
          tag('w:charset', { 'w:val': chinese.has(name) ? '86' : '00' }),
          tag('w:family', {
            'w:val': chinese.has(name) ? 'auto' : name === 'Arial' ? 'swiss' : 'roman',
          }),
          tag('w:pitch', { 'w:val': 'variable' }),
        ),
      ),
    ),
  );
}
