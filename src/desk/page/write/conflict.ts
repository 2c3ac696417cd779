/** The file changed while it was typed here: both are shown, and the editor takes what is to stay. */
import { presentableDiff } from '@codemirror/merge';
import { conflict as words, write } from '#words/desk-write.ts';
import type { FieldEdit, Form } from '../../api.ts';
import { ask } from '../ask.ts';
import { openDialog } from '../dialog.ts';
import { button, element, newId, type Child } from '../elements.ts';
import { differenceOf } from '../review/difference.ts';
import { isSame, valueAt } from './values.ts';
import { proseIn, type Conflict, type WorkingCopy } from './working-copy.ts';

/** True where the editor has decided, and the copy is ready to be saved. */
export async function settleConflict(
  copy: WorkingCopy,
  form: Form,
  conflict: Conflict,
): Promise<boolean> {
  const { theirs } = conflict;
  if (theirs === null) return settleGone(copy, conflict);
  const them = await ask('POST edit', { id: copy.id, text: theirs, edits: [] });
  const bodyOfThem = proseIn(theirs, them);
  const keys = keysOf(form, copy.data, them.data);
  const fields = keys
    .filter((key) => !isSame(valueAt(copy.data, [key]), valueAt(them.data, [key])))
    .map((key) => ({
      key,
      choice: choiceOf(
        form.fields.find((field) => field.key === key)?.label ?? words.stateField,
        textOf(valueAt(copy.data, [key])),
        textOf(valueAt(them.data, [key])),
      ),
    }));
  const prose =
    copy.body.trim() === bodyOfThem.trim()
      ? null
      : choiceOf(words.prose, copy.body.trim(), bodyOfThem.trim());
  let isSettled = false;
  const save = button(
    words.save,
    () => {
      const edits: FieldEdit[] = fields
        .filter(({ choice }) => choice.isMine())
        .map(({ key }) => {
          const value = valueAt(copy.data, [key]);
          return value === undefined
            ? { edit: 'remove', path: [key] }
            : { edit: 'set', path: [key], value };
        });
      if (prose?.isMine()) edits.push({ edit: 'prose', body: copy.body });
      void ask('POST edit', { id: copy.id, text: theirs, edits }).then(async ({ text }) => {
        await copy.setText(text);
        copy.settleConflict(conflict);
        isSettled = true;
        dialog.close();
      });
    },
    { look: 'main' },
  );
  const choices = [...fields.map(({ choice }) => choice), ...(prose ? [prose] : [])];
  const dialog = openDialog({
    title: words.title,
    content: [
      element('p', {}, choices.length === 0 ? words.same : words.lead),
      ...choices.map(({ node }) => node),
    ],
    actions: [save],
    leave: words.back,
    wide: true,
  });
  await dialog.closed;
  return isSettled;
}

async function settleGone(copy: WorkingCopy, conflict: Conflict): Promise<boolean> {
  let isSettled = false;
  const save = button(
    words.saveMine,
    () => {
      copy.settleConflict(conflict);
      isSettled = true;
      dialog.close();
    },
    { look: 'main' },
  );
  const dialog = openDialog({
    title: words.title,
    content: [element('p', {}, words.gone)],
    actions: [save],
    leave: words.back,
  });
  await dialog.closed;
  return isSettled;
}

/** Those of the form first, in its order; then whatever else the cards hold. */
function keysOf(form: Form, ...cards: readonly unknown[]): readonly string[] {
  const written = cards.flatMap((card) =>
    typeof card === 'object' && card !== null ? Object.keys(card) : [],
  );
  return [...new Set([...form.fields.map(({ key }) => key), ...written])];
}

const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return words.absent;
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  if (typeof value === 'object') return Object.values(value).map(textOf).join(' · ');
  const known = typeof value === 'string' ? write.states[value] : undefined;
  return known ?? String(value);
};

function choiceOf(label: string, mine: string, theirs: string) {
  const name = newId('side');
  const mineBox = element('input', { type: 'radio', name, checked: true });
  const theirsBox = element('input', { type: 'radio', name });
  const parts = presentableDiff(theirs, mine);
  const side = (box: HTMLInputElement, text: string, shown: readonly Child[]) =>
    element(
      'label',
      { class: 'side' },
      element('span', { class: 'side-name' }, box, text),
      element('span', { class: 'side-text' }, ...shown),
    );
  const node = element(
    'fieldset',
    { class: 'conflict' },
    element('legend', {}, label),
    side(
      mineBox,
      words.mine,
      differenceOf(
        mine,
        parts.map(({ fromB, toB }) => [fromB, toB]),
        'ins',
      ),
    ),
    side(
      theirsBox,
      words.theirs,
      differenceOf(
        theirs,
        parts.map(({ fromA, toA }) => [fromA, toA]),
        'del',
      ),
    ),
  );
  return { node, isMine: () => mineBox.checked };
}
