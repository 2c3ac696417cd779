import { markBelow, markedNodes } from '#browser/search/marks.ts';
import { practicePath } from '#domain/site/paths.ts';
import { clauseOf } from '#domain/search/query.ts';
import type { Result } from '#domain/search/session.ts';
import type { Snippet } from '#domain/search/snippet.ts';
import { search as searchWords } from '#words/search.ts';

/** The items the page was built with, by practice. */
export type PageItems = ReadonlyMap<string, HTMLLIElement>;

/** One result: the card of the site's lists, marked, and where in the practice the words are. */
export function resultItem(
  result: Result,
  pageItems: PageItems,
  isFirstNear: boolean,
  query: string,
): HTMLLIElement {
  const item = itemOf(result, pageItems);
  const card = item.querySelector('article') ?? item;
  markBelow(card, result.marks.map(clauseOf));
  if (result.isNear) {
    item.dataset['near'] = '';
    if (isFirstNear) item.prepend(nearHeading());
    card.append(foundBy(result.by));
  }
  // What the practice holds is marked there, too.
  const words = result.by.length > 0 ? result.by.join(' ') : query;
  if (result.snippets.length > 0) {
    const link = card.querySelector('a');
    if (link) link.href = addressIn(result.id, '', words);
    card.append(snippetList(result, words));
  }
  return item;
}

function itemOf({ id, card }: Result, pageItems: PageItems): HTMLLIElement {
  const copy = pageItems.get(id)?.cloneNode(true);
  if (copy instanceof HTMLLIElement) return copy;
  const item = document.createElement('li');
  item.dataset['practice'] = id;
  // The build's own markup, from a file of this site.
  item.innerHTML = card ?? '';
  return item;
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
  heading.className = 'near-heading';
  heading.textContent = searchWords.near;
  const note = document.createElement('small');
  note.textContent = searchWords.nearNote;
  heading.append(note);
  return heading;
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
