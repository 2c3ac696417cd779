import { pageAddress } from '#browser/shell/page-address.ts';
import { copy } from '#browser/shell/clipboard.ts';
import { today } from '#browser/shell/today.ts';
import { withDayIn } from '#domain/citation/access-slot.ts';
import { textFragment } from '#domain/words/text-fragment.ts';
import { cite as words } from '#words/cite.ts';

const rememberedStyle = 'citation-style';

/** Adds to a practice page what needs the reader's machine: day, clipboard, selection, memory. */
export function enrichCitations(): void {
  const panel = document.querySelector<HTMLElement>('[data-cite-panel]');
  if (!panel) return;
  const announce = makeAnnouncer();
  fillAccessDate(panel);
  fillDownloads(announce);
  showRememberedStyle(panel);
  addCopyButtons(panel, announce);
  addParagraphMarks(announce);
  awaitSelection(panel, announce);
}

export type Announce = (message: string) => void;

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
  for (const reference of panel.querySelectorAll('[data-reference]')) {
    reference.innerHTML = withDayIn(reference.innerHTML, today());
  }
}

/** Files leave with the reader's day and place in them; where that fails the link gives them as they are. */
function fillDownloads(announce: Announce): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[download][data-extension]')) {
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      import('#browser/citation/take-file.ts')
        .then(({ takeFile }) => takeFile(link))
        .then(announce, () => location.assign(link.href));
    });
  }
}

function showRememberedStyle(panel: HTMLElement): void {
  const first = panel.querySelector('[data-first-style]');
  const others = panel.querySelector('[data-other-styles]');
  const wanted = panel.querySelector(
    `[data-other-styles] [data-style="${CSS.escape(read() ?? '')}"]`,
  );
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
    const style = reference.parentElement?.dataset['style'];
    const names = [reference.parentElement?.querySelector('h3'), row].map(
      (named) => named?.textContent?.trim() ?? '',
    );
    button.setAttribute('aria-label', [words.copy, ...new Set(names)].join(' '));
    button.addEventListener('click', async () => {
      const plain = reference.textContent ?? '';
      announce((await copy({ plain, html: reference.innerHTML })) ? words.copied : words.notCopied);
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
  const page = pageAddress().replace(/[?#].*$/, '');
  return `${page}#${block.id}${textFragment(block.textContent ?? '') ?? ''}`;
}

/** What a selection can be quoted with is loaded when something is selected, which few readers do. */
function awaitSelection(panel: HTMLElement, announce: Announce): void {
  const load = (): void => {
    if (window.getSelection()?.isCollapsed !== false) return;
    document.removeEventListener('selectionchange', load);
    import('#browser/citation/quotation.ts').then(
      ({ offerQuotation }) => offerQuotation(panel, announce),
      // What could not be fetched is asked for again with the next selection.
      () => document.addEventListener('selectionchange', load),
    );
  };
  document.addEventListener('selectionchange', load);
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
