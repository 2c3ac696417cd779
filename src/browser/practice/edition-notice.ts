import { cite } from '#words/cite.ts';

/** Shows what changed since the edition named in the address (`?v=1`), if that is an older one. */
export function showEditionNotice(): void {
  const notice = document.querySelector<HTMLElement>('[data-edition-notice]');
  const current = Number(notice?.dataset['editionNotice']);
  const cited = Number(new URLSearchParams(location.search).get('v'));
  if (!notice || !Number.isInteger(cited) || cited < 1 || cited >= current) return;
  const words = notice.querySelector('[data-words]');
  if (words) words.textContent = cite.editionNotice(cited, current);
  for (const change of notice.querySelectorAll<HTMLElement>('[data-edition]')) {
    change.hidden = Number(change.dataset['edition']) <= cited;
  }
  notice.hidden = false;
}
