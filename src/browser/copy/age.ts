import { daysOld, isOld } from '#domain/copies/age.ts';
import { today } from '#browser/shell/today.ts';

/** Says how old the copy is, which its pages cannot know; louder where it is old. */
export function showAge(): void {
  const place = document.querySelector<HTMLElement>('[data-copy-made]');
  const days = daysOld(place?.dataset['copyMade'] ?? '', today());
  const said = place?.querySelector<HTMLElement>('[data-age]');
  if (!place || !said || !days) return;
  const words = said.dataset['age'] ?? '';
  said.textContent = words.replace('{days}', String(days));
  if (!isOld(days)) return;
  place.dataset['old'] = '';
  for (const warning of place.querySelectorAll<HTMLElement>('[data-when-old]')) {
    warning.hidden = false;
  }
}
