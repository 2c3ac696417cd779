/** The places that name a practice to be withdrawn, each to be ticked by the editor. */
import { retire as words } from '#words/desk-review.ts';
import type { NamingPlace, PlaceDecided } from '../../api.ts';
import { button, element, newId } from '../elements.ts';
import type { Successor } from './retire-dialog.ts';

export interface PlacesToDecide {
  /** Null where nothing names it. */
  readonly node: HTMLElement | null;
  /** What was ticked; null where something that was lacks what is to stand there instead. */
  readonly decided: () => readonly PlaceDecided[] | null;
}

export function placesToDecide(
  places: readonly NamingPlace[],
  others: readonly Successor[],
): PlacesToDecide {
  const rows = places.map((place) => rowOf(place, others));
  return {
    node:
      rows.length === 0
        ? null
        : element(
            'fieldset',
            { class: 'naming-places' },
            element('legend', {}, words.places(places.length)),
            element('p', { class: 'muted' }, words.placesLead),
            element('ul', { role: 'list' }, ...rows.map(({ node }) => node)),
            // Below what it ticks: who reaches it has passed all of them.
            rows.length > 1
              ? button(words.tickAll, () => rows.forEach(({ tick }) => (tick.checked = true)), {
                  look: 'quiet',
                })
              : null,
          ),
    decided: () => {
      const ticked = rows.filter(({ tick }) => tick.checked);
      const isLacking = ticked.some(
        ({ place, instead }) => place.without === 'needs another' && instead() === null,
      );
      return isLacking
        ? null
        : ticked.map(({ place, instead }) => ({ key: place.key, instead: instead() }));
    },
  };
}

function rowOf(place: NamingPlace, others: readonly Successor[]) {
  const needsAnother = place.without === 'needs another';
  const tick = element('input', { type: 'checkbox', id: newId('place') });
  const said = newId('said');
  tick.setAttribute('aria-describedby', said);
  const instead = element(
    'select',
    { 'aria-label': `${words.instead}：${place.entry}` },
    element('option', { value: '' }, ''),
    ...others.map((other) => element('option', { value: other.id }, other.title)),
  );
  const node = element(
    'li',
    {},
    element('p', { class: 'muted' }, words.place(place.file, place.entry)),
    element('p', { id: said }, place.words),
    element(
      'p',
      { class: 'decision' },
      tick,
      element('label', { for: tick.id }, needsAnother ? words.change : words.takeOut),
      needsAnother ? instead : null,
    ),
  );
  return {
    place,
    node,
    tick,
    instead: () => (needsAnother ? instead.value || null : null),
  };
}
