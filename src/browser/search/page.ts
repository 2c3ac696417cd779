import { boxEvents, lendSuggester } from '#browser/search/box.ts';
import { startSearch } from '#browser/search/client.ts';
import { facetBoxes } from '#browser/search/facet-boxes.ts';
import { resultLayer } from '#browser/search/result-list.ts';
import { offerDownloads } from '#browser/shell/take-away.ts';
import { entryPath } from '#domain/search/entry-path.ts';
import type { AnswerCard } from '#domain/search/answer-card.ts';
import type { FacetCounts } from '#domain/search/facet-counts.ts';
import type { Answer } from '#domain/search/session.ts';
import {
  addressOf,
  isBare,
  noChoices,
  readAddress,
  sorts,
  toggled,
  type SearchState,
} from '#domain/search/state.ts';
import { facets as facetWords, search as searchWords } from '#words/search.ts';

const resultsAtOnce = 10;

/** What a screen shows of them before it is scrolled. */
const resultsSeen = 2;

/** Fewer stand on a screen than this tells: no card is so low, in pixels. */
const lowestCard = 150;

/** A wait that is shorter than this is not worth a change on the screen. */
const patience = 300;

/** Longer than a file may take: what has not answered by then, such as a worker that never came, will not. */
const mostPatience = 25_000;

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error('The search does not answer.')), mostPatience);
  });
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(late));
}

/** What the browser keeps with an entry of its history, to come back to the same place. */
interface Place {
  readonly shown: number;
  readonly scroll: number;
}

function placeKept(): Place {
  const kept: unknown = history.state;
  if (typeof kept !== 'object' || kept === null) return { shown: resultsAtOnce, scroll: 0 };
  const { shown, scroll } = kept as Partial<Place>; // our own, or another script's
  return {
    shown: typeof shown === 'number' && shown > 0 ? Math.min(shown, 1000) : resultsAtOnce,
    scroll: typeof scroll === 'number' ? scroll : 0,
  };
}

/** What is written anew is laid out anew, and much stays as it was from key to key. */
function write(element: Element, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

/** An element the page was built with. */
function part<T extends Element>(name: string, kind: new () => T): T {
  const found = document.querySelector(`[data-part="${name}"]`);
  if (!(found instanceof kind)) throw new Error(`The page has no part "${name}".`);
  return found;
}

/** Brings the search page to life: box, facets, results, address. */
export function startSearchPage(): void {
  const page = part('page', HTMLElement);
  const box = page.querySelector<HTMLInputElement>('[data-search-box]');
  const panel = part('panel', HTMLDetailsElement);
  const status = part('status', HTMLElement);
  const summary = part('summary', HTMLElement);
  const note = part('note', HTMLElement);
  const chips = part('chips', HTMLElement);
  const sort = part('sort', HTMLSelectElement);
  const list = part('results', HTMLOListElement);
  const more = part('more', HTMLButtonElement);
  const failure = part('failure', HTMLElement);
  const nothing = part('nothing', HTMLElement);
  const nothingHeading = part('nothing-heading', HTMLElement);
  const card = part('answer', HTMLElement);
  const orFrom = part('or-from', HTMLElement);
  const nearest = part('nearest', HTMLElement);
  const takeAway = part('take-away', HTMLElement);
  const waiting = part('waiting', HTMLElement);
  const retry = part('retry', HTMLButtonElement);
  if (!box) return;

  const search = startSearch();
  lendSuggester((typed) => search.suggest(typed));

  const layOut = resultLayer(list, search);
  const boxes = facetBoxes(part('facets', HTMLElement), search, (key, id, isChosen) => {
    go({ ...state, choices: toggled(state.choices, key, id, isChosen) });
  });
  let state = readAddress(location.search);
  let shown = placeKept().shown;
  let answer: Answer | null = null;
  /** Counts the questions, so that a late answer to an old one is dropped. */
  let asked = 0;
  /** While a reader goes on typing, the history keeps one entry for all of it. */
  let isTypedEntry = false;

  history.scrollRestoration = 'manual';
  // See `public/search-start.js`.
  document.documentElement.dataset['searchStarted'] = '';
  document.documentElement.dataset['script'] = '';

  const keepPlace = (): void => {
    history.replaceState({ shown, scroll: scrollY } satisfies Place, '');
  };

  /** Goes to a new state. The address changes with the results, so that they always agree. */
  function go(next: SearchState, typing = false): void {
    const leaving: Place = { shown, scroll: scrollY };
    state = next;
    shown = resultsAtOnce;
    void run(null, () => {
      if (addressOf(next) === addressOf(readAddress(location.search))) return;
      const address = location.pathname + addressOf(next);
      const place: Place = { shown: resultsAtOnce, scroll: 0 };
      if (typing && isTypedEntry) history.replaceState(place, '', address);
      else {
        history.replaceState(leaving, '');
        history.pushState(place, '', address);
      }
      isTypedEntry = typing;
    });
  }

  async function run(scrollTo: number | null, arrive: () => void = () => undefined): Promise<void> {
    asked += 1;
    const question = asked;
    const patienceEnds = setTimeout(showWaiting, patience);
    failure.hidden = true;
    try {
      const next = await inTime(search.query(state));
      if (question !== asked) return;
      let counts: FacetCounts | null = null;
      boxes.ask().then(
        (of) => {
          counts = of;
        },
        () => undefined,
      );
      // Who comes back to a place further down finds it where it was.
      const isBack = scrollTo !== null && scrollTo > 0;
      const ready = isBack ? shown : resultsSeen;
      const first = isBack ? shown : Math.min(shown, Math.ceil(innerHeight / lowestCard));
      const [items, cardNodes] = await inTime(
        Promise.all([lay(next, 0, first, ready), next.card ? nodesOfCard(next.card) : []]),
      );
      if (question !== asked) return;
      arrive();
      answer = next;
      showAnswer(next, cardNodes);
      boxes.show(state.choices, counts);
      list.replaceChildren();
      append(items, next, first < shown);
      list.dataset['answers'] = addressOf(state);
      if (first < shown) {
        // Behind the frame that shows the first.
        requestAnimationFrame(() => setTimeout(() => void layRest(next, question, first)));
      }
      if (scrollTo !== null) scroll(0, scrollTo);
    } catch {
      if (question !== asked) return;
      arrive();
      showFailure();
    } finally {
      clearTimeout(patienceEnds);
      if (question === asked) {
        waiting.hidden = true;
        list.removeAttribute('aria-busy');
      }
    }
  }

  function lay(of: Answer, from: number, to: number, ready: number): Promise<HTMLLIElement[]> {
    const question = asked;
    const words = of.insteadOf ?? state.text;
    return layOut({ from, to, ready, words, isWanted: () => question === asked });
  }

  /** What the screen does not show waits until it is shown, and is left where a reader types on. */
  async function layRest(of: Answer, question: number, from: number): Promise<void> {
    if (question !== asked) return;
    const items = await lay(of, from, shown, from).catch(() => []);
    if (question === asked) append(items, of);
  }

  function append(items: readonly HTMLLIElement[], of: Answer, isMoreComing = false): void {
    list.append(...items);
    const left = of.exact + of.near - list.children.length;
    more.hidden = isMoreComing || left <= 0;
    write(more, searchWords.more(left));
  }

  function showWaiting(): void {
    waiting.hidden = false;
    list.textContent = '';
    list.setAttribute('aria-busy', 'true');
    more.hidden = true;
    nothing.hidden = true;
    orFrom.hidden = true;
    card.hidden = true;
  }

  /** The results stand without it. */
  const nodesOfCard = (of: AnswerCard): Promise<HTMLElement[]> =>
    import('#browser/search/answer-card.ts').then(
      ({ answerCardNodes }) => answerCardNodes(of),
      () => [],
    );

  function showAnswer(of: Answer, cardNodes: readonly HTMLElement[]): void {
    const found = of.exact + of.near;
    write(status, searchWords.found(of.exact, of.near));
    showNote(of);
    nothing.hidden = found > 0;
    nothing.dataset['answered'] = String(of.card !== null);
    write(nothingHeading, of.hasOnlySigns ? searchWords.onlySigns : searchWords.nothing);
    card.replaceChildren(...cardNodes);
    card.hidden = cardNodes.length === 0;
    showNearest(of);
    showControls(found, of.chosen.length);
    showChips(of);
    const chosen = of.chosen.length;
    write(summary, facetWords.openWith(chosen));
  }

  /** What there is nothing to use on is not there. */
  function showControls(found: number, chosen: number): void {
    sort.value = state.sort;
    const [relevance] = sort.options;
    const hasWords = state.text.trim() !== '';
    if (relevance) {
      write(relevance, hasWords ? searchWords.sorts.relevance : searchWords.sortWithoutWords);
    }
    (sort.closest('label') ?? sort).hidden = found < 2;
    panel.hidden = found === 0 && chosen === 0;
    takeAway.hidden = found === 0;
  }

  /** What was looked for in place of what was typed, and the way back to it. */
  function showNote({ insteadOf }: Answer): void {
    note.textContent = '';
    note.hidden = insteadOf === null;
    if (insteadOf === null) return;
    const query = state.text.trim();
    const asTyped = document.createElement('a');
    // In quotation marks nothing is looked for but what stands in them.
    asTyped.href = addressOf({ ...state, text: `“${query}”` });
    asTyped.textContent = searchWords.asTyped(query);
    note.append(searchWords.insteadOf(insteadOf), asTyped);
  }

  function showNearest({ nearest: terms, card: shown }: Answer): void {
    const others = terms.filter(({ kind, id }) => kind !== shown?.kind || id !== shown.id);
    nearest.textContent = '';
    for (const { kind, id, label } of others) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = entryPath(kind, id);
      link.textContent = label;
      item.append(link);
      nearest.append(item);
    }
    orFrom.hidden = others.length === 0;
  }

  function showChips({ chosen }: Answer): void {
    chips.textContent = '';
    for (const { facet, id, label } of chosen) {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.setAttribute('aria-label', facetWords.remove(label));
      button.addEventListener('click', () => {
        go({ ...state, choices: toggled(state.choices, facet, id, false) });
        status.focus();
      });
      item.append(button);
      chips.append(item);
    }
    if (chosen.length > 1) {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset['kind'] = 'clear';
      button.textContent = facetWords.clear;
      button.addEventListener('click', () => {
        go({ ...state, choices: noChoices });
        status.focus();
      });
      item.append(button);
      chips.append(item);
    }
    chips.hidden = chosen.length === 0;
  }

  function showFailure(): void {
    failure.hidden = false;
    status.textContent = '';
    note.hidden = true;
    nothing.hidden = true;
    orFrom.hidden = true;
    card.hidden = true;
    more.hidden = true;
    list.textContent = '';
  }

  sort.addEventListener('change', () => {
    const chosen = sorts.find((of) => of === sort.value) ?? 'relevance';
    go({ ...state, sort: chosen });
  });
  retry.addEventListener('click', () => void run(null));
  more.addEventListener('click', () => {
    const of = answer;
    const question = asked;
    if (!of) return;
    const from = list.children.length;
    void lay(of, from, from + resultsAtOnce, from + resultsSeen).then((items) => {
      if (question !== asked) return;
      append(items, of);
      shown = list.children.length;
      keepPlace();
      // On to the first of the new results, where the reader was going.
      list.children[from]?.querySelector('a')?.focus();
    }, showFailure);
  });

  page.addEventListener(boxEvents.typed, (event) => {
    if (!(event instanceof CustomEvent)) return;
    const typed: unknown = event.detail;
    if (typeof typed === 'string') go({ ...state, text: typed }, true);
  });
  box.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    go({ ...state, text: box.value });
  });
  box.addEventListener('blur', () => {
    isTypedEntry = false;
  });

  offerDownloads(takeAway, async () => {
    const { exact, near } = await search.query(state);
    const found = await search.page(0, exact + near);
    return found.map(({ id }) => id);
  });

  addEventListener('popstate', () => {
    isTypedEntry = false;
    state = readAddress(location.search);
    box.value = state.text;
    const place = placeKept();
    shown = place.shown;
    void run(place.scroll);
  });
  addEventListener('pagehide', keepPlace);

  const wide = matchMedia('(min-width: 64rem)');
  const unfold = (): void => {
    panel.open = wide.matches;
  };
  unfold();
  wide.addEventListener('change', unfold);

  // What was typed before the script came is the reader's, and goes before the address.
  const early = box.value;
  box.value = early || state.text;
  list.dataset['answers'] = '';
  const place = placeKept();
  if (early && early !== state.text) go({ ...state, text: early }, true);
  // The page was built with the bare list, so nothing need be loaded for it.
  else if (!isBare(state)) {
    delete list.dataset['answers'];
    list.textContent = '';
    status.textContent = '';
    void run(place.scroll);
  } else if (place.shown > resultsAtOnce) void run(place.scroll);
  else scroll(0, place.scroll);
}
