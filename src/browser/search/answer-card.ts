import { entryPath } from '#domain/search/entry-path.ts';
import type { AnswerCard, CardWay } from '#domain/search/answer-card.ts';
import { practicePath } from '#domain/site/paths.ts';
import { answerCard as words } from '#words/search.ts';

/** The entry that clearly answers: what it is, who does what about it, and the way to its page. */
export function answerCardNodes(card: AnswerCard): HTMLElement[] {
  const path = entryPath(card.kind, card.id);
  const kind = element('p', 'eyebrow', words.kinds[card.kind]);
  const heading = element('h2');
  heading.id = 'answer-heading';
  heading.append(link(path, card.label));
  const nodes = [kind, heading];
  const isEmptyPlace = card.kind === 'region' && card.practices === 0;
  if (isEmptyPlace) nodes.push(element('p', 'line', words.emptyPlace(card.label)));
  else if (card.line) nodes.push(element('p', 'line', card.line));
  if (card.ways.length > 0) nodes.push(waysList(card.ways));
  const ways = element('p', 'ways-on');
  const on = link(path, words.on(card.kind, card.practices ?? 0));
  on.className = 'button';
  ways.append(on);
  nodes.push(ways);
  if (card.near.length > 0) {
    const near = element('p', 'near', isEmptyPlace ? words.nearPlaces : words.near);
    for (const [of, id, label, practices] of card.near) {
      near.append(link(entryPath(of, id), label), element('small', '', words.count(practices)));
    }
    nodes.push(near);
  }
  return nodes;
}

function waysList(ways: readonly CardWay[]): HTMLElement {
  const list = element('dl');
  for (const { kind, places } of ways) {
    const group = element('div');
    const answers = element('dd');
    for (const [practice, place] of places) answers.append(link(practicePath(practice), place));
    group.append(element('dt', '', kind || words.places), answers);
    list.append(group);
  }
  return list;
}

function element(name: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}
