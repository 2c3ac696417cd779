import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardsByPractice, pageBlocks } from '#build/search/page-blocks.ts';
import type { Searched, SearchPage } from '#build/search/searched.ts';
import type { BlockEntry } from '#domain/search/data.ts';
import type { SearchSource } from '#domain/search/source.ts';

/** Pages the build makes for itself and takes away before anyone can ask for them. */
export const searchSources = ['data/search.json', 'data/cards/index.html'] as const;

export interface SearchPages {
  readonly source: SearchSource;
  /** What the pages of withdrawn practices say, in the order of `source.retired`. */
  readonly retired: readonly (readonly BlockEntry[])[];
  /** Reads the finished page of a practice, by its number. */
  readonly page: (practice: number) => SearchPage;
}

/**
 * What the search data is made of, from a finished site. Pages that are not in `rendered` say what
 * they said before.
 */
export function readSearchPages(
  folder: string,
  before: Searched | null,
  rendered: ReadonlySet<string>,
): SearchPages {
  const [sourceFile, cardsFile] = searchSources;
  const source = JSON.parse(readFileSync(join(folder, sourceFile), 'utf8')) as SearchSource; // our own file
  const cards = cardsByPractice(readFileSync(join(folder, cardsFile), 'utf8'));
  const digests = new Map(before?.practices.map(({ id, digest }) => [id, digest]));
  return {
    source,
    retired: source.retired.map((id) =>
      pageBlocks(readFileSync(join(folder, `practices/${id}/index.html`), 'utf8')),
    ),
    page: (practice) => {
      const id = source.practices[practice]?.id ?? '';
      const file = `practices/${id}/index.html`;
      const card = cards.get(id);
      if (card === undefined) throw new Error(`There is no card of ${id}.`);
      let read: BlockEntry[] | null = null;
      const blocks = (): readonly BlockEntry[] => {
        read ??= pageBlocks(readFileSync(join(folder, file), 'utf8'));
        if (read.length === 0) throw new Error(`${file} has no text to search.`);
        return read;
      };
      const digest = rendered.has(file) ? null : (digests.get(id) ?? null);
      return { id, card, file: join(folder, file), digest, blocks };
    },
  };
}
