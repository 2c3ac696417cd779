import type { HandoutBlock, HandoutDocument, HandoutPart } from '#domain/handout/document.ts';
import { listHead } from '#domain/citation/reference-list.ts';
import { plain } from '#domain/citation/rich-text.ts';
import { palette } from '#domain/handout/office/palette.ts';
import type { OfficeWords } from '#domain/handout/office/words.ts';
import { blockSlides, placeNote } from '#domain/handout/slides/plan-blocks.ts';
import { leadOf, paged, pieceOf, shortened } from '#domain/handout/slides/condense.ts';
import { places, type LayoutName } from '#domain/handout/slides/master.ts';
import type { Shape } from '#domain/handout/slides/shapes.ts';
import { fitting, plainParagraph, type SlideParagraph } from '#domain/handout/slides/text.ts';

/** A line of a speaker's notes; with an address it leads there. */
export interface Note {
  readonly text: string;
  readonly address: string | null;
}

export interface Slide {
  readonly layout: LayoutName;
  readonly shapes: readonly Shape[];
  readonly notes: readonly Note[];
}

/** A slide of the layout for content, before it has its foot. */
export interface ContentSlide {
  readonly title: string;
  readonly shapes: readonly Shape[];
  readonly notes: readonly Note[];
}

/** Cover, agenda, the slides of each part, references. */
export function slidesOf(
  document: HandoutDocument,
  words: OfficeWords,
  hasCode: boolean,
): readonly Slide[] {
  return [
    cover(document, words, hasCode),
    ...agenda(document, words),
    ...document.parts.flatMap((part) => partSlides(document, part, words)),
    ...references(document, words),
  ];
}

function cover(
  { title, subtitles, imprint, address }: HandoutDocument,
  words: OfficeWords,
  hasCode: boolean,
): Slide {
  const lines = [
    ...subtitles.map((text) => ({ text, size: 18 })),
    ...imprint.map((text) => ({ text, size: 12 })),
    ...(address === null ? [] : [{ text: address, size: 12 }]),
  ];
  const { coverText, coverTitle } = places;
  const text = pieceOf(
    lines.map((line, index) =>
      plainParagraph(line.text, line.size, {
        colour: palette.paper,
        before: index === subtitles.length ? 16 : 4,
      }),
    ),
    coverText.width,
    coverText.height,
  );
  return {
    layout: 'cover',
    shapes: [
      titleShape('ctrTitle', title, [40, 34, 28, 22], coverTitle, palette.paper),
      { kind: 'placeholder', name: 'Subtitle', type: 'subTitle', index: 1, paragraphs: text },
      ...(hasCode
        ? [
            {
              kind: 'picture' as const,
              name: 'QR',
              box: { x: 768, y: 336, width: 120, height: 120 },
              description: words.code,
            },
          ]
        : []),
    ],
    notes: [title, ...lines.map((line) => line.text)].map((line) => ({
      text: line,
      address: null,
    })),
  };
}

/** A title at the largest size that fits; what fits at none is cut and stands in the notes. */
export function titleShape(
  type: 'title' | 'ctrTitle',
  title: string,
  sizes: readonly number[],
  box: { readonly width: number; readonly height: number },
  colour: string,
): Shape {
  const make = (text: string) => (size: number) => [
    plainParagraph(text, size, { isBold: true, colour }),
  ];
  const smallest = sizes[sizes.length - 1] ?? 20;
  const paragraphs =
    fitting(sizes, make(title), box.width, box.height) ??
    make(shortened(title, box.width, box.height, smallest))(smallest);
  return { kind: 'placeholder', name: 'Title', type, index: null, paragraphs };
}

export const bodyShape = (paragraphs: readonly SlideParagraph[]): Shape => ({
  kind: 'placeholder',
  name: 'Text',
  type: 'body',
  index: 1,
  paragraphs,
});

function content(slide: ContentSlide, foot: string): Slide {
  return {
    layout: 'content',
    shapes: [
      titleShape('title', slide.title, [28, 24, 20, 18], places.title, palette.ink),
      ...slide.shapes,
      ...footShapes(foot),
    ],
    notes: slide.notes,
  };
}

function footShapes(foot: string): Shape[] {
  const { width, height } = places.foot;
  return [
    {
      kind: 'placeholder',
      name: 'Source',
      type: 'ftr',
      index: 10,
      paragraphs: [
        plainParagraph(shortened(foot, width, height, 11), 11, { colour: palette.muted }),
      ],
    },
    { kind: 'placeholder', name: 'Number', type: 'sldNum', index: 11, paragraphs: [] },
  ];
}

function agenda(document: HandoutDocument, words: OfficeWords): Slide[] {
  const entries = document.parts.map(({ title }, index) =>
    plainParagraph(shortened(title, places.body.width - 30, 60, 20), 20, {
      mark: index + 1,
      before: 10,
    }),
  );
  const pages = paged(entries, places.body.width, places.body.height);
  return pages.map((paragraphs, at) =>
    content(
      {
        title: words.contents + (pages.length === 1 ? '' : words.continued(at + 1, pages.length)),
        shapes: [bodyShape(paragraphs)],
        notes: at === 0 ? document.parts.map(({ title }) => ({ text: title, address: null })) : [],
      },
      document.title,
    ),
  );
}

/** The reader's own words begin at once; what was taken from the library is opened by its title. */
function partSlides(document: HandoutDocument, part: HandoutPart, words: OfficeWords): Slide[] {
  const { title, line, edition, address } = part;
  const source = [line, edition].filter((text) => text !== null).join(' · ');
  const foot = source === '' ? document.title : source;
  const sources: Note[] = part.references.flatMap(({ number, text }) => {
    const reference = document.references[number - 1];
    return reference === undefined
      ? []
      : [
          {
            text: `${listHead(document.style, number) || `${text} `}${plain(reference)}`,
            address: null,
          },
        ];
  });
  // A long list is said once; a short one stands with each slide, which may be shown by itself.
  const few = sources.length <= 3 ? sources : [];
  const isOwn = line === null && edition === null && address === null;
  const [first, ...others] = part.blocks;
  const summary = !isOwn && first?.kind === 'paragraph' ? first : null;
  const slides = blockSlides(title, summary === null ? part.blocks : others, {
    words,
    isOwn,
  });
  return [
    ...(isOwn && slides.length > 0 ? [] : [opening(document, part, summary, sources, words)]),
    ...slides.map((slide) => content({ ...slide, notes: [...slide.notes, ...few] }, foot)),
  ];
}

function opening(
  document: HandoutDocument,
  { title, line, edition, address }: HandoutPart,
  summary: Extract<HandoutBlock, { kind: 'paragraph' }> | null,
  sources: readonly Note[],
  words: OfficeWords,
): Slide {
  const { partText, partTitle } = places;
  const quiet = [edition, address].filter((text) => text !== null);
  const text = [
    ...(line === null ? [] : [plainParagraph(line, 18, { colour: palette.accent })]),
    ...(summary === null
      ? []
      : [plainParagraph(leadOf(summary.text, 110, words.ellipsis), 20, { before: 10 })]),
    ...quiet.map((given, index) =>
      plainParagraph(given, 13, {
        before: index === 0 ? 12 : 3,
        colour: palette.muted,
        ...(given === address ? { address: given } : {}),
      }),
    ),
  ];
  const says = (said: string): Note => ({ text: said, address: null });
  return {
    layout: 'part',
    shapes: [
      titleShape('title', title, [34, 28, 24, 20], partTitle, palette.ink),
      bodyShape(pieceOf(text, partText.width, partText.height)),
      ...footShapes(document.title),
    ],
    notes: [
      ...[title, line, edition].filter((given) => given !== null).map(says),
      ...(address === null ? [] : [{ text: address, address }]),
      ...(summary === null ? [] : [says(summary.text), ...placeNote(summary.place, words)]),
      ...sources,
    ],
  };
}

function references(document: HandoutDocument, words: OfficeWords): Slide[] {
  const { references: list, referencesHeading, style } = document;
  const size = 14;
  const entries: SlideParagraph[] = list.map((rich, index) => ({
    runs: [
      { text: listHead(style, index + 1), colour: palette.muted },
      ...rich.map(({ text, italic }) => ({ text, isItalic: italic })),
    ],
    size,
    before: 6,
  }));
  const pages = paged(entries, places.body.width, places.body.height);
  return pages.map((paragraphs, at) =>
    content(
      {
        title:
          referencesHeading + (pages.length === 1 ? '' : words.continued(at + 1, pages.length)),
        shapes: [bodyShape(paragraphs)],
        notes: [],
      },
      document.title,
    ),
  );
}
