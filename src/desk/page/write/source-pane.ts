/**
 * The source beside the form: its headings fill `section`, its numbers become figures, and the
 * paragraphs of a scan are told apart. One paragraph at a time takes the focus; keys act on it.
 */
import { source as words } from '#words/desk-write.ts';
import type { Belongs, Source, SourceBlock } from '../../api.ts';
import { ask } from '../ask.ts';
import { button, element, fill } from '../elements.ts';
import { complain, say } from '../messages.ts';
import { textOfBlock } from '../source-blocks.ts';
import { sourceBlock } from './source-block.ts';
import { numberIn, numbersIn } from './source-numbers.ts';

export interface SourceUses {
  /** Not given where a source is only read. */
  readonly onSection?: (section: string) => void;
  readonly onFigure?: (number: { value: string; unit: string }, section: string) => void;
}

export interface SourcePane {
  readonly node: HTMLElement;
  /** Headings of the article, in order. */
  readonly headings: () => readonly string[];
  /** Shows the paragraph that holds some words; false where none does. */
  readonly reveal: (text: string) => boolean;
}

const belongsByKey: Readonly<Record<string, Belongs>> = {
  '1': 'this',
  '2': 'another',
  '3': 'unused',
  '0': 'open',
};

/** `practice` is the one worked on: a scan holds articles of several. */
export function sourcePane(opened: Source, practice: string, uses: SourceUses): SourcePane {
  let source = opened;
  let at = 0;
  /** Where a choice of several paragraphs began. */
  let anchor = 0;
  let isAttributing = false;
  let onlyThis = false;
  const list = element('div', { class: 'source-blocks', role: 'list' });
  const left = element('span', { class: 'muted', role: 'status' });
  let rows: readonly HTMLElement[] = [];

  const isOfArticle = ({ belongs }: SourceBlock) => belongs === 'this' || belongs === 'open';
  const sectionAt = (index: number): string => {
    for (let before = index; before >= 0; before -= 1) {
      const entry = source.blocks[before];
      if (entry?.block.is === 'heading' && isOfArticle(entry) && before > 0)
        return entry.block.text;
    }
    return words.beginning;
  };
  const figure = (number: { value: string; unit: string }, index: number) =>
    uses.onFigure?.(number, sectionAt(index));

  const draw = () => {
    rows = source.blocks.map((entry, index) =>
      sourceBlock(entry, {
        index,
        isAttributing,
        ...(uses.onFigure ? { onNumber: (number) => figure(number, index) } : {}),
        ...(uses.onSection ? { onSection: () => uses.onSection?.(textOfBlock(entry.block)) } : {}),
        onBelongs: (belongs) => void attribute(index, index, belongs),
      }),
    );
    fill(list, ...rows);
    follow();
  };
  /** Marks what is chosen, and what is not of the article. */
  const follow = () => {
    const [from, to] = [Math.min(at, anchor), Math.max(at, anchor)];
    rows.forEach((row, index) => {
      row.tabIndex = index === at ? 0 : -1;
      row.toggleAttribute('data-chosen', from !== to && index >= from && index <= to);
      const entry = source.blocks[index];
      row.hidden = onlyThis && entry !== undefined && !isOfArticle(entry);
    });
    const open = source.blocks.filter(({ belongs }) => belongs === 'open').length;
    left.textContent = isAttributing ? words.attributed(open) : '';
  };
  const moveTo = (to: number, keepsAnchor = false) => {
    const step = to > at ? 1 : -1;
    let next = to;
    while (rows[next]?.hidden) next += step;
    if (!rows[next]) return;
    at = next;
    if (!keepsAnchor) anchor = at;
    follow();
    rows[at]?.focus();
  };
  const attribute = async (from: number, to: number, belongs: Belongs) => {
    const blocks = Array.from({ length: to - from + 1 }, (_, step) => ({
      block: from + step,
      belongs,
    }));
    try {
      const now = await ask('POST attribute', { name: source.name, for: practice, blocks });
      source = { ...source, blocks: now.blocks };
      draw();
    } catch (error) {
      complain(error);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const onRow = event.target instanceof HTMLElement && rows.includes(event.target);
    if (!onRow || event.ctrlKey || event.altKey || event.metaKey) return;
    const entry = source.blocks[at];
    const belongs = isAttributing ? belongsByKey[event.key] : undefined;
    if (event.key === 'ArrowDown') moveTo(at + 1, event.shiftKey);
    else if (event.key === 'ArrowUp') moveTo(at - 1, event.shiftKey);
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'End') moveTo(rows.length - 1);
    else if (belongs !== undefined) {
      const [from, to] = [Math.min(at, anchor), Math.max(at, anchor)];
      void attribute(from, to, belongs).then(() => moveTo(Math.min(to + 1, rows.length - 1)));
    } else if (
      entry &&
      uses.onSection &&
      (/^s$/i.test(event.key) || (event.key === 'Enter' && entry.block.is === 'heading'))
    ) {
      uses.onSection(textOfBlock(entry.block));
    } else if (entry && /^n$/i.test(event.key)) {
      const [first] = numbersIn(textOfBlock(entry.block));
      if (first) figure(first, at);
      else say(words.noNumber, 'trouble');
    } else return;
    event.preventDefault();
  };
  list.addEventListener('keydown', onKey);
  list.addEventListener('focusin', (event) => {
    const index = rows.findIndex((row) => row === event.target);
    if (index >= 0 && index !== at) {
      at = index;
      anchor = index;
      follow();
    }
  });

  const attributeTool = button(
    words.attribute,
    () => {
      isAttributing = !isAttributing;
      attributeTool.textContent = isAttributing ? words.attributeEnd : words.attribute;
      attributeTool.setAttribute('aria-pressed', String(isAttributing));
      lead.hidden = !isAttributing;
      draw();
      if (isAttributing) rows[at]?.focus();
    },
    { look: 'plain' },
  );
  const lead = element('p', { class: 'muted', hidden: true }, words.attributeLead);
  const only = element('input', { type: 'checkbox' });
  only.addEventListener('change', () => {
    onlyThis = only.checked;
    follow();
  });
  const selection = selectionTools(list, uses, (node) =>
    sectionAt(rows.findIndex((row) => row.contains(node))),
  );
  const node = element(
    'div',
    { class: 'source-pane' },
    element(
      'div',
      { class: 'source-tools' },
      element('span', { class: 'source-name' }, source.name),
      attributeTool,
      element('label', { class: 'check' }, only, words.onlyThis),
      left,
    ),
    lead,
    list,
    selection,
  );
  draw();
  return {
    node,
    headings: () =>
      source.blocks
        .filter((entry) => entry.block.is === 'heading' && isOfArticle(entry))
        .map(({ block }) => textOfBlock(block)),
    reveal: (text) => {
      const index = indexHolding(source, text);
      rows.forEach((row, other) => row.toggleAttribute('data-revealed', other === index));
      rows[index]?.scrollIntoView({ block: 'nearest' });
      return index >= 0;
    },
  };
}

/** By the longest beginning that is found: quotations rarely hold to the last sign. */
function indexHolding({ blocks }: Source, text: string): number {
  const wanted = bare(text);
  for (let length = wanted.length; length >= Math.min(6, wanted.length) && length > 0;) {
    const part = wanted.slice(0, length);
    const index = blocks.findIndex(({ block }) => bare(textOfBlock(block)).includes(part));
    if (index >= 0) return index;
    length = Math.floor(length / 2);
  }
  return -1;
}

const bare = (text: string): string => text.replace(/[\s\p{P}]/gu, '');

/** What can be done with the words that are selected, shown while there are any. */
function selectionTools(
  list: HTMLElement,
  { onSection, onFigure }: SourceUses,
  sectionOf: (node: Node) => string,
): HTMLElement {
  let text = '';
  let section = '';
  const shown = element('span', {});
  const tools = element(
    'div',
    { class: 'selection-tools', role: 'group', 'aria-label': words.tools, hidden: true },
    shown,
    onFigure
      ? button(words.toFigure, () => {
          const number = numberIn(text);
          if (number) onFigure(number, section);
          else say(words.noNumber, 'trouble');
        })
      : null,
    onSection ? button(words.toSection, () => onSection(text)) : null,
  );
  // A press on the tools must not undo the selection they are about.
  tools.addEventListener('mousedown', (event) => event.preventDefault());
  document.addEventListener('selectionchange', () => {
    if (!list.isConnected) return;
    const selected = document.getSelection();
    const node = selected?.anchorNode ?? null;
    const now = selected?.toString().trim() ?? '';
    const isHere = node !== null && list.contains(node) && now !== '' && now.length <= 60;
    tools.hidden = !isHere || (!onFigure && !onSection);
    if (!isHere) return;
    text = now.replace(/\s*\n\s*/g, '');
    section = sectionOf(node);
    shown.textContent = words.selected(text);
  });
  return tools;
}
