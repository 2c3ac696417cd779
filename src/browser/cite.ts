import { copy } from '#browser/clipboard.ts';
import { saveFile } from '#browser/saved-file.ts';
import { today } from '#browser/today.ts';
import type { CitableRecord } from '#domain/citation/record.ts';
import type { CitationStyleId } from '#domain/citation/styles.ts';
import { textFragment } from '#domain/text-fragment.ts';
import { cite as words } from '#text/zh-CN/cite.ts';

const rememberedStyle = 'citation-style';

/** Adds to a practice page what needs the reader's machine: day, clipboard, selection, memory. */
export function enrichCitations(): void {
  const panel = document.querySelector<HTMLElement>('[data-cite-panel]');
  if (!panel) return;
  const announce = makeAnnouncer();
  fillAccessDate(panel);
  fillDownloads(panel);
  showRememberedStyle(panel);
  addCopyButtons(panel, announce);
  addParagraphMarks(announce);
  offerQuotation(panel, announce);
}

type Announce = (message: string) => void;

function makeAnnouncer(): Announce {
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  status.className = 'announcement';
  document.body.append(status);
  let clearing: number | undefined;
  return (message) => {
    status.textContent = message;
    window.clearTimeout(clearing);
    clearing = window.setTimeout(() => (status.textContent = ''), 4000);
  };
}

function fillAccessDate(panel: HTMLElement): void {
  const slot = panel.dataset['accessSlot'];
  if (!slot) return;
  for (const reference of panel.querySelectorAll('[data-reference]')) {
    reference.innerHTML = reference.innerHTML.replace(slot, today());
  }
}

/** Files leave with the reader's day in them; where that fails the link gives them as they are. */
function fillDownloads(panel: HTMLElement): void {
  for (const link of panel.querySelectorAll<HTMLAnchorElement>('a[download][data-extension]')) {
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void saveDated(link).catch(() => location.assign(link.href));
    });
  }
}

async function saveDated({ href, dataset, type }: HTMLAnchorElement): Promise<void> {
  const [response, { withAccessDay }] = await Promise.all([
    fetch(href),
    import('#domain/exports/access-day.ts'),
  ]);
  if (!response.ok) throw new Error(`${href}: ${response.status}`);
  const file = withAccessDay(await response.text(), dataset['extension'] ?? '', today());
  saveFile(href.slice(href.lastIndexOf('/') + 1), `${type};charset=utf-8`, file);
}

function showRememberedStyle(panel: HTMLElement): void {
  const first = panel.querySelector('[data-first-style]');
  const others = panel.querySelector('[data-other-styles]');
  const wanted = panel.querySelector(`[data-other-styles] [data-style="${read() ?? ''}"]`);
  if (!first || !others || !wanted) return;
  others.prepend(...first.children);
  first.append(wanted);
}

function addCopyButtons(panel: HTMLElement, announce: Announce): void {
  for (const reference of panel.querySelectorAll<HTMLElement>('[data-reference]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button screen-only';
    button.textContent = words.copy;
    const row = reference.previousElementSibling;
    button.setAttribute('aria-label', `${words.copy} ${row?.textContent?.trim() ?? ''}`);
    button.addEventListener('click', async () => {
      const plain = reference.textContent ?? '';
      announce((await copy({ plain, html: reference.innerHTML })) ? words.copied : words.notCopied);
      const style = reference.parentElement?.dataset['style'];
      if (style) remember(style);
    });
    row?.append(button);
  }
}

function addParagraphMarks(announce: Announce): void {
  for (const block of document.querySelectorAll<HTMLElement>('.prose > [data-number]')) {
    const number = block.dataset['number'] ?? '';
    const mark = document.createElement('a');
    mark.className = 'paragraph-mark';
    mark.href = `#${block.id}`;
    mark.setAttribute('aria-label', words.copyLink(number));
    mark.addEventListener('click', async () => {
      const copied = await copy({ plain: addressOf(block) });
      announce(copied ? words.linkCopied(number) : words.notCopied);
    });
    hostOf(block).append(mark);
  }
}

/** Where a link may stand inside a block: a list or table takes it in its first item or cell. */
const hostOf = (block: HTMLElement): Element =>
  block.matches('ul, ol, table') ? (block.querySelector('li, th, td') ?? block) : block;

/** The paragraph's permanent address, with a text fragment as an extra. */
function addressOf(block: HTMLElement): string {
  const page = location.href.replace(/[?#].*$/, '');
  return `${page}#${block.id}${textFragment(block.textContent ?? '') ?? ''}`;
}

/** A selection inside the text brings up a button that copies it with its reference. */
function offerQuotation(panel: HTMLElement, announce: Announce): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button quotation-button';
  button.textContent = words.copyQuotation;
  button.hidden = true;
  document.body.append(button);

  document.addEventListener('selectionchange', () => {
    const selected = selectedText();
    button.hidden = selected === null;
    if (!selected) return;
    button.style.top = `${Math.max(selected.box.bottom + window.scrollY + 8, 0)}px`;
    button.style.left = `${Math.min(Math.max(selected.box.left, 8), window.innerWidth - 140)}px`;
  });
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
    box: range.getBoundingClientRect(),
  };
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
async function quotation({ quotes, block, to }: Selected, panel: HTMLElement) {
  const [{ formatReference }, { plain, html }, { quoted }] = await Promise.all([
    import('#domain/citation/styles.ts'),
    import('#domain/citation/rich-text.ts'),
    import('#domain/citation/quotation.ts'),
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
  const marked =
    plain(reference) === plain(without) ? `（${words.paragraphs(paragraph, to)}）` : '';
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

function read(): string | null {
  try {
    return localStorage.getItem(rememberedStyle);
  } catch {
    return null; // storage forbidden: the default style comes first
  }
}

function remember(style: string): void {
  try {
    localStorage.setItem(rememberedStyle, style);
  } catch {
    // Storage forbidden or full: the choice lasts as long as the page.
  }
}
