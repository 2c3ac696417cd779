import type { ListName } from '#domain/lists/vocabularies.ts';
import { readGuides } from '#reading/guides.ts';
import { readList } from '#reading/lists.ts';
import { readPracticeFiles } from '#reading/practices.ts';
import { guide } from '#schema/guide.ts';
import { listSchemas } from '#schema/lists.ts';

interface Entry {
  readonly id: string;
  readonly data: object;
}

type Entries = ReadonlyMap<string, Entry>;

/** As Astro keeps them, whatever language the machine speaks. */
const byId = (entries: readonly Entry[]): Entries =>
  new Map(
    entries
      .map((entry): [string, Entry] => [entry.id, entry])
      .sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
  );

const practices = (): Entries =>
  byId(
    readPracticeFiles().map(({ id, file, digest }) => ({ id, digest, filePath: file, data: {} })),
  );

const guides = (): Entries =>
  byId(readGuides().map(({ fields, ...entry }) => ({ ...entry, data: guide.parse(fields) })));

/**
 * What Astro's collections hold, read from the files when the first page asks: a compiled program
 * shows content that was written long after it was compiled. A collection is read when it is asked
 * for, and once.
 */
class ContentStore extends Map<string, Entries> {
  override has(collection: string): boolean {
    return collection === 'practices' || collection === 'guides' || collection in listSchemas;
  }

  override get(collection: string): Entries | undefined {
    if (!this.has(collection)) return undefined;
    const known = super.get(collection);
    if (known) return known;
    const read =
      collection === 'practices'
        ? practices()
        : collection === 'guides'
          ? guides()
          : byId(readList(collection as ListName).map((data) => ({ id: data.id, data })));
    this.set(collection, read);
    return read;
  }
}

export const contentStore = (): ReadonlyMap<string, Entries> => new ContentStore();
