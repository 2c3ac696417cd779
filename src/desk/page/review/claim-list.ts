/** Each figure and claim with a box to tick; the source follows whichever has the focus. */
import { review as words } from '#words/desk-review.ts';
import type { Claim, Review } from '../../api.ts';
import { ask } from '../ask.ts';
import { element } from '../elements.ts';
import { complain } from '../messages.ts';

export interface ClaimList {
  readonly node: HTMLElement;
  readonly progress: HTMLElement;
  /** How many are not ticked. */
  readonly open: () => number;
  readonly goToOpen: () => void;
  /** Settles when the server knows every tick. */
  readonly saved: () => Promise<void>;
}

/** Without a source nothing is said of what it does not hold. */
export function claimList(
  { id, claims }: Review,
  hasSource: boolean,
  onRead: (claim: Claim) => void,
): ClaimList {
  const progress = element('span', { class: 'muted', role: 'status' });
  const rows = claims.map((claim) => {
    const box = element('input', {
      type: 'checkbox',
      checked: claim.isTicked,
      'aria-label': words.checked(`${claim.label} ${claim.text}`),
    });
    return { claim, box, node: rowOf(claim, box, hasSource) };
  });
  const open = () => rows.filter(({ box }) => !box.checked).length;
  const show = () => {
    progress.textContent = words.progress(rows.length - open(), rows.length);
    rows.forEach(({ node, box }) => node.toggleAttribute('data-ticked', box.checked));
  };
  const focus = (at: number) => {
    const row = rows[at];
    row?.box.focus();
    row?.node.scrollIntoView({ block: 'nearest' });
  };
  // One after the other: of two on their way the later might come first, and the earlier undo it.
  let saving = Promise.resolve();
  const save = async (): Promise<void> => {
    const keys = rows.filter(({ box }) => box.checked).map(({ claim }) => claim.key);
    await ask('POST tick', { id, keys }).catch(complain);
  };
  const tick = (at: number) => {
    show();
    saving = saving.then(save);
    if (rows[at]?.box.checked) focus(at + 1);
  };
  rows.forEach(({ claim, box, node }, at) => {
    box.addEventListener('change', () => tick(at));
    node.addEventListener('focusin', () => {
      rows.forEach((row) => row.node.toggleAttribute('data-current', row.node === node));
      onRead(claim);
    });
    node.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      focus(at + step);
    });
  });
  show();
  return {
    node:
      rows.length === 0
        ? element('p', { class: 'muted' }, words.noClaims)
        : element('ol', { role: 'list', class: 'claims' }, ...rows.map(({ node }) => node)),
    progress,
    open,
    goToOpen: () => focus(rows.findIndex(({ box }) => !box.checked)),
    saved: () => saving,
  };
}

const rowOf = (
  { label, text, section, inSource }: Claim,
  box: HTMLElement,
  hasSource: boolean,
): HTMLElement =>
  element(
    'li',
    { class: 'claim' },
    element(
      'label',
      {},
      box,
      element(
        'span',
        { class: 'claim-text' },
        element('span', { class: 'claim-label' }, label),
        element('span', {}, text),
      ),
    ),
    element('p', { class: 'muted' }, words.section(section)),
    inSource === null
      ? hasSource
        ? element('p', { class: 'muted' }, words.notFound)
        : null
      : element('blockquote', {}, inSource),
  );
