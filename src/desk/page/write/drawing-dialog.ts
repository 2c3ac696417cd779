/** A drawing by rows: what an editor fills in becomes a component of the prose. */
import { drawing as words } from '#words/desk-write.ts';
import type { Form } from '../../api.ts';
import { openDialog } from '../dialog.ts';
import { button, element, fill, newId } from '../elements.ts';
import { tableKind, type Drawing } from './drawing-text.ts';

const emptyItem = { name: '', text: '' };
const emptyList = [emptyItem, emptyItem, emptyItem];
const emptyTable = [
  ['', ''],
  ['', ''],
  ['', ''],
];

/** Null where the dialog is left without a drawing. */
export async function askForDrawing(
  drawings: Form['drawings'],
  before: Drawing | null,
): Promise<Drawing | null> {
  let answer: Drawing | null = null;
  const kind = element(
    'select',
    {},
    ...drawings.map(({ name, label }) => element('option', { value: name }, label)),
  );
  kind.value = before?.kind ?? drawings[0]?.name ?? '';
  const caption = element('input', { type: 'text', value: before?.caption ?? '' });
  const needs = element('p', { class: 'muted', role: 'status' });
  const body = element('div', {});
  const items = itemRows(before?.items.length ? before.items : emptyList);
  const table = tableRows(before?.rows.length ? before.rows : emptyTable);
  const isTable = () => kind.value === tableKind;
  const show = () => fill(body, isTable() ? table.node : items.node);
  kind.addEventListener('change', show);
  show();
  const put = button(
    before ? words.replace : words.put,
    () => {
      const drawing: Drawing = {
        kind: kind.value,
        caption: caption.value.trim(),
        items: isTable() ? [] : items.read(),
        rows: isTable() ? table.read() : [],
      };
      if (drawing.caption === '' || drawing.items.length + drawing.rows.length < 2) {
        needs.textContent = words.needs;
        return;
      }
      answer = drawing;
      dialog.close();
    },
    { look: 'main' },
  );
  const dialog = openDialog({
    title: before ? words.change : words.title,
    content: [
      labelled(words.kind, kind),
      labelled(words.caption, caption, words.captionHint),
      body,
      needs,
    ],
    actions: [put],
    wide: true,
  });
  await dialog.closed;
  return answer;
}

function labelled(label: string, control: HTMLElement, hint = ''): HTMLElement {
  control.id = newId('drawing');
  return element(
    'div',
    { class: 'field' },
    element(
      'div',
      { class: 'field-name' },
      element('label', { for: control.id }, label),
      hint === '' ? null : element('span', { class: 'sentence' }, hint),
    ),
    control,
  );
}

const input = (label: string, value: string): HTMLInputElement =>
  element('input', { type: 'text', 'aria-label': label, placeholder: label, value });

function itemRows(items: Drawing['items']) {
  const list = element('ol', { role: 'list', class: 'drawing-rows' });
  const add = ({ name, text }: Drawing['items'][number]) => {
    const at = list.children.length + 1;
    const label = (part: string) => `${words.item(at)}${part}`;
    list.append(element('li', {}, input(label(words.name), name), input(label(words.text), text)));
  };
  items.forEach(add);
  const more = button(words.addItem, () => {
    add(emptyItem);
    list.lastElementChild?.querySelector('input')?.focus();
  });
  return {
    node: element('div', {}, list, more),
    read: () =>
      [...list.children]
        .map((row) => [...row.querySelectorAll('input')].map(({ value }) => value.trim()))
        .map(([name = '', text = '']) => ({ name, text }))
        .filter(({ name }) => name !== ''),
  };
}

function tableRows(rows: Drawing['rows']) {
  let cells = rows.map((row) => [...row]);
  const body = element('div', { class: 'drawing-table' });
  const read = () =>
    [...body.querySelectorAll('tr')].map((row) =>
      [...row.querySelectorAll('input')].map(({ value }) => value.trim()),
    );
  const draw = () =>
    fill(
      body,
      element(
        'table',
        {},
        ...cells.map((row, at) =>
          element(
            'tr',
            {},
            ...row.map((text, column) =>
              element(
                'td',
                {},
                input(
                  `${at === 0 ? words.head : words.rowAt(at)}${words.column(column + 1)}`,
                  text,
                ),
              ),
            ),
          ),
        ),
      ),
    );
  const change = (to: (now: string[][]) => string[][]) => {
    cells = to(read());
    draw();
  };
  const columns = () => cells[0]?.length ?? 2;
  draw();
  return {
    node: element(
      'div',
      {},
      body,
      element(
        'div',
        { class: 'actions' },
        button(words.addRow, () => change((now) => [...now, Array(columns()).fill('')])),
        button(words.addColumn, () => change((now) => now.map((row) => [...row, '']))),
        button(words.dropColumn, () => {
          if (columns() > 2) change((now) => now.map((row) => row.slice(0, -1)));
        }),
      ),
    ),
    read: () => read().filter((row) => row.some((text) => text !== '')),
  };
}
