/** Publishing, and counting a new edition where readers have one: what it needs to be told is asked. */
import { publish as words } from '#words/desk-review.ts';
import type { BeforePublishing } from '../../api.ts';
import { ask, sentenceOfError } from '../ask.ts';
import { openDialog } from '../dialog.ts';
import { button, element, newId } from '../elements.ts';
import { faultLine } from '../fault-line.ts';
import { say } from '../messages.ts';
import { addresses, go } from '../view.ts';

/** True where it was published. */
export async function askToPublish(id: string): Promise<boolean> {
  const before = await ask('POST before-publishing', { id });
  const note = element('textarea', { rows: 3, id: newId('note') });
  const accept = element('input', { type: 'checkbox' });
  const trouble = element('p', { class: 'fault', role: 'alert', hidden: true });
  const complain = (sentence: string) => {
    trouble.hidden = false;
    trouble.textContent = sentence;
  };
  let isDone = false;
  const publish = button(
    words.publish,
    () => {
      const whatChanged = note.value.trim();
      if (before.asksWhatChanged && whatChanged === '') {
        complain(words.needsChange);
        note.focus();
        return;
      }
      if (before.leaving.length > 0 && !accept.checked) {
        complain(words.needsAccept);
        accept.focus();
        return;
      }
      publish.disabled = true;
      ask('POST publish', {
        id,
        whatChanged: before.asksWhatChanged ? whatChanged : null,
        acceptLeaving: accept.checked,
      })
        .then(({ said, commit, notice }) => {
          isDone = true;
          say(
            [said, notice ?? '', commit ?? '', words.after].filter((part) => part !== '').join(' '),
          );
          dialog.close();
        })
        .catch((error: unknown) => {
          complain(sentenceOfError(error));
          publish.disabled = false;
        });
    },
    { look: 'main' },
  );
  const toReview = button(
    words.toReview,
    () => {
      dialog.close();
      go(addresses.review(id));
    },
    { look: 'main' },
  );
  const mayPublish = before.faults.length === 0 && before.ungrounded === 0;
  const dialog = openDialog({
    title: words.title,
    content: [...asked(before, note, accept), trouble],
    actions: mayPublish ? [publish] : before.ungrounded > 0 ? [toReview] : [],
  });
  await dialog.closed;
  return isDone;
}

function asked(
  { faults, ungrounded, unsigned, edition, asksWhatChanged, leaving }: BeforePublishing,
  note: HTMLTextAreaElement,
  accept: HTMLInputElement,
): readonly (HTMLElement | null)[] {
  const grounds = ungrounded === 0 ? null : element('p', {}, words.ungrounded(ungrounded));
  if (faults.length === 0 && grounds) return [grounds];
  if (faults.length > 0) {
    return [
      grounds,
      element('p', {}, words.faults(faults.length)),
      element(
        'ul',
        { class: 'list' },
        ...faults.map((fault) => element('li', {}, faultLine(fault))),
      ),
    ];
  }
  return [
    element('p', {}, words.edition(edition)),
    unsigned.length === 0
      ? null
      : element('p', { class: 'notice' }, words.unsigned(unsigned.join('、'))),
    asksWhatChanged
      ? element(
          'div',
          { class: 'field' },
          element('label', { for: note.id }, words.whatChanged),
          element('p', { class: 'sentence' }, words.whatChangedHint),
          note,
        )
      : null,
    leaving.length === 0 ? null : element('p', {}, words.leaving(leaving.length)),
    leaving.length === 0
      ? null
      : element('ul', { class: 'list' }, ...leaving.map((text) => element('li', {}, text))),
    leaving.length === 0 ? null : element('label', { class: 'check' }, accept, words.acceptLeaving),
  ];
}
