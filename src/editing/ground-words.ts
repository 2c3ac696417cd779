import { spanOf } from '#domain/grounds/passage.ts';
import { readGrounded, type GroundedPractice } from '#editing/grounds.ts';

/**
 * The words of its source that each statement of a practice rests on, by field and row: `figures.2`.
 * Where the source is not at hand, their first and last characters; nothing for what has no ground.
 */
export function groundWords(id: string, root = '.'): ReadonlyMap<string, string> {
  const practice = readGrounded(root, id).practices.find((one) => one.id === id);
  if (!practice) return new Map();
  return new Map(
    practice.pairing.pairs.flatMap(({ statement, ground }): [string, string][] => {
      const passages = ground?.passages ?? [];
      if (passages.length === 0) return [];
      const words = passages.map((passage) => wordsOf(passage, practice.article));
      return [[`${statement.of}.${statement.index}`, words.join('……')]];
    }),
  );
}

type Passage = NonNullable<GroundedPractice['grounds'][number]['passages']>[number];

function wordsOf(passage: Passage, article: GroundedPractice['article']): string {
  const { at, from, to } = passage;
  const paragraph = article?.text?.paragraphs.get(at);
  const span = paragraph === undefined ? null : spanOf(paragraph, passage);
  if (paragraph !== undefined && span !== null && typeof span === 'object') {
    return paragraph.slice(span.start, span.end);
  }
  return to === undefined ? from : `${from}……${to}`;
}
