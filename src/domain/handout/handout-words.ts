import type { ComparisonWords, RowKey } from '#domain/comparison/comparison.ts';
import type { CitationStyleId } from '#domain/citation/styles.ts';
import type { SourceWords } from '#domain/practice/source-words.ts';

/** How a language speaks in a handout. */
export interface HandoutWords {
  readonly source: SourceWords;
  readonly comparison: ComparisonWords & { readonly rows: Readonly<Record<RowKey, string>> };
  readonly handout: ComposerWords;
}

export interface ComposerWords {
  readonly untitled: string;
  readonly ownTitle: string;
  readonly questionsTitle: string;
  readonly comparisonOf: (places: readonly string[]) => string;
  readonly madeOn: (day: string) => string;
  /** `version` is null for a library that holds nothing, `address` where it has none. */
  readonly from: (library: string, version: string | null, address: string | null) => string;
  readonly licence: (licence: string) => string;
  readonly edition: (edition: number, day: string | null) => string;
  readonly asOf: (day: string) => string;
  readonly place: (region: string, institution: string) => string;
  readonly join: (parts: readonly string[]) => string;
  readonly references: (style: CitationStyleId) => string;
  readonly measures: string;
  readonly measureHead: readonly [name: string, how: string];
  readonly figures: string;
  readonly outcomes: string;
  readonly conditions: string;
  readonly limits: string;
  readonly notStated: string;
  readonly unverified: string;
  readonly questionsOurs: string;
  readonly editorsNote: string;
  readonly ours: (heading: string) => string;
  readonly reading: string;
  readonly retired: (day: string, reason: string) => string;
  readonly claim: (text: string, section: string) => string;
  readonly quoted: (number: number) => string;
  readonly definition: string;
  readonly answers: string;
  readonly way: (text: string, place: string) => string;
  readonly unsaid: string;
  readonly row: string;
  readonly silent: string;
  /** What a place says of a thing, in a line. */
  readonly fact: (label: string, value: string) => string;
  readonly missing: Readonly<Record<'unknown' | 'unreachable', string>> & {
    readonly paragraph: string;
    readonly figure: string;
    readonly item: string;
  };
  readonly gone: (day: string, note: string) => string;
  readonly goneTo: string;
  readonly some: (shown: number, all: number) => string;
  readonly brief: BriefWords;
}

/** Of one page for the leader. */
export interface BriefWords {
  readonly name: string;
  readonly who: string;
  readonly head: readonly [who: string, what: string, how: string];
  readonly figures: string;
  readonly figureHead: readonly [amount: string, counts: string, place: string, caveat: string];
  readonly silences: string;
  readonly silentRow: (row: string) => string;
  readonly silentPlace: (place: string, what: string) => string;
  readonly questions: string;
  /** The first mechanisms of a place and how many there are. */
  readonly several: (names: readonly string[], all: number) => string;
  readonly ask: (place: string, what: string) => string;
  readonly left: (count: number) => string;
}
