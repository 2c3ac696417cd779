/**
 * Columns beside each other, which can be closed, made wider by pointer or arrow keys, and gone
 * round by F6. Where there is no room for them, one at a time.
 */
import { write as words } from '#words/desk-write.ts';
import { button, element, setAttributes } from '../elements.ts';

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly content: HTMLElement;
  /** Of the width there is, in shares. */
  readonly share: number;
  /** Always there. */
  readonly isMain?: boolean;
  readonly isClosed?: boolean;
  readonly onShown?: (isShown: boolean) => void;
}

export interface Columns {
  readonly node: HTMLElement;
  /** Buttons that open and close them. */
  readonly switches: HTMLElement;
  readonly open: (name: string) => void;
}

const narrow = matchMedia('(max-width: 63.99rem)');
const smallest = 0.35;

export function columnsOf(columns: readonly Column[], keptAs: string): Columns {
  const kept = readKept(keptAs);
  let single = columns.find(({ isMain }) => isMain)?.name ?? '';
  const states = columns.map((column) => ({
    column,
    share: kept[column.name]?.share ?? column.share,
    isOpen: column.isMain === true || (kept[column.name]?.isOpen ?? !column.isClosed),
    section: element(
      'section',
      { class: 'column', 'aria-label': column.label, 'data-column': column.name, tabindex: -1 },
      column.content,
    ),
    wasShown: true,
  }));
  const node = element('div', { class: 'columns' });
  const switches = element('div', {
    class: 'switches',
    role: 'group',
    'aria-label': words.columnsLabel,
  });

  const buttons = states.map((state) => {
    const made = button(
      state.column.label,
      () => {
        if (narrow.matches) single = state.column.name;
        else if (!state.column.isMain) state.isOpen = !state.isOpen;
        draw();
      },
      { look: 'quiet' },
    );
    switches.append(made);
    return { made, state };
  });
  const isShown = (state: (typeof states)[number]) =>
    narrow.matches ? state.column.name === single : state.isOpen;

  const draw = () => {
    const shown = states.filter(isShown);
    node.style.gridTemplateColumns = shown
      .map(({ share }) => `minmax(0, ${share}fr)`)
      .join(' 0.5rem ');
    // Put in anew only where the set differs: what is moved in the page loses its place in it.
    const wanted = shown.flatMap((state, at) => {
      const next = shown[at + 1];
      return next ? [state.section, handleBetween(state, next)] : [state.section];
    });
    for (const state of states) {
      if (!shown.includes(state)) state.section.remove();
    }
    node.querySelectorAll('.handle').forEach((handle) => handle.remove());
    wanted.forEach((part, at) => {
      if (node.children[at] !== part) node.insertBefore(part, node.children[at] ?? null);
    });
    for (const { made, state } of buttons) {
      setAttributes(made, { 'aria-pressed': String(isShown(state)) });
      made.hidden = !narrow.matches && state.column.isMain === true;
    }
    for (const state of states) {
      const now = isShown(state);
      if (state.wasShown !== now) state.column.onShown?.(now);
      state.wasShown = now;
    }
    writeKept(keptAs, states);
  };

  const handleBetween = (left: (typeof states)[number], right: (typeof states)[number]) => {
    const handle = element('div', {
      class: 'handle',
      role: 'separator',
      'aria-orientation': 'vertical',
      'aria-label': words.widths(left.column.label),
      'aria-valuenow': Math.round((left.share / (left.share + right.share)) * 100),
      tabindex: 0,
    });
    const widen = (by: number) => {
      const both = left.share + right.share;
      left.share = Math.min(Math.max(left.share + by, smallest), both - smallest);
      right.share = both - left.share;
      const shown = states.filter(isShown);
      node.style.gridTemplateColumns = shown
        .map(({ share }) => `minmax(0, ${share}fr)`)
        .join(' 0.5rem ');
      setAttributes(handle, { 'aria-valuenow': Math.round((left.share / both) * 100) });
      writeKept(keptAs, states);
    };
    handle.addEventListener('keydown', (event) => {
      const by = event.key === 'ArrowRight' ? 0.05 : event.key === 'ArrowLeft' ? -0.05 : 0;
      if (by === 0) return;
      event.preventDefault();
      widen(by);
    });
    handle.addEventListener('pointerdown', (event) => {
      handle.setPointerCapture(event.pointerId);
      node.dataset['moving'] = '';
    });
    handle.addEventListener('pointermove', (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const both = left.section.offsetWidth + right.section.offsetWidth;
      widen((event.movementX / both) * (left.share + right.share));
    });
    const stop = () => delete node.dataset['moving'];
    handle.addEventListener('pointerup', stop);
    handle.addEventListener('pointercancel', stop);
    return handle;
  };

  node.addEventListener('keydown', (event) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    goRound(event.shiftKey ? -1 : 1);
  });
  const goRound = (step: number) => {
    const shown = states.filter((state) => narrow.matches || isShown(state));
    const at = shown.findIndex(({ section }) => section.contains(document.activeElement));
    const next = shown[(at + step + shown.length) % shown.length];
    if (!next) return;
    if (narrow.matches) {
      single = next.column.name;
      draw();
    }
    (firstStop(next.section) ?? next.section).focus();
  };
  narrow.addEventListener('change', draw);
  draw();
  return {
    node,
    switches,
    open: (name) => {
      single = name;
      const state = states.find(({ column }) => column.name === name);
      if (state) state.isOpen = true;
      draw();
    },
  };
}

const firstStop = (section: HTMLElement): HTMLElement | null =>
  section.querySelector<HTMLElement>(
    '[role="tab"][tabindex="0"], .source-block[tabindex="0"], button, input, textarea, select, iframe',
  );

type KeptColumns = Record<string, { readonly share: number; readonly isOpen: boolean } | undefined>;

function readKept(name: string): KeptColumns {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '{}');
  } catch {
    return {};
  }
}

function writeKept(
  name: string,
  states: readonly { column: Column; share: number; isOpen: boolean }[],
): void {
  const kept = states.map(({ column, share, isOpen }) => [column.name, { share, isOpen }]);
  localStorage.setItem(name, JSON.stringify(Object.fromEntries(kept)));
}
