import type { Announce } from '#browser/citation/cite.ts';
import { copy } from '#browser/shell/clipboard.ts';
import { today } from '#browser/shell/today.ts';
import type { CitableRecord } from '#domain/citation/record.ts';
import type { CitationStyleId } from '#domain/citation/styles.ts';
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

/** The quotation, its reference with the paragraphs, and the link, in both forms. */
async function quotation({ quotes, block, to, places }: Selected, panel: HTMLElement) {
  const [{ formatReference }, { plain, html }, { quoted }, { grounds }] = await Promise.all([
    import('#domain/citation/styles.ts'),
    import('#domain/citation/rich-text.ts'),
    import('#domain/citation/quotation.ts'),
    import('#words/grounds.ts'),
  ]);
  const record = JSON.parse(
    document.getElementById('citable')?.textContent ?? 'null',
  ) as CitableRecord;
  const style = panel.querySelector<HTMLElement>('[data-first-style] [data-style]')?.dataset[
    'style'
  ] as CitationStyleId;
  const paragraph = Number(block.dataset['number']);
  const context = { accessedOn: today(), locator: { paragraph, to, anchor: block.id } };
  const reference = formatReference(record, style, context);
  // A style that says the paragraph itself gives something else without it.
  const without = formatReference(record, style, {
    ...context,
    locator: { paragraph: 0, anchor: block.id },
  });
  const pinpoints = [
    ...(plain(reference) === plain(without) ? [words.paragraphs(paragraph, to)] : []),
    ...(places.length > 0 ? [grounds.pinpoint(places)] : []),
  ];
  const marked = pinpoints.length > 0 ? `（${pinpoints.join('，')}）` : '';
  const paragraphs = quoted(quotes);
  return {
    plain: `${paragraphs.join('\n')}\n${plain(reference)}${marked}`,
    html: `<blockquote>${paragraphs.map((quote) => `<p>${escape(quote)}</p>`).join('')}</blockquote><p>${html(reference)}${marked}</p>`,
  };
}

function escape(value: string): string {
  const element = document.createElement('span');
  element.textContent = value;
  return element.innerHTML;
}
