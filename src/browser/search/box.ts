import type { Suggestion } from '#domain/search/suggest.ts';
import { searchBox as words } from '#words/search-box.ts';

type Suggester = (typed: string) => Promise<readonly Suggestion[]>;

/**
 * What the box tells its page. `typed` is sent for every change that is not in the middle of an
 * input method's work.
 */
export const boxEvents = {
  focused: 'search:focused',
  typed: 'search:typed',
};

/** `keyCode` of a key that went to the input method (UI Events, 9.3). */
const keyOfInputMethod = 229;

let suggester: Suggester | null = null;

/** The search page lends its search to the box, so that nothing is loaded twice. */
export function lendSuggester(own: Suggester): void {
  suggester = own;
}

function ownSuggester(): Suggester {
  let opened: ReturnType<typeof open> | null = null;
  const open = async () => (await import('#browser/search/suggestions.ts')).openSuggestions();
  return async (typed) => {
    opened ??= open();
    opened.catch(() => {
      opened = null;
    });
    return (await opened)(typed, 10);
  };
}

/** Makes a box of `SearchBox.astro` a combobox (WAI-ARIA: editable, with list autocomplete). */
export function startBox(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLInputElement>('[data-search-box]');
  const list = form.querySelector<HTMLElement>('[data-suggestions]');
  const news = form.querySelector<HTMLElement>('[data-suggestion-count]');
  if (!box || !list || !news) return;

  let shown: readonly Suggestion[] = [];
  let active = -1;
  let isComposing = false;
  let asked = 0;

  box.spellcheck = false;
  box.maxLength = 2000;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.suggestions);
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-expanded', 'false');
  box.setAttribute('aria-controls', list.id);

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  const tell = (name: string, detail: unknown): boolean =>
    form.dispatchEvent(new CustomEvent(name, { bubbles: true, cancelable: true, detail }));

  const close = (): void => {
    list.hidden = true;
    active = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };

  const activate = (at: number): void => {
    const all = options();
    active = at;
    all.forEach((option, place) => option.setAttribute('aria-selected', String(place === at)));
    const option = all[at];
    if (!option) return box.removeAttribute('aria-activedescendant');
    box.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };

  const choose = async ({ kind, id }: Suggestion): Promise<void> => {
    close();
    const { entryPath } = await import('#domain/search/entry-path.ts');
    location.assign(entryPath(kind, id));
  };

  const show = (suggestions: readonly Suggestion[]): void => {
    shown = suggestions;
    news.textContent = box.value.trim() ? words.suggested(shown.length) : '';
    if (shown.length === 0) return close();
    list.textContent = '';
    for (const kind of new Set(shown.map((suggestion) => suggestion.kind))) {
      const ofKind = shown.filter((suggestion) => suggestion.kind === kind);
      const group = document.createElement('div');
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', words.kinds[kind]);
      const heading = document.createElement('span');
      heading.setAttribute('aria-hidden', 'true');
      heading.textContent = words.kinds[kind];
      group.append(heading, ...ofKind.map(optionOf));
      list.append(group);
    }
    list.hidden = false;
    box.setAttribute('aria-expanded', 'true');
    activate(-1);
  };

  const optionOf = (suggestion: Suggestion): HTMLElement => {
    const option = document.createElement('div');
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.id = `${list.id}-${shown.indexOf(suggestion)}`;
    option.textContent = suggestion.label;
    if (suggestion.alias) {
      const alias = document.createElement('small');
      alias.textContent = `（${suggestion.alias}）`;
      option.append(alias);
    }
    // Before the box loses the focus, and with it the list.
    option.addEventListener('mousedown', (event) => event.preventDefault());
    option.addEventListener('click', () => void choose(suggestion));
    return option;
  };

  const typed = async (): Promise<void> => {
    tell(boxEvents.typed, box.value);
    asked += 1;
    const question = asked;
    suggester ??= ownSuggester();
    // Without suggestions the box still searches.
    const suggestions = await suggester(box.value).catch(() => []);
    if (question === asked && document.activeElement === box) show(suggestions);
  };

  box.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  box.addEventListener('compositionend', () => {
    isComposing = false;
    void typed();
  });
  box.addEventListener('input', (event) => {
    if (isComposing || (event instanceof InputEvent && event.isComposing)) return;
    void typed();
  });
  box.addEventListener('focus', () => {
    tell(boxEvents.focused, null);
    suggester ??= ownSuggester();
    void suggester('').catch(() => []);
  });
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    if (event.isComposing || isComposing) return;
    // Safari ends a composition before it tells of the key that ended it.
    if (event.keyCode === keyOfInputMethod) {
      if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
      return;
    }
    const last = options().length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (last < 0) return;
      event.preventDefault();
      if (list.hidden) {
        list.hidden = false;
        box.setAttribute('aria-expanded', 'true');
      }
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place before the first is the box itself.
      const next = active + step;
      activate(next > last ? -1 : next < -1 ? last : next);
    } else if (event.key === 'Enter') {
      const suggestion = list.hidden ? undefined : shown[active];
      if (suggestion) {
        event.preventDefault();
        void choose(suggestion);
      }
    } else if (event.key === 'Escape') {
      if (!list.hidden) {
        event.preventDefault();
        asked += 1;
        close();
      } else if (box.value) {
        event.preventDefault();
        box.value = '';
        void typed();
      }
    }
  });
  form.addEventListener('submit', () => {
    asked += 1;
    close();
  });
}

/** `/` takes the reader to the search box, unless something is being typed. */
export function focusOnSlash(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (
      target?.closest(
        'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable]',
      )
    )
      return;
    const box = document.querySelector<HTMLInputElement>('[data-search-box]');
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
