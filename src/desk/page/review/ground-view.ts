/** The words of the source each sentence of a claim rests on, with what can be done about them. */
import { grounds as words } from '#words/desk-review.ts';
import type { Claim, ClaimGround } from '../../api.ts';
import { button, element, newId, type Child } from '../elements.ts';
import { asOurs, carries, isOurs, withoutPassage, withPassage, withSought } from './grounding.ts';
import type { GroundAsked } from '../../api.ts';

export type Change = Pick<GroundAsked, 'passages' | 'absent' | 'editor'>;

export interface GroundUses {
  /** Numbers count from 1. */
  readonly onSentence: (sentence: number) => void;
  readonly onChange: (change: Change) => void;
}

/** `current` is the sentence that words chosen in the source would be for. */
export function groundView(
  claim: Claim,
  ground: ClaimGround,
  current: number,
  uses: GroundUses,
): HTMLElement {
  const [only, ...more] = claim.sentences;
  const isOnly = only !== undefined && more.length === 0;
  return element(
    'div',
    { class: 'ground' },
    element(
      'div',
      { class: 'ground-line' },
      element(
        'p',
        { class: 'ground-state', 'data-state': ground.state },
        claim.section === '' ? '' : words.section(claim.section),
        words.states[ground.state],
      ),
      isOnly ? toolsOf(claim, ground, 1, uses) : null,
    ),
    ...(isOnly
      ? partsOf(claim, ground, 1, uses)
      : [
          element(
            'ol',
            { role: 'list', class: 'ground-sentences' },
            ...claim.sentences.map((sentence, index) =>
              sentenceView(claim, ground, { number: index + 1, sentence, current }, uses),
            ),
          ),
        ]),
    ...ground.problems.filter(({ sentence }) => sentence === null).map(problemView(claim, uses)),
  );
}

function sentenceView(
  claim: Claim,
  ground: ClaimGround,
  at: { readonly number: number; readonly sentence: string; readonly current: number },
  uses: GroundUses,
): HTMLElement {
  const { number, sentence, current } = at;
  const choose = button(`${number}. ${sentence}`, () => uses.onSentence(number), { look: 'plain' });
  choose.classList.add('ground-sentence');
  choose.setAttribute('aria-pressed', String(number === current));
  return element(
    'li',
    { 'data-current': number === current },
    element('div', { class: 'ground-line' }, choose, toolsOf(claim, ground, number, uses)),
    ...partsOf(claim, ground, number, uses),
  );
}

/** What a sentence rests on, and what is wrong with that. */
function partsOf(
  claim: Claim,
  ground: ClaimGround,
  number: number,
  uses: GroundUses,
): readonly Child[] {
  return [
    ...ground.passages.flatMap((passage, index) =>
      carries(passage, number, claim) ? [passageView(claim, index, uses, number)] : [],
    ),
    ...ground.absent.flatMap((absence) =>
      carries(absence, number, claim) ? [soughtView(claim, number, absence.words, uses)] : [],
    ),
    isOurs(claim, number) ? element('p', { class: 'ground-ours' }, words.ours) : null,
    ...ground.problems
      .filter((problem) => problem.sentence === number)
      .map(problemView(claim, uses)),
  ];
}

/** They take their room whether they are seen or not: what is pressed must not move away. */
function toolsOf(
  claim: Claim,
  ground: ClaimGround,
  number: number,
  { onChange }: GroundUses,
): HTMLElement {
  const ours = isOurs(claim, number);
  const isBare = ground.problems.some((one) => one.sentence === number && one.isBare);
  const isSought = ground.absent.some((absence) => carries(absence, number, claim));
  const tool = (label: string, change: () => Change) =>
    button(label, () => onChange(change()), { look: 'plain' });
  return element(
    'div',
    { class: 'ground-tools' },
    isBare ? null : tool(ours ? words.notOurs : words.asOurs, () => asOurs(claim, number, !ours)),
    isSought || ours
      ? null
      : tool(words.sought, () => withSought(claim, number, [words.soughtWord])),
  );
}

function passageView(
  claim: Claim,
  index: number,
  { onChange, onSentence }: GroundUses,
  sentence: number,
): HTMLElement | null {
  const passage = claim.ground?.passages[index];
  if (!passage) return null;
  const show = button(words.passage(passage.place, passage.words), () => onSentence(sentence), {
    look: 'plain',
    title: words.show,
  });
  show.classList.add('ground-words');
  return element(
    'div',
    { class: 'ground-passage' },
    show,
    button('×', () => onChange(withoutPassage(claim, index)), {
      look: 'plain',
      says: words.drop(passage.words),
    }),
  );
}

/** Words that were looked for, to be changed; none takes the whole line away. */
function soughtView(
  claim: Claim,
  sentence: number,
  sought: readonly string[],
  { onChange }: GroundUses,
): HTMLElement {
  const input = element('input', { type: 'text', id: newId('sought'), value: sought.join('、') });
  input.addEventListener('change', () => {
    const now = input.value.split(/[\s,，、；;]+/u).filter((word) => word !== '');
    onChange(withSought(claim, sentence, now));
  });
  return element(
    'div',
    { class: 'ground-sought' },
    element('label', { for: input.id }, words.soughtFor),
    input,
  );
}

const problemView =
  (claim: Claim, { onChange }: GroundUses) =>
  ({ problem, remedy, add, isBare, sentence }: ClaimGround['problems'][number]): HTMLElement =>
    element(
      'p',
      { class: 'fault' },
      element('span', {}, `${problem}。${isBare ? words.bare : `${remedy}。`}`),
      add ? button(words.add(add.place, add.words), () => onChange(withPassage(claim, add))) : null,
      isBare && sentence !== null
        ? button(words.asOurs, () => onChange(asOurs(claim, sentence, true)))
        : null,
    );
