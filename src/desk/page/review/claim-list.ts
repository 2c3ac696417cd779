/** Each claim with a box to tick; the source follows whichever has the focus. */
import { grounds as groundWords, review as words } from '#words/desk-review.ts';
import type { Claim, Review, Spot } from '../../api.ts';
import { ask, sentenceOfError } from '../ask.ts';
import { element } from '../elements.ts';
import { complain } from '../messages.ts';
import { claimRow, type ClaimRow } from './claim-row.ts';
import { standing, withWords } from './grounding.ts';
import type { Change } from './ground-view.ts';

export interface ClaimList {
  readonly node: HTMLElement;
  readonly progress: HTMLElement;
  /** How many are not ticked. */
  readonly open: () => number;
  readonly goToOpen: () => void;
  /** Settles when the server knows every tick. */
  readonly saved: () => Promise<void>;
  /** Words were chosen in the source for the sentence that is read. */
  readonly choose: (spots: readonly Spot[], replaces: boolean) => void;
}

/** What of the source is to be shown: where a sentence stands, or the words by which to look. */
export interface Reading {
  readonly claim: Claim;
  readonly sentence: number;
}

/** Without a source nothing is said of what it does not hold. */
export function claimList(
  { id, claims, notice }: Review,
  hasSource: boolean,
  onRead: (reading: Reading) => void,
): ClaimList {
  const progress = element('span', { class: 'muted', role: 'status' });
  const rows: ClaimRow[] = [];
  let current = 0;
  const open = () => rows.filter(({ box }) => !box.checked).length;
  const show = () => {
    progress.textContent = words.progress(rows.length - open(), rows.length);
    rows.forEach(({ node, box }) => node.toggleAttribute('data-ticked', box.checked));
  };
  const read = (at: number) => {
    const row = rows[at];
    if (!row) return;
    current = at;
    rows.forEach((other) => other.node.toggleAttribute('data-current', other === row));
    onRead({ claim: row.claim(), sentence: row.sentence() });
  };
  const focus = (at: number) => {
    const row = rows[at];
    row?.box.focus();
    row?.node.scrollIntoView({ block: 'nearest' });
  };
  // One after the other: of two on their way the later might come first, and the earlier undo it.
  let saving = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    saving = saving.then(work);
  };
  /** Claims without a source are ticked for as long as their words stay. */
  const keepTicks = async () => {
    const keys = rows
      .filter((row) => row.box.checked && row.claim().ground === null)
      .map((row) => row.claim().key);
    await ask('POST tick', { id, keys }).catch(complain);
  };
  const put = (row: ClaimRow, change: (claim: Claim) => Change, isConfirmed: boolean) =>
    inTurn(async () => {
      const before = row.claim();
      try {
        const { key, said } = before;
        row.draw(await ask('POST ground', { id, key, said, ...change(before), isConfirmed }));
      } catch (error) {
        row.draw(before);
        row.complain(sentenceOfError(error));
        // Whoever has gone on to the next one is called back, and nobody farther off.
        const at = rows.indexOf(row);
        if (isConfirmed && current === at + 1) focus(at);
      }
      show();
      if (rows[current] === row) onRead({ claim: row.claim(), sentence: row.sentence() });
    });
  const tick = (at: number) => {
    const row = rows[at];
    if (!row) return;
    show();
    const isTicked = row.box.checked;
    const { ground } = row.claim();
    if (!ground) inTurn(keepTicks);
    else put(row, (claim) => (claim.ground ? standing(claim.ground) : standing(ground)), isTicked);
    if (isTicked) focus(at + 1);
  };
  claims.forEach((claim, at) => {
    const row = claimRow(claim, hasSource, {
      onChange: (change) => put(rowAt(at), () => change, false),
      onSentence: () => read(at),
    });
    rows.push(row);
    row.box.addEventListener('change', () => tick(at));
    row.node.addEventListener('focusin', () => {
      if (current !== at || !row.node.hasAttribute('data-current')) read(at);
    });
    row.node.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step === 0 || (event.target instanceof HTMLInputElement && event.target !== row.box))
        return;
      event.preventDefault();
      focus(at + step);
    });
  });
  const rowAt = (at: number): ClaimRow => {
    const row = rows[at];
    if (!row) throw new Error(`There is no claim ${at}.`);
    return row;
  };
  show();
  return {
    node: element(
      'div',
      { class: 'claims-page' },
      notice === null ? null : element('p', { class: 'notice' }, notice),
      claims.some(({ ground }) => ground)
        ? element('p', { class: 'muted claims-lead' }, groundWords.lead)
        : null,
      rows.length === 0
        ? element('p', { class: 'muted' }, words.noClaims)
        : element('ol', { role: 'list', class: 'claims' }, ...rows.map(({ node }) => node)),
    ),
    progress,
    open,
    goToOpen: () => focus(rows.findIndex(({ box }) => !box.checked)),
    saved: () => saving,
    choose: (spots, replaces) => {
      const row = rows[current];
      if (!row?.claim().ground || spots.length === 0) return;
      const sentence = row.sentence();
      put(row, (claim) => withWords(claim, sentence, { spots, replaces }), false);
    },
  };
}
