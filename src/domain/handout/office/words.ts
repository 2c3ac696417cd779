/** What the writers of Word and slides say of their own; everything else stands in the document. */
export interface OfficeWords {
  /** BCP 47. */
  readonly language: string;
  /** Typefaces of the script of the language, which every office has. */
  readonly faces: OfficeFaces;
  readonly contents: string;
  readonly paragraph: (number: number) => string;
  /** Stands at the end of a paragraph on paper; brackets keep its digits on one line. */
  readonly paragraphMark: (number: number) => string;
  readonly paragraphMarks: string;
  /** Stands for an address too long to be printed. */
  readonly openAgain: string;
  /** Around the number of the page and the number of all pages. */
  readonly page: readonly [before: string, between: string, after: string];
  readonly caveat: string;
  readonly own: string;
  readonly restsOn: string;
  /** The same before the numbers of notes. */
  readonly noted: string;
  readonly code: string;
  readonly backTo: (name: string) => string;
  /** An arrow, to those who cannot see it. */
  readonly arrow: (from: number, to: number) => string;
  readonly continued: (at: number, of: number) => string;
  readonly wholeTextInNotes: string;
  /** What the designs of slides are called where a new one is chosen. */
  readonly layouts: Readonly<Record<'cover' | 'part' | 'content', string>>;
  readonly colon: string;
  readonly ellipsis: string;
}

export interface OfficeFaces {
  readonly text: string;
  readonly heading: string;
  /** Of lines beside the text, and of the reader's own words. */
  readonly aside: string;
  readonly note: string;
}
