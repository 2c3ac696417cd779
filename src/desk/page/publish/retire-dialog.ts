/** Taking a published practice back, with the reason its page will give. */
import { retire as words } from '#words/desk-review.ts';
import { ask, sentenceOfError } from '../ask.ts';
import { openDialog } from '../dialog.ts';
import { button, element, newId } from '../elements.ts';
import { say } from '../messages.ts';
import { placesToDecide } from './naming-places.ts';

export interface Successor {
  readonly id: string;
  readonly title: string;
}

/** True where it was retired. */
export async function askToRetire(id: string, others: readonly Successor[]): Promise<boolean> {
  const { places } = await ask('GET naming', undefined, { id });
  const named = placesToDecide(places, others);
  const by = element('input', { type: 'text', id: newId('by') });
  const reason = element('textarea', { rows: 3, id: newId('reason') });
  const successor = element(
    'select',
    { id: newId('successor') },
    element('option', { value: '' }, ''),
    ...others.map((other) => element('option', { value: other.id }, other.title)),
  );
  const trouble = element('p', { class: 'fault', role: 'alert', hidden: true });
  let isDone = false;
  const complain = (sentence: string) => {
    trouble.hidden = false;
    trouble.textContent = sentence;
  };
  const retire = button(
    words.retire,
    () => {
      if (by.value.trim() === '' || reason.value.trim() === '') {
        complain(words.needs);
        return;
      }
      const decided = named.decided();
      if (decided === null) {
        complain(words.needsInstead);
        return;
      }
      retire.disabled = true;
      ask('POST retire', {
        id,
        by: by.value.trim(),
        reason: reason.value.trim(),
        successor: successor.value || null,
        places: decided,
      })
        .then(({ said, notice }) => {
          isDone = true;
          say([said, notice ?? ''].join(' ').trim());
          dialog.close();
        })
        .catch((error: unknown) => {
          complain(sentenceOfError(error));
          retire.disabled = false;
        });
    },
    { look: 'main' },
  );
  const line = (label: string, control: HTMLElement) =>
    element('div', { class: 'field' }, element('label', { for: control.id }, label), control);
  const dialog = openDialog({
    title: words.title,
    content: [
      element('p', {}, words.lead),
      line(words.by, by),
      line(words.reason, reason),
      line(words.successor, successor),
      named.node,
      trouble,
    ],
    actions: [retire],
    wide: places.length > 0,
  });
  await dialog.closed;
  return isDone;
}
