/** What every entry of a closed list has. */
export interface Term {
  /** Address of its page and name in every record. Permanent. */
  readonly id: string;
  readonly label: string;
  /** Other words readers type for it. */
  readonly aliases: readonly string[];
}

export type RegionLevel = 'province' | 'prefecture' | 'county';

export interface Region extends Term {
  /** Full official name; `label` is the everyday one: 安徽省 and 安徽. */
  readonly name: string;
  /** One character for a province (皖), null below. */
  readonly abbr: string | null;
  readonly pinyin: string;
  readonly level: RegionLevel;
  /** From the province down to this region, itself included. */
  readonly path: readonly Region[];
  readonly former: readonly FormerName[];
}

/** First two digits of a region's code. The gate sees to it that all below a province share them. */
export const provinceOf = (code: string): string => code.slice(0, 2);

export interface FormerName {
  readonly name: string;
  readonly code?: string | undefined;
  readonly until: string;
}

export interface Topic extends Term {
  readonly definition: string;
  readonly broader: string | null;
  /** From the broadest topic down to this one, itself included. */
  readonly path: readonly Topic[];
  /** What the practices under it say together; empty where none is written yet. */
  readonly overview: readonly RestingSentence[];
}

/** A sentence of the editors, with the ids of the practices it rests on. */
export interface RestingSentence {
  readonly text: string;
  readonly practices: readonly string[];
}

export interface Problem extends Term {
  readonly definition: string;
  /** The ways of the places, gathered by kind; empty where nobody has gathered them yet. */
  readonly answers: readonly AnswerKind[];
  /** What none of the practices says. */
  readonly unsaid: readonly string[];
  /** Ours, for a class. */
  readonly questions: readonly string[];
  /** Ids of problems that are near. */
  readonly related: readonly string[];
  /** Ids of terms that help to understand it. */
  readonly terms: readonly string[];
}

/** One kind of answer to a problem and who gives it. */
export interface AnswerKind {
  readonly kind: string;
  readonly ways: readonly { readonly practice: string; readonly text: string }[];
}

export type Institution = Term;

/** Who signs a source: a person, or a team, office or editorial department. */
export interface Author extends Term {
  readonly kind: 'person' | 'team';
  /** In Latin letters, family name first; a Western name as it is written in a list: Smith John A. */
  readonly pinyin: string;
  /** A Western name as its bearer divides it; null for all others. */
  readonly western: { readonly family: string; readonly given: string } | null;
}

/** A mechanism or concept that needs explaining. */
export interface GlossaryTerm extends Term {
  readonly definition: string;
  /**
   * Codes of the regions that use the word in this sense; elsewhere it means something else.
   * Empty for a word that means the same everywhere.
   */
  readonly regions: readonly string[];
}

/** A page about the library itself. */
export interface Guide {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly order: number;
  readonly updatedOn: string;
}
