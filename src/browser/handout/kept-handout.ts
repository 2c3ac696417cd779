import { emptyBasket, isEmpty, type Basket } from '#domain/handout/basket.ts';
import { readBasket, writeBasket, type BasketFault } from '#domain/handout/basket-file.ts';

/**
 * The reader's basket, kept on the reader's machine. Where the browser forbids that or has no room, it
 * lasts as long as the page. `handout-tray.ts` reads the same key before any of this is loaded.
 */
const key = 'handout';
/** What could not be read is put aside under this name, not thrown away. */
const asideKey = 'handout-unreadable';

export type Keeping = 'kept' | 'forbidden' | 'full';

let keeping: Keeping = 'kept';
let faults: readonly BasketFault[] = [];
let basket: Basket = load();

function load(): Basket {
  let text: string | null;
  try {
    text = localStorage.getItem(key);
  } catch {
    keeping = 'forbidden';
    return emptyBasket;
  }
  if (text === null) return emptyBasket;
  const read = readBasket(text);
  faults = read.faults;
  if (read.basket === null) setAside(text);
  return read.basket ?? emptyBasket;
}

function setAside(text: string): void {
  try {
    localStorage.setItem(asideKey, text);
  } catch {
    // No room for a second copy: the first stays until something is put in.
  }
}

export const keptBasket = (): Basket => basket;

/** Whether the next page will still know the basket. */
export const keepingOf = (): Keeping => keeping;

/** What of the kept basket was not understood when it was read. */
export const faultsOfKept = (): readonly BasketFault[] => faults;

export function keepBasket(changed: Basket): void {
  basket = changed;
  try {
    if (isEmpty(changed)) localStorage.removeItem(key);
    else localStorage.setItem(key, writeBasket(changed));
    keeping = 'kept';
  } catch (reason) {
    keeping = reason instanceof DOMException && /quota/i.test(reason.name) ? 'full' : 'forbidden';
  }
  tell(false);
}

type Listener = (fromOutside: boolean) => void;
const listeners: Listener[] = [];
const tell = (fromOutside: boolean): void => listeners.forEach((listener) => listener(fromOutside));

/** Calls back after every change; `fromOutside` where another window made it. */
export function onBasket(listener: Listener): void {
  listeners.push(listener);
}

const reload = (): void => {
  basket = load();
  tell(true);
};

window.addEventListener('storage', (event) => {
  if (event.key === key || event.key === null) reload();
});

// A page brought back by the back button shows what was put in meanwhile.
window.addEventListener('pageshow', (event) => {
  if (event.persisted && keeping === 'kept') reload();
});
