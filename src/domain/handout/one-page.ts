import { withReferences } from '#domain/handout/references.ts';
import { comparisonPart } from '#domain/handout/comparison-part.ts';
import { framed, type Making } from '#domain/handout/compose.ts';
import type { HandoutDocument, HandoutPart } from '#domain/handout/document.ts';
import type { ComparisonRecord, ProblemRecord } from '#domain/handout/gathered.ts';
import type { Composing } from '#domain/handout/practice-part.ts';
import { problemPart } from '#domain/handout/problem-part.ts';
import { citationStyles } from '#domain/citation/styles.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';

/** What one page for the leader is about, with those of its practices that are at hand. */
export type Subject =
  | { readonly kind: 'problem'; readonly of: ProblemRecord }
  | { readonly kind: 'comparison'; readonly of: ComparisonRecord };

/** One page for the leader, under the title of what it is about. */
export function onePage(
  { kind, of }: Subject,
  practices: readonly PracticeRecord[],
  making: Omit<Making, 'gathered' | 'address'>,
): HandoutDocument {
  const { words, day, hasAddress } = making;
  const [style = 'gbt-7714-2025-numeric'] = citationStyles;
  const asked = { title: null, extent: 'brief' } as const;
  const { made: part, references } = withReferences(
    { style, day, hasAddress, words: words.source },
    (marks): HandoutPart => {
      const composing: Composing = { words, references: marks, hasAddress };
      return kind === 'problem'
        ? problemPart(of, practices, asked, composing)
        : comparisonPart(practices, of, asked, composing);
    },
  );
  return framed(
    {
      title: of.title,
      subtitles: [words.handout.brief.name],
      style,
      isSheet: true,
      parts: [part],
      references,
    },
    { ...making, address: part.address },
  );
}
