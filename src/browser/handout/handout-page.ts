import {
  basketOf,
  carriesBasket,
  fragmentOf,
  longestAddress,
} from '#browser/handout/handout-address.ts';
import { handoutMarkup } from '#browser/handout/handout-markup.ts';
import { makeHandout } from '#browser/handout/handout-making.ts';
import { isUse, takeHandout } from '#browser/handout/handout-uses.ts';
import { itemsMarkup } from '#browser/handout/item-list.ts';
import { change, type Changed } from '#browser/handout/item-uses.ts';
import {
  faultsOfKept,
  keepBasket,
  keepingOf,
  keptBasket,
  onBasket,
} from '#browser/handout/kept-handout.ts';
import { frameMarkup } from '#browser/handout/page-frame.ts';
import { copy } from '#browser/shell/clipboard.ts';
import type { CitationStyleId } from '#domain/citation/styles.ts';
import { readBasket, type ReadBasket } from '#domain/handout/basket-file.ts';
import { cleanWords } from '#domain/handout/basket-file.ts';
import { emptyBasket, isEmpty, mostItems, type Basket } from '#domain/handout/basket.ts';
import { absolute, handoutPath } from '#domain/site/paths.ts';
import { handoutPage as words } from '#words/handout-page.ts';

/** A file of a basket is some 20 kB, with long notes some hundred. */
const mostBytes = 4_000_000;

/** The page `/handout/`. */
export function startHandoutPage(): void {
  const app = document.querySelector<HTMLElement>('[data-handout-page]');
  if (app) new HandoutPage(app).start();
}

class HandoutPage {
  readonly #app: HTMLElement;
  readonly #release: { readonly version: string; readonly releasedOn: string | null };
  /** Counts what was asked for, so that an older answer does not replace a newer one. */
  #asked = 0;
  #typing = 0;
  #before: Basket[] = [];
  #faults: readonly string[] = [];

  constructor(app: HTMLElement) {
    this.#app = app;
    const { version = '', released } = app.dataset;
    this.#release = { version, releasedOn: released ?? null };
  }

  start(): void {
    this.#app.innerHTML = frameMarkup();
    this.#app.addEventListener('click', ({ target }) => {
      const use = target instanceof Element ? target.closest<HTMLElement>('button[data-do]') : null;
      if (use) void this.#use(use);
    });
    this.#app.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLElement) this.#typed(target);
    });
    this.#one<HTMLInputElement>('input[type="file"]').addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) void this.#openFile(target);
    });
    onBasket((fromOutside) => {
      if (fromOutside) void this.#show();
    });
    window.addEventListener('hashchange', () => void this.#openAddress());
    // What was typed last is kept before the page goes.
    window.addEventListener('pagehide', () => this.#keepTyped());
    this.#faults = faultsOfKept().map((fault) =>
      ['later', 'style', 'items'].includes(fault.kind) ? words.fault(fault) : words.keptUnreadable,
    );
    void this.#show();
    void this.#openAddress();
  }

  #one<Kind extends HTMLElement>(selector: string): Kind {
    const found = this.#app.querySelector<Kind>(selector);
    if (!found) throw new Error(`The page of the basket lacks ${selector}.`);
    return found;
  }

  #say(message: string): void {
    this.#one('[role="status"]').textContent = message;
  }

  #change(basket: Basket): void {
    this.#before = [...this.#before.slice(-49), keptBasket()];
    keepBasket(basket);
  }

  async #use(button: HTMLElement): Promise<void> {
    const use = button.dataset['do'] ?? '';
    this.#keepTyped();
    if (isUse(use)) return this.#takeAway(use);
    if (use === 'link') return this.#copyLink();
    if (use === 'open') return this.#one('input[type="file"]').click();
    if (use === 'undo') return this.#undo();
    if (use === 'clear') {
      this.#change(emptyBasket);
      this.#say(words.cleared);
      await this.#show();
      return this.#one('[data-do="undo"]').focus();
    }
    const item = button.closest<HTMLElement>('[data-at]');
    if (use === 'rename' && item) return showTitleField(item);
    const changed = change(
      use,
      item === null ? null : Number(item.dataset['at']),
      keptBasket(),
      titleIn(item),
    );
    if (changed) await this.#apply(changed);
  }

  async #apply({ basket, say, focus }: Changed): Promise<void> {
    this.#change(basket);
    await this.#show();
    if (say !== '') this.#say(say);
    const next = this.#app.querySelector<HTMLElement>(focus);
    (next ?? this.#one<HTMLElement>('[role="status"]')).focus();
  }

  #undo(): void {
    const before = this.#before.pop();
    if (!before) return;
    keepBasket(before);
    void this.#show().then(() => this.#say(words.undone));
  }

  async #takeAway(use: string): Promise<void> {
    this.#say(words.making);
    try {
      this.#say(await takeHandout(use, keptBasket(), this.#release));
    } catch {
      this.#say(words.notMade);
    }
  }

  async #copyLink(): Promise<void> {
    const fragment = await fragmentOf(keptBasket());
    const address = `${new URL(absolute(handoutPath, null), location.href).href}#${fragment}`;
    if (address.startsWith('file:')) return this.#say(words.linkNowhere);
    if (address.length > longestAddress) {
      return this.#say(words.linkLong(address.length, longestAddress));
    }
    if (await copy({ plain: address })) return this.#say(words.linkCopied);
    history.replaceState(null, '', `#${fragment}`);
    this.#say(words.linkNotCopied);
  }

  /** Own words and the head: kept while they are typed, without drawing the list anew. */
  #typed(field: HTMLElement): void {
    if (!(
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ))
      return;
    if (field instanceof HTMLInputElement && field.type === 'file') return;
    window.clearTimeout(this.#typing);
    this.#typing = window.setTimeout(() => this.#keepTyped(), 400);
  }

  #keepTyped(): void {
    window.clearTimeout(this.#typing);
    const basket = keptBasket();
    const valueOf = (field: string): string =>
      cleanWords(this.#one<HTMLInputElement>(`[data-field="${field}"]`).value);
    const items = basket.items.map((item, at) => {
      const row = this.#app.querySelector(`[data-at="${at}"]`);
      if (!row) return item;
      const text = row.querySelector<HTMLTextAreaElement>('textarea[data-do="text"]')?.value;
      const extent = row.querySelector<HTMLInputElement>('input[data-do="extent"]:checked')?.value;
      const title = row.querySelector<HTMLInputElement>('input[data-do="title"]')?.value;
      return {
        ...item,
        ...(text === undefined ? {} : { text: cleanWords(text) }),
        ...(extent === undefined ? {} : { extent: extent === 'whole' ? 'whole' : 'brief' }),
        ...(title === undefined ? {} : { title: title.trim() === '' ? null : cleanWords(title) }),
      } as typeof item;
    });
    const typed: Basket = {
      title: valueOf('title'),
      occasion: valueOf('occasion'),
      style: valueOf('style') as CitationStyleId, // one of ours, see `frameMarkup`
      items,
    };
    if (JSON.stringify(typed) === JSON.stringify(basket)) return;
    this.#change(typed);
    void this.#show(false);
  }

  async #openFile(input: HTMLInputElement): Promise<void> {
    const [file] = Array.from(input.files ?? []);
    input.value = '';
    if (!file) return;
    if (file.size > mostBytes) return this.#refuse([words.tooLarge]);
    this.#offer(readBasket(await file.text()));
  }

  async #openAddress(): Promise<void> {
    if (!carriesBasket(location.hash)) return;
    const read = await basketOf(location.hash);
    history.replaceState(null, '', location.pathname + location.search);
    this.#offer(read);
  }

  #refuse(faults: readonly string[]): void {
    this.#faults = faults;
    this.#showFaults();
  }

  /** Never in the place of the reader's own basket without asking. */
  #offer({ basket, faults }: ReadBasket): void {
    this.#refuse(faults.map(words.fault));
    if (basket === null) return;
    const own = keptBasket();
    if (isEmpty(own) || JSON.stringify(own) === JSON.stringify(basket)) {
      this.#change(basket);
      this.#say(words.offer(basket.items.length));
      void this.#show();
      return;
    }
    const place = this.#one('.offer');
    place.hidden = false;
    place.replaceChildren(
      `${words.offer(basket.items.length)}${words.offerOwn(own.items.length)} `,
      ...[
        { label: words.replace, answer: () => this.#adopt(basket, words.replaced) },
        { label: words.append, answer: () => this.#append(basket) },
        { label: words.decline, answer: () => this.#say(words.declined) },
      ].flatMap(({ label, answer }) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'button';
        button.textContent = label;
        button.addEventListener('click', () => {
          place.hidden = true;
          answer();
        });
        return [button, ' '];
      }),
    );
    place.querySelector('button')?.focus();
  }

  #adopt(basket: Basket, message: string): void {
    this.#change(basket);
    void this.#show().then(() => this.#say(message));
  }

  #append(basket: Basket): void {
    const own = keptBasket();
    const items = [...own.items, ...basket.items];
    if (items.length > mostItems) return this.#say(words.tooManyTogether(items.length, mostItems));
    this.#adopt({ ...own, items }, words.appended(items.length));
  }

  #showFaults(): void {
    const keeping = keepingOf();
    const lines = [...this.#faults, ...(keeping === 'kept' ? [] : [words[keeping]])];
    const place = this.#one('.faults');
    place.hidden = lines.length === 0;
    place.replaceChildren(
      ...lines.map((line) => {
        const item = document.createElement('li');
        item.textContent = line;
        return item;
      }),
    );
  }

  /** `isAnew` is false while the reader types: what is typed in stays as it is. */
  async #show(isAnew = true): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const basket = keptBasket();
    const isFilled = !isEmpty(basket);
    this.#app.querySelectorAll<HTMLElement>('[data-when-filled]').forEach((part) => {
      part.hidden = !isFilled;
    });
    this.#showFaults();
    this.#one<HTMLButtonElement>('[data-do="undo"]').hidden = this.#before.length === 0;
    if (isAnew) {
      for (const field of ['title', 'occasion', 'style'] as const) {
        this.#one<HTMLInputElement>(`[data-field="${field}"]`).value = basket[field];
      }
      this.#say(isFilled ? words.loading : words.empty);
    }
    if (!isFilled) {
      this.#one('[data-handout-list]').textContent = '';
      return;
    }
    const { document: handout, faults, code } = await makeHandout(basket, this.#release);
    if (asked !== this.#asked) return;
    if (isAnew) {
      const listed = basket.items.map((item, at) => ({
        item,
        title: handout.parts[at]?.title ?? '',
        line: handout.parts[at]?.line ?? null,
        fault: faults[at] ?? null,
      }));
      this.#one('[data-handout-list]').innerHTML = itemsMarkup(listed);
      this.#say(words.count(basket.items.length));
    }
    this.#one('[data-handout-paper]').innerHTML = handoutMarkup(handout, code);
  }
}

const titleIn = (item: HTMLElement | null): string => item?.querySelector('h3')?.textContent ?? '';

/** A field for the reader's own title, below the one shown; it goes when the list is drawn anew. */
function showTitleField(item: HTMLElement): void {
  const shown = item.querySelector<HTMLInputElement>('input[data-do="title"]');
  if (shown) return shown.focus();
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.dataset['do'] = 'title';
  input.value = titleIn(item);
  input.maxLength = 200;
  label.append(words.renameLabel, input);
  item.querySelector('h3')?.after(label);
  input.select();
}
