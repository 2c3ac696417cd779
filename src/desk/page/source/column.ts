/** The column of the source, or of the choice of one where a practice has none. */
import { source as words } from '#words/desk-write.ts';
import { ask } from '../ask.ts';
import { element, fill } from '../elements.ts';
import { complain } from '../messages.ts';
import { addresses } from '../view.ts';
import { sourcePane, type SourcePane, type SourceUses } from './pane.ts';

export interface SourceColumn extends Pick<SourcePane, 'node' | 'headings' | 'reveal' | 'mark'> {}

/** Which source an editor had beside a practice that names none. */
const keyOf = (id: string): string => `desk-source:${id}`;

export async function sourceColumn(
  id: string,
  own: string | null,
  uses: SourceUses,
): Promise<SourceColumn> {
  const node = element('div', { class: 'source-column' });
  let pane: SourcePane | null = null;
  const open = async (name: string) => {
    try {
      pane = sourcePane(await ask('GET source', undefined, { name, for: id }), id, uses);
      fill(node, pane.node);
    } catch (error) {
      complain(error);
    }
  };
  const offer = async () => {
    const { sources } = await ask('GET sources');
    const choice = element(
      'select',
      { 'aria-label': words.open },
      element('option', { value: '' }, words.choose),
      ...sources.map(({ name }) => element('option', { value: name }, name)),
    );
    choice.addEventListener('change', () => {
      if (choice.value === '') return;
      localStorage.setItem(keyOf(id), choice.value);
      void open(choice.value);
    });
    fill(
      node,
      element(
        'div',
        { class: 'no-source' },
        element('p', {}, words.none),
        sources.length === 0 ? null : element('label', {}, words.open, choice),
        element('p', {}, element('a', { href: addresses.start }, words.takeIn)),
      ),
    );
  };
  const beside = own ?? localStorage.getItem(keyOf(id));
  if (beside !== null) await open(beside);
  if (!pane) await offer().catch(complain);
  return {
    node,
    headings: () => pane?.headings() ?? [],
    reveal: (text) => pane?.reveal(text) ?? false,
    mark: (spots) => pane?.mark(spots),
  };
}
