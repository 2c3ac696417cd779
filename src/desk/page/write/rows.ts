/** Fields that hold rows: of texts, or of fields of their own. */
import { fields as words } from '#words/desk-write.ts';
import type { FieldEdit, FieldPath, FormField } from '../../api.ts';
import { button, element, fill } from '../elements.ts';
import { complain, say } from '../messages.ts';
import { blankOf } from './blank.ts';
import { faultElement, fieldLine, type FieldView, type FormContext } from './field-line.ts';
import { asList, asTyped, valueAt } from './values.ts';

interface Bounds {
  readonly least: number;
  readonly most: number | null;
}

interface RowsParts extends Bounds {
  readonly field: FormField;
  readonly path: FieldPath;
  /** Of one row. */
  readonly rowView: (path: FieldPath, name: string) => FieldView;
  readonly blank: () => unknown;
  readonly look: 'cards' | 'lines';
}

export function textsField(
  field: FormField,
  path: FieldPath,
  bounds: Bounds,
  context: FormContext,
): FieldView {
  const rowView = (rowPath: FieldPath, name: string): FieldView => {
    const bare = { ...field, label: name, sentence: '', isRequired: true };
    return context.view({ ...bare, is: { kind: 'text', most: null } }, rowPath);
  };
  return rows({ field, path, ...bounds, rowView, blank: () => '', look: 'lines' }, context);
}

export function rowsField(
  field: FormField,
  path: FieldPath,
  is: Bounds & { readonly fields: readonly FormField[]; readonly words: readonly string[] },
  context: FormContext,
): FieldView {
  const rowView = (rowPath: FieldPath): FieldView => {
    const views = is.fields.map((inner) => context.view(inner, [...rowPath, inner.key]));
    return {
      node: element(
        'div',
        { class: 'row-fields', 'data-fields': is.fields.length },
        ...views.map(({ node }) => node),
      ),
      show: () => views.forEach(({ show }) => show()),
    };
  };
  const blank = () => blankOf(is.fields);
  const list = rows({ field, path, ...is, rowView, blank, look: 'cards' }, context);
  return is.words.length === 0 ? list : orWord(list, path, is.words, context);
}

function rows(parts: RowsParts, context: FormContext): FieldView {
  const { field, path, rowView, blank, look } = parts;
  const { copy } = context;
  const list = element('ol', { role: 'list', class: 'rows', 'data-look': look });
  const number = element('span', { class: 'length' });
  let views: readonly FieldView[] = [];

  const draw = (count: number) => {
    views = Array.from({ length: count }, (_, at) =>
      rowView([...path, at], words.row(field.label, at + 1)),
    );
    fill(list, ...views.map((view, at) => rowOf(view, at, count)));
  };
  /** Writes, then puts the focus into the row that is meant. */
  const change = async (edit: FieldEdit, focusAt: number) => {
    // Nothing is typed meanwhile into a row that will be another one.
    body.disabled = true;
    try {
      await copy.edit(edit);
      body.disabled = false;
      const row = list.children[Math.min(focusAt, list.children.length - 1)];
      (row?.querySelector<HTMLElement>('input, textarea, select') ?? add).focus();
    } catch (error) {
      complain(error);
    } finally {
      body.disabled = false;
    }
  };
  const rowOf = ({ node }: FieldView, at: number, count: number): HTMLElement => {
    const name = words.row(field.label, at + 1);
    const move = (to: number) => void change({ edit: 'move', path: [...path, at], to }, to);
    const up = button('↑', () => move(at - 1), { look: 'plain', says: words.upRow(name) });
    const down = button('↓', () => move(at + 1), { look: 'plain', says: words.downRow(name) });
    up.disabled = at === 0;
    down.disabled = at === count - 1;
    const drop = () => {
      void change({ edit: 'remove', path: [...path, at] }, at).then(() => say(words.removed(name)));
    };
    // What is wrong with the row as a whole: a figure that the prose does not give.
    const faults = element('div', { class: 'field-faults' });
    const row = element(
      'li',
      { 'aria-label': name, 'data-row': JSON.stringify([...path, at]) },
      element('span', { class: 'row-number', 'aria-hidden': 'true' }, String(at + 1)),
      element('div', {}, node, faults),
      element(
        'div',
        { class: 'row-tools' },
        up,
        down,
        button('×', drop, { look: 'plain', says: words.removeRow(name) }),
      ),
    );
    if (look === 'cards') {
      context.slots.register([...path, at], {
        node: row,
        show: (found) => fill(faults, ...found.map((fault) => faultElement(fault, copy))),
        focus: () => {
          row.querySelector<HTMLElement>('input, textarea, select')?.focus();
          row.scrollIntoView({ block: 'center' });
        },
      });
    }
    return row;
  };
  const add = button(words.add(field.label), () => {
    const count = views.length;
    // A field that is not there yet becomes a list by its first row.
    const edit: FieldEdit = Array.isArray(valueAt(copy.data, path))
      ? { edit: 'insert', path: [...path, count], value: blank() }
      : { edit: 'set', path, value: [blank()] };
    void change(edit, count);
  });
  const body = element(
    'fieldset',
    { class: 'rows-field' },
    list,
    element('div', { class: 'rows-foot' }, add, number),
  );
  return {
    node: fieldLine({ field, path, control: add, body, isGroup: true }, context),
    show: () => {
      const count = asList(valueAt(copy.data, path)).length;
      number.textContent = words.number(count, parts.least, parts.most);
      // Rows that moved are drawn anew: which row a field belongs to is in its path.
      if (count !== views.length || list.children.length !== count) draw(count);
      views.forEach(({ show }) => show());
    },
  };
}

/** A list in whose place a word may stand: 待考. */
function orWord(
  list: FieldView,
  path: FieldPath,
  choices: readonly string[],
  context: FormContext,
): FieldView {
  const set = (value: unknown) =>
    void context.copy.edit({ edit: 'set', path, value }).catch(complain);
  const word = element('p', { class: 'instead' });
  const node = element('div', {}, list.node, word);
  return {
    node,
    show: () => {
      const value = valueAt(context.copy.data, path);
      list.show();
      const isWord = typeof value === 'string';
      list.node.querySelector('.rows-field')?.toggleAttribute('hidden', isWord);
      fill(
        word,
        isWord ? element('span', {}, words.insteadOf(asTyped(value))) : null,
        ...(isWord
          ? [button(words.rowsInstead, () => set([]))]
          : choices.map((choice) =>
              button(words.instead(choice), () => set(choice), { look: 'plain' }),
            )),
      );
    },
  };
}
