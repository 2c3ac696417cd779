import { listFormOf, listHead, type ReferenceMark } from '#domain/citation/reference-list.ts';
import { html, type RichText } from '#domain/citation/rich-text.ts';
import type {
  CitedText,
  HandoutBlock,
  HandoutDocument,
  HandoutFigure,
  HandoutPart,
  HandoutPlace,
} from '#domain/handout/document.ts';
import { markup, type Markup } from '#domain/words/markup.ts';
import { handoutMarks as words } from '#words/handout-marks.ts';

/** A QR code as it is drawn, see `qr-code.ts`; null where there is no address to lead to. */
export interface DrawnCode {
  readonly size: number;
  readonly path: string;
}

/** A handout as a reader sees it: on the page, on paper, in a file of its own. */
export function handoutMarkup(handout: HandoutDocument, code: DrawnCode | null): string {
  const { title, subtitles, imprint, address, parts, references, referencesHeading, style } =
    handout;
  const list = references.map(
    (reference, place) =>
      markup`<li id="ref-${place + 1}" data-head="${listHead(style, place + 1).trim()}">${referenceMarkup(reference)}</li>`,
  );
  const head = [
    markup`<div><h1>${title}</h1>${lines(subtitles, 'subtitle')}${lines(imprint, 'imprint')}`,
    address === null
      ? markup`</div>`
      : markup`<p class="imprint open"><a href="${address}">${words.open}</a></p></div>`,
    code === null ? markup`` : codeMarkup(code),
  ];
  const end =
    list.length === 0
      ? markup``
      : markup`<section class="references"><h2>${referencesHeading}</h2><ol data-list="${listFormOf(style)}">${list}</ol></section>`;
  const shown = { isTitled: handout.isSheet !== true, isSorted: listFormOf(style) === 'sorted' };
  return markup`<header>${head}</header>${parts.map((part) => partMarkup(part, shown))}${end}`
    .source;
}

const lines = (texts: readonly string[], kind: string): readonly Markup[] =>
  texts.map((text) => markup`<p class="${kind}">${text}</p>`);

const codeMarkup = ({ size, path }: DrawnCode): Markup =>
  markup`<svg viewBox="-2 -2.5 ${size + 4} ${size + 4}" role="img" aria-label="${words.code}"><path d="${path}" stroke="currentColor" shape-rendering="crispEdges"></path></svg>`;

/** `html` escapes. */
const referenceMarkup = (reference: RichText): Markup => ({ source: html(reference) });

/**
 * One thing of a handout; its headings begin at the second level, with its title where it has one.
 * Numbers stand beside the title, names and years in a line at the end.
 */
export function partMarkup(
  { title, line, edition, address, blocks, references }: HandoutPart,
  { isTitled, isSorted }: { readonly isTitled: boolean; readonly isSorted: boolean },
): Markup {
  const marks = references.map((mark) => markup` ${markMarkup(mark)}`);
  const beside = isSorted ? [] : marks;
  const below =
    isSorted && marks.length > 0 ? markup`<p class="line">${words.restsOn}${marks}</p>` : null;
  const facts = [edition, address].filter((fact) => fact !== null);
  return markup`<section class="part">${isTitled ? markup`<h2>${title}${beside}</h2>` : null}${[
    line === null ? markup`` : markup`<p class="line">${line}</p>`,
    facts.length === 0 ? markup`` : markup`<p class="line address">${facts.join('　')}</p>`,
  ]}${blocks.map((block) => blockMarkup(block, isTitled ? 3 : 2))}${below}</section>`;
}

/** Numbers are raised, names stay on the line. */
const markMarkup = ({ number, text }: ReferenceMark): Markup =>
  markup`<a class="${/^[(（]/u.test(text) ? 'mark named' : 'mark'}" href="#ref-${number}">${text}</a>`;

/** Words with their lines and their mark. */
const cited = (given: CitedText): readonly Markup[] =>
  typeof given === 'string' ? broken(given) : [...broken(given.text), markMarkup(given.mark)];

const placeMark = (place: HandoutPlace | null): Markup => {
  if (place === null) return markup``;
  const name = words.paragraph(place.number);
  return place.address === null
    ? markup`<small class="place">${name}</small>`
    : markup`<a class="place" href="${place.address}">${name}</a>`;
};

const items = (texts: readonly CitedText[]): readonly Markup[] =>
  texts.map((text) => markup`<li>${cited(text)}</li>`);

/** Lines of a cell, one below the other. */
const broken = (text: string): readonly Markup[] =>
  text.split('\n').map((line, place) => (place === 0 ? markup`${line}` : markup`<br>${line}`));

const paragraphs = (texts: readonly string[]): readonly Markup[] =>
  texts.map((text) => markup`<p>${text}</p>`);

/** `highest` is the level of the highest headings of its kind. */
export function blockMarkup(block: HandoutBlock, highest: 2 | 3): Markup {
  switch (block.kind) {
    case 'heading':
      return headingMarkup(block.text, highest + block.level - 1);
    case 'paragraph':
      return markup`<p>${block.text}${placeMark(block.place)}</p>`;
    case 'list':
      return block.isOrdered
        ? markup`<ol>${items(block.items)}</ol>${after(block.place)}`
        : markup`<ul>${items(block.items)}</ul>${after(block.place)}`;
    case 'table':
      return tableMarkup(block);
    case 'drawing':
      return markup`<figure data-form="${block.form}"><figcaption>${block.caption}${placeMark(block.place)}</figcaption><ol>${items(block.items)}</ol>${block.form === 'loop' ? markup`<p class="return">${words.returns}</p>` : markup``}</figure>`;
    case 'figures':
      return markup`<ul class="figures">${block.figures.map(figureMarkup)}</ul>`;
    case 'note':
      return markup`<aside class="note"><b>${block.label}</b>${paragraphs(block.paragraphs)}</aside>`;
    case 'own':
      return markup`<div class="own">${paragraphs(block.paragraphs)}</div>`;
    case 'questions':
      return markup`${block.heading === null ? null : headingMarkup(block.heading, highest)}<ol class="questions">${items(block.items)}</ol>`;
  }
}

const headingMarkup = (text: string, level: number): Markup =>
  markup`<h${level}>${text}</h${level}>`;

const after = (place: HandoutPlace | null): Markup =>
  place === null ? markup`` : markup`<p class="after">${placeMark(place)}</p>`;

function tableMarkup({
  caption,
  header,
  rows,
  place,
}: Extract<HandoutBlock, { readonly kind: 'table' }>): Markup {
  const title =
    caption === null && place === null
      ? markup``
      : markup`<caption>${caption ?? ''}${placeMark(place)}</caption>`;
  const head = header.map((cell) => markup`<th scope="col">${cited(cell)}</th>`);
  const body = rows.map(
    ([first = '', ...rest]) =>
      markup`<tr><th scope="row">${cited(first)}</th>${rest.map((cell) => markup`<td>${cited(cell)}</td>`)}</tr>`,
  );
  return markup`<table>${title}<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function figureMarkup({ amount, counts, context, caveat, place }: HandoutFigure): Markup {
  return markup`<li><b>${amount}</b> ${counts}${context === null ? '' : `（${context}）`}${placeMark(place)}${
    caveat === null ? markup`` : markup`<small>${words.caveat(caveat)}</small>`
  }</li>`;
}
