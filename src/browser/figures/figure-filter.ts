import { byMagnitude, type Magnitude } from '#domain/figures/magnitude.ts';
import { figures } from '#words/figures.ts';

/** One row of the table, with what it is narrowed and sorted by. */
interface Row {
  readonly element: HTMLTableRowElement;
  readonly words: string;
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly magnitude: Magnitude;
  readonly place: number;
  readonly region: string;
}

type Order = (a: Row, b: Row) => number;

const asCollected: Order = (a, b) => a.place - b.place;

const orders: Readonly<Record<string, Order>> = {
  size: (a, b) => byMagnitude(a.magnitude, b.magnitude) || asCollected(a, b),
  region: (a, b) => a.region.localeCompare(b.region) || asCollected(a, b),
};

/** Fields that narrow by an id of a closed list. */
const listFields = ['region', 'topic', 'problem'] as const;

/** The table of all figures answers the form above it, and the address keeps the answer. */
export function startFigureFilter(): void {
  const form = document.querySelector<HTMLFormElement>('[data-figure-filter]');
  const body = document.querySelector<HTMLTableSectionElement>('[data-figures] tbody');
  const status = document.querySelector<HTMLElement>('[data-figures-status]');
  if (!form || !body || !status) return;
  const rows = Array.from(body.rows, readRow);

  const show = (): void => {
    const values = new FormData(form);
    const valueOf = (name: string): string => String(values.get(name) ?? '').trim();
    const words = valueOf('q').toLowerCase().split(/\s+/);
    const shown = rows.filter(
      (row) =>
        words.every((word) => row.words.includes(word)) &&
        listFields.every((name) => valueOf(name) === '' || row.ids[name]?.includes(valueOf(name))),
    );
    for (const row of rows) row.element.hidden = !shown.includes(row);
    const order = orders[valueOf('sort')] ?? asCollected;
    const sorted = [...rows].sort(order);
    body.append(...sorted.map(({ element }) => element));
    nameOnce(sorted.filter((row) => shown.includes(row)));
    const say = status.dataset['figuresStatus'] === 'page' ? figures.shownOfPage : figures.shown;
    status.textContent = shown.length === 0 ? figures.none : say(shown.length, rows.length);
    const query = new URLSearchParams();
    for (const name of ['q', ...listFields, 'sort']) {
      if (valueOf(name) !== '') query.set(name, valueOf(name));
    }
    const address = query.toString() === '' ? location.pathname : `?${query.toString()}`;
    history.replaceState(null, '', address + location.hash);
  };

  fill(form, new URLSearchParams(location.search));
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are empty only after the event.
  form.addEventListener('reset', () => setTimeout(show));
  show();
}

/**
 * The first of a practice's rows that stand together shows its name and leads to it; the others
 * name it for those who hear the table.
 */
function nameOnce(shown: readonly Row[]): void {
  shown.forEach(({ element }, at) => {
    const repeats = element.dataset['practice'] === shown[at - 1]?.element.dataset['practice'];
    element.toggleAttribute('data-repeats', repeats);
    const [from, to] = repeats
      ? (['href', 'data-address'] as const)
      : (['data-address', 'href'] as const);
    for (const link of Array.from(element.querySelectorAll(`td a[${from}]`))) {
      link.setAttribute(to, link.getAttribute(from) ?? '');
      link.removeAttribute(from);
    }
  });
}

/** Choices the page does not offer are left out: an address may name what is gone. */
function fill(form: HTMLFormElement, query: URLSearchParams): void {
  for (const field of Array.from(form.elements)) {
    if (field instanceof HTMLInputElement) field.value = query.get(field.name) ?? '';
    if (field instanceof HTMLSelectElement) {
      const wanted = query.get(field.name) ?? '';
      const offered = Array.from(field.options).some(({ value }) => value === wanted);
      field.value = offered ? wanted : '';
    }
  }
}

const kinds: Readonly<Record<string, Magnitude['kind']>> = {
  count: 'count',
  share: 'share',
  time: 'time',
};

function readRow(element: HTMLTableRowElement, place: number): Row {
  const { dataset } = element;
  const ids = (name: string): readonly string[] => (dataset[name] ?? '').split(' ');
  const kind = kinds[dataset['kind'] ?? ''] ?? 'vague';
  return {
    element,
    words: (element.textContent ?? '').toLowerCase(),
    ids: { region: ids('region'), topic: ids('topic'), problem: ids('problem') },
    magnitude: { kind, number: kind === 'vague' ? null : Number(dataset['number']), exact: true },
    place,
    region: ids('region').slice(-1)[0] ?? '',
  };
}
