/** All faults of a practice in one list, from each of which one gets to its place. */
import { faults as words } from '#words/desk-write.ts';
import type { DeskFault } from '../../api.ts';
import { button, element, fill } from '../elements.ts';
import { fieldOf } from '../fault-line.ts';
import { faultElement } from './field-line.ts';
import type { WorkingCopy } from './working-copy.ts';

export interface FaultPanel {
  /** Says how many there are, and opens the list. */
  readonly opener: HTMLButtonElement;
  readonly node: HTMLElement;
  /** Goes on from the one gone to last. */
  readonly next: (step: 1 | -1) => void;
}

export function faultPanel(copy: WorkingCopy, goTo: (fault: DeskFault) => void): FaultPanel {
  let at = -1;
  const list = element('ol', { class: 'fault-list' });
  const node = element(
    'section',
    { class: 'fault-panel', 'aria-label': words.title, hidden: true },
    element(
      'div',
      { class: 'fault-panel-head' },
      element('h2', {}, words.title),
      button(words.next, () => next(1), { keys: 'F8' }),
    ),
    list,
  );
  const opener = button(words.judging, () => {
    node.hidden = !node.hidden;
    opener.setAttribute('aria-expanded', String(!node.hidden));
    if (!node.hidden) list.querySelector<HTMLElement>('button')?.focus();
  });
  opener.classList.add('fault-count');
  opener.setAttribute('aria-expanded', 'false');

  const next = (step: 1 | -1) => {
    const { faults } = copy;
    if (faults.length === 0) return;
    at = (at + step + faults.length) % faults.length;
    const fault = faults[at];
    if (fault) goTo(fault);
  };
  const draw = () => {
    const { faults } = copy;
    at = Math.min(at, faults.length - 1);
    opener.textContent = copy.judged ? words.count(faults.length) : words.judging;
    opener.dataset['tone'] = faults.length > 0 ? 'fault' : 'good';
    // What is being pressed stays where it is until it is left.
    if (list.contains(document.activeElement) && list.children.length === faults.length) return;
    fill(
      list,
      ...faults.map((fault, index) =>
        element(
          'li',
          {},
          button(
            fieldOf(fault),
            () => {
              at = index;
              goTo(fault);
            },
            { look: 'plain', says: words.go(fieldOf(fault)) },
          ),
          faultElement(fault, copy),
        ),
      ),
      faults.length === 0 ? element('li', { class: 'muted' }, words.none) : null,
    );
  };
  copy.on('judged', draw);
  return { opener, node, next };
}
