/** Fields that name entries of a list: one of them, or several. */
import { fields as words } from '#words/desk-write.ts';
import type { FieldPath, FormField } from '../../api.ts';
import { combobox, fitting, type Option } from '../combobox.ts';
import { button, element, fill } from '../elements.ts';
import { fieldLine, type FieldView, type FormContext } from './field-line.ts';
import { asList, asTyped } from './values.ts';

const optionsOf = ({ form }: FormContext, list: string): readonly Option[] =>
  (form.lists[list] ?? []).map(({ id, label, hint }) => ({ value: id, label, hint }));

const labelOf = (context: FormContext, list: string, id: string): string =>
  context.form.lists[list]?.find((entry) => entry.id === id)?.label ?? words.notInList(id);

export function pickField(
  field: FormField,
  path: FieldPath,
  list: string,
  context: FormContext,
): FieldView {
  const { copy } = context;
  const take = (id: string) => {
    copy.set(path, id);
    box.show(labelOf(context, list, id));
    box.input.value = labelOf(context, list, id);
  };
  const box = combobox({
    options: (typed) => fitting(optionsOf(context, list), typed),
    onTake: ({ value }) => take(value),
    ...more(list, context, take),
    nothing: words.nothing,
  });
  box.input.placeholder = words.choose;
  return {
    node: fieldLine({ field, path, control: box.input, body: box.node }, context),
    show: () => {
      const id = asTyped(copy.value(path));
      box.show(id === '' ? '' : labelOf(context, list, id));
    },
  };
}

export function picksField(
  field: FormField,
  path: FieldPath,
  is: { readonly list: string; readonly least: number; readonly most: number | null },
  context: FormContext,
): FieldView {
  const { copy } = context;
  let ids: readonly string[] = [];
  const chips = element('ul', { role: 'list', class: 'chips' });
  const number = element('span', { class: 'length' });
  const write = (now: readonly string[]) => {
    ids = now;
    copy.set(path, [...now]);
    draw();
  };
  const take = (id: string) => {
    if (!ids.includes(id)) write([...ids, id]);
    box.show('');
    box.input.value = '';
    box.input.focus();
  };
  const box = combobox({
    options: (typed) =>
      fitting(
        optionsOf(context, is.list).filter(({ value }) => !ids.includes(value)),
        typed,
      ),
    onTake: ({ value }) => take(value),
    ...more(is.list, context, take),
    nothing: words.nothing,
  });
  box.input.placeholder = words.choose;
  box.input.addEventListener('keydown', (event) => {
    if (event.key === 'Backspace' && box.input.value === '' && ids.length > 0) {
      write(ids.slice(0, -1));
    }
  });
  const draw = () => {
    number.textContent = words.number(ids.length, is.least, is.most);
    fill(
      chips,
      ...ids.map((id) => {
        const label = labelOf(context, is.list, id);
        const drop = button(
          '×',
          () => {
            write(ids.filter((other) => other !== id));
            box.input.focus();
          },
          { look: 'plain', says: words.takeOut(label) },
        );
        return element('li', {}, element('span', {}, label), drop);
      }),
    );
  };
  const body = element('div', { class: 'picks' }, chips, box.node, number);
  return {
    node: fieldLine({ field, path, control: box.input, body }, context),
    show: () => {
      ids = asList(copy.value(path)).map(asTyped);
      draw();
    },
  };
}

/** The last line of a list, by which an entry it lacks is made. */
function more(list: string, context: FormContext, take: (id: string) => void) {
  if (!context.form.entries[list]) return {};
  const open = (typed: string) =>
    void context.makeEntry(list, typed).then((id) => {
      if (id !== null) take(id);
    });
  return { more: { label: words.more, open } };
}
