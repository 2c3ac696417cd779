import { onceFor } from '#domain/lists/once-for.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { openFacts } from '#domain/practice/source.ts';
import { writtenPeriod } from '#domain/practice/written.ts';

export interface Completeness {
  /** What the source does not say, by name. */
  readonly notInSource: readonly string[];
  /** What the library has not found out, by name. What a kind of source cannot have is not missed. */
  readonly unknown: readonly string[];
}

export const completenessOf = onceFor((practice: Practice): Completeness => {
  const { source } = practice;
  return {
    notInSource: namesOf([
      ['数字', practice.figures.length === 0],
      ['成效', practice.outcomes.length === 0],
      ['条件', practice.conditions.length === 0],
      ['局限', practice.limits.length === 0],
    ]),
    unknown: [
      ...namesOf([
        ['原题', source.title === 'unknown'],
        ['署名', source.authorsUnknown],
        ['成文时间', writtenPeriod(source) === null],
      ]),
      ...openFacts(source).map(({ label }) => label),
    ],
  };
});

const namesOf = (
  elements: readonly (readonly [name: string, isMissing: boolean])[],
): readonly string[] => elements.filter(([, isMissing]) => isMissing).map(([name]) => name);
