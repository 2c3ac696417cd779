/** The board: every practice in the column of its state, with what is still to be done about it. */
import { board as words } from '#words/desk.ts';
import type { Board, Card, Column } from '../../api.ts';
import { ask } from '../ask.ts';
import { button, element, fill, newId } from '../elements.ts';
import { faultLine } from '../fault-line.ts';
import { complain } from '../messages.ts';
import { addresses, go, type View } from '../view.ts';

/** So many cards of a column are laid out at first, and more for each time that is asked for. */
const inOneGo = 60;

export async function openBoard(): Promise<View> {
  let board = await ask('GET board');
  let isLeft = false;
  const columns = element('div', { class: 'board' });
  const shown = new Map<Column, number>();
  const show = (wanted: string) =>
    fill(columns, ...columnsOf(board, wanted, (column) => shown.get(column) ?? inOneGo, more));
  const more = (column: Column) => {
    const before = shown.get(column) ?? inOneGo;
    shown.set(column, before + inOneGo);
    show(find.value.trim());
    // Whoever came with the keyboard goes on with the first of those that came.
    columns
      .querySelectorAll<HTMLElement>(`[data-column='${column}'] .card h3 a`)
      .item(before)
      .focus();
  };
  const find = element('input', {
    type: 'search',
    'aria-label': words.find,
    placeholder: words.findHint,
  });
  find.addEventListener('input', () => show(find.value.trim()));
  show('');
  const node = element(
    'div',
    { class: 'board-view' },
    element(
      'div',
      { class: 'view-head' },
      element(
        'div',
        {},
        element('h1', { tabindex: -1 }, board.library),
        element('p', { class: 'muted' }, words.folder(board.folder)),
      ),
      find,
      button(words.start, () => go(addresses.start), { look: 'main' }),
    ),
    board.cards.length === 0 ? element('p', { class: 'first' }, words.first) : null,
    ...besides(board),
    columns,
  );
  const isOpen = () => !isLeft && board.cards.some(({ faults }) => faults === null);
  /** Of a large library the rest is looked at while the board is read. */
  const lookCloser = async () => {
    while (isOpen()) {
      board = await ask('GET board', undefined, { closer: '1' });
      // Nobody is moved away from what he has in hand.
      if (!columns.contains(document.activeElement)) show(find.value.trim());
    }
  };
  void lookCloser().catch(complain);
  return {
    title: words.title,
    node,
    leave: () => {
      isLeft = true;
      return Promise.resolve();
    },
  };
}

function columnsOf(
  { columns, cards }: Board,
  wanted: string,
  mostOf: (column: Column) => number,
  more: (column: Column) => void,
): readonly HTMLElement[] {
  const fits = ({ id, title, region }: Card) =>
    [id, title ?? '', region ?? ''].some((text) => text.includes(wanted));
  return columns.map(({ column, label }) => {
    const own = cards.filter((card) => card.column === column && fits(card));
    const heading = newId('column');
    const left = own.length - mostOf(column);
    return element(
      'section',
      { 'aria-labelledby': heading, 'data-column': column },
      element(
        'h2',
        { id: heading },
        label,
        element('span', { class: 'count' }, words.count(own.length)),
      ),
      own.length === 0
        ? element('p', { class: 'muted' }, wanted === '' ? words.empty : words.none)
        : element('ul', { role: 'list' }, ...own.slice(0, mostOf(column)).map(cardOf)),
      left > 0 ? button(words.more(Math.min(left, inOneGo), left), () => more(column)) : null,
    );
  });
}

function cardOf(card: Card): HTMLElement {
  const title = card.title ?? words.untitled;
  return element(
    'li',
    { class: 'card' },
    element('h3', {}, element('a', { href: addresses.write(card.id) }, title)),
    element(
      'p',
      { class: 'facts' },
      ...[card.region, card.edition === null ? null : words.edition(card.edition)]
        .filter((fact) => fact !== null)
        .map((fact) => element('span', {}, fact)),
    ),
    element(
      'p',
      { class: 'marks' },
      element(
        'span',
        {
          class: 'mark',
          'data-tone': card.faults === null ? null : card.faults > 0 ? 'fault' : 'good',
        },
        card.faults === null ? words.judging : words.faults(card.faults),
      ),
      card.isChanged ? element('span', { class: 'mark' }, words.changed) : null,
      card.keptAt === null
        ? null
        : element('span', { class: 'mark', 'data-tone': 'kept' }, words.kept),
    ),
    element(
      'p',
      { class: 'card-foot' },
      card.signed.of === 0
        ? null
        : element('span', { class: 'muted' }, words.signed(card.signed.done, card.signed.of)),
      card.column === 'retired'
        ? null
        : element(
            'a',
            { href: addresses.review(card.id), 'aria-label': `${words.review}：${title}` },
            words.review,
          ),
    ),
  );
}

function besides({ faults, notices }: Board): readonly HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (faults.length > 0) {
    parts.push(
      element(
        'details',
        { class: 'besides' },
        element('summary', {}, `${words.ofLists}：${faults.length}`),
        element('ul', {}, ...faults.map((fault) => element('li', {}, faultLine(fault)))),
      ),
    );
  }
  if (notices.length > 0) {
    parts.push(
      element(
        'details',
        { class: 'besides' },
        element('summary', {}, `${words.notices}：${notices.length}`),
        element('ul', {}, ...notices.map((notice) => element('li', {}, notice))),
      ),
    );
  }
  return parts;
}
