import { both, noFiles, type Fingerprint, type SearchFolder } from '#build/search/search-folder.ts';
import { joinParts } from '#build/search/posting-parts.ts';
import {
  eachDocument,
  filingBy,
  firstOf,
  layoutOf,
  packFile,
  readFile,
  scattered,
  weightOf,
  writeNumber,
  type Filing,
  type Layout,
  type Notes,
  type Payload,
  type PayloadEnd,
  type Posting,
} from '#domain/search/posting-files.ts';

/** What is remembered of an index in files, so that an edit can be written into it. */
export interface LaidIndex {
  readonly weights: readonly (readonly [character: string, weight: number])[];
  /** Of all its files. */
  readonly print: Fingerprint;
}

/** How the files of an index are written. */
export interface IndexKind {
  /** Its folder in the search data. */
  readonly name: 'words' | 'pieces' | 'passages';
  readonly endOf: PayloadEnd;
  /** What fits a file of it; see `layoutOf`. */
  readonly room: number;
}

const fileIn = ({ name }: IndexKind, file: string): string => `${name}/${file}.bin`;

export const layoutFrom = ({ weights }: LaidIndex, { room }: Pick<IndexKind, 'room'>): Layout =>
  layoutOf(new Map(weights), room);

/** Which share of an index is written: every so manieth file. */
export interface Share {
  readonly of: number;
  readonly number: number;
}

/** Writes a share of an index that is not there yet. Returns the fingerprint of its files. */
export function layIndex(
  folder: SearchFolder,
  kind: IndexKind,
  parts: readonly Uint8Array[],
  { layout, notes, share }: { layout: Layout; notes: ReadonlyMap<string, Notes>; share: Share },
): Fingerprint {
  const filing = filingBy(layout);
  const placeOf = (character: string): number =>
    filing.isFrequent(character) ? scattered(character) : scattered(character) % layout.shared;
  const isOurs = (place: number): boolean => place % share.of === share.number;
  const prints: Fingerprint[] = [];
  const write = (file: string, keys: readonly (readonly [string, Posting])[]): void => {
    const sorted = [...keys].sort(([a], [b]) => (a < b ? -1 : 1));
    prints.push(folder.write(fileIn(kind, file), packFile(sorted, notes.get(file))));
  };
  const shared = new Map<string, [string, Posting][]>();
  for (let file = 0; file < layout.shared; file += 1) {
    if (isOurs(file)) shared.set(String(file), []);
  }
  for (const [character, keys] of joinParts(parts, kind.endOf, (of) => isOurs(placeOf(of)))) {
    if (!filing.isFrequent(character)) {
      shared.get(filing.fileOf(character))?.push(...keys);
      continue;
    }
    const files = new Map(
      filing.filesOf(character).map((file): [string, typeof keys] => [file, []]),
    );
    for (const entry of keys) files.get(filing.fileOf(entry[0]))?.push(entry);
    for (const [file, own] of files) write(file, own);
  }
  for (const [file, keys] of shared) write(file, keys);
  return both(...prints);
}

/** What became of a key in one document; null where it was not, or is no more. */
export interface Change {
  readonly document: number;
  readonly before: Payload | null;
  readonly after: Payload | null;
}

/** By key. */
export type Changes = Map<string, Change[]>;

/** Notes what differs between what a document held and what it holds. Documents come in order. */
export function noteChanges(
  changes: Changes,
  document: number,
  before: ReadonlyMap<string, Payload>,
  after: ReadonlyMap<string, Payload>,
): void {
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was = null, is = null] = [before.get(key), after.get(key)];
    if (was?.join() === is?.join()) continue;
    const of = changes.get(key) ?? [];
    of.push({ document, before: was, after: is });
    changes.set(key, of);
  }
}

/** Writes changes into the files of their keys, and whatever is laid out otherwise for them. */
export function changeIndex(
  folder: SearchFolder,
  kind: IndexKind,
  before: LaidIndex,
  changes: Changes,
  notesBy: (filing: Filing) => ReadonlyMap<string, Notes>,
): LaidIndex {
  if (changes.size === 0) return before;
  const weights = new Map(before.weights);
  for (const [key, of] of changes) {
    const first = firstOf(key);
    const more = of.reduce(
      (sum, change) =>
        sum +
        (change.after ? weightOf(change.after) : 0) -
        (change.before ? weightOf(change.before) : 0),
      weights.get(first) ?? 0,
    );
    if (more > 0) weights.set(first, more);
    else weights.delete(first);
  }
  const { read, written } = filesToChange(before, weights, changes, kind);
  const [old, filing] = [layoutFrom(before, kind), layoutOf(weights, kind.room)].map(filingBy) as [
    Filing,
    Filing,
  ];
  const notes = notesBy(filing);
  const wasThere = new Set(old.all());

  const prints = new Map<string, Fingerprint>();
  const held = new Map<string, Posting>();
  for (const file of read) {
    const { content, print } = folder.read(fileIn(kind, file));
    prints.set(file, print);
    for (const [key, posting] of readFile(content).postings) held.set(key, posting);
  }
  for (const [key, of] of changes) {
    const posting = changed(held.get(key) ?? { documents: 0, body: new Uint8Array() }, of, kind);
    if (posting.body.length > 0) held.set(key, posting);
    else held.delete(key);
  }
  const files = new Map([...written].map((file): [string, [string, Posting][]] => [file, []]));
  for (const entry of held) files.get(filing.fileOf(entry[0]))?.push(entry);
  let { print } = before;
  for (const [file, keys] of files) {
    keys.sort(([a], [b]) => (a < b ? -1 : 1));
    const known = prints.get(file);
    const now = folder.write(fileIn(kind, file), packFile(keys, notes.get(file)), known);
    print = both(print, known ?? noFiles, now);
  }
  for (const file of read) {
    if (written.has(file) || !wasThere.has(file)) continue;
    folder.remove(fileIn(kind, file));
    print = both(print, prints.get(file) ?? noFiles);
  }
  return { weights: sortedWeights(weights), print };
}

export const sortedWeights = (weights: ReadonlyMap<string, number>): LaidIndex['weights'] =>
  [...weights].sort(([a], [b]) => (a < b ? -1 : 1));

/** The files of changed keys, and those between which characters move that have come to weigh more or less. */
function filesToChange(
  before: LaidIndex,
  weights: ReadonlyMap<string, number>,
  changes: Changes,
  kind: IndexKind,
): { read: ReadonlySet<string>; written: ReadonlySet<string> } {
  const [from, to] = [layoutFrom(before, kind), layoutOf(weights, kind.room)];
  const [old, next] = [filingBy(from), filingBy(to)];
  const keys = [...changes.keys()];
  const read = new Set(keys.map(old.fileOf));
  const written = new Set(keys.map(next.fileOf));
  if (JSON.stringify(from) === JSON.stringify(to)) return { read, written };
  const characters = new Set([
    ...before.weights.map(([character]) => character),
    ...weights.keys(),
  ]);
  for (const character of characters) {
    const [left, arrived] = [old.filesOf(character), next.filesOf(character)];
    if (left.join() === arrived.join()) continue;
    for (const file of left) read.add(file);
    for (const file of arrived) written.add(file);
  }
  if (from.shared !== to.shared) {
    for (let file = 0; file < from.shared; file += 1) read.add(String(file));
    for (let file = 0; file < to.shared; file += 1) written.add(String(file));
  }
  // Of a file that is written all is read, and what is read and goes on to be is written.
  const [were, are] = [new Set(old.all()), new Set(next.all())];
  for (const file of written) if (were.has(file)) read.add(file);
  for (const file of read) if (are.has(file)) written.add(file);
  return { read, written };
}

/** A posting with other payloads for some documents. */
function changed(
  { documents, body }: Posting,
  changes: readonly Change[],
  { endOf }: IndexKind,
): Posting {
  const payloads = new Map<number, Payload>();
  eachDocument(body, endOf, (document, at, end) => {
    payloads.set(document, [...body.subarray(at, end)]);
  });
  let count = documents;
  for (const { document, after } of changes) {
    if (payloads.has(document)) count -= 1;
    payloads.delete(document);
    if (!after) continue;
    payloads.set(document, after);
    count += 1;
  }
  const bytes: number[] = [];
  let last = 0;
  for (const [document, payload] of [...payloads].sort(([a], [b]) => a - b)) {
    writeNumber(bytes, document - last);
    for (const byte of payload) bytes.push(byte);
    last = document;
  }
  return { documents: count, body: Uint8Array.from(bytes) };
}
