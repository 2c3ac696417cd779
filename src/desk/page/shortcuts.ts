/** The table of keys. */
import { desk, shortcuts as words } from '#words/desk.ts';
import { openDialog } from './dialog.ts';
import { element } from './elements.ts';

type Row = keyof typeof words.rows;

const groups: readonly (readonly [string, readonly Row[]])[] = [
  [words.everywhere, ['help']],
  [words.writing, ['save', 'columns', 'nextFault', 'tabs', 'bold', 'drawing', 'outOfProse']],
  [words.source, ['paragraphs', 'section', 'number', 'attribute', 'attributeMany']],
  [words.review, ['claims', 'tick', 'ground']],
];

let isOpen = false;

export function openShortcuts(): void {
  if (isOpen) return;
  isOpen = true;
  const tables = groups.map(([name, rows]) =>
    element(
      'table',
      { class: 'keys' },
      element('caption', {}, name),
      element(
        'tbody',
        {},
        ...rows.map((row) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, element('kbd', {}, words.rows[row][0])),
            element('td', {}, words.rows[row][1]),
          ),
        ),
      ),
    ),
  );
  const { closed } = openDialog({
    title: words.title,
    content: [element('p', {}, words.lead), ...tables],
    leave: desk.close,
  });
  void closed.then(() => (isOpen = false));
}
