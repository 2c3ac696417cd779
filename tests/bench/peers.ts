/**
 * The peers, each as well set up for Chinese as we know how: pairs of characters, all words
 * required, titles worth more. This module also runs in the browser, types taken off.
 */

export interface Text {
  readonly title: string;
  readonly text: string;
}

/** Places in the list of texts, best first. */
export type Find = (query: string) => number[];

export interface Peer {
  readonly name: string;
  /** What a reader's browser loads, below `node_modules/`. */
  readonly library: string;
  /** True where the index also holds the texts that excerpts are cut from. */
  readonly holdsTexts: boolean;
  readonly build: (texts: readonly Text[]) => Promise<string>;
  readonly open: (index: string) => Promise<Find>;
}

export function pairs(text: string): string[] {
  const words: string[] = [];
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    const characters = [...run];
    if (characters.length === 1 || !/\p{Script=Han}/u.test(run)) words.push(run);
    else
      for (let at = 0; at + 1 < characters.length; at += 1)
        words.push(`${characters[at]}${characters[at + 1]}`);
  }
  return words;
}

const miniSearchOptions = {
  fields: ['title', 'text'],
  tokenize: pairs,
  searchOptions: { combineWith: 'AND' as const, boost: { title: 3 }, tokenize: pairs },
};

async function lunr() {
  // In the browser it comes as a script of its own.
  const loaded: unknown = Reflect.get(globalThis, 'lunr') ?? (await import('lunr')).default;
  return loaded as typeof import('lunr');
}

async function oramaSettings() {
  return {
    schema: { title: 'string', text: 'string' },
    components: {
      tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: pairs },
    },
  } as const;
}

export const peers: readonly Peer[] = [
  {
    name: 'MiniSearch',
    library: 'minisearch/dist/es/index.js',
    holdsTexts: false,
    async build(texts) {
      const { default: MiniSearch } = await import('minisearch');
      const index = new MiniSearch(miniSearchOptions);
      index.addAll(texts.map((text, id) => ({ id, ...text })));
      return JSON.stringify(index);
    },
    async open(json) {
      const { default: MiniSearch } = await import('minisearch');
      const index = MiniSearch.loadJSON(json, miniSearchOptions);
      return (query) => index.search(query).map(({ id }) => Number(id));
    },
  },
  {
    name: 'FlexSearch',
    library: 'flexsearch/dist/flexsearch.bundle.module.min.js',
    holdsTexts: false,
    async build(texts) {
      const { default: FlexSearch } = await import('flexsearch');
      const index = new FlexSearch.Index({ tokenize: 'strict', encode: pairs });
      texts.forEach(({ title, text }, id) => index.add(id, `${title}\n${text}`));
      const parts: Record<string, string> = {};
      await index.export((key: string, data: string) => {
        parts[key] = data;
      });
      return JSON.stringify(parts);
    },
    async open(json) {
      const { default: FlexSearch } = await import('flexsearch');
      const index = new FlexSearch.Index({ tokenize: 'strict', encode: pairs });
      for (const [key, data] of Object.entries(JSON.parse(json) as Record<string, string>)) {
        await index.import(key, data);
      }
      return (query) => index.search(query, { limit: 100000 }).map(Number);
    },
  },
  {
    name: 'Lunr',
    library: 'lunr/lunr.min.js',
    holdsTexts: false,
    async build(texts) {
      const { Builder, Token } = await lunr();
      const builder = new Builder();
      builder.tokenizer = ((field: string) =>
        pairs(field).map((word, position) => new Token(word, { position }))) as never; // typed for its own only
      builder.field('title', { boost: 3 });
      builder.field('text');
      texts.forEach((text, id) => builder.add({ id: String(id), ...text }));
      return JSON.stringify(builder.build());
    },
    async open(json) {
      const { Index, Query } = await lunr();
      const index = Index.load(JSON.parse(json));
      return (query) =>
        index
          .query((of) => {
            for (const word of pairs(query))
              of.term(word, { presence: Query.presence.REQUIRED, usePipeline: false });
          })
          .map(({ ref }) => Number(ref));
    },
  },
  {
    name: 'Orama',
    library: '@orama/orama/dist/browser/index.js',
    holdsTexts: true,
    async build(texts) {
      const { create, insertMultiple, save } = await import('@orama/orama');
      const database = create((await oramaSettings()) as never); // its types want its own tokenizer
      await insertMultiple(
        database,
        texts.map((text, id) => ({ id: String(id), ...text })) as never,
      );
      return JSON.stringify(save(database));
    },
    async open(json) {
      const { create, load, search } = await import('@orama/orama');
      const database = create((await oramaSettings()) as never);
      load(database, JSON.parse(json));
      return (query) => {
        const found = search(database, {
          term: query,
          threshold: 0,
          limit: 100000,
          boost: { title: 3 },
        } as never) as unknown as { hits: { id: string }[] };
        return found.hits.map(({ id }) => Number(id));
      };
    },
  },
];
