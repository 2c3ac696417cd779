/** One claim: a box to tick, what is said, and the words of the source it rests on. */
import { review as words } from '#words/desk-review.ts';
import type { Claim } from '../../api.ts';
import { element, fill, type Child } from '../elements.ts';
import { groundView, type Change } from './ground-view.ts';

export interface ClaimRow {
  readonly node: HTMLElement;
  readonly box: HTMLInputElement;
  /** As it was drawn last. */
  readonly claim: () => Claim;
  /** The sentence that is read, counted from 1. */
  readonly sentence: () => number;
  readonly draw: (claim: Claim) => void;
  /** Says why something was not done, until the row is drawn again. */
  readonly complain: (sentence: string) => void;
}

export interface RowUses {
  readonly onChange: (change: Change) => void;
  readonly onSentence: () => void;
}

/** So much of a paragraph is read out with its box. */
const longest = 60;

export function claimRow(opened: Claim, hasSource: boolean, uses: RowUses): ClaimRow {
  let claim = opened;
  let sentence = firstOpen(opened, 1);
  const box = element('input', { type: 'checkbox' });
  const trouble = element('p', { class: 'fault', role: 'alert', hidden: true });
  const node = element('li', { class: 'claim' });
  const more = element('div', { class: 'claim-ground' });
  const showGround = () => {
    const { ground } = claim;
    if (!ground) return fill(more, ...withoutGround(claim, hasSource));
    const focused = document.activeElement;
    const at = focused && more.contains(focused) ? placeOf(more, focused) : -1;
    fill(
      more,
      groundView(claim, ground, sentence, {
        onChange: uses.onChange,
        onSentence: (number) => {
          sentence = number;
          showGround();
          uses.onSentence();
        },
      }),
    );
    // What was pressed is another element now; where it is gone the box is nearest.
    if (at >= 0) (more.querySelectorAll<HTMLElement>('button, input')[at] ?? box).focus();
  };
  const draw = (now: Claim) => {
    claim = now;
    const isOpen = claim.ground?.problems.some((problem) => problem.sentence === sentence);
    if (isOpen !== true) sentence = firstOpen(claim, sentence);
    box.checked = claim.isTicked;
    trouble.hidden = true;
    trouble.textContent = '';
    showGround();
  };
  box.setAttribute('aria-label', words.checked(`${claim.label} ${claim.text.slice(0, longest)}`));
  fill(
    node,
    element(
      'label',
      {},
      box,
      element(
        'span',
        { class: 'claim-text' },
        element('span', { class: 'claim-label' }, claim.label),
        claim.ground && claim.sentences.length > 1 ? null : element('span', {}, claim.text),
      ),
    ),
    claim.ground || claim.section === ''
      ? null
      : element('p', { class: 'muted' }, words.section(claim.section)),
    trouble,
    more,
  );
  draw(opened);
  return {
    node,
    box,
    claim: () => claim,
    sentence: () => sentence,
    draw,
    complain: (why) => {
      trouble.hidden = false;
      trouble.textContent = why;
    },
  };
}

const placeOf = (root: HTMLElement, focused: Element): number =>
  [...root.querySelectorAll('button, input')].indexOf(focused);

/** The first sentence something is wrong with; where nothing is, the one that was read. */
const firstOpen = ({ ground, sentences }: Claim, read: number): number =>
  ground?.problems.find(({ sentence }) => sentence !== null)?.sentence ??
  Math.min(read, Math.max(1, sentences.length));

const withoutGround = ({ inSource }: Claim, hasSource: boolean): readonly Child[] =>
  inSource === null
    ? [hasSource ? element('p', { class: 'muted' }, words.notFound) : null]
    : [element('blockquote', {}, inSource)];
