import type { FactName, SourceKind } from '#domain/practice/source.ts';

/** How a language speaks of what practices are taken from. Dates come as `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
export interface SourceWords {
  readonly kinds: Readonly<Record<SourceKind, string>>;
  readonly facts: Readonly<Record<FactName, string>>;
  readonly date: (date: string) => string;
  /** Joins things of one kind: names, facts. */
  readonly list: (things: readonly string[]) => string;
  /** Joins the parts of a line that says where a source appeared or is kept. */
  readonly line: (parts: readonly string[]) => string;
  /** A title as it stands in running text: `《…》`. */
  readonly title: (title: string) => string;
  /** What stands in the place of a title that there is none of, that is not known, or that is lost. */
  readonly noTitle: string;
  readonly unknownTitle: string;
  readonly lostTitle: string;
  /** Parts of that line; those that belong together are joined without a mark, by `joined`. */
  readonly joined: (parts: readonly string[]) => string;
  readonly year: (year: string) => string;
  readonly volume: (volume: string) => string;
  readonly issue: (issue: string) => string;
  readonly pages: (pages: string) => string;
  readonly articleNumber: (number: string) => string;
  /** The page of a newspaper, and the edition of a book. */
  readonly newspaperPage: (page: string) => string;
  readonly edition: (edition: string) => string;
  readonly inBook: (title: string) => string;
  readonly editedBy: (names: string) => string;
  readonly imprint: (placeAndPublisher: readonly string[]) => string;
  readonly published: (date: string) => string;
  readonly read: (date: string) => string;
  readonly thesis: (degree: string) => string;
  readonly manuscript: string;
  readonly interview: string;
  readonly recordedBy: (name: string) => string;
  readonly heldAt: (place: string) => string;
  readonly keptBy: (name: string) => string;
  /** When it was written: by the date it bears, of which a kind says what it is the date of, or by bounds. */
  readonly dated: Readonly<Record<SourceKind, (date: string) => string>>;
  readonly notBefore: (date: string) => string;
  readonly notAfter: (date: string) => string;
  readonly bounds: (bounds: readonly string[]) => string;
  /** Proof of a date where nothing is known but that the source bears it. */
  readonly dateItBears: Readonly<Record<SourceKind, string>>;
  /** What the library has still to find of the original. */
  readonly toBeFound: (facts: readonly string[]) => string;
}
