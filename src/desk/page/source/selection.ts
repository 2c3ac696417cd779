/** What can be done with the words that are selected in a source, shown while there are any. */
import { source as words } from '#words/desk-write.ts';
import type { Spot } from '../../api.ts';
import { button, element } from '../elements.ts';
import { say } from '../messages.ts';
import { spotsOf } from './marks.ts';
import { numberIn } from './numbers.ts';
import type { SourceUses } from './pane.ts';

/** Longer selections are no number and no heading. */
const longestLine = 60;

export interface Selecting {
  readonly list: HTMLElement;
  readonly rows: () => readonly HTMLElement[];
  readonly sectionOf: (node: Node) => string;
}

export function selectionTools(
  { list, rows, sectionOf }: Selecting,
  { onSection, onFigure, onGround }: SourceUses,
): HTMLElement {
  let text = '';
  let section = '';
  let spots: readonly Spot[] = [];
  const ground = (replaces: boolean) => {
    onGround?.(spots, replaces);
    document.getSelection()?.removeAllRanges();
  };
  const shown = element('span', {});
  const tools = element(
    'div',
    { class: 'selection-tools', role: 'group', 'aria-label': words.tools, hidden: true },
    shown,
    onGround ? button(words.toGround, () => ground(true), { look: 'main' }) : null,
    onGround ? button(words.moreGround, () => ground(false)) : null,
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
    if (!list.isConnected || tools.contains(document.activeElement)) return;
    const selected = document.getSelection();
    const node = selected?.anchorNode ?? null;
    const now = selected?.toString().trim() ?? '';
    const fits = now !== '' && (onGround !== undefined || now.length <= longestLine);
    const isHere = node !== null && list.contains(node) && fits;
    tools.hidden = !isHere || (!onFigure && !onSection && !onGround);
    if (!isHere || !selected) return;
    text = now.replace(/\s*\n\s*/g, '');
    section = sectionOf(node);
    spots = onGround ? spotsOf(selected.getRangeAt(0), rows()) : [];
    shown.textContent = words.selected(text);
  });
  return tools;
}
