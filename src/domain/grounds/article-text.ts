import {
  paragraphsOf,
  placesOfParts,
  withoutBlanks,
  type Article,
  type Attribution,
  type Part,
} from '#domain/grounds/attribution.ts';
import type { Span } from '#domain/grounds/passage.ts';

/** An article as it reads once its parts are put together; for machines, blanks left out. */
export interface ArticleText {
  /** By place, `3/2`. */
  readonly paragraphs: ReadonlyMap<string, string>;
  /** The same in one piece, headings and all, in the order of reading. */
  readonly whole: string;
}

/** What is wrong between an attribution and the document it is of. */
export interface AttributionProblem {
  readonly kind:
    /** The document has no paragraph of this number. */
    | 'beyond'
    /** The paragraph does not begin, or end, as the part says. */
    | 'unlike'
    /** Characters that another part has used already. */
    | 'twice'
    /** A paragraph, or the rest of one, that no part has used. */
    | 'unused'
    /** The part is not what it was when it was confirmed. */
    | 'changed';
  /** Number of the paragraph. */
  readonly at: number;
  /** Where the part stands: article and part, from 0; null for what no part names. */
  readonly part: readonly [number, number] | null;
  /** The first characters of what is meant. */
  readonly text: string;
}

type Digest = (value: unknown) => string;

/** The part of a paragraph that is meant; null where the paragraph does not hold it. */
function spanOfPart(paragraph: string, { from, to }: Part, isWhole: boolean): Span | null {
  const first = withoutBlanks(from);
  const last = to === undefined ? first : withoutBlanks(to);
  if (isWhole) {
    const fits = paragraph.startsWith(first) && paragraph.endsWith(last);
    return fits ? { start: 0, end: paragraph.length } : null;
  }
  const start = paragraph.indexOf(first);
  const end = paragraph.indexOf(last, Math.max(0, start)) + last.length;
  return start < 0 || end < start + first.length ? null : { start, end };
}

/** How many parts each paragraph is cut into. */
function partsByParagraph({ articles }: Attribution): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { at } of articles.flatMap(({ parts }) => parts)) {
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return counts;
}

/** Where in its paragraph each part stands; null for one that the document does not hold. */
function spansOfParts(
  attribution: Attribution,
  document: readonly string[],
): ReadonlyMap<Part, Span | null> {
  const counts = partsByParagraph(attribution);
  return new Map(
    attribution.articles
      .flatMap(({ parts }) => parts)
      .map((part): [Part, Span | null] => {
        const paragraph = document[part.at - 1];
        const isWhole = counts.get(part.at) === 1;
        return [part, paragraph === undefined ? null : spanOfPart(paragraph, part, isWhole)];
      }),
  );
}

/** The text of each part; null for one that the document does not hold. */
export function textsOfParts(
  attribution: Attribution,
  document: readonly string[],
): ReadonlyMap<Part, string | null> {
  return new Map(
    [...spansOfParts(attribution, document)].map(([part, span]) => [
      part,
      span ? (document[part.at - 1]?.slice(span.start, span.end) ?? null) : null,
    ]),
  );
}

/** A piece of a paragraph of the document, of which a paragraph of an article is made. */
export interface Piece extends Span {
  /** Number of the paragraph in the document, from 0. */
  readonly paragraph: number;
}

/** The pieces of each paragraph of an article, by its place, in the order of reading. */
export function piecesOfArticle(
  attribution: Attribution,
  article: Article,
  document: readonly string[],
): ReadonlyMap<string, readonly Piece[]> {
  const spans = spansOfParts(attribution, document);
  const pieces = new Map<string, readonly Piece[]>();
  const places = placesOfParts(article);
  for (const [index, part] of article.parts.entries()) {
    const [place, span] = [places[index], spans.get(part)];
    if (place === null || place === undefined || !span) continue;
    pieces.set(place, [...(pieces.get(place) ?? []), { paragraph: part.at - 1, ...span }]);
  }
  return pieces;
}

/** An article put together from the text of its document. */
export function articleText(attribution: Attribution, article: Article, text: string): ArticleText {
  const texts = textsOfParts(attribution, paragraphsOf(text));
  const paragraphs = new Map<string, string>();
  const places = placesOfParts(article);
  for (const [index, part] of article.parts.entries()) {
    const place = places[index];
    if (place === null || place === undefined) continue;
    paragraphs.set(place, (paragraphs.get(place) ?? '') + (texts.get(part) ?? ''));
  }
  const whole = article.parts
    .map((part) => (part.is === 'continued' ? '' : '\n') + (texts.get(part) ?? ''))
    .join('');
  return { paragraphs, whole };
}

/** Whether each paragraph of the document is used once, and as the parts say. */
export function attributionProblems(
  attribution: Attribution,
  text: string,
  digestOf: Digest,
): readonly AttributionProblem[] {
  const document = paragraphsOf(text);
  const counts = partsByParagraph(attribution);
  const used = document.map((paragraph) => new Uint8Array(paragraph.length));
  const problems: AttributionProblem[] = [];
  for (const [article, { parts }] of attribution.articles.entries()) {
    for (const [index, part] of parts.entries()) {
      const tell = (kind: AttributionProblem['kind']): void => {
        problems.push({ kind, at: part.at, part: [article, index], text: part.from });
      };
      const paragraph = document[part.at - 1];
      const uses = used[part.at - 1];
      if (paragraph === undefined || uses === undefined) {
        tell('beyond');
        continue;
      }
      const isWhole = counts.get(part.at) === 1;
      const span = spanOfPart(paragraph, part, isWhole);
      if (span === null) tell('unlike');
      else if (uses.subarray(span.start, span.end).includes(1)) tell('twice');
      else if (
        part.digest !== undefined &&
        part.digest !== digestOf(paragraph.slice(span.start, span.end))
      )
        tell('changed');
      if (span) uses.fill(1, span.start, span.end);
      else if (isWhole) uses.fill(1);
    }
  }
  for (const [index, uses] of used.entries()) {
    const start = uses.indexOf(0);
    if (start < 0) continue;
    const rest = document[index] ?? '';
    problems.push({
      kind: 'unused',
      at: index + 1,
      part: null,
      text: rest.slice(start, start + 8),
    });
  }
  return problems;
}
