/** The fields of the form, one for each kind the schema has; what holds others is in `rows.ts`. */
import { fields as words } from '#words/desk-write.ts';
import type { FieldPath, FormField } from '../../api.ts';
import { combobox, fitting } from '../combobox.ts';
import { element } from '../elements.ts';
import { fieldLine, type FieldView, type FormContext } from './field-line.ts';
import { groupField, kindsField } from './groups.ts';
import { growingText } from './growing-text.ts';
import { pickField, picksField } from './picks.ts';
import { rowsField, textsField } from './rows.ts';
import { asTyped } from './values.ts';

export function fieldView(field: FormField, path: FieldPath, context: FormContext): FieldView {
  const { is } = field;
  switch (is.kind) {
    case 'text':
      return field.key === 'section'
        ? sectionField(field, path, context)
        : textField(field, path, is.most, context);
    case 'number':
      return numberField(field, path, context);
    case 'day':
      return dayField(field, path, context);
    case 'choice':
      return choiceField(field, path, is.choices, context);
    case 'pick':
      return pickField(field, path, is.list, context);
    case 'picks':
      return picksField(field, path, is, context);
    case 'texts':
      return textsField(field, path, is, context);
    case 'rows':
      return rowsField(field, path, is, context);
    case 'group':
      return groupField(field, path, is.fields, context);
    case 'kinds':
      return kindsField(field, path, is.kinds, context);
    case 'fixed':
      return fixedField(field, is.value);
  }
}

function textField(field: FormField, path: FieldPath, most: number | null, context: FormContext) {
  const { copy } = context;
  const length = element('span', { class: 'length' });
  const count = (text: string) => {
    if (most === null) return;
    const now = [...text].length;
    length.textContent = words.length(now, most);
    length.toggleAttribute('data-over', now > most);
  };
  const { box, control, show } = growingText((text) => {
    count(text);
    copy.set(path, text === '' && !field.isRequired ? undefined : text);
  });
  const body = element('div', { class: 'with-length' }, box, most === null ? null : length);
  return {
    node: fieldLine({ field, path, control, body }, context),
    show: () => {
      const text = asTyped(copy.value(path));
      show(text);
      count(text);
    },
  };
}

/** A heading of the source, taken from it or typed. */
function sectionField(field: FormField, path: FieldPath, context: FormContext): FieldView {
  const { copy } = context;
  const write = (section: string) => copy.set(path, section);
  const box = combobox({
    options: (typed) =>
      fitting(
        context.headings().map((heading) => ({ value: heading, label: heading, hint: '' })),
        typed,
      ),
    onTake: ({ label }) => write(label),
    onFree: (typed) => write(typed.trim()),
    nothing: words.ofSource,
    attributes: { 'data-section': JSON.stringify(path) },
  });
  // Kept as it is typed, not only when the field is left.
  box.input.addEventListener('input', () => write(box.input.value));
  return {
    node: fieldLine({ field, path, control: box.input, body: box.node }, context),
    show: () => {
      const section = asTyped(copy.value(path));
      box.show(section);
      if (box.input.value !== section && document.activeElement !== box.input) {
        box.input.value = section;
      }
    },
  };
}

function numberField(field: FormField, path: FieldPath, context: FormContext): FieldView {
  const control = element('input', { type: 'text', inputmode: 'numeric', class: 'short' });
  control.addEventListener('input', () => {
    const typed = control.value.trim();
    if (typed === '' && !field.isRequired) context.copy.set(path, undefined);
    else context.copy.set(path, /^\d+$/.test(typed) ? Number(typed) : typed);
  });
  return simple(field, path, control, context);
}

function dayField(field: FormField, path: FieldPath, context: FormContext): FieldView {
  const control = element('input', { type: 'date', class: 'short' });
  control.addEventListener('input', () => {
    if (control.value !== '' || !field.isRequired) {
      context.copy.set(path, control.value === '' ? undefined : control.value);
    }
  });
  return simple(field, path, control, context);
}

function choiceField(
  field: FormField,
  path: FieldPath,
  choices: readonly { readonly value: string; readonly label: string }[],
  context: FormContext,
): FieldView {
  const control = element(
    'select',
    {},
    field.isRequired ? null : element('option', { value: '' }, words.none),
    ...choices.map(({ value, label }) => element('option', { value }, label)),
  );
  control.addEventListener('change', () =>
    context.copy.set(path, control.value === '' ? undefined : control.value),
  );
  const view = simple(field, path, control, context);
  return {
    node: view.node,
    show: () => {
      view.show();
      const value = asTyped(context.copy.value(path));
      // What is written and is no choice is shown all the same.
      if (control.value !== value && value !== '') {
        control.prepend(element('option', { value }, value));
        control.value = value;
      }
    },
  };
}

function simple(
  field: FormField,
  path: FieldPath,
  control: HTMLInputElement | HTMLSelectElement,
  context: FormContext,
): FieldView {
  return {
    node: fieldLine({ field, path, control }, context),
    show: () => {
      const value = asTyped(context.copy.value(path));
      if (control.value !== value) control.value = value;
    },
  };
}

function fixedField(field: FormField, value: string): FieldView {
  const node = element(
    'div',
    { class: 'field' },
    element('div', { class: 'field-name' }, element('span', {}, field.label)),
    element('p', { class: 'muted' }, value),
  );
  return { node, show: () => undefined };
}
