import { siteText } from '#browser/shell/site-file.ts';
import { visit, type Latest } from '#domain/site/last-visit.ts';
import { latestPath, practicePath } from '#domain/site/paths.ts';
import { sinceVisit as words } from '#words/since-visit.ts';

const key = 'last-visit';
const mostNamed = 5;

/**
 * Says on the home page what is new or changed since the reader was here. What the reader has seen
 * stays on the reader's machine; on a first visit, or where nothing can be kept, nothing is said.
 */
export async function showSinceVisit(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-since-visit]');
  if (!place) return;
  const { keep, since, isAll } = visit(
    localStorage.getItem(key),
    JSON.parse(await siteText(latestPath)) as Latest[],
    Date.now(),
  );
  localStorage.setItem(key, keep);
  if (since.length === 0) return;
  const list = place.querySelector('ul');
  list?.append(...since.slice(0, mostNamed).map(itemOf));
  const count = place.querySelector('p');
  if (count) count.textContent = isAll ? words.all(since.length) : words.atLeast(since.length);
  place.hidden = false;
}

function itemOf({ id, title, edition }: Latest): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = practicePath(id);
  link.textContent = title;
  item.append(link, `　${edition === 1 ? words.fresh : words.changed(edition)}`);
  return item;
}
