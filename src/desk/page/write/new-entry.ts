/** 新建: an entry of a list, made while one writes, without leaving the practice. */
import { fields as fieldWords, newEntry as words } from '#words/desk-write.ts';
import type { Division, Form, FormField, Lists } from '../../api.ts';
import { ask } from '../ask.ts';
import { combobox, fitting } from '../combobox.ts';
import { openDialog } from '../dialog.ts';
import { button, element, newId } from '../elements.ts';
import { complain, say } from '../messages.ts';

/** A field of the dialog, with what is typed in it; undefined where nothing is. */
interface EntryField {
  readonly node: HTMLElement;
  readonly value: () => unknown;
  readonly propose: (text: string) => void;
}

/** The id of the new entry, null where none was made; the lists as they are then. */
export interface MadeEntry {
  readonly id: string | null;
  readonly lists: Lists | null;
}

export function makeEntry(form: Form, list: string, typed: string): Promise<MadeEntry> {
  return list === 'regions' ? makeRegion(list, typed) : makeByFields(form, list, typed);
}

const titleOf = (list: string): string => words.title(words.lists[list] ?? list);

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
      shown.get('id')?.propose(proposal.id);
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
  return dialogFor(
    list,
    inOrder.flatMap((key) => shown.get(key)?.node ?? []),
    () => {
      const pairs = [...shown].map(([key, field]) => [key, field.value()] as const);
      const entry = Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
      return { entry, id: String(entry['id'] ?? ''), name: String(entry[nameKey] ?? '') };
    },
  );
}

/** A region is found in the list of the state, not typed. */
function makeRegion(list: string, typed: string): Promise<MadeEntry> {
  let chosen: Division | null = null;
  let found: readonly Division[] = [];
  const path = element('p', { class: 'muted', role: 'status' });
  const box = combobox({
    label: words.division,
    options: async (q) => {
      if (q === '') return [];
      found = await ask('GET divisions', undefined, { q }).then(
        ({ divisions }) => divisions,
        () => [],
      );
      return found.map(({ code, name, path: names, isListed }) => ({
        value: code,
        label: name,
        hint: `${names.join(' ')} ${code}${isListed ? ` · ${words.divisionListed}` : ''}`,
      }));
    },
    onTake: ({ value, label }) => {
      chosen = found.find(({ code }) => code === value) ?? null;
      box.show(label);
      box.input.value = label;
      path.textContent = chosen
        ? words.divisionAdds(`${chosen.path.join(' › ')}（${chosen.code}）`)
        : '';
    },
    nothing: fieldWords.nothing,
  });
  box.input.value = typed;
  const field = element(
    'div',
    { class: 'field' },
    element('p', { class: 'sentence' }, words.divisionHint),
    box.node,
    path,
  );
  return dialogFor(list, [field], () => {
    const code = chosen?.code ?? '';
    return { entry: { id: code }, id: code, name: chosen?.name ?? '' };
  });
}

async function dialogFor(
  list: string,
  content: readonly HTMLElement[],
  read: () => { entry: Record<string, unknown>; id: string; name: string },
): Promise<MadeEntry> {
  let made: MadeEntry = { id: null, lists: null };
  const trouble = element('p', { class: 'fault', role: 'alert', hidden: true });
  const make = button(
    words.make,
    () => {
      const { entry, id, name } = read();
      make.disabled = true;
      ask('POST new-entry', { list, entry })
        .then(({ lists }) => {
          made = { id, lists };
          say(words.made(name));
          dialog.close();
        })
        .catch((error: Error) => {
          trouble.hidden = false;
          trouble.textContent = error.message;
          make.disabled = false;
        });
    },
    { look: 'main' },
  );
  const dialog = openDialog({
    title: titleOf(list),
    content: [...content, trouble],
    actions: [make],
  });
  await dialog.closed;
  return made;
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
