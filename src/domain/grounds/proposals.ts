import type { ArticleText } from '#domain/grounds/article-text.ts';
import { comparable, holdsQuotation, quotationsIn } from '#domain/grounds/evidence.ts';
import { pairsOf, type Absence, type Ground, type Passage } from '#domain/grounds/grounds.ts';
import { endsOf, type Span } from '#domain/grounds/passage.ts';
import { handleOf, type Statement } from '#domain/grounds/statements.ts';

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
const leastPairs = 2;

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
  const near = inSection(pieces, statement.section);
  if (statement.figure) {
    const passage = figurePassage(statement, near) ?? figurePassage(statement, pieces);
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
    for (const passage of isUnstated ? [] : passagesFor(said, near, pieces)) {
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

/** What stands under a heading of the article; all of it where there is no such heading. */
function inSection(pieces: Pieces, heading: string | null): Pieces {
  const wanted = heading === null ? '' : comparable(heading);
  const place = [...pieces.article.paragraphs].find(
    ([at, text]) => at.endsWith('/0') && wanted !== '' && comparable(text) === wanted,
  )?.[0];
  if (place === undefined) return pieces;
  const start = place.slice(0, -1);
  const isThere = ({ at }: Piece): boolean => at.startsWith(start);
  return {
    ...pieces,
    sentences: pieces.sentences.filter(isThere),
    clauses: pieces.clauses.filter(isThere),
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

/**
 * The sentence that shares most, and those that hold what it quotes or counts and the first does not:
 * under the heading it was taken from, or anywhere.
 */
function passagesFor(sentence: string, near: Pieces, all: Pieces): Passage[] {
  const ours = pairsOf(comparable(sentence));
  const byLikeness = [near, all].map(({ sentences }) =>
    [...sentences].sort((a, b) => shared(b, ours) - shared(a, ours)),
  );
  const best = byLikeness
    .map(([first]) => first)
    .find((piece) => {
      const count = piece ? shared(piece, ours) : 0;
      return count >= leastPairs && count / Math.max(1, ours.size) >= leastShare;
    });
  const chosen: Piece[] = best ? [best] : [];
  const wanted = [
    ...quotationsIn(sentence),
    ...(comparable(sentence).match(/\d+(?:\.\d+)?/g) ?? []),
  ];
  for (const words of wanted) {
    if (chosen.some(({ text }) => holdsQuotation(text, words))) continue;
    const holder = byLikeness.flat().find(({ text }) => holdsQuotation(text, words));
    if (holder) chosen.push(holder);
  }
  return chosen.flatMap((piece) => passageOf(piece, all.article) ?? []);
}

/** The sentence at a place that holds some words, as they are compared; null where none does. */
export function sentenceHolding(
  { article, sentences }: Pieces,
  place: string,
  words: string,
): Passage | null {
  const piece = sentences.find(
    ({ at, text }) =>
      at === place && (holdsQuotation(text, words) || comparable(text).includes(comparable(words))),
  );
  return piece ? passageOf(piece, article) : null;
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

/** Cuts Chinese into words. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of what is not stated that the article does not use anywhere. */
function absence(text: string, { article }: Pieces): Absence {
  const whole = comparable(article.whole);
  const words = [...segmenter.segment(text)]
    .map(({ segment }) => segment)
    .filter((word) => [...word].length >= 2 && /\p{L}/u.test(word) && !whole.includes(word));
  return { words: [...new Set(words)].slice(0, 4) };
}
