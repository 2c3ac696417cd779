/** Tabs by the ARIA pattern: one stop for the Tab key, arrows between them. */
import { element, newId, setAttributes } from '../elements.ts';

export interface TabPage {
  readonly name: string;
  readonly label: string;
  readonly content: HTMLElement;
}

export interface Tabs {
  readonly list: HTMLElement;
  readonly panels: HTMLElement;
  readonly select: (name: string) => void;
  readonly selected: () => string;
  /** A number behind the label, `says` with it what it counts; none for 0. */
  readonly setCount: (name: string, count: number, says: string) => void;
}

export function tabsOf(pages: readonly TabPage[], label: string): Tabs {
  let current = pages[0]?.name ?? '';
  const parts = pages.map(({ name, label: text, content }) => {
    const panelId = newId('panel');
    const count = element('span', { class: 'tab-count', 'aria-hidden': 'true' });
    const tab = element(
      'button',
      { type: 'button', role: 'tab', id: newId('tab'), 'aria-controls': panelId },
      text,
      count,
    );
    const panel = element(
      'div',
      { role: 'tabpanel', id: panelId, 'aria-labelledby': tab.id },
      content,
    );
    tab.addEventListener('click', () => select(name));
    return { name, text, tab, panel, count };
  });
  const select = (name: string) => {
    current = name;
    for (const part of parts) {
      const isCurrent = part.name === name;
      setAttributes(part.tab, { 'aria-selected': String(isCurrent) });
      part.tab.tabIndex = isCurrent ? 0 : -1;
      part.panel.hidden = !isCurrent;
      if (isCurrent) part.tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  };
  const list = element(
    'div',
    { role: 'tablist', 'aria-label': label },
    ...parts.map(({ tab }) => tab),
  );
  list.addEventListener('keydown', (event) => {
    const at = parts.findIndex(({ name }) => name === current);
    const to: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: parts.length - 1,
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const part = parts[(next + parts.length) % parts.length];
    if (!part) return;
    select(part.name);
    part.tab.focus();
  });
  select(current);
  return {
    list,
    panels: element('div', { class: 'panels' }, ...parts.map(({ panel }) => panel)),
    select,
    selected: () => current,
    setCount: (name, count, says) => {
      const part = parts.find((one) => one.name === name);
      if (!part) return;
      part.count.textContent = count === 0 ? '' : String(count);
      setAttributes(part.tab, { 'aria-label': count === 0 ? null : says });
    },
  };
}
