/** All practices at a glance: how far each is, and what it lacks. */
import { resolve } from 'node:path';
import type { Board, Card, Column } from './api.ts';
import { deskFaults } from './faults.ts';
import { takenApart } from './practices.ts';
import { desk as words } from '#words/desk-server.ts';
import { differenceOf } from '#domain/practice/published-record.ts';
import { isInRepository } from '#editing/commits.ts';
import { typingOf } from '#editing/kept-typing.ts';
import { readEditions, readPractice } from '#editing/published-files.ts';
import { readReviewing, readSignatures } from '#editing/signing.ts';
import { digestOfStatement } from '#prose/statement.ts';
import type { PracticeJudge } from '#gate/practice-judge.ts';
import { contentFolder, contentPath, shownName } from '#folders.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { readText } from '#reading/text-file.ts';
import { readSite } from '#reading/site-file.ts';

export function boardOf(gate: PracticeJudge): Board {
  const listing = listContent();
  const ids = idsIn(listing, 'practices');
  const { faults, notices } = gate.ofLists();
  return {
    library: readSite().name,
    folder: resolve(contentFolder()),
    columns: Object.entries(words.columns).map(([column, label]) => ({
      column: column as Column,
      label,
    })),
    cards: ids.map((id) => cardOf(id, gate)),
    faults: deskFaults([...listing.faults, ...faults], '', ''),
    notices,
    history: isInRepository() ? 'commits' : 'undo',
  };
}

const textAt = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

export function cardOf(id: string, gate: PracticeJudge): Card {
  const name = `practices/${id}.mdx`;
  const text = readText(contentPath(name));
  const data = typeof text === 'string' ? takenApart(text).data : null;
  const field = (key: string): unknown =>
    typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;
  const faults = typeof text === 'string' ? gate.countOf(id, text) : 1;
  const edition = typeof field('edition') === 'number' ? Number(field('edition')) : null;
  const { signed, isChanged, isOnRecord } = recordOf(id, edition);
  const state = textAt(field('state'));
  return {
    id,
    file: shownName(name),
    column: columnOf(state, faults === 0 && signed.done === signed.of, isOnRecord),
    title: textAt(field('title')),
    region: gate.nameOfRegion(textAt(field('region')) ?? ''),
    edition,
    faults,
    signed,
    keptAt: typingOf(id)?.at ?? null,
    isChanged,
  };
}

function columnOf(state: string | null, isReady: boolean, isOnRecord: boolean): Column {
  if (state === 'retired') return 'retired';
  if (state === 'published') return isOnRecord ? 'published' : isReady ? 'ready' : 'review';
  return state === 'review' ? (isReady ? 'ready' : 'review') : 'draft';
}

/** What is on record of a practice, as far as it can be read. */
function recordOf(id: string, edition: number | null) {
  const of = readReviewing().rounds.length;
  try {
    const editions = readEditions(id);
    const newest = editions[0];
    const isOnRecord = newest !== undefined;
    const { statement, data } = readPractice(id);
    const read = digestOfStatement(statement);
    const rounds = readSignatures(id).filter(
      (signature) => signature.read === read && signature.edition === data.edition,
    );
    const done = new Set(rounds.map(({ round }) => round)).size;
    const isChanged =
      newest !== undefined &&
      (newest.edition !== edition || differenceOf(newest, statement) !== null);
    return { signed: { done, of }, isChanged, isOnRecord };
  } catch {
    return { signed: { done: 0, of }, isChanged: false, isOnRecord: isPublished(id) };
  }
}

const isPublished = (id: string): boolean => {
  try {
    return readEditions(id).length > 0;
  } catch {
    return false;
  }
};
