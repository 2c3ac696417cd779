/** What a reviewer has before him: what changed, each statement to be ticked, the rounds. */
import { hash } from 'node:crypto';
import { diffArrays } from 'diff';
import type { Claim, DiffPart, Review, RoundState, SignAsked, Ticks } from './api.ts';
import { nameOfPractice, record, takenApart } from './practices.ts';
import { readableLines } from '#domain/editing/readable.ts';
import { keepInDesk, keptInDesk } from '#editing/desk-folder.ts';
import { groundWords } from '#editing/ground-words.ts';
import { readPractice } from '#editing/published-files.ts';
import { publishedText } from '#editing/published-texts.ts';
import { asksWhatChanged, countEdition, publishedEdition } from '#editing/releasing.ts';
import { save, standingOf } from '#editing/saving.ts';
import { readReviewing, readSignatures, refuseOddRound, sign } from '#editing/signing.ts';
import { keptSource, sourceTakenFor } from '#editing/taken-sources.ts';
import { textsOf } from '#domain/editing/blocks.ts';
import { paragraphOf } from '#gate/fault.ts';
import { chineseNameOf } from '#gate/field-names.ts';
import type { PracticeJudge } from '#gate/practice-judge.ts';
import { digestOfStatement } from '#prose/statement.ts';
import { shownName } from '#folders.ts';
import { todayHere } from '#reading/today.ts';
import { refuse } from '#refusal.ts';

export function reviewOf(id: string): Review {
  const text = textOf(id);
  const { data } = readPractice(id);
  const { rounds, required } = readReviewing();
  const published = publishedText(id);
  return {
    id,
    edition: data.edition,
    publishedEdition: publishedEdition(id),
    diff: published === null ? null : differencesOf(published, text),
    claims: claimsOf(id, text),
    rounds: rounds.map((round) => stateOf(id, round)),
    isRequired: required,
    asksWhatChanged: asksWhatChanged(id),
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

const claimFields = ['measures', 'figures', 'outcomes', 'conditions', 'limits'] as const;

function claimsOf(id: string, text: string): readonly Claim[] {
  const { data } = takenApart(text);
  const ticked = new Map(Object.entries(ticksOf(id)));
  const source = wordsOfSource(id);
  const grounds = groundsOf(id);
  return claimFields.flatMap((field) => {
    const rows: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, field) : [];
    return (Array.isArray(rows) ? (rows as readonly Record<string, unknown>[]) : []).map(
      (row, at): Claim => {
        const key = `${field}.${at}`;
        const words = wordsOfRow(row);
        return {
          key,
          label: `${chineseNameOf(field) ?? field} ${at + 1}`,
          text: words,
          section: String(row['section'] ?? ''),
          inSource: grounds.get(key) ?? (source === null ? null : placeInSource(row, source)),
          isTicked: ticked.get(key) === digestOf(words),
        };
      },
    );
  });
}

const wordsOfRow = (row: Readonly<Record<string, unknown>>): string => {
  const said = (key: string): string => String(row[key] ?? '');
  if (row['value'] !== undefined) {
    const more = ['scope', 'period', 'caveat'].map(said).filter((words) => words !== '');
    return `${said('value')}${said('unit')}　${said('counts')}${more.length > 0 ? `（${more.join('；')}）` : ''}`;
  }
  return row['name'] === undefined ? said('text') : `${said('name')}：${said('how')}`;
};

/** What is on record of where each statement stands in the source, as far as it can be read. */
function groundsOf(id: string): ReadonlyMap<string, string> {
  try {
    return groundWords(id);
  } catch {
    return new Map();
  }
}

function wordsOfSource(id: string): readonly string[] | null {
  const name = sourceTakenFor(id);
  const taken = name === null ? null : keptSource(name);
  return taken?.blocks.flatMap(textsOf) ?? null;
}

/** The paragraph with a figure's number, or with the name of a measure. */
function placeInSource(
  row: Readonly<Record<string, unknown>>,
  paragraphs: readonly string[],
): string | null {
  const value = row['value'];
  const wanted = value === undefined ? row['name'] : `${String(value)}${String(row['unit'] ?? '')}`;
  const words = String(wanted ?? '');
  if (words.length < 2) return null;
  return paragraphs.find((paragraph) => paragraph.includes(words)) ?? null;
}

const digestOf = (words: string): string => hash('sha256', words).slice(0, 16);

const ticksFile = (id: string): string => `ticks/${id}.json`;

/** By claim, the digest of the words that were ticked. */
const ticksOf = (id: string): Readonly<Record<string, string>> =>
  keptInDesk<Record<string, string>>(ticksFile(id)) ?? {};

export function tick({ id, keys }: Ticks): { readonly at: string } {
  const claims = claimsOf(id, textOf(id));
  const wanted = new Set(keys);
  const ticked = claims
    .filter(({ key }) => wanted.has(key))
    .map(({ key, text }) => [key, digestOf(text)] as const);
  keepInDesk(ticksFile(id), Object.fromEntries(ticked));
  return { at: new Date().toISOString() };
}

/** Signs a round; a signature the gate would not have is taken back, and said why. */
export function signRound(
  { id, round, by, whatChanged = null }: SignAsked,
  gate: PracticeJudge,
): Review {
  nameOfPractice(id);
  const name = by.trim();
  if (name === '') refuse('写上签字人的姓名。');
  refuseOddRound(round);
  const reviews = `reviews/${id}.yml`;
  const before = countEdition(id, whatChanged);
  sign(id, { round, by: name, on: todayHere() });
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
  record(before, `${name} 签 ${id} ${round}`);
  return reviewOf(id);
}
