/** What is answered to each call of `api.ts`. */
import { z } from 'astro/zod';
import type { Calls } from './api.ts';
import { beginEntry, beginPractice, divisionsFor, propose } from './beginnings.ts';
import { boardOf } from './board.ts';
import { ground, tick } from './claims.ts';
import { formOf } from './form.ts';
import { drop, edit, judge, keep, openPractice, saveText, takenApart } from './practices.ts';
import type { Previews } from './preview.ts';
import {
  beforePublishing,
  movePractice,
  publishPractice,
  retirePractice,
  undo,
  undoable,
} from './publishing.ts';
import { reviewOf, signRound } from './review.ts';
import { acceptSource, attributed, ordered, source, sourceFiles, takeIn } from './sources.ts';
import { placesNaming } from '#editing/naming-places.ts';
import type { PracticeJudge } from '#gate/practice-judge.ts';
import { contentPath } from '#folders.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { readText } from '#reading/text-file.ts';
import { refuse } from '#refusal.ts';

type Name = keyof Calls;

/** By method and path: from what was sent to what is answered. */
export type Answers = Readonly<
  Record<string, ((asked: unknown, query: URLSearchParams) => unknown) | undefined>
>;

const id = z.string().max(80);
const text = z.string().max(1_000_000);
const path = z.array(z.union([z.string(), z.int().min(0)])).max(20);
const working = z.object({ id, text });
const window = z.string().max(40).optional();

const sentences = z.array(z.int().min(1)).min(1).optional();
const ends = z.string().min(1).max(20);
const at = z.int().min(0);
const spot = z.object({ block: at, from: at, to: at });

/** What each call takes: nothing of another shape gets further. */
const asked = {
  'POST edit': working.extend({
    edits: z
      .array(
        z.discriminatedUnion('edit', [
          z.object({ edit: z.literal('set'), path, value: z.unknown() }),
          z.object({ edit: z.literal('remove'), path }),
          z.object({ edit: z.literal('insert'), path, value: z.unknown() }),
          z.object({ edit: z.literal('move'), path, to: z.int().min(0) }),
          z.object({ edit: z.literal('prose'), body: text }),
        ]),
      )
      .max(500),
  }),
  'POST judge': working,
  'POST keep': working.extend({ digest: z.string(), window }),
  'POST drop': z.object({ id }),
  'POST save': working.extend({ digest: z.string(), window }),
  'POST preview': working,
  'POST new-practice': z.object({
    id,
    title: z.string().max(200),
    kind: z.string().max(20),
    sourceTitle: z.string().max(300),
    source: z.string().max(300).nullable(),
  }),
  'POST new-entry': z.object({
    list: z.string().max(40),
    entry: z.record(z.string(), z.unknown()),
  }),
  'POST tick': z.object({ id, keys: z.array(z.string().max(60)).max(2000) }),
  'POST ground': z.object({
    id,
    key: z.string().max(60),
    said: z.string().max(60),
    passages: z
      .array(
        z.union([
          z.object({ for: sentences, at: z.string().max(12), from: ends, to: ends.optional() }),
          z.object({ for: sentences, spots: z.array(spot).min(1).max(50) }),
        ]),
      )
      .max(100),
    absent: z
      .array(
        z.object({
          for: sentences,
          words: z.array(z.string().trim().min(1).max(40)).max(20),
          at: z.string().max(12).optional(),
        }),
      )
      .max(50),
    editor: z.union([z.literal(true), z.array(z.int().min(1)), z.null()]),
    isConfirmed: z.boolean(),
  }),
  'POST sign': z.object({
    id,
    round: z.string().max(60),
    by: z.string().max(60),
    whatChanged: z.string().max(2000).nullish(),
    acceptLeaving: z.boolean().optional(),
  }),
  'POST before-publishing': z.object({ id }),
  'POST publish': z.object({
    id,
    whatChanged: z.string().max(2000).nullable(),
    acceptLeaving: z.boolean(),
  }),
  'POST retire': z.object({
    id,
    by: z.string().max(60),
    reason: z.string().max(500),
    successor: id.nullable(),
    places: z
      .array(z.object({ key: z.string().max(40), instead: id.nullable() }))
      .max(1000)
      .default([]),
  }),
  'POST move': z.object({ id, to: z.enum(['draft', 'review']) }),
  'POST undo': z.object({ save: z.string().max(60) }),
  'POST propose': z.object({ name: z.string().max(100) }),
  'POST take-in': z.instanceof(Buffer),
  'POST accept-source': z.object({
    name: z.string().max(300),
    file: z.base64(),
    clean: z.array(z.string()).max(100),
  }),
  'POST order-parts': z.object({
    name: z.string(),
    for: id,
    before: z.array(at).max(20_000),
    order: z.array(z.object({ part: at, isContinued: z.boolean().nullable() })).max(20_000),
  }),
  'POST attribute': z.object({
    name: z.string(),
    for: id.optional(),
    blocks: z
      .array(
        z.object({
          block: z.int().min(0),
          belongs: z.enum(['this', 'another', 'unused', 'open']),
        }),
      )
      .max(20_000),
  }),
} as const satisfies Partial<Record<Name, z.ZodType>>;

type Asked<Call extends Name> = Call extends keyof typeof asked
  ? z.output<(typeof asked)[Call]>
  : undefined;

type Answer<Call extends Name> = (
  asked: Asked<Call>,
  query: URLSearchParams,
) => Calls[Call]['answered'] | Promise<Calls[Call]['answered']>;

export function answersOf(gate: PracticeJudge, previews: Previews): Answers {
  const answers: { readonly [Call in Name]: Answer<Call> } = {
    'GET board': (_, query) => boardOf(gate, { isCloser: query.has('closer') }),
    'GET form': () => formOf(gate.lists, titlesOfPractices()),
    'GET practice': (_, query) => openPractice(query.get('id') ?? ''),
    'POST edit': edit,
    'POST judge': (working) => judge(working, gate),
    'POST keep': keep,
    'POST drop': (dropped) => drop(dropped.id),
    'POST save': saveText,
    'POST preview': (working) => previews.show(working),
    'POST new-practice': beginPractice,
    'POST new-entry': (begun) => {
      beginEntry(begun);
      return { lists: formOf(gate.lists, titlesOfPractices()).lists };
    },
    'POST propose': ({ name }) => propose(name),
    'GET divisions': (_, query) => ({ divisions: divisionsFor(query.get('q') ?? '', gate) }),
    'POST take-in': (bytes, query) => takeIn(query.get('name') ?? '', bytes),
    'POST accept-source': acceptSource,
    'GET sources': () => ({ sources: sourceFiles() }),
    'GET source': (_, query) => source(query.get('name') ?? '', query.get('for') ?? ''),
    'POST order-parts': ordered,
    'POST attribute': attributed,
    'GET review': (_, query) => reviewOf(query.get('id') ?? ''),
    'POST tick': tick,
    'POST ground': ground,
    'POST sign': (signing) => signRound(signing, gate),
    'POST before-publishing': (asking) => beforePublishing(asking.id, gate),
    'POST publish': (publishing) => publishPractice(publishing, gate),
    'GET naming': (_, query) => ({ places: placesNaming(query.get('id') ?? '') }),
    'POST retire': (retiring) => retirePractice(retiring, gate),
    'POST move': movePractice,
    'GET undo': () => ({ saves: undoable() }),
    'POST undo': ({ save }) => undo(save),
  };
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      (sent: unknown, query: URLSearchParams) =>
        (answer as Answer<Name>)(checked(name, sent) as Asked<Name>, query),
    ]),
  );
}

function checked(name: string, sent: unknown): unknown {
  const schema: z.ZodType | undefined = Object.hasOwn(asked, name)
    ? asked[name as keyof typeof asked]
    : undefined;
  if (!schema) return undefined;
  const result = schema.safeParse(sent);
  return result.success ? result.data : refuse('送来的内容不合要求，没有执行。');
}

function titlesOfPractices(): ReadonlyMap<string, string> {
  return new Map(
    idsIn(listContent(), 'practices').map((practice) => {
      const words = readText(contentPath(`practices/${practice}.mdx`));
      const data = typeof words === 'string' ? takenApart(words).data : null;
      const title: unknown =
        typeof data === 'object' && data !== null ? Reflect.get(data, 'title') : null;
      return [practice, typeof title === 'string' && title !== '' ? title : practice];
    }),
  );
}
