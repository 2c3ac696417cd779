/** The rounds of reading: who signed each, and signing the one that was just read. */
import { publish as publishWords, review as words } from '#words/desk-review.ts';
import type { Review, RoundState } from '../../api.ts';
import { ask } from '../ask.ts';
import { button, element, newId } from '../elements.ts';
import { complain, say } from '../messages.ts';

const nameKept = 'desk-reader';

export interface SigningUses {
  readonly openClaims: () => number;
  readonly ticksSaved: () => Promise<void>;
  readonly onSigned: (review: Review) => void;
}

export function signingPage(
  { id, rounds, isRequired, asksWhatChanged, leaving }: Review,
  { openClaims, ticksSaved, onSigned }: SigningUses,
): HTMLElement {
  if (rounds.length === 0) return element('p', { class: 'muted' }, words.noRounds);
  const round = element(
    'select',
    { id: newId('round') },
    ...rounds.map((one) => element('option', { value: one.round }, one.round)),
  );
  round.value = (rounds.find((one) => !isSigned(one)) ?? rounds[0])?.round ?? '';
  const by = element('input', {
    type: 'text',
    id: newId('by'),
    value: localStorage.getItem(nameKept) ?? '',
  });
  const note = element('textarea', { rows: 2, id: newId('note') });
  const accept = element('input', { type: 'checkbox' });
  const trouble = element('p', { class: 'notice', role: 'alert', hidden: true });
  let isWarned = false;
  const sign = button(
    words.sign,
    () => {
      const left = openClaims();
      if (left > 0 && !isWarned) {
        isWarned = true;
        trouble.hidden = false;
        trouble.textContent = words.unticked(left);
        sign.textContent = words.signAnyway;
        return;
      }
      sign.disabled = true;
      localStorage.setItem(nameKept, by.value.trim());
      ticksSaved()
        .then(() =>
          ask('POST sign', {
            id,
            round: round.value,
            by: by.value.trim(),
            whatChanged: asksWhatChanged ? note.value.trim() : null,
            acceptLeaving: accept.checked,
          }),
        )
        .then((review) => {
          onSigned(review);
          say(words.signed(round.value, by.value.trim()));
        })
        .catch((error: unknown) => {
          sign.disabled = false;
          complain(error);
        });
    },
    { look: 'main' },
  );
  return element(
    'div',
    { class: 'signing' },
    isRequired ? element('p', {}, words.required) : null,
    element('ul', { role: 'list', class: 'rounds' }, ...rounds.map(roundOf)),
    element('div', { class: 'field' }, element('label', { for: round.id }, words.round), round),
    element(
      'div',
      { class: 'field' },
      element(
        'div',
        { class: 'field-name' },
        element('label', { for: by.id }, words.by),
        element('span', { class: 'sentence' }, words.byHint),
      ),
      by,
    ),
    asksWhatChanged
      ? element(
          'div',
          { class: 'field' },
          element('label', { for: note.id }, publishWords.whatChanged),
          element('p', { class: 'sentence' }, publishWords.whatChangedHint),
          note,
        )
      : null,
    ...(leaving.length === 0
      ? []
      : [
          element('p', {}, publishWords.leaving(leaving.length)),
          element('ul', { class: 'list' }, ...leaving.map((text) => element('li', {}, text))),
          element('label', { class: 'check' }, accept, publishWords.acceptLeaving),
        ]),
    trouble,
    element('div', { class: 'actions' }, sign),
  );
}

const isSigned = ({ signatures }: RoundState): boolean =>
  signatures.some(({ isCurrent }) => isCurrent);

const roundOf = (state: RoundState): HTMLElement =>
  element(
    'li',
    { 'data-signed': isSigned(state) },
    element('strong', {}, state.round),
    ...(state.signatures.length === 0
      ? [element('span', { class: 'muted' }, words.unsigned)]
      : state.signatures.map(({ by, on, isCurrent, edition }) =>
          element(
            'span',
            { class: isCurrent ? null : 'muted' },
            `${words.signatures(by, on)}（${words.edition(edition)}${isCurrent ? '' : `，${words.stale}`}）`,
          ),
        )),
  );
