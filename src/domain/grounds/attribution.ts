/**
 * Which article each paragraph of a source document belongs to. A document may be a scan whose
 * columns are mixed: a paragraph of one article follows one of another, and a sentence goes on pages
 * later. The text itself is not part of it, only the first and last characters of each part.
 */
export interface Attribution {
  readonly document: string;
  /** Name of the file below the folder of the sources. */
  readonly file: string;
  /** Of the document's paragraphs; none before the command has written it. */
  readonly digest?: string | undefined;
  readonly articles: readonly Article[];
}

/** An article that a practice is written from, or a name for what is none. */
export interface Article {
  readonly practice?: string | undefined;
  readonly other?: string | undefined;
  /** In the order in which the article is read. */
  readonly parts: readonly Part[];
}

/** A paragraph of the document, or a piece of one that holds several articles. */
export interface Part {
  /** Number of the paragraph in the document, from 1. */
  readonly at: number;
  /** Its first characters, and its last. */
  readonly from: string;
  readonly to?: string | undefined;
  readonly is?: PartKind | undefined;
  /** Number of the section that begins here, where it is not the next. */
  readonly number?: number | undefined;
  readonly digest?: string | undefined;
}

/**
 * What a part is where it is no ordinary paragraph: `opening` begins a section whose heading is
 * lost, `continued` goes on in the sentence of the part before.
 */
export const partKinds = [
  'title',
  'byline',
  'heading',
  'subheading',
  'opening',
  'continued',
] as const;
export type PartKind = (typeof partKinds)[number];

/** The paragraphs of a document: its lines that hold something, without blanks and what cannot be seen. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\r\n?|\n/)
    .map(withoutBlanks)
    .filter((line) => line !== '');

/** Nor soft hyphens and the like, which Word leaves behind and nobody can select or type. */
export const withoutBlanks = (text: string): string => text.replace(blanks, '');

const blanks = /[\s\p{Cf}]+/gu;

/**
 * The place of each part in its article: `3/2` for the second paragraph of the third section, `3/0`
 * for its heading, section 0 before the first heading and `0/0` for the title; null for a byline.
 */
export function placesOfParts(article: Pick<Article, 'parts'>): readonly (string | null)[] {
  let section = 0;
  let paragraph = 0;
  return article.parts.map(({ is, number }) => {
    if (is === 'title') return '0/0';
    if (is === 'byline' || is === 'subheading') return null;
    if (is === 'heading' || is === 'opening') {
      section = number ?? section + 1;
      paragraph = is === 'opening' ? 1 : 0;
      return `${section}/${paragraph}`;
    }
    if (is !== 'continued' || paragraph === 0) paragraph += 1;
    return `${section}/${paragraph}`;
  });
}

/** How each section is called in print, as far as its heading begins with a number: `三、`. */
export function sectionLabelsOf(article: Pick<Article, 'parts'>): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {};
  let section = 0;
  for (const { is, number, from } of article.parts) {
    if (is !== 'heading' && is !== 'opening') continue;
    section = number ?? section + 1;
    const label = is === 'heading' ? /^[^、.．]{1,4}[、.．]/u.exec(from)?.[0] : undefined;
    if (label !== undefined) labels[section] = label;
  }
  return labels;
}

/** `3/2` → section 3, paragraph 2; `3` → the whole section. */
export function placeNumbers(place: string): { section: number; paragraph: number | null } {
  const [section, paragraph] = place.split('/').map(Number);
  return { section: section ?? 0, paragraph: paragraph ?? null };
}
