/** What stands above the columns: which practice it is, whether it is saved, and what to do with it. */
import { saveState as saveWords, write as words } from '#words/desk-write.ts';
import { ask } from '../ask.ts';
import { button, element, type Child } from '../elements.ts';
import { complain, say } from '../messages.ts';
import { askToUndo } from '../publish/past-saves.ts';
import { askToPublish } from '../publish/publish-dialog.ts';
import { askToRetire } from '../publish/retire-dialog.ts';
import { timeOf } from '../time.ts';
import { addresses, go, reopen } from '../view.ts';
import { asTyped, valueAt } from './values.ts';
import type { WorkingCopy } from './working-copy.ts';

export interface HeadParts {
  readonly copy: WorkingCopy;
  /** True where all is saved then. */
  readonly save: () => Promise<boolean>;
  readonly faultCount: HTMLElement;
  readonly switches: HTMLElement;
}

export function writeHead({ copy, save, faultCount, switches }: HeadParts): HTMLElement {
  const title = element('h1', { tabindex: -1 });
  const state = element('span', { class: 'mark' });
  const saved = element('p', {
    class: 'save-state',
    role: 'status',
    'aria-label': saveWords.label,
  });
  const stateOf = () => asTyped(valueAt(copy.data, ['state']));

  /** Each of these acts on the file, so what is typed is saved before. */
  const whenSaved = (act: () => Promise<boolean>) => () =>
    void save()
      .then(async (isSaved) => {
        if (isSaved && (await act())) reopen();
      })
      .catch(complain);
  const move = (to: 'draft' | 'review') =>
    whenSaved(async () => {
      const { said } = await ask('POST move', { id: copy.id, to });
      say(said);
      return true;
    });
  const retire = whenSaved(async () => {
    const { cards } = await ask('GET board');
    const others = cards.filter(({ id, column }) => id !== copy.id && column === 'published');
    return askToRetire(
      copy.id,
      others.map(({ id, title: name }) => ({ id, title: name ?? id })),
    );
  });
  const isDraft = stateOf() === 'draft';
  const isReview = stateOf() === 'review';
  const isRetired = stateOf() === 'retired';
  const rare: Child[] = [
    isReview ? button(words.toDraft, move('draft'), { look: 'plain' }) : null,
    button(
      words.saves,
      () =>
        void askToUndo()
          .then((isDone) => isDone && reopen())
          .catch(complain),
      {
        look: 'plain',
      },
    ),
    stateOf() === 'published' ? button(words.retire, retire, { look: 'plain' }) : null,
  ];
  const saveButton = button(words.save, () => void save(), { keys: 'Control+S' });
  const actions = [
    saveButton,
    isDraft ? button(words.toReview, move('review')) : null,
    isRetired
      ? null
      : button(
          words.review,
          whenSaved(async () => {
            go(addresses.review(copy.id));
            return Promise.resolve(false);
          }),
        ),
    isRetired
      ? null
      : button(
          words.publish,
          whenSaved(() => askToPublish(copy.id)),
          { look: 'main' },
        ),
  ];

  const showCard = () => {
    title.textContent = asTyped(valueAt(copy.data, ['title'])) || copy.id;
    state.textContent = words.states[stateOf()] ?? stateOf();
    state.hidden = stateOf() === '';
  };
  const showState = () => {
    saved.dataset['is'] = copy.state.is;
    saved.textContent = sentenceOf(copy.state);
    saveButton.disabled = copy.state.is === 'saving';
  };
  copy.on('card', showCard);
  copy.on('state', showState);
  showCard();
  showState();
  return element(
    'div',
    { class: 'write-head' },
    element('div', { class: 'write-title' }, title, state),
    element('div', { class: 'write-actions' }, saved, faultCount, ...actions, ...rare, switches),
  );
}

function sentenceOf(state: WorkingCopy['state']): string {
  switch (state.is) {
    case 'saved':
      return state.at ? saveWords.savedAt(timeOf(state.at)) : saveWords.saved;
    case 'changed':
      return state.isKept ? saveWords.kept : saveWords.changed;
    case 'saving':
      return saveWords.saving;
    case 'failed':
      return saveWords.failed(state.why);
  }
}
