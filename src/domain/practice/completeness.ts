import { onceFor } from '#domain/lists/once-for.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { openFacts, type FactName } from '#domain/practice/source.ts';
import { isTimeKnown } from '#domain/practice/written.ts';

export interface Completeness {
  /** What the source does not say. */
  readonly notInSource: readonly ('figures' | 'outcomes' | 'conditions' | 'limits')[];
  /** What the library has not found out. What a kind of source cannot have is not missed. */
  readonly unknown: readonly ('title' | 'byline' | 'written' | FactName)[];
}

export const completenessOf = onceFor((practice: Practice): Completeness => {
  const { source } = practice;
  return {
    notInSource: (['figures', 'outcomes', 'conditions', 'limits'] as const).filter(
      (name) => practice[name].length === 0,
    ),
    unknown: [
      ...(source.title === 'unknown' ? (['title'] as const) : []),
      ...(source.authorsUnknown ? (['byline'] as const) : []),
      ...(isTimeKnown(source) ? [] : (['written'] as const)),
      ...openFacts(source).map(({ name }) => name),
    ],
  };
});
