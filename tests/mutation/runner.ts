/**
 * Runs files of tests with one file of the project saying something else. A process of its own,
 * which keeps the packages and loads only what is ours anew; the working folder is the project.
 */
import { readFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { firstFailure } from './test-stand-in.ts';

/** Paths are below the project; null for the project as it is. */
export interface Order {
  readonly mutated: { readonly file: string; readonly text: string } | null;
  readonly test: string;
}

export interface Answer {
  /** Name of the first test that fails. */
  readonly failure: string | null;
  readonly milliseconds: number;
  /** What ran, by path below the project; nothing where a mutant was asked about. */
  readonly ran: Readonly<Record<string, readonly Stretch[]>>;
}

/** From and to are places in the text of a file; a later stretch is told inside an earlier one. */
export type Stretch = readonly [from: number, to: number, times: number];

const project = pathToFileURL(`${process.cwd()}/`).href;
const standIn = new URL('./test-stand-in.ts', import.meta.url).href;
const isOurs = (url: string): boolean =>
  url.startsWith(project) && !url.includes('/node_modules/') && /\.ts(\?|$)/.test(url);

let round = 0;
let mutated: { readonly url: string; readonly source: string } | null = null;
const sources = new Map<string, string>();

const strip = (text: string): string => stripTypeScriptTypes(text, { mode: 'strip' });

function sourceOf(url: string): string {
  if (mutated?.url === url) return mutated.source;
  const source = sources.get(url) ?? strip(readFileSync(fileURLToPath(url), 'utf8'));
  sources.set(url, source);
  return source;
}

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'node:test' && isOurs(context.parentURL ?? '')) {
      return { url: standIn, shortCircuit: true };
    }
    const found = next(specifier, context);
    return isOurs(found.url) ? { ...found, url: `${found.url}?round=${round}` } : found;
  },
  load(url, context, next) {
    if (!isOurs(url)) return next(url, context);
    const [plain = url] = url.split('?');
    return { format: 'module', source: sourceOf(plain), shortCircuit: true };
  },
});

/** As it was before tests said where their library is. */
const environment = { ...process.env };

const urlOf = (file: string): string => pathToFileURL(join(process.cwd(), file)).href;

process.on('message', (order: Order) => {
  void answerTo(order).then((answer) => process.send?.(answer));
});

const session = new Session();
session.connect();
/** The session answers at once. */
function inspect<Result>(method: string, parameters: object = {}): Result | null {
  let answer: Result | null = null;
  session.post(method, parameters, (_, result) => (answer = result as Result));
  return answer;
}

function whatRan(): Answer['ran'] {
  const coverage = inspect<Profiler.TakePreciseCoverageReturnType>('Profiler.takePreciseCoverage');
  inspect('Profiler.stopPreciseCoverage');
  const ending = `?round=${round}`;
  const ran: Record<string, Stretch[]> = {};
  for (const { url, functions } of coverage?.result ?? []) {
    if (!url.startsWith(`${project}src/`) || !url.endsWith(ending)) continue;
    ran[url.slice(project.length, -ending.length)] = functions.flatMap(({ ranges }) =>
      ranges.map(({ startOffset, endOffset, count }) => [startOffset, endOffset, count] as const),
    );
  }
  return ran;
}

async function answerTo(order: Order): Promise<Answer> {
  const startedAt = performance.now();
  round += 1;
  if (order.mutated === null) {
    inspect('Profiler.enable');
    inspect('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }
  const failure = await firstFailure(async () => {
    mutated = order.mutated && {
      url: urlOf(order.mutated.file),
      source: strip(order.mutated.text),
    };
    await import(urlOf(order.test));
  });
  process.env = { ...environment };
  const milliseconds = performance.now() - startedAt;
  return { failure, milliseconds, ran: order.mutated === null ? whatRan() : {} };
}
