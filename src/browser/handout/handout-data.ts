import { MissingFile, siteText } from '#browser/shell/site-file.ts';
import type { Basket } from '#domain/handout/basket.ts';
import { practicesIn } from '#domain/handout/basket.ts';
import type { ComparisonRecord, Found, Gathered, ProblemRecord } from '#domain/handout/gathered.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';
import { comparisonDataPath, practiceDataPath, problemDataPath } from '#domain/site/paths.ts';

/** Loads each thing once; what could not be had is asked for again next time. */
class Shelf<Thing> {
  readonly #found = new Map<string, Found<Thing>>();
  readonly #pathOf: (id: string) => string;

  constructor(pathOf: (id: string) => string) {
    this.#pathOf = pathOf;
  }

  get = (id: string): Found<Thing> => this.#found.get(id) ?? { state: 'unreachable' };

  async load(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => this.get(id).state === 'unreachable');
    await Promise.all(
      missing.map(async (id) => this.#found.set(id, await ask<Thing>(this.#pathOf(id)))),
    );
  }
}

async function ask<Thing>(path: string): Promise<Found<Thing>> {
  try {
    return { state: 'found', record: JSON.parse(await siteText(path)) as Thing };
  } catch (reason) {
    const isGone = reason instanceof MissingFile && [404, 410].includes(reason.status);
    return { state: isGone ? 'unknown' : 'unreachable' };
  }
}

const practices = new Shelf<PracticeRecord>(practiceDataPath);
const problems = new Shelf<ProblemRecord>(problemDataPath);
const comparisons = new Shelf<ComparisonRecord>(comparisonDataPath);

/** Everything a basket needs, as far as it can be had. */
export async function gather(basket: Basket): Promise<Gathered> {
  const idsOf = (kind: 'problem' | 'comparison'): string[] =>
    basket.items.flatMap((item) => (item.kind === kind ? [item.id] : []));
  await Promise.all([
    problems.load(idsOf('problem')),
    comparisons.load(idsOf('comparison')),
    practices.load(practicesIn(basket)),
  ]);
  const named = [
    ...idsOf('problem').map(problems.get),
    ...idsOf('comparison').map(comparisons.get),
  ].flatMap((found) => (found.state === 'found' ? found.record.practices : []));
  await practices.load(named);
  return { practice: practices.get, problem: problems.get, comparison: comparisons.get };
}
