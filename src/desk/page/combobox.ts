/**
 * A field in which one types to find an entry of a list, and takes it by Enter: the combobox of
 * the ARIA Authoring Practices, with a list that filters as one types. What stands in the field
 * when it is left without taking anything is put back.
 */
import { element, fill, newId, setAttributes } from './elements.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Shown beside it, and searched too. */
  readonly hint: string;
}

export interface ComboboxParts {
  /** Asked at each key, so that a list that grew is seen. */
  readonly options: (typed: string) => readonly Option[] | Promise<readonly Option[]>;
  readonly onTake: (option: Option) => void;
  /** A last line for what the list lacks. Called with what was typed. */
  readonly more?: {
    readonly label: (typed: string) => string;
    readonly open: (typed: string) => void;
  };
  /** Whatever is typed may stay: the list only proposes. Called when the field is left. */
  readonly onFree?: (typed: string) => void;
  readonly label?: string;
  readonly nothing: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface Combobox {
  readonly node: HTMLElement;
  readonly input: HTMLInputElement;
  /** What the field shows as taken. */
  readonly show: (label: string) => void;
}

const shownAtMost = 60;

export function combobox(parts: ComboboxParts): Combobox {
  const listId = newId('options');
  const input = element('input', {
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-label': parts.label,
    autocomplete: 'off',
    spellcheck: 'false',
    ...parts.attributes,
  });
  const list = element('ul', {
    id: listId,
    role: 'listbox',
    'aria-label': parts.label,
    hidden: true,
  });
  const node = element('div', { class: 'combobox' }, input, list);
  let taken = '';
  let active = -1;
  let asked = 0;
  let choices: readonly { readonly row: HTMLElement; readonly take: () => void }[] = [];

  const isOpen = () => !list.hidden;
  const close = () => {
    list.hidden = true;
    active = -1;
    setAttributes(input, { 'aria-expanded': 'false', 'aria-activedescendant': null });
  };
  const activate = (to: number) => {
    choices[active]?.row.removeAttribute('aria-selected');
    active = choices.length === 0 ? -1 : (to + choices.length) % choices.length;
    const row = choices[active]?.row;
    row?.setAttribute('aria-selected', 'true');
    row?.scrollIntoView({ block: 'nearest' });
    setAttributes(input, { 'aria-activedescendant': row?.id ?? null });
  };
  const open = async () => {
    const typed = input.value === taken ? '' : input.value.trim();
    const turn = ++asked;
    const options = await parts.options(typed);
    if (turn !== asked || document.activeElement !== input) return;
    const rows = options.slice(0, shownAtMost).map((option) => ({
      row: rowOf(option.label, option.hint),
      take: () => {
        taken = parts.onFree ? option.label : '';
        input.value = taken;
        parts.onTake(option);
      },
    }));
    const { more } = parts;
    if (more) {
      const row = rowOf(more.label(typed), '');
      row.dataset['more'] = '';
      rows.push({ row, take: () => more.open(typed) });
    }
    choices = rows;
    fill(list, ...rows.map(({ row }) => row));
    if (rows.length === 0) {
      list.append(element('li', { class: 'nothing', role: 'presentation' }, parts.nothing));
    }
    rows.forEach(({ row, take }) => {
      // Before the field loses the focus.
      row.addEventListener('mousedown', (event) => {
        event.preventDefault();
        close();
        take();
      });
    });
    list.hidden = false;
    setAttributes(input, { 'aria-expanded': 'true' });
    active = -1;
    if (typed !== '' && !parts.onFree) activate(0);
  };

  input.addEventListener('input', () => void open());
  input.addEventListener('mousedown', () => {
    if (!isOpen()) void open();
  });
  input.addEventListener('blur', () => {
    asked += 1;
    close();
    if (parts.onFree) {
      if (input.value !== taken) parts.onFree(input.value);
      taken = input.value;
    } else {
      input.value = taken;
    }
  });
  input.addEventListener('keydown', (event) => {
    // Keys of an input method choose characters.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (isOpen()) activate(active < 0 && step < 0 ? -1 : active + step);
      else void open().then(() => activate(step > 0 ? 0 : -1));
    } else if (event.key === 'Enter' && isOpen() && active >= 0) {
      event.preventDefault();
      const { take } = choices[active] ?? {};
      close();
      take?.();
    } else if (event.key === 'Escape' && isOpen()) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  return {
    node,
    input,
    show: (label) => {
      taken = label;
      if (document.activeElement !== input) input.value = label;
    },
  };
}

const rowOf = (label: string, hint: string): HTMLElement =>
  element(
    'li',
    { role: 'option', id: newId('option') },
    element('span', {}, label),
    hint === '' ? null : element('span', { class: 'hint' }, hint),
  );

/** Those that begin with what was typed, then those that hold it; all of them where nothing was. */
export function fitting(options: readonly Option[], typed: string): readonly Option[] {
  if (typed === '') return options;
  const wanted = typed.toLowerCase();
  const rank = ({ label, hint, value }: Option): number => {
    if (label.startsWith(typed)) return 0;
    if (label.includes(typed)) return 1;
    if (value.startsWith(wanted)) return 2;
    return hint.toLowerCase().includes(wanted) || value.includes(wanted) ? 3 : 4;
  };
  return options
    .map((option) => ({ option, at: rank(option) }))
    .filter(({ at }) => at < 4)
    .sort((a, b) => a.at - b.at)
    .map(({ option }) => option);
}
