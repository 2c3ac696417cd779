/**
 * What is taken into a room, before it becomes Word, slides, paper or a page of its own: plain
 * values, full addresses, words already in the language of the library. Whoever writes a format
 * adds nothing and leaves nothing out.
 */
import type { ReferenceMark } from '#domain/citation/reference-list.ts';
import type { CitationStyleId } from '#domain/citation/styles.ts';
import type { RichText } from '#domain/citation/rich-text.ts';

export interface HandoutDocument {
  readonly title: string;
  /** True for one page for the leader: no page of the title, no contents; its one part has its title. */
  readonly isSheet?: boolean;
  /** Below the title, a line each: occasion, who put it together. */
  readonly subtitles: readonly string[];
  /** Who made it, when, from which edition of the library: a line each, for the title page. */
  readonly imprint: readonly string[];
  /** Where the same stands on the site; null where the library has no address. */
  readonly address: string | null;
  /** Day it was made, `yyyy-mm-dd`; all that changes from day to day. Empty on pages of the site. */
  readonly day: string;
  readonly parts: readonly HandoutPart[];
  /** In the chosen style and its order, without numbers: whoever writes a format counts them from 1. */
  readonly references: readonly RichText[];
  /** Decides whether they are numbered, go by names, or are the notes of the text (`listFormOf`). */
  readonly style: CitationStyleId;
  /** What stands over the references: the name of the style. */
  readonly referencesHeading: string;
}

/** One thing of the basket: a practice, an answer to a problem, a comparison, words of the reader's own. */
export interface HandoutPart {
  readonly title: string;
  /** Place, bodies, source: one line below the title; null where there is none. */
  readonly line: string | null;
  /** Edition and day of what it was taken from; null for the reader's own words. */
  readonly edition: string | null;
  readonly address: string | null;
  readonly blocks: readonly HandoutBlock[];
  /** Marks of the references it rests on. */
  readonly references: readonly ReferenceMark[];
}

/** Words, or words with the mark of the reference they rest on behind them. */
export type CitedText = string | { readonly text: string; readonly mark: ReferenceMark };

/** As one line, for what cannot set a mark apart. */
export const inOneLine = (cited: CitedText): string =>
  typeof cited === 'string' ? cited : `${cited.text}${cited.mark.text}`;

/** A paragraph a reader can be led to. */
export interface HandoutPlace {
  readonly number: number;
  /** Null where the library has no address. */
  readonly address: string | null;
}

export type HandoutBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly place: HandoutPlace | null }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly items: readonly CitedText[];
      readonly place: HandoutPlace | null;
    }
  /** A line break within a cell parts two statements. */
  | {
      readonly kind: 'table';
      readonly caption: string | null;
      readonly header: readonly CitedText[];
      readonly rows: readonly (readonly CitedText[])[];
      readonly place: HandoutPlace | null;
    }
  /** `steps` follow each other, `tiers` stand above each other, a `loop` returns to its beginning. */
  | {
      readonly kind: 'drawing';
      readonly form: 'steps' | 'tiers' | 'loop';
      readonly caption: string;
      readonly items: readonly string[];
      readonly place: HandoutPlace | null;
    }
  | { readonly kind: 'figures'; readonly figures: readonly HandoutFigure[] }
  /** The editors' view, labelled as such. */
  | { readonly kind: 'note'; readonly label: string; readonly paragraphs: readonly string[] }
  /** The reader's own. */
  | { readonly kind: 'own'; readonly paragraphs: readonly string[] }
  | {
      readonly kind: 'questions';
      /** Null where the title of the part says it. */
      readonly heading: string | null;
      readonly items: readonly string[];
    };

export interface HandoutFigure {
  /** As printed, with its unit: `1134个`. */
  readonly amount: string;
  readonly counts: string;
  /** Scope and period, where the source gives them. */
  readonly context: string | null;
  readonly caveat: string | null;
  readonly place: HandoutPlace | null;
}
