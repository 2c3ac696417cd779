/** What a statement rests on, as a reviewer sees it beside the source, changes and confirms it. */
import type { ClaimGround, ClaimPassage, GroundAsked, GroundProblem } from './api.ts';
import { laidBeside, type Blocks } from './attribution.ts';
import type { Alignment, Spot } from '#domain/editing/alignment.ts';
import { piecesOfArticle, type Piece } from '#domain/grounds/article-text.ts';
import { paragraphsOf } from '#domain/grounds/attribution.ts';
import type { Ground, Pair, Passage } from '#domain/grounds/grounds.ts';
import { endsAround, spanOf, type Span } from '#domain/grounds/passage.ts';
import {
  piecesOf,
  proposeGround,
  sentenceHolding,
  type Pieces,
} from '#domain/grounds/proposals.ts';
import { handleOf, type Statement } from '#domain/grounds/statements.ts';
import { readGrounded, type GroundedPractice } from '#editing/grounded.ts';
import { bearsAnything, confirmDocument, setGround } from '#editing/grounds.ts';
import { bringUpToDate, carriedRegister } from '#editing/paragraph-registers.ts';
import { documentsOf } from '#gate/articles.ts';
import type { Library } from '#gate/library.ts';
import { groundFaults, placeName } from '#gate/rules/grounds.ts';
import { shortDigestOf } from '#prose/statement.ts';
import { refuse } from '#refusal.ts';

/** How the prose says that the source does not say. */
const notStated = '原文未载';

/** An article beside the source as it is shown. */
interface Shown {
  readonly texts: ReadonlyMap<string, string>;
  /** Of each paragraph of the article, the pieces of the document it is put together of. */
  readonly pieces: ReadonlyMap<string, readonly Piece[]>;
  readonly sentences: Pieces;
  readonly alignment: Alignment | null;
}

/** A practice with its statements, and the source they are read against. */
export interface Grounding {
  readonly practice: GroundedPractice;
  readonly library: Library;
  /** Whether no practice may be published with statements that are not confirmed. */
  readonly isRequired: boolean;
  /** Null where the article is not on record, or its document not at hand. */
  readonly shown: Shown | null;
}

/** Null for a practice that cannot be read. `blocksOf` finds a source by its name. */
export async function groundingOf(
  id: string,
  blocksOf: (file: string) => Promise<Blocks>,
): Promise<Grounding | null> {
  const { practices, library } = readGrounded('.', id);
  const practice = practices.find((one) => one.id === id);
  if (!practice) return null;
  const isRequired = library.listed.reviewing.grounds === 'required';
  const { article } = practice;
  if (!article?.text) return { practice, library, isRequired, shown: null };
  const { data } = article.record;
  const own = data.articles[article.index];
  const text = library.listed.sources?.texts.get(data.file) ?? '';
  const blocks = await blocksOf(data.file);
  const shown: Shown = {
    texts: article.text.paragraphs,
    pieces: own ? piecesOfArticle(data, own, paragraphsOf(text)) : new Map(),
    sentences: piecesOf(article.text),
    alignment: laidBeside(blocks),
  };
  return { practice, library, isRequired, shown };
}

/** What a statement rests on, or may rest on. */
export function groundOf(pair: Pair, grounding: Grounding): ClaimGround | null {
  const { shown } = grounding;
  if (!shown) return null;
  const { statement } = pair;
  const ground = pair.ground ?? proposeGround(statement, shown.sentences, notStated);
  const isThere = bearsAnything(ground);
  const state = pair.ground ? pair.state : isThere ? 'proposed' : 'missing';
  return {
    state: state === 'ours' ? 'proposed' : state,
    passages: (ground.passages ?? []).map((passage) => passageOf(passage, shown)),
    absent: (ground.absent ?? []).map(({ for: of, words, at }) => ({
      words,
      ...(of ? { for: of } : {}),
      ...(at === undefined ? {} : { at }),
    })),
    editor: ground.editor ?? null,
    problems: isThere ? problemsOf(statement, ground, grounding) : [],
  };
}

function passageOf(passage: Passage, shown: Shown): ClaimPassage {
  const { at, from, to, for: of } = passage;
  const text = shown.texts.get(at) ?? '';
  const span = spanOf(text, passage);
  const isFound = typeof span === 'object';
  return {
    at,
    from,
    ...(to === undefined ? {} : { to }),
    ...(of ? { for: of } : {}),
    place: placeName(at),
    words: isFound ? text.slice(span.start, span.end) : to === undefined ? from : `${from}……${to}`,
    spots: isFound ? spotsOf(at, span, shown) : [],
  };
}

/** Where a part of a paragraph of the article is shown. */
function spotsOf(at: string, { start, end }: Span, { pieces, alignment }: Shown): readonly Spot[] {
  let offset = 0;
  return (pieces.get(at) ?? []).flatMap((piece) => {
    const length = piece.end - piece.start;
    const [from, to] = [Math.max(0, start - offset), Math.min(length, end - offset)];
    offset += length;
    if (from >= to || !alignment) return [];
    return alignment.spotsOf({
      paragraph: piece.paragraph,
      start: piece.start + from,
      end: piece.start + to,
    });
  });
}

/** The passages that words chosen in the source are. */
function passagesAt(spot: Spot, { pieces, texts, alignment }: Shown): readonly Passage[] {
  return (alignment?.stretchesOf(spot) ?? []).flatMap(({ paragraph, start, end }) =>
    [...pieces].flatMap(([at, ofPlace]): Passage[] => {
      let offset = 0;
      return ofPlace.flatMap((piece): Passage[] => {
        const [from, to] = [Math.max(piece.start, start), Math.min(piece.end, end)];
        const before = offset;
        offset += piece.end - piece.start;
        if (piece.paragraph !== paragraph || from >= to) return [];
        const span = { start: before + from - piece.start, end: before + to - piece.start };
        const ends = endsAround(texts.get(at) ?? '', span);
        return ends ? [{ at, ...ends }] : [];
      });
    }),
  );
}

function problemsOf(
  statement: Statement,
  ground: Ground,
  { practice, shown, isRequired }: Grounding,
): readonly GroundProblem[] {
  const unsaid = (ground.absent ?? [])
    .filter(({ words }) => words.length === 0)
    .map(({ for: of }) => ({ ...nothingSought, sentence: of?.[0] ?? 1 }));
  const found = groundFaults(statement, ground, {
    practice: practice.id,
    article: practice.article,
    isRequired,
    names: practice.practice.data.measures.map(({ name }) => name),
    place: { file: '', line: null, field: '', value: null },
  }).map(({ fault, evidence, bare }): GroundProblem => {
    const elsewhere = evidence && 'wanted' in evidence ? evidence.elsewhere : null;
    const isMissing = evidence !== undefined && evidence.kind !== 'present';
    const add =
      isMissing && elsewhere && 'wanted' in evidence && shown
        ? sentenceHolding(shown.sentences, elsewhere, evidence.wanted)
        : null;
    const sentence = evidence && 'sentence' in evidence ? evidence.sentence : (bare ?? null);
    const of = sentence !== null && statement.sentences.length > 1 ? { for: [sentence] } : {};
    return {
      problem: fault.problem,
      remedy: fault.remedy,
      sentence,
      isBare: bare !== undefined,
      add: add && shown ? passageOf({ ...add, ...of }, shown) : null,
    };
  });
  return [...unsaid, ...found];
}

/** Of a proposal, where nothing could be thought of. */
const nothingSought = {
  problem: '还没有写找过哪些词',
  remedy: '写出读者会去找、原文里没有的词',
  isBare: false,
  add: null,
} as const;

/** Of what is said, so that nobody confirms what was reworded meanwhile. */
export const saidOf = (statement: Statement): string => shortDigestOf(statement.said);

export const keyOf = ({ of, index }: Pick<Statement, 'of' | 'index'>): string => `${of}.${index}`;

/** Writes what a statement rests on; refuses to confirm what the gate would not let through. */
export function putGround(asked: GroundAsked, grounding: Grounding): void {
  const { id, key, said, absent, editor, isConfirmed } = asked;
  const { practice, shown, library } = grounding;
  if (!shown) return refuse('这一篇的原文没有归属，或者不在手边：先在“原文”一栏里选好它的原文。');
  const pair = practice.pairing.pairs.find(({ statement }) => keyOf(statement) === key);
  if (!pair || saidOf(pair.statement) !== said) {
    return refuse('这一条刚改过，没有勾上。再打开一次，照现在的话核对。');
  }
  const { statement } = pair;
  const passages = asked.passages.flatMap((passage): readonly Passage[] => {
    const of = passage.for ? { for: passage.for } : {};
    if ('at' in passage) {
      const { at, from, to } = passage;
      return [{ ...of, at, from, ...(to === undefined ? {} : { to }) }];
    }
    const found = passage.spots.flatMap((spot) => passagesAt(spot, shown));
    if (found.length === 0) {
      refuse('选中的字不在本文里。是本文的，先在“分段落归属”里归给本文，再选。');
    }
    return found.map((one) => ({ ...of, ...one }));
  });
  const sought = absent.filter(({ words }) => words.length > 0);
  const ground: Ground = {
    of: statement.of,
    ...(pair.ground?.what !== undefined || statement.what !== ''
      ? { what: pair.ground?.what ?? handleOf(statement) }
      : {}),
    ...(passages.length > 0 ? { passages } : {}),
    ...(sought.length > 0 ? { absent: sought } : {}),
    ...(editor === null || (Array.isArray(editor) && editor.length === 0) ? {} : { editor }),
  };
  if (isConfirmed) {
    if (!bearsAnything(ground)) refuse('先在原文里选出它所据的字，或者写明是编者的话，再勾。');
    const [problem] = problemsOf(statement, ground, { ...grounding, isRequired: true });
    if (problem) {
      const remedy = problem.isBare ? '在原文里选出它所据的字，或者按“是编者的话”' : problem.remedy;
      refuse(`还不能勾：${problem.problem}。${remedy}。`);
    }
  }
  if (carriedRegister(id).retired.length === 0) bringUpToDate(id, { accept: false, says: false });
  setGround(practice, statement, { ground, isConfirmed });
  const own = documentsOf(library.listed).find(({ record }) => record === practice.article?.record);
  if (own) confirmDocument(own, { onlyNew: true });
}
