import type { WordIndex } from '#domain/search/index-engine.ts';
import { filingBy, readFile, type Layout } from '#domain/search/posting-files.ts';
import { addPlaces } from '#domain/search/word-postings.ts';
import { askedOnce } from '#domain/site/asked-once.ts';

/** Reads the site's own word index; `load` gets a file by its name, unpacked. */
export function wordIndex(layout: Layout, load: (name: string) => Promise<Uint8Array>): WordIndex {
  const filing = filingBy(layout);
  const open = askedOnce(async (name: string) => readFile(await load(name)));

  return async (word, isPrefix) => {
    const names = isPrefix ? filing.filesOf(word) : [filing.fileOf(word)];
    const found = new Map<number, Map<number, number>>();
    for (const { postings } of await Promise.all(names.map(open))) {
      for (const [other, { body }] of postings) {
        if (isPrefix ? other.startsWith(word) : other === word) addPlaces(body, found);
      }
    }
    return found;
  };
}
