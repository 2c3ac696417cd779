/** What differs, word by word, from what readers have. */
import { review as words } from '#words/desk-review.ts';
import type { DiffPart, Review } from '../../api.ts';
import { element, fill, type Child } from '../elements.ts';

/** Of what stays as it was, so much is shown beside a change, in characters. */
const around = 60;

export function changesPage({ diff, publishedEdition, edition }: Review): HTMLElement {
  if (publishedEdition === null) return note(words.neverPublished);
  if (diff === null) return note(words.notAtHand);
  if (diff.every(({ is }) => is === 'same')) return note(words.unchanged);
  const text = element('div', { class: 'changes' });
  const only = element('input', { type: 'checkbox', checked: true });
  const show = () =>
    fill(text, ...diff.map((part, at) => shown(part, at, diff.length, only.checked)));
  only.addEventListener('change', show);
  show();
  return element(
    'div',
    {},
    element('p', { class: 'muted' }, words.comparing(publishedEdition, edition)),
    element('label', { class: 'check' }, only, words.onlyChanges),
    text,
  );
}

const note = (sentence: string): HTMLElement => element('p', { class: 'muted' }, sentence);

function shown({ is, text }: DiffPart, at: number, of: number, onlyChanges: boolean): Child {
  if (is === 'added') return element('ins', {}, text);
  if (is === 'removed') return element('del', {}, text);
  if (!onlyChanges || text.length <= 2 * around) return text;
  const before = at === 0 ? '' : text.slice(0, around);
  const behind = at === of - 1 ? '' : text.slice(-around);
  return element('span', {}, before, element('span', { class: 'gap' }, words.gap), behind);
}
