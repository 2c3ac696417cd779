import { markBelow, markedNodes } from '#browser/search/marks.ts';
import { practicePath } from '#domain/site/paths.ts';
import { clauseOf } from '#domain/search/query.ts';
import type { Result } from '#domain/search/session.ts';
import type { Snippet } from '#domain/search/snippet.ts';
import { search as searchWords } from '#words/search.ts';

/** A result as it is listed: the card the page was built with, or room for one that is yet to come. */
export function listedItem(
  onPage: HTMLLIElement | undefined,
  isNear: boolean,
  isFirstNear: boolean,
): HTMLLIElement {
  const copy = onPage?.cloneNode(true);
  const item = copy instanceof HTMLLIElement ? copy : document.createElement('li');
  if (!onPage) item.dataset['awaited'] = '';
  if (isNear) item.dataset['near'] = '';
  if (isFirstNear) item.prepend(nearHeading());
  return item;
}

/** Tells in a listed item what there is to its result: its card, marked, and where in the practice the words are. */
export function tellResult(item: HTMLLIElement, result: Result, query: string): void {
  if (item.dataset['awaited'] !== undefined) {
    delete item.dataset['awaited'];
    item.dataset['practice'] = result.id;
    // The build's own markup, from a file of this site.
    item.insertAdjacentHTML('beforeend', result.card ?? '');
  }
  const card = item.querySelector('article') ?? item;
  markBelow(card, result.marks.map(clauseOf));
  if (result.isNear) card.append(foundBy(result.by));
  // What the practice holds is marked there, too.
  const words = result.by.length > 0 ? result.by.join(' ') : query;
  if (result.snippets.length > 0) {
    const link = card.querySelector('a');
    if (link) link.href = addressIn(result.id, '', words);
    card.append(snippetList(result, words));
  }
}

/** Why a result is there that does not hold the query as it stands. */
function foundBy(by: readonly string[]): HTMLElement {
  const line = document.createElement('p');
  line.className = 'found-by';
  if (by.length === 0) line.textContent = searchWords.foundByProblem;
  else {
    line.textContent = searchWords.foundBy;
    by.forEach((word, at) => {
      const mark = document.createElement('mark');
      mark.textContent = word;
      line.append(at > 0 ? '、' : '', mark);
    });
  }
  return line;
}

function nearHeading(): HTMLElement {
  const heading = document.createElement('h2');
  heading.textContent = searchWords.near;
  const note = document.createElement('p');
  note.textContent = searchWords.nearNote;
  const group = document.createElement('hgroup');
  group.className = 'near-heading';
  group.append(heading, note);
  return group;
}

function snippetList({ id, snippets }: Result, query: string): HTMLElement {
  const list = document.createElement('ul');
  list.setAttribute('role', 'list');
  list.className = 'snippets';
  list.append(...snippets.map((snippet) => snippetItem(id, snippet, query)));
  return list;
}

function snippetItem(id: string, snippet: Snippet, query: string): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = addressIn(id, snippet.address, query);
  link.textContent = snippet.section || searchWords.head;
  const words = document.createElement('span');
  words.append(...markedNodes(snippet.text));
  item.append(link, words);
  return item;
}

/** The practice page marks `q` on arrival; see `arrival.ts`. */
function addressIn(id: string, address: string, query: string): string {
  const parameters = new URLSearchParams({ q: query });
  return `${practicePath(id)}?${parameters.toString()}${address ? `#${address}` : ''}`;
}
