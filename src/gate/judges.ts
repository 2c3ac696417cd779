import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Finding } from '#gate/check.ts';
import type { ReadElsewhere } from '#reading/practices.ts';

/** What a process needs to know to judge parts of the content as they are judged here. */
export interface Briefing {
  readonly root: string;
  readonly today: string;
  /** Of all practices that are or were published. */
  readonly ids: readonly string[];
  readonly drafted: string;
  readonly registers: boolean;
  /** Whether what was read is kept for a build. */
  readonly keeps: boolean;
  /** Files that belong to no practice. */
  readonly others: readonly string[];
  /** The files of the practices of each part. */
  readonly parts: readonly (readonly string[])[];
}

/** The parts that one process is to judge, by their places. */
export interface Docket {
  readonly briefing: Omit<Briefing, 'parts'>;
  readonly parts: readonly (readonly [place: number, names: readonly string[]])[];
}

export interface Verdict {
  readonly place: number;
  readonly gists: Finding;
  readonly read: ReadElsewhere;
}

/** More would wait for the disk, and for each other. */
const mostJudges = 4;

/** To begin takes a process about as long as to judge a part. */
const fewestParts = 2;

const judgesFor = (parts: number): number => {
  const cores = availableParallelism();
  return parts < fewestParts || cores < 2 ? 0 : Math.min(mostJudges, cores, parts);
};

/**
 * Processes that judge the parts behind the first, each its share in the order in which they are
 * asked for. A process that ends early costs time and nothing else: what it owes is judged here.
 */
export class Judges {
  readonly #children: readonly ChildProcess[];
  readonly #verdicts = new Map<number, PromiseWithResolvers<Verdict | null>>();

  constructor({ parts, ...briefing }: Briefing, judges = judgesFor(parts.length - 1)) {
    const behind = [...parts.entries()].slice(1);
    const shares = Array.from({ length: Math.min(judges, behind.length) }, (_, judge) =>
      behind.filter((_part, at) => at % judges === judge),
    );
    this.#children = shares.map((share) => {
      const child = fork(new URL('./judge.ts', import.meta.url), { serialization: 'advanced' });
      const owed = share.map(([place]) => place);
      for (const place of owed) this.#verdicts.set(place, Promise.withResolvers());
      const tell = (place: number, verdict: Verdict | null): void =>
        this.#verdicts.get(place)?.resolve(verdict);
      child.on('message', (verdict: Verdict) => tell(verdict.place, verdict));
      const owesNothing = (): void => owed.forEach((place) => tell(place, null));
      child.on('exit', owesNothing);
      child.on('error', owesNothing);
      child.send({ briefing, parts: share } satisfies Docket);
      return child;
    });
  }

  /** Null where no process has judged the part. */
  async verdictOn(place: number): Promise<Verdict | null> {
    return (await this.#verdicts.get(place)?.promise) ?? null;
  }

  end(): void {
    for (const child of this.#children) child.kill();
  }
}
