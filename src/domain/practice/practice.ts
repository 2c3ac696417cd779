import type { ShownGrounds } from '#domain/grounds/notes.ts';
import type { Aftermath } from '#domain/practice/aftermath.ts';
import type { RetiredParagraph } from '#domain/practice/paragraph-ledger.ts';
import type { Review } from '#domain/practice/review.ts';
import type { NamedEntries } from '#domain/lists/vocabularies.ts';
import type { Source } from '#domain/practice/source.ts';

/** A statement taken from the source article, with the section of that article it rests on. */
export interface Claim {
  readonly text: string;
  /** Heading in the source, as printed, or a description such as 篇首. */
  readonly section: string;
}

/** A mechanism the source names, and how it works. */
export interface Measure {
  readonly name: string;
  readonly how: string;
  readonly section: string;
}

/** A number of the source that counts something. */
export interface Figure {
  /** As printed: `1134`, `15.3`, `数十`, `60余`. Never completed or rounded. */
  readonly value: string;
  /** As printed, standing directly behind the value: `个`, `万件`, `%`. */
  readonly unit: string;
  readonly counts: string;
  readonly scope: string | null;
  readonly period: string | null;
  readonly section: string;
  readonly caveat: string | null;
}

export interface Retirement {
  /** `yyyy-mm-dd` */
  readonly on: string;
  /** A role or an office. */
  readonly by: string;
  readonly reason: string;
  /** Id of the practice that took its place; null where none did. */
  readonly successor: string | null;
}

export interface Change {
  readonly edition: number;
  readonly changedOn: string;
  readonly note: string;
}

/** One locality's way of handling a governance problem, as one source article tells it. */
export interface Practice extends NamedEntries {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly measures: readonly Measure[];
  /** Of `measures`, without fetching them. */
  readonly measureNames: readonly string[];
  readonly figures: readonly Figure[];
  /** The first paragraph that gives each of `figures`; null where the prose lacks it. */
  readonly figurePlaces: readonly (Place | null)[];
  readonly outcomes: readonly Claim[];
  readonly conditions: readonly Claim[];
  readonly limits: readonly Claim[];
  /** What a reader would look for and the source does not say. */
  readonly notStated: readonly string[];
  /** What the library itself could not establish. */
  readonly unverified: readonly string[];
  /** Ours, for a class. */
  readonly questions: readonly string[];
  readonly source: Source;
  readonly textStatus: 'digest';
  readonly edition: number;
  /** Oldest first. */
  readonly reviews: readonly Review[];
  readonly changes: readonly Change[];
  /** Null where nobody has looked yet. */
  readonly aftermath: Aftermath | null;
  /** Only those published are in lists, counts and the search. */
  readonly state: 'draft' | 'review' | 'published' | 'retired';
  /** Why it was withdrawn; null where it was not. */
  readonly retired: Retirement | null;
  /** Changes whenever anything the record holds does; the entries of lists it names are not counted. */
  readonly digest: string;
  /** The prose as HTML. */
  readonly prose: string;
  /** The prose as plain text by section, in order. */
  readonly sections: readonly Section[];
  /** Ids of the explained terms that the prose uses. */
  readonly usedTerms: readonly string[];
  /** Stands on paper for this edition, `7K2M-9QXA`. */
  readonly code: string;
  /** What its statements rest on in the source; null where nobody has confirmed any of it. */
  readonly grounds: ShownGrounds | null;
  /** Paragraphs of earlier editions; their addresses still lead somewhere. */
  readonly retiredParagraphs: readonly RetiredParagraph[];
}

/** A block readers can be led to. */
export interface Place {
  readonly id: string;
  readonly number: number;
}

/** One section of the prose. */
export interface Section {
  /** Address of the heading on the page. */
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/**
 * How a block is laid out. `steps`, `tiers` and `loop` are drawings of a list, `grid` one of a
 * table; `note` is the editors', not the source's.
 */
export type BlockKind =
  'paragraph' | 'list' | 'numbered' | 'table' | 'steps' | 'tiers' | 'loop' | 'grid' | 'note';

/** A paragraph, list, table or drawing: the smallest part that has a 段号. */
export interface Block {
  /** Address of the block on the page; null for an editor's note, which is not counted. */
  readonly id: string | null;
  /** The 段号 readers see, counted through the practice from 1. */
  readonly number: number | null;
  /** Plain text, a line for each paragraph, list item, caption or table row. */
  readonly lines: readonly string[];
  readonly kind: BlockKind;
  /** What is written over a drawing, which is then also the first of `lines`. */
  readonly caption: string | null;
  /** The rows of a table or grid, its head first; null for all else. */
  readonly cells: readonly (readonly string[])[] | null;
}
