import { keptFragment } from '#cache/fragment-cache.ts';
import { onceFor } from '#domain/lists/once-for.ts';
import {
  placesOfRelated,
  relatedAt,
  relatedPractices,
  relationsOf,
  type Related,
  type RelatedPlaces,
} from '#domain/practice/related.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { digestOf } from '#page-key.ts';

/**
 * Who is related to whom, kept from build to build: most edits change nothing of it, and to look
 * for it among ten thousand takes seconds. The development server shows one page and looks for it
 * when that is asked for.
 */
export async function keptRelated(
  practices: readonly Practice[],
): Promise<(practice: Practice) => readonly Related[]> {
  if (import.meta.env.DEV) return onceFor(relatedPractices(practices));
  const kept = await keptFragment('related', digestOf(relationsOf(practices)), () =>
    JSON.stringify(placesOfRelated(practices)),
  );
  const places = JSON.parse(kept.toString()) as RelatedPlaces; // our own file
  return onceFor(relatedAt(places, practices));
}
