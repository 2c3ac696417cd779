import { mostCompared, readKept, writeKept } from '#domain/comparison/comparison-selection.ts';

/**
 * The practices a reader has picked to compare, kept on the reader's machine. Where the browser
 * forbids or has no room for that, they last as long as the page.
 */
const key = 'comparison';

let lasting = true;
let picked: readonly string[] = load();

function load(): readonly string[] {
  try {
    return readKept(localStorage.getItem(key));
  } catch {
    lasting = false; // storage forbidden
    return [];
  }
}

export const pickedPractices = (): readonly string[] => picked;

/** False where the browser will have forgotten the choice on the next page. */
export const isKept = (): boolean => lasting;

export function pickPractices(ids: readonly string[]): void {
  picked = ids.slice(0, mostCompared);
  try {
    localStorage.setItem(key, writeKept(picked));
    lasting = true;
  } catch {
    lasting = false; // storage forbidden or full
  }
  tell();
}

const listeners: (() => void)[] = [];
const tell = (): void => listeners.forEach((listener) => listener());

/** Calls back after every change, those made in other windows included. */
export function onPicked(listener: () => void): void {
  listeners.push(listener);
}

window.addEventListener('storage', (event) => {
  if (event.key !== key && event.key !== null) return;
  picked = load();
  tell();
});

// A page brought back by the back button shows what was picked meanwhile.
window.addEventListener('pageshow', (event) => {
  if (!event.persisted || !lasting) return;
  picked = load();
  tell();
});
