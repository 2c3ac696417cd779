import type { ArticleText } from '#domain/grounds/article-text.ts';
import { comparable, holdsQuotation, quotationsIn } from '#domain/grounds/evidence.ts';
import { pairsOf, type Absence, type Ground, type Passage } from '#domain/grounds/grounds.ts';
import { endsOf, type Span } from '#domain/grounds/passage.ts';
import { handleOf, type Statement } from '#domain/grounds/statements.ts';
import { titleWords } from '#domain/words/title-words.ts';

/** A clause or sentence of an article. */
interface Piece {
  readonly at: string;
  readonly span: Span;
  readonly text: string;
  readonly pairs: ReadonlySet<string>;
}

/** An article cut into what a passage may be. */
export interface Pieces {
  readonly article: ArticleText;
  readonly sentences: readonly Piece[];
  readonly clauses: readonly Piece[];
}

export const piecesOf = (article: ArticleText): Pieces => ({
  article,
  sentences: cut(article, /[^。！？；]+[。！？；]*[”’）]*/gu),
  clauses: cut(article, /[^。！？；，：]+[。！？；，：]*[”’）]*/gu),
});

const cut = ({ paragraphs }: ArticleText, pattern: RegExp): Piece[] =>
  [...paragraphs].flatMap(([at, text]) =>
    [...text.matchAll(pattern)].map((match): Piece => {
      const start = match.index;
      return {
        at,
        span: { start, end: start + match[0].length },
        text: match[0],
        pairs: pairsOf(match[0]),
      };
    }),
  );

/** Words that share less than this much with a sentence are taken for a chance likeness. */
const leastShare = 0.12;

/**
 * What a statement may rest on, for somebody to read and confirm: found by its figure, the names
 * and quotations it uses, and the words it shares with the article. Never more than a proposal.
 */
export function proposeGround(
  statement: Statement,
  pieces: Pieces,
  /** How the prose says that the source does not say. */
  notStated: string,
): Ground {
  const { of, what } = statement;
  const named = { of, ...(what === '' ? {} : { what: handleOf(statement) }) };
  if (statement.figure) {
    const passage = figurePassage(statement, pieces);
    return passage ? { ...named, passages: [passage] } : named;
  }
  if (of === 'notStated') return { ...named, absent: [absence(what, pieces)] };
  const whole = statement.sentences.length === 1;
  const passages: Passage[] = [];
  const absent: Absence[] = [];
  const editor: number[] = [];
  for (const [index, sentence] of statement.sentences.entries()) {
    const which = whole ? {} : { for: [index + 1] };
    const isUnstated = sentence.includes(notStated);
    if (isUnstated) absent.push({ ...which, ...absence(sentence.replace(notStated, ''), pieces) });
    // What is written over a drawing or a table is how we put it together.
    if (index === 0 && statement.said[0]?.includes('\n') === true && !/[。！？]$/u.test(sentence)) {
      editor.push(1);
      continue;
    }
    const said = statement.name === null ? sentence : `“${statement.name}”${sentence}`;
    for (const passage of isUnstated ? [] : passagesFor(said, pieces)) {
      passages.push({ ...which, ...passage });
    }
  }
  return {
    ...named,
    ...(passages.length > 0 ? { passages } : {}),
    ...(absent.length > 0 ? { absent } : {}),
    ...(editor.length > 0 ? { editor } : {}),
  };
}

function figurePassage({ figure, said }: Statement, { article, clauses }: Pieces): Passage | null {
  if (!figure) return null;
  const wanted = `${comparable(figure.value)}${comparable(figure.unit)}`;
  const ours = pairsOf(said.join(''));
  const [best] = clauses
    .filter(({ text }) => comparable(text).includes(wanted))
    .sort((a, b) => shared(b, ours) - shared(a, ours));
  return best ? passageOf(best, article) : null;
}

/** The sentence that shares most, and those that hold what it quotes or counts and the first does not. */
function passagesFor(sentence: string, { article, sentences }: Pieces): Passage[] {
  const ours = pairsOf(comparable(sentence));
  const byLikeness = [...sentences].sort((a, b) => shared(b, ours) - shared(a, ours));
  const [best] = byLikeness;
  const chosen: Piece[] = [];
  if (best && shared(best, ours) / Math.max(1, ours.size) >= leastShare) chosen.push(best);
  const wanted = [
    ...quotationsIn(sentence),
    ...(comparable(sentence).match(/\d+(?:\.\d+)?/g) ?? []),
  ];
  for (const words of wanted) {
    if (chosen.some(({ text }) => holdsQuotation(text, words))) continue;
    const holder = byLikeness.find(({ text }) => holdsQuotation(text, words));
    if (holder) chosen.push(holder);
  }
  return chosen.flatMap((piece) => passageOf(piece, article) ?? []);
}

const shared = ({ pairs }: Piece, ours: ReadonlySet<string>): number =>
  [...ours].filter((pair) => pairs.has(pair)).length;

/** Marks at its end are left out: they are the sentence's and not the passage's. */
function passageOf({ at, span, text }: Piece, { paragraphs }: ArticleText): Passage | null {
  const bare = text.replace(/[。！？；，：]+$/u, '');
  const ends = endsOf(paragraphs.get(at) ?? '', {
    start: span.start,
    end: span.start + bare.length,
  });
  return ends && { at, ...ends };
}

/** The words of what is not stated that the article does not use anywhere. */
function absence(text: string, { article }: Pieces): Absence {
  const whole = comparable(article.whole);
  const words = text
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap(titleWords)
    .filter((word) => [...word].length >= 2 && !whole.includes(word));
  return { words: [...new Set(words)].slice(0, 4) };
}
