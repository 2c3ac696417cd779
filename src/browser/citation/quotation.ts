import type { Announce } from '#browser/citation/cite.ts';
import { copy } from '#browser/shell/clipboard.ts';
import { today } from '#browser/shell/today.ts';
import { editors, library } from '#domain/citation/library.ts';
import type { WebPage } from '#domain/citation/record.ts';
import type { CitationStyleId } from '#domain/citation/styles.ts';
import { known } from '#domain/practice/fact.ts';
import { cite as words } from '#words/cite.ts';

/** A selection inside the text brings up a button that copies it with its reference. */
export function offerQuotation(panel: HTMLElement, announce: Announce): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button quotation-button';
  button.textContent = words.copyQuotation;
  button.hidden = true;
  document.body.append(button);

  const follow = (): void => {
    const selected = selectedText();
    button.hidden = selected === null;
    if (!selected) return;
    button.style.top = `${Math.max(selected.box.bottom + window.scrollY + 8, 0)}px`;
    button.style.left = `${Math.min(Math.max(selected.box.left, 8), window.innerWidth - 140)}px`;
  };
  document.addEventListener('selectionchange', follow);
  // The selection that brought this here.
  follow();
  // Pressing must not take the selection away.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', async () => {
    const selected = selectedText();
    if (!selected) return;
    const content = await quotation(selected, panel);
    announce((await copy(content)) ? words.copied : words.notCopied);
    button.hidden = true;
  });
}

/** A selection as it can be quoted. */
interface Selected {
  /** The source text by paragraph: headings, drawings, tables and editors' notes left out. */
  readonly quotes: readonly string[];
  /** Where it begins and, by number, where it ends. */
  readonly block: HTMLElement;
  readonly to: number;
  /** Where in the source the quoted sentences stand, as the page lists it. */
  readonly places: readonly string[];
  readonly box: DOMRect;
}

function selectedText(): Selected | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const quotable = '.prose > p[data-number], .prose > ul[data-number], .prose > ol[data-number]';
  const parts = Array.from(document.querySelectorAll<HTMLElement>(quotable))
    .filter((block) => range.intersectsNode(block))
    .map((block) => ({ block, quote: partInside(block, range) }))
    .filter(({ quote }) => quote !== '');
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (!first || !last) return null;
  return {
    quotes: parts.map(({ quote }) => quote),
    block: first.block,
    to: Number(last.block.dataset['number']),
    places: placesIn(
      range,
      parts.map(({ block }) => block),
    ),
    box: range.getBoundingClientRect(),
  };
}

/** The places that the marks in a selection lead to. */
function placesIn(range: Range, blocks: readonly HTMLElement[]): readonly string[] {
  const marks = blocks
    .flatMap((block) => [...block.querySelectorAll<HTMLAnchorElement>('a[role="doc-noteref"]')])
    .filter((mark) => range.intersectsNode(mark));
  const places = marks.map(({ hash }) => {
    let place = document.querySelector(`dd${hash}`)?.previousElementSibling;
    while (place?.tagName === 'DD') place = place.previousElementSibling;
    return place?.textContent?.trim() ?? '';
  });
  return [...new Set(places)].filter((place) => place !== '');
}

/** The words of a block that a selection holds. */
function partInside(block: HTMLElement, selected: Range): string {
  const part = document.createRange();
  part.selectNodeContents(block);
  if (selected.compareBoundaryPoints(Range.START_TO_START, part) > 0) {
    part.setStart(selected.startContainer, selected.startOffset);
  }
  if (selected.compareBoundaryPoints(Range.END_TO_END, part) < 0) {
    part.setEnd(selected.endContainer, selected.endOffset);
  }
  return part.toString().replace(/\s+/g, ' ').trim();
}

/** The quotation with its mark, its reference with where it stands in the source, in both forms. */
async function quotation({ quotes, block, to, places }: Selected, panel: HTMLElement) {
  const [{ citedQuotation }, { plain, html }, { grounds }] = await Promise.all([
    import('#domain/citation/quotation.ts'),
    import('#domain/citation/rich-text.ts'),
    import('#words/grounds.ts'),
  ]);
  const style = panel.querySelector<HTMLElement>('[data-first-style] [data-style]')?.dataset[
    'style'
  ] as CitationStyleId;
  const paragraph = Number(block.dataset['number']);
  const { paragraphs, mark, isRaised, reference } = citedQuotation(
    quotes,
    pageAtHand(panel),
    style,
    {
      accessedOn: today(),
      locator: { paragraph, to, anchor: block.id },
    },
  );
  const place = places.length > 0 ? `（${grounds.pinpoint(places)}）` : '';
  const marked = isRaised ? `<sup>${html(mark)}</sup>` : html(mark);
  const last = paragraphs.length - 1;
  return {
    plain: `${paragraphs.join('\n')}${plain(mark)}\n${plain(reference)}${place}`,
    html: `<blockquote>${paragraphs
      .map((quote, index) => `<p>${escape(quote)}${index === last ? marked : ''}</p>`)
      .join('')}</blockquote><p>${html(reference)}${place}</p>`,
  };
}

/** The practice as its page tells machines of it; without an address where the library has none. */
function pageAtHand(panel: HTMLElement): WebPage {
  const said = (selector: string): string | null =>
    document.head.querySelector<HTMLMetaElement>(`meta[property="${selector}"]`)?.content ?? null;
  const address = document.head.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const changedOn = said('article:modified_time');
  return {
    kind: 'web-page',
    id: 'page',
    language: 'zh-CN',
    title: known({ text: said('og:title') ?? document.title, pinyin: null, translation: null }),
    creators: known([editors]),
    issued: changedOn === null ? 'unknown' : known({ on: changedOn, guessed: false }),
    address: address === undefined ? 'unknown' : known(address),
    abstract: null,
    keywords: [],
    note: null,
    site: library,
    edition: Number(panel.dataset['edition'] ?? 1),
    accessedOn: null,
  };
}

function escape(value: string): string {
  const element = document.createElement('span');
  element.textContent = value;
  return element.innerHTML;
}
