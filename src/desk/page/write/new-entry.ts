/** 新建: an entry of a list, made while one writes, without leaving the practice. */
import { fields as fieldWords, newEntry as words } from '#words/desk-write.ts';
import type { Form, FormField } from '../../api.ts';
import { ask } from '../ask.ts';
import { combobox, fitting } from '../combobox.ts';
import { element, newId } from '../elements.ts';
import { complain } from '../messages.ts';
import { entryDialog, type MadeEntry } from './entry-dialog.ts';
import { makeRegion } from './new-region.ts';

/** A field of the dialog, with what is typed in it; undefined where nothing is. */
interface EntryField {
  readonly node: HTMLElement;
  readonly value: () => unknown;
  readonly propose: (text: string) => void;
}

export function makeEntry(form: Form, list: string, typed: string): Promise<MadeEntry> {
  return list === 'regions' ? makeRegion(typed) : makeByFields(form, list, typed);
}

async function makeByFields(form: Form, list: string, typed: string): Promise<MadeEntry> {
  const fields = (form.entries[list] ?? []).filter(({ is }) => is.kind !== 'rows');
  const shown = new Map(fields.map((field) => [field.key, entryField(field, form)]));
  const nameKey = fields.some(({ key }) => key === 'name') ? 'name' : 'label';
  shown.get(nameKey)?.propose(typed);
  const propose = async () => {
    const name = String(shown.get(nameKey)?.value() ?? '');
    if (name === '') return;
    try {
      const proposal = await ask('POST propose', { name });
      shown.get('id')?.propose(list === 'authors' ? proposal.personId : proposal.id);
      if (/^\p{Script=Han}/u.test(name)) shown.get('pinyin')?.propose(proposal.personName);
    } catch (error) {
      complain(error);
    }
  };
  shown
    .get(nameKey)
    ?.node.querySelector('input, textarea')
    ?.addEventListener('change', () => void propose());
  if (typed !== '') await propose();
  const inOrder = [nameKey, ...fields.map(({ key }) => key).filter((key) => key !== nameKey)];
  return entryDialog(
    list,
    inOrder.flatMap((key) => shown.get(key)?.node ?? []),
    () => {
      const pairs = [...shown].map(([key, field]) => [key, field.value()] as const);
      const entry = Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
      return {
        entries: [entry],
        id: String(entry['id'] ?? ''),
        name: String(entry[nameKey] ?? ''),
      };
    },
  );
}

function entryField(field: FormField, form: Form): EntryField {
  const { is } = field;
  if (is.kind === 'choice') {
    const control = element(
      'select',
      {},
      ...(field.isRequired ? [] : [element('option', { value: '' }, fieldWords.none)]),
      ...is.choices.map(({ value, label }) => element('option', { value }, label)),
    );
    return made(field, control, control, () => control.value || undefined);
  }
  if (is.kind === 'texts' || is.kind === 'picks') {
    const control = element('textarea', { rows: 2, placeholder: words.perLine });
    const value = () => {
      const lines = control.value.split('\n').map((line) => line.trim());
      const written = lines.filter((line) => line !== '');
      return written.length > 0 || field.isRequired ? written : undefined;
    };
    return made(field, control, control, value);
  }
  if (is.kind === 'pick') return entryPick(field, is.list, form);
  const isLong = field.key === 'definition';
  const control = isLong
    ? element('textarea', { rows: 3 })
    : element('input', { type: 'text', autocomplete: 'off' });
  return made(field, control, control, () => control.value.trim() || undefined);
}

function entryPick(field: FormField, list: string, form: Form): EntryField {
  let id: string | undefined;
  const options = (form.lists[list] ?? []).map((entry) => ({ ...entry, value: entry.id }));
  const box = combobox({
    options: (typed) => fitting(options, typed),
    onTake: ({ value, label }) => {
      id = value;
      box.show(label);
      box.input.value = label;
    },
    nothing: fieldWords.nothing,
  });
  return { ...made(field, box.input, box.node, () => id), propose: () => undefined };
}

function made(
  field: FormField,
  control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  body: HTMLElement,
  value: () => unknown,
): EntryField {
  control.id = newId('entry');
  const sentenceId = newId('sentence');
  control.setAttribute('aria-describedby', sentenceId);
  let proposed = '';
  const node = element(
    'div',
    { class: 'field' },
    element(
      'div',
      { class: 'field-name' },
      element(
        'label',
        { for: control.id },
        field.label,
        field.isRequired
          ? element('span', { class: 'required', title: fieldWords.required }, '*')
          : null,
      ),
      element('span', { class: 'sentence', id: sentenceId }, field.sentence),
    ),
    body,
  );
  return {
    node,
    value,
    // What an editor has written herself is left alone.
    propose: (text) => {
      if (control.value !== '' && control.value !== proposed) return;
      control.value = text;
      proposed = text;
    },
  };
}
