import { onceFor } from '#domain/once-for.ts';
import type { Practice } from '#domain/practice.ts';

/** What a complete record would hold, in the order readers see it. */
const elements: readonly {
  readonly label: string;
  readonly isKnown: (practice: Practice) => boolean;
}[] = [
  { label: '机制', isKnown: (practice) => practice.measures.length > 0 },
  { label: '数字', isKnown: (practice) => practice.figures.length > 0 },
  { label: '成效', isKnown: (practice) => practice.outcomes.length > 0 },
  { label: '条件', isKnown: (practice) => practice.conditions.length > 0 },
  { label: '局限', isKnown: (practice) => practice.limits.length > 0 },
  { label: '原题', isKnown: (practice) => practice.source.title !== null },
  { label: '署名', isKnown: (practice) => practice.source.bylines.length > 0 },
  {
    label: '成文时间',
    isKnown: ({ source }) => source.writtenAfter !== null || source.writtenBefore !== null,
  },
  // The record has no field for them: in every scan so far they are lost.
  { label: '刊名', isKnown: () => false },
  { label: '年、期、页码', isKnown: () => false },
];

export interface Completeness {
  readonly known: number;
  readonly all: number;
  /** What is missing, by name. */
  readonly missing: readonly string[];
}

export const completenessOf = onceFor((practice: Practice): Completeness => {
  const missing = elements.filter((element) => !element.isKnown(practice));
  return {
    known: elements.length - missing.length,
    all: elements.length,
    missing: missing.map((element) => element.label),
  };
});
