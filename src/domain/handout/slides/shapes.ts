import { palette } from '#domain/handout/office/palette.ts';
import { tag, type Attributes } from '#domain/handout/office/xml.ts';
import {
  paragraphsXml,
  type LinkOf,
  type SlideParagraph,
  type Speech,
} from '#domain/handout/slides/text.ts';

/** A rectangle on a slide of 960 by 540 points. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Shape =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly box: Box;
      readonly paragraphs: readonly SlideParagraph[];
      readonly form?: 'rect' | 'roundRect';
      readonly fill?: string;
      readonly outline?: string;
      readonly anchor?: 'top' | 'middle' | 'bottom';
      /** Points between the edge and the text. */
      readonly padding?: number;
    }
  | {
      /** Text in a place the layout of the slide has made for it. */
      readonly kind: 'placeholder';
      readonly name: string;
      readonly type: 'title' | 'ctrTitle' | 'subTitle' | 'body' | 'ftr' | 'sldNum';
      readonly index: number | null;
      readonly paragraphs: readonly SlideParagraph[];
    }
  | { readonly kind: 'bar'; readonly name: string; readonly box: Box; readonly fill: string }
  | {
      /** From a side of one shape to a side of another, by their places in the list of shapes. */
      readonly kind: 'arrow';
      readonly name: string;
      readonly from: readonly [shape: number, side: Side];
      readonly to: readonly [shape: number, side: Side];
    }
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly box: Box;
      readonly widths: readonly number[];
      readonly rows: readonly TableRow[];
    }
  | {
      readonly kind: 'picture';
      readonly name: string;
      readonly box: Box;
      readonly description: string;
    };

export interface TableRow {
  readonly height: number;
  readonly isHeader: boolean;
  readonly cells: readonly SlideParagraph[];
}

export type Side = 'top' | 'left' | 'bottom' | 'right';

/** Where connectors hold on to a rectangle (its `idx`), anticlockwise from the top. */
const sides: readonly Side[] = ['top', 'left', 'bottom', 'right'];

export const emu = (points: number): number => Math.round(points * 12700);

export const cellPadding = 6;

export interface Drawing {
  readonly speech: Speech;
  readonly linkOf: LinkOf;
  /** Relation of the one picture there is. */
  readonly picture: string | null;
}

/** All shapes of a slide, in the order they are read aloud; ids count from 2, the tree itself is 1. */
export const shapesXml = (shapes: readonly Shape[], drawing: Drawing): string =>
  shapes.map((shape, index) => shapeXml(shape, index + 2, shapes, drawing)).join('');

function shapeXml(shape: Shape, id: number, all: readonly Shape[], drawing: Drawing): string {
  const paragraphs = (list: readonly SlideParagraph[]): string =>
    paragraphsXml(list, drawing.speech, drawing.linkOf);
  switch (shape.kind) {
    case 'text': {
      const { name, box, form = 'rect', fill, outline, anchor = 'top', padding = 0 } = shape;
      const inset = emu(padding);
      return tag(
        'p:sp',
        null,
        named(id, name, 'p:nvSpPr', tag('p:cNvSpPr', { txBox: fill === undefined ? 1 : null })),
        tag('p:spPr', null, place(box), geometry(form), paint(fill), stroke(outline)),
        tag(
          'p:txBody',
          null,
          tag(
            'a:bodyPr',
            {
              wrap: 'square',
              lIns: inset,
              tIns: inset,
              rIns: inset,
              bIns: inset,
              anchor: { top: 't', middle: 'ctr', bottom: 'b' }[anchor],
            },
            tag('a:noAutofit'),
          ),
          tag('a:lstStyle'),
          paragraphs(shape.paragraphs),
        ),
      );
    }
    case 'placeholder':
      return tag(
        'p:sp',
        null,
        named(
          id,
          shape.name,
          'p:nvSpPr',
          tag('p:cNvSpPr', null, tag('a:spLocks', { noGrp: 1 })),
          tag('p:ph', { type: shape.type, idx: shape.index }),
        ),
        tag('p:spPr'),
        tag(
          'p:txBody',
          null,
          tag('a:bodyPr'),
          tag('a:lstStyle'),
          shape.type === 'sldNum'
            ? slideNumber(drawing.speech.language)
            : paragraphs(shape.paragraphs),
        ),
      );
    case 'bar':
      return tag(
        'p:sp',
        null,
        named(id, shape.name, 'p:nvSpPr', tag('p:cNvSpPr')),
        tag(
          'p:spPr',
          null,
          place(shape.box),
          geometry('rect'),
          paint(shape.fill),
          stroke(undefined),
        ),
      );
    case 'arrow':
      return arrowXml(shape, id, all);
    case 'table':
      return tag(
        'p:graphicFrame',
        null,
        named(
          id,
          shape.name,
          'p:nvGraphicFramePr',
          tag('p:cNvGraphicFramePr', null, tag('a:graphicFrameLocks', { noGrp: 1 })),
        ),
        place(shape.box, 'p:xfrm'),
        tag(
          'a:graphic',
          null,
          tag(
            'a:graphicData',
            { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' },
            tag(
              'a:tbl',
              null,
              tag('a:tblPr', { firstRow: shape.rows[0]?.isHeader === true ? 1 : 0 }),
              tag(
                'a:tblGrid',
                null,
                ...shape.widths.map((width) => tag('a:gridCol', { w: emu(width) })),
              ),
              ...shape.rows.map((row) => tableRow(row, paragraphs)),
            ),
          ),
        ),
      );
    case 'picture':
      return tag(
        'p:pic',
        null,
        named(
          id,
          shape.name,
          'p:nvPicPr',
          tag('p:cNvPicPr', null, tag('a:picLocks', { noChangeAspect: 1 })),
          '',
          shape.description,
        ),
        tag(
          'p:blipFill',
          null,
          tag('a:blip', { 'r:embed': drawing.picture }),
          tag('a:stretch', null, tag('a:fillRect')),
        ),
        tag('p:spPr', null, place(shape.box), geometry('rect')),
      );
  }
}

const named = (
  id: number,
  name: string,
  element: string,
  own: string,
  further = '',
  description: string | null = null,
): string =>
  tag(
    element,
    null,
    tag('p:cNvPr', { id, name, descr: description }),
    own,
    tag('p:nvPr', null, further),
  );

export const place = (
  { x, y, width, height }: Box,
  element = 'a:xfrm',
  flips: Attributes | null = null,
): string =>
  tag(
    element,
    flips,
    tag('a:off', { x: emu(x), y: emu(y) }),
    tag('a:ext', { cx: emu(width), cy: emu(height) }),
  );

const geometry = (form: string): string =>
  tag(
    'a:prstGeom',
    { prst: form },
    tag(
      'a:avLst',
      null,
      form === 'roundRect' ? tag('a:gd', { name: 'adj', fmla: 'val 6000' }) : '',
    ),
  );

const paint = (colour: string | undefined): string =>
  colour === undefined
    ? tag('a:noFill')
    : tag('a:solidFill', null, tag('a:srgbClr', { val: colour }));

const stroke = (colour: string | undefined, width = 1, ...ends: readonly string[]): string =>
  colour === undefined
    ? tag('a:ln', null, tag('a:noFill'))
    : tag('a:ln', { w: emu(width) }, paint(colour), ...ends);

function arrowXml(
  { name, from, to }: Extract<Shape, { kind: 'arrow' }>,
  id: number,
  all: readonly Shape[],
): string {
  const [x1, y1] = sideOf(all[from[0]], from[1]);
  const [x2, y2] = sideOf(all[to[0]], to[1]);
  const box = {
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
  };
  const end = (element: string, [shape, side]: readonly [number, Side]): string =>
    tag(element, { id: shape + 2, idx: sides.indexOf(side) });
  return tag(
    'p:cxnSp',
    null,
    named(
      id,
      name,
      'p:nvCxnSpPr',
      tag('p:cNvCxnSpPr', null, end('a:stCxn', from), end('a:endCxn', to)),
    ),
    tag(
      'p:spPr',
      null,
      place(box, 'a:xfrm', { flipH: x2 < x1 ? 1 : null, flipV: y2 < y1 ? 1 : null }),
      geometry('straightConnector1'),
      stroke(palette.accent, 2.25, tag('a:tailEnd', { type: 'triangle', w: 'med', len: 'med' })),
    ),
  );
}

function sideOf(shape: Shape | undefined, side: Side): readonly [number, number] {
  if (shape === undefined || !('box' in shape)) return [0, 0];
  const { x, y, width, height } = shape.box;
  switch (side) {
    case 'top':
      return [x + width / 2, y];
    case 'bottom':
      return [x + width / 2, y + height];
    case 'left':
      return [x, y + height / 2];
    case 'right':
      return [x + width, y + height / 2];
  }
}

/** In the order of CT_TableCellProperties (21.1.3.17): lines, then the fill. */
const tableRow = (
  { height, isHeader, cells }: TableRow,
  paragraphs: (list: readonly SlideParagraph[]) => string,
): string =>
  tag(
    'a:tr',
    { h: emu(height) },
    ...cells.map((cell) =>
      tag(
        'a:tc',
        null,
        tag('a:txBody', null, tag('a:bodyPr'), tag('a:lstStyle'), paragraphs([cell])),
        tag(
          'a:tcPr',
          {
            marL: emu(cellPadding),
            marR: emu(cellPadding),
            marT: emu(4),
            marB: emu(4),
            anchor: 'ctr',
          },
          ...(['a:lnL', 'a:lnR', 'a:lnT', 'a:lnB'] as const).map((line) =>
            tag(line, { w: emu(0.75) }, paint(palette.rule)),
          ),
          paint(isHeader ? palette.accentTint : palette.paper),
        ),
      ),
    ),
  );

const slideNumber = (language: string): string =>
  tag(
    'a:p',
    null,
    tag(
      'a:fld',
      { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' },
      tag('a:rPr', { lang: language }),
      tag('a:t', null, '‹#›'),
    ),
  );
