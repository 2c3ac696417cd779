/** In which order the parts of an article are read, where columns of a scan are interleaved. */
import { source as words } from '#words/desk-write.ts';
import type { ArticlePart, Source } from '../../api.ts';
import { ask, sentenceOfError } from '../ask.ts';
import { openDialog } from '../dialog.ts';
import { button, element, fill } from '../elements.ts';
import { say } from '../messages.ts';

interface Row {
  readonly part: ArticlePart;
  /** Its place in the order there was. */
  readonly index: number;
  isContinued: boolean;
}

/** The source in the order that was saved; null where none was. */
export async function askForOrder(source: Source, practice: string): Promise<Source | null> {
  const rows = source.parts.map((part, index): Row => ({
    part,
    index,
    isContinued: part.is === 'continued',
  }));
  const list = element('ol', { class: 'reading-order', 'aria-label': words.orderList });
  const moved = element('p', { class: 'muted', role: 'status' });
  const trouble = element('p', { class: 'fault', role: 'alert', hidden: true });
  let saved: Source | null = null;

  const draw = () => fill(list, ...rows.map((row, place) => rowElement(row, place)));
  const move = (place: number, step: -1 | 1, by: 'up' | 'down' | 'key') => {
    const to = place + step;
    const [row] = rows[to] ? rows.splice(place, 1) : [];
    if (!row) return;
    rows.splice(to, 0, row);
    draw();
    const item = list.children.item(to);
    const again = by === 'key' ? item : item?.querySelector(`[data-move='${by}']`);
    if (again instanceof HTMLElement) again.focus();
    item?.scrollIntoView({ block: 'nearest' });
    moved.textContent = words.movedTo(to + 1);
  };
  const rowElement = (row: Row, place: number): HTMLElement => {
    const { at, is, text } = row.part;
    const isText = is === null || is === 'continued';
    const goesOn = element('input', { type: 'checkbox' });
    goesOn.checked = row.isContinued;
    goesOn.addEventListener('change', () => {
      row.isContinued = goesOn.checked;
    });
    const name = words.paragraphOfSource(at);
    const moving = (label: string, step: -1 | 1, by: 'up' | 'down') => {
      const made = button(label, () => move(place, step, by), {
        look: 'quiet',
        says: `${label}：${name}`,
      });
      made.dataset['move'] = by;
      return made;
    };
    const item = element(
      'li',
      { tabindex: 0 },
      element(
        'p',
        { class: 'muted' },
        [name, words.partKinds[is ?? ''] ?? ''].filter((word) => word !== '').join(' · '),
      ),
      element('p', {}, text),
      element(
        'p',
        { class: 'part-tools' },
        moving(words.up, -1, 'up'),
        moving(words.down, 1, 'down'),
        isText ? element('label', { class: 'check' }, goesOn, words.continues) : null,
      ),
    );
    item.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
      if (step === null || event.target !== item) return;
      event.preventDefault();
      if (event.altKey) move(place, step, 'key');
      else {
        const other = list.children.item(place + step);
        if (other instanceof HTMLElement) other.focus();
      }
    });
    return item;
  };
  const save = button(
    words.orderSave,
    () => {
      save.disabled = true;
      ask('POST order-parts', {
        name: source.name,
        for: practice,
        before: source.parts.map(({ at }) => at),
        order: rows.map(({ index, isContinued, part: { is } }) => ({
          part: index,
          isContinued: is === null || is === 'continued' ? isContinued : null,
        })),
      })
        .then((now) => {
          saved = now;
          say(words.orderSaved);
          dialog.close();
        })
        .catch((error: unknown) => {
          trouble.hidden = false;
          trouble.textContent = sentenceOfError(error);
          save.disabled = false;
        });
    },
    { look: 'main' },
  );
  draw();
  const dialog = openDialog({
    title: words.order,
    content: [element('p', { class: 'muted' }, words.orderLead), moved, list, trouble],
    actions: [save],
    wide: true,
  });
  await dialog.closed;
  return saved;
}
