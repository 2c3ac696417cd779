import { inOneLine, type HandoutBlock, type HandoutPlace } from '#domain/handout/document.ts';
import { palette } from '#domain/handout/office/palette.ts';
import { widthOf } from '#domain/handout/office/text-width.ts';
import type { OfficeWords } from '#domain/handout/office/words.ts';
import { leadOf, paged } from '#domain/handout/slides/condense.ts';
import { drawingShapes } from '#domain/handout/slides/drawings.ts';
import { figureShapes } from '#domain/handout/slides/figures.ts';
import { places } from '#domain/handout/slides/master.ts';
import { bodyShape, type ContentSlide, type Note } from '#domain/handout/slides/plan.ts';
import { tablePages } from '#domain/handout/slides/tables.ts';
import {
  fitting,
  heightOf,
  plainParagraph,
  type SlideParagraph,
} from '#domain/handout/slides/text.ts';

/** A point of a slide: the size is chosen when it is known how many there are. */
interface Point {
  readonly text: string;
  readonly mark: 'dot' | number | undefined;
}

/** The slides of a part's blocks, each named by the heading it stands under, or by the part. */
export function blockSlides(
  title: string,
  blocks: readonly HandoutBlock[],
  { words, isOwn }: { readonly words: OfficeWords; readonly isOwn: boolean },
): ContentSlide[] {
  const teller = new PartTeller(title, words, isOwn);
  for (const block of blocks) teller.tell(block);
  return teller.finish();
}

const { width, height } = places.body;
/** Em of a paragraph that stand on a slide, and of own words that do before they go to the notes. */
const leadWidth = 72;
const ownWidth = 1500;
const mostPoints = 5;
const mostShortPoints = 8;

/** Where a paragraph stands, for the notes. */
export function placeNote(place: HandoutPlace | null, words: OfficeWords): Note[] {
  if (place === null) return [];
  const paragraph = words.paragraph(place.number);
  const text = place.address === null ? paragraph : `${paragraph} ${place.address}`;
  return [{ text, address: place.address }];
}

class PartTeller {
  readonly #slides: ContentSlide[] = [];
  readonly #words: OfficeWords;
  /** In a part of the reader's own, their words need no mark. */
  readonly #isOwn: boolean;
  #section: string | null = null;
  #heading: string;
  #isHeadingShown = true;
  #points: Point[] = [];
  #notes: Note[] = [];

  constructor(title: string, words: OfficeWords, isOwn: boolean) {
    this.#heading = title;
    this.#isOwn = isOwn;
    this.#words = words;
  }

  finish(): ContentSlide[] {
    this.#turn(1);
    return this.#slides;
  }

  tell(block: HandoutBlock): void {
    switch (block.kind) {
      case 'heading':
        return this.#begin(block.level, block.text);
      case 'paragraph':
        this.#points.push({ text: this.#lead(block.text), mark: 'dot' });
        return this.#note(block.text, block.place);
      case 'list':
        for (const [index, given] of block.items.entries()) {
          const item = inOneLine(given);
          this.#points.push({
            text: this.#lead(item),
            mark: block.isOrdered ? index + 1 : 'dot',
          });
          this.#note(`${block.isOrdered ? `${index + 1}.` : '•'} ${item}`, null);
        }
        return this.#place(block.place);
      case 'table':
        return this.#table(block);
      case 'drawing':
        this.#flush();
        for (const item of [block.caption, ...block.items]) this.#note(item, null);
        this.#place(block.place);
        return this.#show(this.#titled(block.caption), drawingShapes(block, this.#words));
      case 'figures':
        return this.#figures(block.figures);
      case 'note':
        this.#flush();
        this.#note(block.label, null);
        for (const text of block.paragraphs) this.#note(text, null);
        return this.#text(
          this.#titled(block.label),
          block.paragraphs.map((text) => ({
            text: this.#lead(text),
            mark: block.paragraphs.length > 1 ? 'dot' : undefined,
          })),
          [22, 20, 18],
        );
      case 'own': {
        this.#flush();
        const isLong = block.paragraphs.reduce((sum, text) => sum + widthOf(text), 0) > ownWidth;
        this.#note(this.#words.own, null);
        for (const text of block.paragraphs) this.#note(text, null);
        const shown = isLong
          ? [
              ...block.paragraphs.slice(0, 4).map((text) => this.#lead(text)),
              this.#words.wholeTextInNotes,
            ]
          : block.paragraphs;
        return this.#text(
          this.#isOwn ? this.#titled(null) : this.#titled(this.#words.own),
          shown.map((text) => ({ text, mark: undefined })),
          [26, 24, 22, 20],
        );
      }
      case 'questions':
        this.#flush();
        for (const [index, item] of block.items.entries())
          this.#note(`${index + 1}. ${item}`, null);
        return this.#text(
          this.#titled(block.heading),
          block.items.map((text, index) => ({ text, mark: index + 1 })),
          [30, 26, 24, 22, 20],
          3,
        );
    }
  }

  #lead(text: string): string {
    return leadOf(text, leadWidth, this.#words.ellipsis);
  }

  #note(text: string, place: HandoutPlace | null): void {
    this.#notes.push({ text, address: null });
    this.#place(place);
  }

  #place(place: HandoutPlace | null): void {
    this.#notes.push(...placeNote(place, this.#words));
  }

  #begin(level: 1 | 2, text: string): void {
    this.#turn(level);
    if (level === 1) {
      this.#section = text;
      this.#heading = text;
    } else {
      this.#heading = this.#section === null ? text : `${this.#section}${this.#words.colon}${text}`;
    }
    this.#isHeadingShown = false;
  }

  /** A heading nothing follows still stands on a slide; one above another stands in its title. */
  #turn(next: 1 | 2): void {
    this.#flush();
    const isAbove = next === 2 && this.#heading === this.#section;
    if (!this.#isHeadingShown && !isAbove) this.#show(this.#titled(null), []);
  }

  /** What a slide is called: its own name, below a heading that has not been seen yet. */
  #titled(own: string | null): string {
    const isNew = !this.#isHeadingShown;
    this.#isHeadingShown = true;
    if (own === null || own === '') return this.#heading;
    return isNew ? `${this.#heading}${this.#words.colon}${own}` : own;
  }

  #show(title: string, shapes: ContentSlide['shapes']): void {
    this.#slides.push({ title, shapes, notes: this.#notes });
    this.#notes = [];
  }

  #flush(): void {
    const points = this.#points;
    this.#points = [];
    if (points.length === 0) return;
    const isOne = points.length === 1;
    this.#text(
      this.#titled(null),
      isOne ? points.map(({ text }) => ({ text, mark: undefined })) : points,
      isOne ? [30, 28, 26, 24, 22, 20] : [28, 26, 24, 22, 20],
    );
  }

  /** Points on one slide at the largest size that fits; on several at the smallest. */
  #text(title: string, points: readonly Point[], sizes: readonly number[], given?: number): void {
    const isShort = points.every(({ text }) => widthOf(text) <= 30);
    const most = given ?? (isShort ? mostShortPoints : mostPoints);
    const make = (size: number): SlideParagraph[] =>
      points.map(({ text, mark }) => ({
        ...pointParagraph(text, size),
        mark,
        before: size * 0.55,
      }));
    const single = points.length <= most ? fitting(sizes, make, width, height) : null;
    const pages = single === null ? this.#pages(make, sizes, most) : [single];
    for (const [at, paragraphs] of pages.entries())
      this.#show(title + (pages.length === 1 ? '' : this.#words.continued(at + 1, pages.length)), [
        bodyShape(paragraphs),
      ]);
    if (pages.length === 0) this.#show(title, []);
  }

  #pages(
    make: (size: number) => SlideParagraph[],
    sizes: readonly number[],
    most: number,
  ): SlideParagraph[][] {
    const smallest = make(sizes[sizes.length - 1] ?? 20);
    const fewest = paged(smallest, width, height, most).length;
    const even = Math.min(most, Math.ceil(smallest.length / fewest));
    const isEven = smallest.every((paragraph) => heightOf([paragraph], width) < height / even);
    return paged(smallest, width, height, isEven ? even : most);
  }

  #table(block: Extract<HandoutBlock, { kind: 'table' }>): void {
    this.#flush();
    if (block.caption !== null) this.#note(block.caption, null);
    const [header = [], ...rows] = [block.header, ...block.rows].map((row) => row.map(inOneLine));
    for (const row of [header, ...rows]) this.#note(row.join('\u3000'), null);
    this.#place(block.place);
    const title = this.#titled(block.caption);
    const pages = tablePages(header, rows, title);
    for (const [at, shape] of pages.entries())
      this.#show(title + (pages.length === 1 ? '' : this.#words.continued(at + 1, pages.length)), [
        shape,
      ]);
    if (pages.length === 0) this.#show(title, []);
  }

  #figures(list: Extract<HandoutBlock, { kind: 'figures' }>['figures']): void {
    this.#flush();
    if (list.length === 0) return;
    const title = this.#titled(null);
    const count = Math.ceil(list.length / 3);
    for (let at = 0; at < count; at += 1) {
      const from = Math.round((at * list.length) / count);
      const figures = list.slice(from, Math.round(((at + 1) * list.length) / count));
      for (const { amount, counts, context, caveat, place } of figures) {
        this.#note(`${amount}${this.#words.colon}${counts}`, null);
        if (context !== null) this.#note(context, null);
        if (caveat !== null) this.#note(`${this.#words.caveat}${this.#words.colon}${caveat}`, null);
        this.#place(place);
      }
      this.#show(
        title + (count === 1 ? '' : this.#words.continued(at + 1, count)),
        figureShapes(figures, this.#words),
      );
    }
  }
}

/**
 * A short first sentence says what the point is: it is set bold before what follows it. Brackets at
 * the end say where it stands: they are set back.
 */
function pointParagraph(text: string, size: number): SlideParagraph {
  const first = /^[^。！？!?（()]{2,22}[。！？!?：:]/u.exec(text)?.[0] ?? '';
  const aside = /（[^（）]*）$/u.exec(text)?.[0] ?? '';
  const middle = text.slice(first.length, text.length - aside.length);
  if (middle === '' || (first === '' && aside === '')) return plainParagraph(text, size);
  return {
    size,
    runs: [
      ...(first === '' ? [] : [{ text: first, isBold: true, colour: palette.accent }]),
      { text: middle },
      ...(aside === '' ? [] : [{ text: aside, colour: palette.muted, size: size * 0.75 }]),
    ],
  };
}
