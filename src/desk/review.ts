/** What a reviewer has before him: what changed, each statement to be ticked, the rounds. */
import { diffArrays } from 'diff';
import type { DiffPart, Review, RoundState, SignAsked } from './api.ts';
import { claimsOf } from './claims.ts';
import { filesBeside, nameOfPractice, record, takenApart } from './practices.ts';
import { readableLines } from '#domain/editing/readable.ts';
import { readPractice } from '#editing/published-files.ts';
import { publishedText } from '#editing/published-texts.ts';
import { asksWhatChanged, countEdition, leaving, publishedEdition } from '#editing/releasing.ts';
import { save, standingOf } from '#editing/saving.ts';
import { readReviewing, readSignatures, refuseOddRound, sign } from '#editing/signing.ts';
import { paragraphOf } from '#gate/fault.ts';
import { chineseNameOf } from '#gate/field-names.ts';
import type { PracticeJudge } from '#gate/practice-judge.ts';
import { digestOfStatement } from '#prose/statement.ts';
import { shownName } from '#folders.ts';
import { todayHere } from '#reading/today.ts';
import { refuse } from '#refusal.ts';

export async function reviewOf(id: string): Promise<Review> {
  const text = textOf(id);
  const { data } = readPractice(id);
  const { rounds, required } = readReviewing();
  const published = publishedText(id);
  const { claims, notice } = await claimsOf(id);
  return {
    id,
    edition: data.edition,
    publishedEdition: publishedEdition(id),
    diff: published === null ? null : differencesOf(published, text),
    claims,
    notice,
    rounds: rounds.map((round) => stateOf(id, round)),
    isRequired: required,
    asksWhatChanged: asksWhatChanged(id),
    leaving: leaving(id),
  };
}

const textOf = (id: string): string => {
  const name = nameOfPractice(id);
  return standingOf(name).text ?? refuse(`没有 ${shownName(name)}。`);
};

function stateOf(id: string, round: string): RoundState {
  const { data, statement } = readPractice(id);
  const read = digestOfStatement(statement);
  return {
    round,
    signatures: readSignatures(id)
      .filter((signature) => signature.round === round)
      .map(({ by, on, edition, read: theirs }) => ({
        by,
        on,
        edition,
        isCurrent: theirs === read && edition === data.edition,
      })),
  };
}

/** Fields nobody reads for their words: they are counted, or are the same in every practice. */
const notRead = new Set(['state', 'textStatus', 'edition', 'changes', 'retired']);

function readable(text: string): string {
  const { data, body } = takenApart(text);
  const fields = Object.fromEntries(
    Object.entries((data ?? {}) as object).filter(([key]) => !notRead.has(key)),
  );
  const lines = readableLines(fields, (key) => chineseNameOf(key) ?? key);
  return `${lines.join('\n')}\n\n${body.trim()}\n`;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsOf = (text: string): string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment);

/** Word by word, what stays the same joined. */
export const differencesOf = (before: string, after: string): readonly DiffPart[] =>
  diffArrays(wordsOf(readable(before)), wordsOf(readable(after))).map(
    ({ added, removed, value }): DiffPart => ({
      is: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  );

/** Signs a round; a signature the gate would not have is taken back, and said why. */
export function signRound(
  { id, round, by, whatChanged = null, acceptLeaving = false }: SignAsked,
  gate: PracticeJudge,
): Promise<Review> {
  nameOfPractice(id);
  const name = by.trim();
  if (name === '') refuse('写上签字人的姓名。');
  refuseOddRound(round);
  const reviews = `reviews/${id}.yml`;
  if (leaving(id).length > 0 && !acceptLeaving) {
    refuse('有段落要从正文中撤下，读者可能引用过它们。看过以后，勾上同意再签。');
  }
  const before = countEdition(id, whatChanged);
  sign(id, { round, by: name, on: todayHere(), accept: acceptLeaving });
  const text = textOf(id);
  // That a round is not signed yet is no fault of this signature: it stands in no line.
  const objection = gate
    .judge(id, text)
    .faults.find(({ file, line }) => file === shownName(reviews) && line !== null);
  if (objection) {
    const now = standingOf(reviews);
    const old = before.find((file) => file.name === reviews)?.before ?? '[]\n';
    save(reviews, old, now.digest);
    refuse(`没有签上。${paragraphOf(objection)}`);
  }
  record(before, `${name} 签 ${id} ${round}`, { besides: filesBeside(id) });
  return reviewOf(id);
}
