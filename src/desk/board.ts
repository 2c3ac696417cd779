/** All practices at a glance: how far each is, and what it lacks. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Board, Card, Column } from './api.ts';
import { deskFaults } from './faults.ts';
import { takenApart } from './practices.ts';
import { desk as words } from '#words/desk-server.ts';
import { differenceOf } from '#domain/practice/published-record.ts';
import { isInRepository } from '#editing/commits.ts';
import { typingOfAll } from '#editing/kept-typing.ts';
import { readEditions, readPractice } from '#editing/published-files.ts';
import { readReviewing, readSignatures } from '#editing/signing.ts';
import { digestOfStatement } from '#prose/statement.ts';
import type { PracticeJudge } from '#gate/practice-judge.ts';
import { readJson, writeJson } from '#cache/digested-file.ts';
import { cacheFolder, contentFolder, contentPath, shownName } from '#folders.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { readText } from '#reading/text-file.ts';
import { readSite } from '#reading/site-file.ts';

/** So many practices are looked at closely before the board is shown; of more, what their cards say. */
const fewPractices = 100;

/** A board of more is looked at closely for so long at a time, in milliseconds, so many at once. */
const oneLook = 400;
const atOnce = 20;

/** Cards that were looked at closely, for as long as nothing they depend on is touched. */
type Looked = Record<string, { readonly look: string; readonly card: Card }>;

/** Read when they are asked for first, and kept for the next session. */
let looked: Looked | null = null;

const keptAt = (): string => join(cacheFolder(), 'desk-board.json');

/**
 * All practices. In a large library those that have changed are looked at closely only where that is
 * asked for, some at a time, so that the board is there at once.
 */
export const boardOf = (gate: PracticeJudge, { isCloser = false } = {}): Board =>
  gate.atOnce(() => {
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
      cards: cardsOf(ids, gate, isCloser || ids.length <= fewPractices),
      faults: deskFaults([...listing.faults, ...faults], '', ''),
      notices,
      history: isInRepository() ? 'commits' : 'undo',
    };
  });

function cardsOf(ids: readonly string[], gate: PracticeJudge, isCloser: boolean): readonly Card[] {
  const known = (looked ??= readJson<Looked>(keptAt()) ?? {});
  const open = ids.filter((id) => known[id]?.look !== gate.lookOf(id));
  const until = ids.length <= fewPractices ? Infinity : performance.now() + oneLook;
  let at = 0;
  for (; isCloser && at < open.length && performance.now() < until; at += atOnce) {
    const some = open.slice(at, at + atOnce);
    gate.countTogether(some);
    for (const id of some) {
      const card = cardOf(id, gate);
      known[id] = { look: gate.lookOf(id), card };
    }
  }
  const unseen = new Set(open.slice(at));
  if (isCloser && open.length > 0) keep(known, unseen.size === 0);
  const typing = typingOfAll();
  return ids.map((id): Card => {
    const card = unseen.has(id) ? undefined : known[id]?.card;
    return { ...(card ?? glance(id, gate)), keptAt: typing.get(id)?.at ?? null };
  });
}

let keptLast = 0;

/** Now and then, and when all were looked at. */
function keep(known: Looked, isWhole: boolean): void {
  if (!isWhole && performance.now() - keptLast < 10_000) return;
  keptLast = performance.now();
  writeJson(keptAt(), known);
}

/** As `Looked`, of cards that are still to be looked at. */
const glanced = new Map<string, { readonly look: string; readonly card: Card }>();

function glance(id: string, gate: PracticeJudge): Card {
  const look = gate.lookOf(id);
  const known = glanced.get(id);
  if (known?.look === look) return known.card;
  const card = cardAtAGlance(id, gate);
  glanced.set(id, { look, card });
  return card;
}

/** What the lines of its card say, without judging or reading it as a record. */
function cardAtAGlance(id: string, gate: PracticeJudge): Card {
  const name = `practices/${id}.mdx`;
  const text = readText(contentPath(name));
  const head = typeof text === 'string' ? text.slice(0, text.indexOf('\n---')) : '';
  const field = (key: string): string | null => {
    const line = new RegExp(`^${key}: *(.+)$`, 'm').exec(head)?.[1];
    return line ? line.replace(/^(['"])(.*)\1$/, '$2') : null;
  };
  const state = field('state');
  return {
    id,
    file: shownName(name),
    column: columnOf(state, false, existsSync(contentPath(`published/${id}.yml`))),
    title: field('title'),
    region: gate.nameOfRegion(field('region') ?? ''),
    edition: Number(field('edition')) || null,
    faults: null,
    signed: { done: 0, of: 0 },
    keptAt: null,
    isChanged: false,
  };
}

const textAt = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** `keptAt` is for the board to say. */
function cardOf(id: string, gate: PracticeJudge): Card {
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
    keptAt: null,
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
    const signatures = readSignatures(id);
    if (!isOnRecord && signatures.length === 0) {
      return { signed: { done: 0, of }, isChanged: false, isOnRecord };
    }
    const { statement, data } = readPractice(id);
    const read = digestOfStatement(statement);
    const rounds = signatures.filter(
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
