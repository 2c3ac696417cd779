import { openSearchFiles, type SearchFiles } from '#browser/search/files.ts';
import { simplifiedFrom, suggestFrom } from '#browser/search/suggestions.ts';
import type {
  Chunks,
  IndexFile,
  PracticeFile,
  RecordsFile,
  TermsFile,
  TextsFile,
} from '#domain/search/data.ts';
import type { Engine } from '#domain/search/engine.ts';
import { indexEngine } from '#domain/search/index-engine.ts';
import { scanEngine } from '#domain/search/scan-engine.ts';
import { searchWith, type Search } from '#domain/search/session.ts';

/** Opens the search with the first engine that starts. Rejects where none does. */
export async function openSearch(): Promise<Search> {
  const files = await openSearchFiles();
  const [terms, records, engine] = await Promise.all([
    files.json<TermsFile>('terms.bin'),
    files.json<RecordsFile>('records.bin'),
    openEngine(files),
  ]);
  return searchWith(engine, {
    terms,
    records,
    practices: files.practices,
    simplified: () => simplifiedFrom(files),
    suggest: suggestFrom(files, terms),
    read: (practice) => files.json<PracticeFile>(`practices/${practice}.bin`),
  });
}

/**
 * The word index, which stays small however large the library; all texts where its files do
 * not come, as from servers that refuse kinds of files they do not know.
 */
async function openEngine(files: SearchFiles): Promise<Engine> {
  const index = await files.json<IndexFile>('index.bin').catch(() => null);
  if (!index) return scan(files);
  const engine = indexEngine(index, {
    segment: (number) => files.json<Chunks>(`index/${number}.bin`),
    chunk: files.chunk,
  });
  let scanning: Promise<Engine> | null = null;
  const orScan = async <T>(ask: (engine: Engine) => Promise<T>): Promise<T> => {
    if (scanning) return scanning.then(ask);
    return ask(engine).catch(() => {
      scanning ??= scan(files).catch((reason: unknown) => {
        scanning = null;
        throw reason;
      });
      return scanning.then(ask);
    });
  };
  return {
    whole: (clause) => orScan((of) => of.whole(clause)),
    parts: (clause) => orScan((of) => of.parts(clause)),
  };
}

const scan = async (files: SearchFiles): Promise<Engine> =>
  scanEngine(await files.json<TextsFile>('texts.bin'));
