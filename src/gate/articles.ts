import {
  articleText,
  attributionProblems,
  type ArticleText,
} from '#domain/grounds/article-text.ts';
import type { AttributionProblem } from '#domain/grounds/article-text.ts';
import { paragraphsOf, placesOfParts } from '#domain/grounds/attribution.ts';
import { onceFor } from '#domain/lists/once-for.ts';
import type { Library } from '#gate/library.ts';
import type { AttributionData, CheckedRecord } from '#gate/records.ts';
import { digestOf, shortDigestOf } from '#prose/statement.ts';

type Listed = Library['listed'];

/** The article a practice is written from, as far as it is known here. */
export interface KnownArticle {
  readonly record: CheckedRecord<AttributionData>;
  readonly index: number;
  /** Places of its parts, in their order. */
  readonly places: readonly (string | null)[];
  /** Null where the document is not at hand. */
  readonly text: ArticleText | null;
  /** Places whose words are not what they were when they were attributed. */
  readonly changed: ReadonlySet<string>;
}

/** A document beside its attribution. */
export interface KnownDocument {
  readonly record: CheckedRecord<AttributionData>;
  /** Null where it is not at hand. */
  readonly text: string | null;
  /** Files that say the same under another name. */
  readonly movedTo: readonly string[];
  readonly problems: readonly AttributionProblem[];
}

/** Every document that is attributed, beside what is at hand of it. */
export const documentsOf = onceFor(({ attributions, sources }: Listed): readonly KnownDocument[] =>
  attributions.map((record) => {
    const { file, digest } = record.data;
    const text = sources?.texts.get(file) ?? null;
    const movedTo =
      text !== null || digest === undefined || !sources
        ? []
        : [...sources.texts].filter(([, other]) => digestOfDocument(other) === digest);
    const problems = text === null ? [] : attributionProblems(record.data, text, shortDigestOf);
    return { record, text, movedTo: movedTo.map(([name]) => name), problems };
  }),
);

/** Of the words of a document, whatever its encoding, line ends and blanks. */
export const digestOfDocument = (text: string): string => digestOf(paragraphsOf(text));

/** The article of each practice. */
export const articlesOf = onceFor((listed: Listed): ReadonlyMap<string, KnownArticle> => {
  const articles = new Map<string, KnownArticle>();
  for (const { record, text, problems } of documentsOf(listed)) {
    for (const [index, article] of record.data.articles.entries()) {
      if (article.practice === undefined || articles.has(article.practice)) continue;
      const places = placesOfParts(article);
      const changed = problems.flatMap(({ kind, part }) =>
        (kind === 'changed' || kind === 'unlike') && part?.[0] === index
          ? (places[part[1]] ?? [])
          : [],
      );
      articles.set(article.practice, {
        record,
        index,
        places,
        text: text === null ? null : articleText(record.data, article, text),
        changed: new Set(changed),
      });
    }
  }
  return articles;
});
