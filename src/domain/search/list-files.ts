import type { FacetKey } from '#domain/lists/facet-keys.ts';
import {
  placesFile,
  wholeListFile,
  type IndexFile,
  type NamesFile,
  type TermEntry,
  type TermsFile,
  type WholeListFile,
} from '#domain/search/data.ts';

import { askedOnce } from '#domain/site/asked-once.ts';

/** Asks for a file of the search data by its name. `T` is what the build wrote under that name. */
type Ask = <T>(name: string) => Promise<T>;

export interface WholeList {
  readonly list: readonly TermEntry[];
  /** See `packPlaces`. */
  readonly places: string;
}

/** Lists and what stands where in them, a file at a time. */
export interface ListFiles {
  /** The lists of which there is more than at hand. */
  readonly partly: readonly FacetKey[];
  /** The places of practices in the list at hand, packed. */
  readonly places: (key: FacetKey) => Promise<string>;
  /** All lists but people. */
  readonly names: () => Promise<TermsFile>;
  /** A list as a whole, and the places of practices in it. */
  readonly list: (key: FacetKey) => Promise<WholeList>;
}

export function listFiles({ places: along, isAll, partly }: IndexFile, ask: Ask): ListFiles {
  const places = async (key: FacetKey): Promise<string> =>
    along[key] ?? (await ask<string>(placesFile(key)));
  const names = askedOnce<void, TermsFile>(async () => {
    const terms = ask<TermsFile>('terms.bin');
    if (isAll) return terms;
    const [{ lists, glossary }, { listFrom }] = await Promise.all([
      ask<NamesFile>('names.bin'),
      import('#domain/search/packed-list.ts'),
    ]);
    const { facets, glossary: atHand } = await terms;
    const more = Object.fromEntries(lists.map(([key, list]) => [key, listFrom(list)]));
    return { facets: { ...facets, ...more, author: [] }, glossary: glossary ?? atHand };
  });
  return {
    partly,
    places,
    names,
    async list(key) {
      if (!partly.includes(key)) {
        const atHand = await ask<TermsFile>('terms.bin');
        return { list: atHand.facets[key], places: await places(key) };
      }
      const { list, places: inWhole } = await ask<WholeListFile>(wholeListFile(key));
      if (list === null) return { list: (await names()).facets[key], places: inWhole };
      const { listFrom } = await import('#domain/search/packed-list.ts');
      return { list: listFrom(list), places: inWhole };
    },
  };
}
