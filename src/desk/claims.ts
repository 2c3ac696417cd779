/** Each thing a practice says, to be read against the source and ticked. */
import { hash } from 'node:crypto';
import type { Claim, GroundAsked, Ticks } from './api.ts';
import { groundingOf, groundOf, keyOf, putGround, saidOf, type Grounding } from './grounding.ts';
import { nameOfPractice } from './practices.ts';
import { knownSource } from './sources.ts';
import { desk as words } from '#words/desk-server.ts';
import { figureText } from '#domain/figures/figure.ts';
import type { Pair } from '#domain/grounds/grounds.ts';
import type { Statement } from '#domain/grounds/statements.ts';
import { textsOf } from '#domain/editing/blocks.ts';
import { keepInDesk, keptInDesk } from '#editing/desk-folder.ts';
import { keptSource, sourceTakenFor } from '#editing/taken-sources.ts';
import { chineseNameOf } from '#gate/field-names.ts';
import { refuse } from '#refusal.ts';

/** What is read where nobody has said which words of a source it rests on. */
const withoutGrounds = new Set(['measures', 'figures', 'outcomes', 'conditions', 'limits']);

export interface Claims {
  readonly claims: readonly Claim[];
  /** What keeps them from being confirmed, in a sentence. */
  readonly notice: string | null;
}

const grounding = (id: string): Promise<Grounding | null> => groundingOf(id, knownSource);

export async function claimsOf(id: string): Promise<Claims> {
  const found = await grounding(id);
  if (!found) return { claims: [], notice: null };
  const notice = found.shown === null && found.isRequired ? words.noArticle : null;
  return { claims: claimsIn(id, found), notice };
}

function claimsIn(id: string, found: Grounding): readonly Claim[] {
  const ticked = new Map(Object.entries(ticksOf(id)));
  const source = found.shown ? null : wordsOfSource(id);
  return found.practice.pairing.pairs
    .filter(({ statement, state }) =>
      found.shown ? state !== 'ours' : withoutGrounds.has(statement.of),
    )
    .map((pair) => claimOf(pair, found, { ticked, source }));
}

function claimOf(
  pair: Pair,
  found: Grounding,
  read: {
    readonly ticked: ReadonlyMap<string, string>;
    readonly source: readonly string[] | null;
  },
): Claim {
  const { statement } = pair;
  const { of, index, sentences, section } = statement;
  const key = keyOf(statement);
  const text = textOf(statement);
  const ground = groundOf(pair, found);
  return {
    key,
    label: labelOf(of, index),
    text,
    sentences: of === 'paragraph' ? sentences : [text],
    section: section ?? '',
    inSource: ground || read.source === null ? null : placeInSource(statement, read.source),
    isTicked: ground ? ground.state === 'confirmed' : read.ticked.get(key) === digestOf(text),
    said: saidOf(statement),
    ground,
  };
}

const labelOf = (of: Statement['of'], index: number): string => {
  if (of === 'paragraph') return words.paragraph(index + 1);
  const name = chineseNameOf(of) ?? of;
  return of === 'writtenAfter' || of === 'writtenBefore' ? name : `${name} ${index + 1}`;
};

function textOf({ figure, name, said, sentences }: Statement): string {
  if (figure) {
    const more = [figure.scope, figure.period, figure.caveat].filter(
      (part) => part !== null && part !== undefined && part !== '',
    );
    return `${figureText(figure)}　${figure.counts}${more.length > 0 ? `（${more.join('；')}）` : ''}`;
  }
  if (name !== null) return `${name}：${sentences[0] ?? ''}`;
  return said.length > 0 && sentences.length === 1 ? (sentences[0] ?? '') : (said[0] ?? '');
}

function wordsOfSource(id: string): readonly string[] | null {
  const name = sourceTakenFor(id);
  const taken = name === null ? null : keptSource(name);
  return taken?.blocks.flatMap(textsOf) ?? null;
}

/** The paragraph with a figure's number, or with the name of a measure. */
function placeInSource({ figure, name }: Statement, paragraphs: readonly string[]): string | null {
  const wanted = figure ? figureText(figure) : (name ?? '');
  if (wanted.length < 2) return null;
  return paragraphs.find((paragraph) => paragraph.includes(wanted)) ?? null;
}

const digestOf = (text: string): string => hash('sha256', text).slice(0, 16);

const ticksFile = (id: string): string => `ticks/${id}.json`;

/** By claim, the digest of the words that were ticked. */
const ticksOf = (id: string): Readonly<Record<string, string>> =>
  keptInDesk<Record<string, string>>(ticksFile(id)) ?? {};

/** Of claims whose ground is not known: those are confirmed, which is on record. */
export async function tick({ id, keys }: Ticks): Promise<{ readonly at: string }> {
  nameOfPractice(id);
  const { claims } = await claimsOf(id);
  const wanted = new Set(keys);
  const ticked = claims
    .filter(({ key, ground }) => wanted.has(key) && ground === null)
    .map(({ key, text }) => [key, digestOf(text)] as const);
  keepInDesk(ticksFile(id), Object.fromEntries(ticked));
  return { at: new Date().toISOString() };
}

/** Writes on what one claim rests; answers with the claim as it is then. */
export async function ground(asked: GroundAsked): Promise<Claim> {
  const { id, key } = asked;
  nameOfPractice(id);
  const before = await grounding(id);
  if (!before) return refuse(words.unreadable);
  putGround(asked, before);
  const after = await grounding(id);
  const claim = after && claimsIn(id, after).find((one) => one.key === key);
  return claim ?? refuse(words.unreadable);
}
