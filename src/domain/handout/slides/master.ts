import { palette } from '#domain/handout/office/palette.ts';
import { officeRelations } from '#domain/handout/office/package.ts';
import { tag, xmlFile } from '#domain/handout/office/xml.ts';
import { emu, place, type Box } from '#domain/handout/slides/shapes.ts';
import { typefaces, type Speech } from '#domain/handout/slides/text.ts';

export const slideNamespaces = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': officeRelations,
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const;

/** 16:9, 960 by 540 points. */
export const page = { width: 960, height: 540 };
export const notesPage = { width: 540, height: 720 };
export const margin = 52;

/** Where layouts have text stand; slides take the same places. */
export const places = {
  title: { x: margin, y: 34, width: page.width - 2 * margin, height: 62 },
  body: { x: margin, y: 116, width: page.width - 2 * margin, height: 352 },
  foot: { x: margin, y: 490, width: 760, height: 32 },
  number: { x: page.width - margin - 80, y: 490, width: 80, height: 32 },
  coverTitle: { x: 72, y: 110, width: 640, height: 170 },
  coverText: { x: 72, y: 300, width: 600, height: 180 },
  partTitle: { x: 72, y: 120, width: 816, height: 130 },
  partText: { x: 72, y: 272, width: 816, height: 196 },
} as const satisfies Record<string, Box>;

export type LayoutName = 'cover' | 'part' | 'content';
export const layoutNames: readonly LayoutName[] = ['cover', 'part', 'content'];

interface Placeholder {
  readonly type: string;
  readonly index: number | null;
  readonly box: Box;
  readonly size: number;
  readonly colour: string;
  readonly isBold?: boolean;
  readonly anchor: 't' | 'ctr' | 'b';
  readonly align?: 'r';
}

const foot: Placeholder = {
  type: 'ftr',
  index: 10,
  box: places.foot,
  size: 11,
  colour: palette.muted,
  anchor: 'ctr',
};
const number: Placeholder = {
  type: 'sldNum',
  index: 11,
  box: places.number,
  size: 11,
  colour: palette.muted,
  anchor: 'ctr',
  align: 'r',
};

const layouts: Readonly<
  Record<
    LayoutName,
    {
      readonly type: string;
      readonly ground: string;
      readonly bars: readonly (readonly [Box, string])[];
      readonly placeholders: readonly Placeholder[];
    }
  >
> = {
  cover: {
    type: 'title',
    ground: palette.accent,
    bars: [[{ x: 72, y: 286, width: 96, height: 4 }, palette.paper]],
    placeholders: [
      {
        type: 'ctrTitle',
        index: null,
        box: places.coverTitle,
        size: 40,
        colour: palette.paper,
        isBold: true,
        anchor: 'b',
      },
      {
        type: 'subTitle',
        index: 1,
        box: places.coverText,
        size: 18,
        colour: palette.paper,
        anchor: 't',
      },
    ],
  },
  part: {
    type: 'secHead',
    ground: palette.tint,
    bars: [
      [{ x: 0, y: 0, width: 20, height: page.height }, palette.accent],
      [{ x: 72, y: 258, width: 96, height: 4 }, palette.accent],
    ],
    placeholders: [
      {
        type: 'title',
        index: null,
        box: places.partTitle,
        size: 34,
        colour: palette.ink,
        isBold: true,
        anchor: 'b',
      },
      { type: 'body', index: 1, box: places.partText, size: 20, colour: palette.ink, anchor: 't' },
      foot,
      number,
    ],
  },
  content: {
    type: 'obj',
    ground: palette.paper,
    bars: [
      [{ x: 0, y: 44, width: 20, height: 42 }, palette.accent],
      [{ x: margin, y: 484, width: page.width - 2 * margin, height: 0.75 }, palette.rule],
    ],
    placeholders: [
      {
        type: 'title',
        index: null,
        box: places.title,
        size: 28,
        colour: palette.ink,
        isBold: true,
        anchor: 'ctr',
      },
      { type: 'body', index: 1, box: places.body, size: 22, colour: palette.ink, anchor: 't' },
      foot,
      number,
    ],
  },
};

const solid = (colour: string): string =>
  tag('a:solidFill', null, tag('a:srgbClr', { val: colour }));

const levelOne = (
  {
    size,
    colour,
    isBold = false,
    align,
  }: Pick<Placeholder, 'size' | 'colour' | 'isBold' | 'align'>,
  speech: Speech,
): string =>
  tag(
    'a:lvl1pPr',
    { marL: 0, indent: 0, algn: align ?? 'l' },
    tag('a:buNone'),
    tag('a:defRPr', { sz: size * 100, b: isBold ? 1 : 0 }, solid(colour), typefaces(speech)),
  );

const placeholder = (given: Placeholder, id: number, speech: Speech): string =>
  tag(
    'p:sp',
    null,
    tag(
      'p:nvSpPr',
      null,
      tag('p:cNvPr', { id, name: `${given.type} ${id}` }),
      tag('p:cNvSpPr', null, tag('a:spLocks', { noGrp: 1 })),
      tag('p:nvPr', null, tag('p:ph', { type: given.type, idx: given.index })),
    ),
    tag('p:spPr', null, place(given.box), tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst'))),
    tag(
      'p:txBody',
      null,
      tag(
        'a:bodyPr',
        { wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: given.anchor },
        tag('a:noAutofit'),
      ),
      tag('a:lstStyle', null, levelOne(given, speech)),
      tag(
        'a:p',
        null,
        given.type === 'sldNum'
          ? tag(
              'a:fld',
              { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' },
              tag('a:rPr', { lang: 'en-US' }),
              tag('a:t', null, '‹#›'),
            )
          : '',
      ),
    ),
  );

const bar = ([box, colour]: readonly [Box, string], id: number): string =>
  tag(
    'p:sp',
    null,
    tag(
      'p:nvSpPr',
      null,
      tag('p:cNvPr', { id, name: `bar ${id}` }),
      tag('p:cNvSpPr'),
      tag('p:nvPr', { userDrawn: 1 }),
    ),
    tag(
      'p:spPr',
      null,
      place(box),
      tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst')),
      solid(colour),
      tag('a:ln', null, tag('a:noFill')),
    ),
  );

/** The tree of shapes with its empty head, which every page must have. */
export const shapeTree = (inside: string): string =>
  tag(
    'p:spTree',
    null,
    tag(
      'p:nvGrpSpPr',
      null,
      tag('p:cNvPr', { id: 1, name: '' }),
      tag('p:cNvGrpSpPr'),
      tag('p:nvPr'),
    ),
    tag(
      'p:grpSpPr',
      null,
      tag(
        'a:xfrm',
        null,
        ...(['off', 'ext', 'chOff', 'chExt'] as const).map((name) =>
          tag(`a:${name}`, name.endsWith('ff') ? { x: 0, y: 0 } : { cx: 0, cy: 0 }),
        ),
      ),
    ),
    inside,
  );

const ground = (colour: string): string =>
  tag('p:bg', null, tag('p:bgPr', null, solid(colour), tag('a:effectLst')));

/** What the design calls its places, in the language of the file. */
export type LayoutLabels = Readonly<Record<LayoutName, string>>;

export function layoutFile(name: LayoutName, label: string, speech: Speech): string {
  const { type, ground: colour, bars, placeholders } = layouts[name];
  return xmlFile(
    tag(
      'p:sldLayout',
      { ...slideNamespaces, type, preserve: 1 },
      tag(
        'p:cSld',
        { name: label },
        ground(colour),
        shapeTree(
          bars.map((given, index) => bar(given, index + 2)).join('') +
            placeholders
              .map((given, index) => placeholder(given, index + 2 + bars.length, speech))
              .join(''),
        ),
      ),
      tag('p:clrMapOvr', null, tag('a:masterClrMapping')),
    ),
  );
}

const colourMap = tag('p:clrMap', {
  bg1: 'lt1',
  tx1: 'dk1',
  bg2: 'lt2',
  tx2: 'dk2',
  accent1: 'accent1',
  accent2: 'accent2',
  accent3: 'accent3',
  accent4: 'accent4',
  accent5: 'accent5',
  accent6: 'accent6',
  hlink: 'hlink',
  folHlink: 'folHlink',
});

/** `layoutIds` are the relations of the layouts, in their order. */
export function masterFile(layoutIds: readonly string[], speech: Speech): string {
  const { placeholders } = layouts.content;
  return xmlFile(
    tag(
      'p:sldMaster',
      slideNamespaces,
      tag(
        'p:cSld',
        null,
        ground(palette.paper),
        shapeTree(
          placeholders.map((given, index) => placeholder(given, index + 2, speech)).join(''),
        ),
      ),
      colourMap,
      tag(
        'p:sldLayoutIdLst',
        null,
        ...layoutIds.map((relation, index) =>
          tag('p:sldLayoutId', { id: 2147483649 + index, 'r:id': relation }),
        ),
      ),
      tag(
        'p:txStyles',
        null,
        tag(
          'p:titleStyle',
          null,
          levelOne({ size: 28, colour: palette.ink, isBold: true }, speech),
        ),
        tag('p:bodyStyle', null, levelOne({ size: 22, colour: palette.ink }, speech)),
        tag('p:otherStyle', null, levelOne({ size: 18, colour: palette.ink }, speech)),
      ),
    ),
  );
}

const notesPlaces: readonly Placeholder[] = [
  {
    type: 'body',
    index: 1,
    box: { x: 54, y: 340, width: 432, height: 340 },
    size: 11,
    colour: palette.ink,
    anchor: 't',
  },
];

export const slideImage = (id: number): string =>
  tag(
    'p:sp',
    null,
    tag(
      'p:nvSpPr',
      null,
      tag('p:cNvPr', { id, name: `sldImg ${id}` }),
      tag('p:cNvSpPr', null, tag('a:spLocks', { noGrp: 1, noRot: 1, noChangeAspect: 1 })),
      tag('p:nvPr', null, tag('p:ph', { type: 'sldImg' })),
    ),
    tag(
      'p:spPr',
      null,
      place({ x: 54, y: 60, width: 432, height: 243 }),
      tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst')),
    ),
  );

export const notesMasterFile = (speech: Speech): string =>
  xmlFile(
    tag(
      'p:notesMaster',
      slideNamespaces,
      tag(
        'p:cSld',
        null,
        ground(palette.paper),
        shapeTree(
          slideImage(2) +
            notesPlaces.map((given, index) => placeholder(given, index + 3, speech)).join(''),
        ),
      ),
      colourMap,
      tag('p:notesStyle', null, levelOne({ size: 11, colour: palette.ink }, speech)),
    ),
  );

/** `ppt/theme/theme….xml`; colours and fonts a reader is offered when editing. */
export function themeFile(speech: Speech): string {
  const colours: readonly (readonly [string, string])[] = [
    ['dk1', palette.ink],
    ['lt1', palette.paper],
    ['dk2', palette.muted],
    ['lt2', palette.tint],
    ['accent1', palette.accent],
    ['accent2', '8A5A2B'],
    ['accent3', '5B6E3A'],
    ['accent4', '78ABBA'],
    ['accent5', 'A8321F'],
    ['accent6', palette.rule],
    ['hlink', palette.accent],
    ['folHlink', palette.muted],
  ];
  const plainFill = tag('a:solidFill', null, tag('a:schemeClr', { val: 'phClr' }));
  const face = (name: string): string => tag(`a:${name}Font`, null, typefaces(speech));
  const thrice = (name: string, inside: string): string =>
    tag(`a:${name}`, null, inside, inside, inside);
  return xmlFile(
    tag(
      'a:theme',
      { 'xmlns:a': slideNamespaces['xmlns:a'], name: 'Handout' },
      tag(
        'a:themeElements',
        null,
        tag(
          'a:clrScheme',
          { name: 'Handout' },
          ...colours.map(([name, val]) => tag(`a:${name}`, null, tag('a:srgbClr', { val }))),
        ),
        tag('a:fontScheme', { name: 'Handout' }, face('major'), face('minor')),
        tag(
          'a:fmtScheme',
          { name: 'Handout' },
          thrice('fillStyleLst', plainFill),
          thrice('lnStyleLst', tag('a:ln', { w: emu(0.75) }, plainFill)),
          thrice('effectStyleLst', tag('a:effectStyle', null, tag('a:effectLst'))),
          thrice('bgFillStyleLst', plainFill),
        ),
      ),
    ),
  );
}
