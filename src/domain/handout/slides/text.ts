import { palette } from '#domain/handout/office/palette.ts';
import { linesOf } from '#domain/handout/office/text-width.ts';
import { linkTarget, tag, written } from '#domain/handout/office/xml.ts';

/** Text of slides: paragraphs of runs, and how much room they take. Sizes are points. */
export interface SlideRun {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly colour?: string;
  readonly size?: number;
  readonly address?: string;
}

export interface SlideParagraph {
  readonly runs: readonly SlideRun[];
  readonly size: number;
  readonly mark?: 'dot' | number | undefined;
  readonly align?: 'center' | 'right';
  /** Room above, points. */
  readonly before?: number;
}

export const lineHeight = 1.3;

export const plainParagraph = (
  text: string,
  size: number,
  rest: Omit<SlideRun, 'text' | 'size'> & Pick<SlideParagraph, 'align' | 'before' | 'mark'> = {},
): SlideParagraph => {
  const { align, before, mark, ...look } = rest;
  return {
    runs: [{ text, ...look }],
    size,
    ...(align === undefined ? {} : { align }),
    ...(before === undefined ? {} : { before }),
    ...(mark === undefined ? {} : { mark }),
  };
};

/** Points from the margin to the text of a marked paragraph. */
export const markIndent = (size: number): number => Math.round(size * 1.3);

/** Height of paragraphs in a column, points. */
export function heightOf(paragraphs: readonly SlideParagraph[], width: number): number {
  return paragraphs.reduce((sum, { runs, size, mark, before = 0 }, index) => {
    const measure = (width - (mark === undefined ? 0 : markIndent(size))) / size;
    const largest = Math.max(size, ...runs.map((run) => run.size ?? 0));
    const lines = linesOf(runs.map(({ text }) => text).join(''), (measure * size) / largest);
    return sum + (index === 0 ? 0 : before) + lines * largest * lineHeight;
  }, 0);
}

/** The first of the sizes at which what is made of it fits; null where none does. */
export function fitting(
  sizes: readonly number[],
  make: (size: number) => readonly SlideParagraph[],
  width: number,
  height: number,
): readonly SlideParagraph[] | null {
  for (const size of sizes) {
    const paragraphs = make(size);
    if (heightOf(paragraphs, width) <= height) return paragraphs;
  }
  return null;
}

/** The language of a file of slides, and the typeface of its script. */
export interface Speech {
  readonly language: string;
  readonly face: string;
}

/** Fonts named outright: a theme's own leave Chinese to whatever the machine likes. */
export const typefaces = ({ face }: Speech): string =>
  tag('a:latin', { typeface: 'Arial' }) +
  tag('a:ea', { typeface: face }) +
  tag('a:cs', { typeface: 'Arial' });

const fill = (colour: string): string =>
  tag('a:solidFill', null, tag('a:srgbClr', { val: colour }));

export type LinkOf = (address: string) => string;

/** In the order of CT_TextCharacterProperties (21.1.2.3.9). */
function runXml(
  { text, isBold = false, isItalic = false, colour = palette.ink, size, address }: SlideRun,
  paragraphSize: number,
  speech: Speech,
  linkOf: LinkOf,
): string {
  const target = linkTarget(address ?? null);
  const properties = tag(
    'a:rPr',
    {
      lang: speech.language,
      altLang: 'en-US',
      sz: Math.round((size ?? paragraphSize) * 100),
      b: isBold ? 1 : 0,
      i: isItalic ? 1 : null,
      dirty: 0,
    },
    fill(colour),
    typefaces(speech),
    target === null ? '' : tag('a:hlinkClick', { 'r:id': linkOf(target) }),
  );
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) =>
      line === '' ? '' : tag('a:r', null, properties, tag('a:t', null, written(line))),
    )
    .join(tag('a:br'));
}

export function paragraphsXml(
  paragraphs: readonly SlideParagraph[],
  speech: Speech,
  linkOf: LinkOf,
): string {
  if (paragraphs.length === 0) return tag('a:p');
  return paragraphs
    .map(({ runs, size, mark, align, before = 0 }, index) =>
      tag(
        'a:p',
        null,
        tag(
          'a:pPr',
          {
            marL: mark === undefined ? 0 : Math.round(markIndent(size) * 12700),
            indent: mark === undefined ? 0 : -Math.round(markIndent(size) * 12700),
            algn: align === 'center' ? 'ctr' : align === 'right' ? 'r' : 'l',
          },
          tag('a:lnSpc', null, tag('a:spcPct', { val: 108000 })),
          tag(
            'a:spcBef',
            null,
            tag('a:spcPts', { val: index === 0 ? 0 : Math.round(before * 100) }),
          ),
          ...bullet(mark),
        ),
        runs.map((run) => runXml(run, size, speech, linkOf)).join(''),
      ),
    )
    .join('');
}

const bullet = (mark: 'dot' | number | undefined): string[] =>
  mark === undefined
    ? [tag('a:buNone')]
    : [
        tag('a:buClr', null, tag('a:srgbClr', { val: palette.accent })),
        tag('a:buFont', { typeface: 'Arial' }),
        mark === 'dot'
          ? tag('a:buChar', { char: '•' })
          : tag('a:buAutoNum', { type: 'arabicPeriod', startAt: mark }),
      ];
