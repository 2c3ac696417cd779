import type { ArticleText } from '#domain/grounds/article-text.ts';
import type { Pair } from '#domain/grounds/grounds.ts';
import { spanOf } from '#domain/grounds/passage.ts';

/** A sentence of the source that counts or names something, and on which nothing rests. */
export interface UnusedSentence {
  readonly at: string;
  readonly text: string;
}

/** Counted figures; 第3次 and 2023年 count nothing. */
const counting = /(?<![\d第.])\d+(?:\.\d+)?(?!\d|年|月|日)/u;
const naming = /[“《][^”》]{2,20}[”》]/u;

/** Sentences of an article with counted figures or names in quotation marks that no passage touches. */
export function unusedSentences(
  { paragraphs }: ArticleText,
  pairs: readonly Pair[],
): readonly UnusedSentence[] {
  const passages = pairs.flatMap(({ ground }) => ground?.passages ?? []);
  return [...paragraphs].flatMap(([at, text]) => {
    const spans = passages
      .filter((passage) => passage.at === at)
      .map((passage) => spanOf(text, passage))
      .filter((span) => typeof span === 'object');
    return [...text.matchAll(/[^。！？；]+[。！？；]*/gu)]
      .filter(({ 0: sentence, index }) => {
        const isNotable = counting.test(sentence) || naming.test(sentence);
        const end = index + sentence.length;
        return isNotable && !spans.some((span) => span.start < end && span.end > index);
      })
      .map(([sentence]) => ({ at, text: sentence }));
  });
}
