/**
 * The source beside the form: its headings fill `section`, its numbers become figures, and the
 * paragraphs of a scan are told apart. One paragraph at a time takes the focus; keys act on it.
 */
import { source as words } from '#words/desk-write.ts';
import type { Belongs, Source, SourceBlock, Spot } from '../../api.ts';
import { ask } from '../ask.ts';
import { button, element, fill } from '../elements.ts';
import { complain, say } from '../messages.ts';
import { textOfBlock } from './block-elements.ts';
import { sourceBlock } from './block-row.ts';
import { markWords, selectSentence, unmark } from './marks.ts';
import { numbersIn } from './numbers.ts';
import { askForOrder } from './reading-order.ts';
import { selectionTools } from './selection.ts';

export interface SourceUses {
  /** Not given where a source is only read. */
  readonly onSection?: (section: string) => void;
  readonly onFigure?: (number: { value: string; unit: string }, section: string) => void;
  /** Words were chosen on which something rests, in place of what it rested on or besides. */
  readonly onGround?: (spots: readonly Spot[], replaces: boolean) => void;
  /** Paragraphs were attributed, and that is done with. */
  readonly onAttributed?: () => void;
}

export interface SourcePane {
  readonly node: HTMLElement;
  /** Headings of the article, in order. */
  readonly headings: () => readonly string[];
  /** Shows the paragraph that holds some words; false where none does. */
  readonly reveal: (text: string) => boolean;
  /** Marks some words, and no others, and shows the first of them. */
  readonly mark: (spots: readonly Spot[]) => void;
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
  let marked: readonly Spot[] = [];
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
    mark(marked);
  };
  const mark = (spots: readonly Spot[]) => {
    rows.forEach(unmark);
    marked = spots;
    // From behind, so that what stands before is where it was.
    for (const spot of [...spots].reverse()) {
      const row = rows[spot.block];
      if (row) markWords(row, spot);
    }
    list.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
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
    orderTool.hidden = source.parts.length < 2;
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
      source = now;
      draw();
      whose.hidden = true;
      if (!isAttributing) uses.onAttributed?.();
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
    } else if (uses.onGround && /^g$/i.test(event.key)) {
      const row = rows[at];
      if (row) selectSentence(row);
    } else if (entry && uses.onFigure && /^n$/i.test(event.key)) {
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
      else uses.onAttributed?.();
    },
    { look: 'plain' },
  );
  const orderTool = button(
    words.order,
    () => {
      void askForOrder(source, practice).then((now) => {
        if (!now) return;
        source = now;
        draw();
        if (!isAttributing) uses.onAttributed?.();
      });
    },
    { look: 'plain' },
  );
  const whose = ownerLine(source, () => void attribute(0, -1, 'this'));
  const lead = element('p', { class: 'muted', hidden: true }, words.attributeLead);
  const only = element('input', { type: 'checkbox' });
  only.addEventListener('change', () => {
    onlyThis = only.checked;
    follow();
  });
  const selection = selectionTools(
    {
      list,
      rows: () => rows,
      sectionOf: (node) => sectionAt(rows.findIndex((row) => row.contains(node))),
    },
    uses,
  );
  const node = element(
    'div',
    { class: 'source-pane' },
    element(
      'div',
      { class: 'source-tools' },
      element('span', { class: 'source-name' }, source.name),
      attributeTool,
      orderTool,
      element('label', { class: 'check' }, only, words.onlyThis),
      left,
    ),
    whose,
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
    mark,
  };
}

/** Where a source is not on record as that of the practice, how it is put there. */
function ownerLine({ owner }: Source, onClaim: () => void): HTMLElement {
  const line = element('div', { class: 'source-owner', hidden: owner === 'this' });
  if (owner === 'others') line.append(element('p', {}, words.ofOthers));
  else line.append(element('p', {}, words.ofNobody), button(words.claim, onClaim));
  return line;
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
