import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { idsAt } from '#domain/lists/ids-at.ts';
import { byNamedList, idPathOf, type NamedList } from '#domain/lists/vocabularies.ts';
import type { PracticeDocument } from '#gate/library.ts';
import { lookOfSources } from '#gate/sources-at-hand.ts';
import { digestOfFiles } from '#cache/fingerprints.ts';
import { cacheFolder, contentFolder, contentPath } from '#folders.ts';
import { namesOf } from '#reading/practice-names.ts';
import { sourcesFolder } from '#reading/site-file.ts';
import { readText } from '#reading/text-file.ts';
import { readJson, writeJson } from '#cache/digested-file.ts';
import { wordsIn } from '#domain/words/matches.ts';
import { stateOf, touchedSince } from '#cache/file-state.ts';

/** What the rules about the whole library ask of a practice, also of one they know to be sound. */
export interface Gist {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  /** By list, the ids of the entries it names. */
  readonly named: Readonly<Record<NamedList, readonly string[]>>;
  readonly state: PracticeDocument['data']['state'];
  /** The practice that took the place of one withdrawn. */
  readonly successor: string | null;
  /** Names and aliases of terms, and what everyday words mean, as far as its prose holds them. */
  readonly words: readonly string[];
}

export function gistOf(
  { id, file, data, passages }: PracticeDocument,
  words: readonly string[],
): Gist {
  const prose = passages.map(({ text }) => text).join('\n');
  const { title, state, retired } = data;
  return {
    id,
    file,
    title,
    named: byNamedList((list) => idsAt(data, idPathOf(list)).map(([, id]) => id)),
    state,
    successor: retired?.successor ?? null,
    words: wordsIn(prose, words),
  };
}

/** Which practices a source document is attributed to, as far as the gate knows it to be sound. */
export interface DocumentGist {
  readonly id: string;
  /** Its file below the folder of the sources. */
  readonly source: string;
  readonly practices: readonly string[];
}

/** What something looked like when it was judged, and what is remembered of it, by its id. */
type Remembered<Kind> = Readonly<Record<string, { readonly seen: string; readonly gist: Kind }>>;

interface Verdicts extends Judging {
  readonly practices: Remembered<Gist>;
  readonly documents: Remembered<DocumentGist>;
}

/** Judging, as it began; what changes meanwhile is not what was judged. */
export interface Judging {
  /** Digest of the rules, and of the lists practices are judged against. */
  readonly rules: string;
  /** In milliseconds. */
  readonly startedAt: number;
}

export const startJudging = (root: string): Judging => ({
  rules: rulesOf(root),
  startedAt: Date.now(),
});

const rulesOf = (root: string): string =>
  [
    digestOfFiles('.', [
      'src/{cache,reading,gate,prose,schema,domain,text}/**/*.ts',
      'package-lock.json',
    ]),
    digestOfFiles(contentFolder(root), ['*.yml']),
  ].join(' ');

const verdictsFile = (root: string): string =>
  join(cacheFolder(root), 'content-gate/verdicts.json');

/** What a file of the content looks like; a dash where there is none. */
type Look = (name: string) => string;

const lookIn =
  (root: string): Look =>
  (name) =>
    stateOf(contentPath(name, root));

const seenOf = (id: string, look: Look): string => namesOf(id).map(look).join(' ');

/** What is known to be sound of a library, and need not be read again. */
export interface Settled {
  readonly gists: readonly Gist[];
  readonly documents: readonly DocumentGist[];
}

/**
 * Of the practices and documents named, those that were sound when all content last was, and that
 * have not been touched since; none where the rules or a list have changed. Ten thousand practices
 * take minutes to judge, and an editor changes one. A practice is touched with its document, too:
 * one that is attributed to none is, whenever any source is. `look` may have looked before judging began:
 * what changed since looks otherwise the next time.
 */
export function readSettled(
  { practices, documents }: Readonly<Record<'practices' | 'documents', readonly string[]>>,
  root: string,
  { rules }: Judging,
  look: Look = lookIn(root),
): Settled {
  const verdicts = readJson<Verdicts>(verdictsFile(root));
  if (verdicts?.rules !== rules) return { gists: [], documents: [] };
  const isSound = (verdict: { readonly seen: string } | undefined, seen: string): boolean =>
    verdict?.seen === seen && !touchedSince(seen, verdicts.startedAt);
  const sources = sourcesSeen(root);
  const standing = new Map<string, DocumentGist>();
  for (const id of documents) {
    const verdict = verdicts.documents[id];
    if (!verdict || !isSound(verdict, seenOfDocument(verdict.gist, sources, look))) continue;
    standing.set(id, verdict.gist);
  }
  const attributed = new Set([...standing.values()].flatMap((document) => document.practices));
  const disturbed = new Set([
    ...Object.values(verdicts.documents)
      .filter(({ gist }) => !standing.has(gist.id))
      .flatMap(({ gist }) => gist.practices),
    ...documents.filter((id) => !standing.has(id)).flatMap((id) => practicesNamedIn(id, root)),
  ]);
  const gists = practices.flatMap((id): readonly Gist[] => {
    const verdict = verdicts.practices[id];
    if (!verdict || disturbed.has(id)) return [];
    const seen = seenOfPractice(id, attributed, sources, look);
    return isSound(verdict, seen) ? [verdict.gist] : [];
  });
  return { gists, documents: [...standing.values()] };
}

interface SourcesSeen {
  /** Null where no folder is named. */
  readonly folder: string | null;
  readonly all: string;
}

function sourcesSeen(root: string): SourcesSeen {
  const folder = sourcesFolder(root);
  return { folder, all: hash('sha256', lookOfSources(root, folder)).slice(0, 16) };
}

const seenOfPractice = (
  id: string,
  attributed: ReadonlySet<string>,
  { all }: SourcesSeen,
  look: Look,
): string => (attributed.has(id) ? seenOf(id, look) : `${seenOf(id, look)} ${all}`);

/** A document that is not at hand may stand under another name once any source is new. */
function seenOfDocument({ id, source }: DocumentGist, { folder, all }: SourcesSeen, look: Look) {
  const state = folder === null ? '-' : stateOf(join(folder, source));
  return `${look(`attributions/${id}.yml`)} ${state === '-' ? all : state}`;
}

/** At least those: the file may have a fault. */
function practicesNamedIn(document: string, root: string): readonly string[] {
  const text = readText(contentPath(`attributions/${document}.yml`, root));
  if (typeof text !== 'string') return [];
  return [...text.matchAll(/practice: *['"]?([\w-]+)/g)].flatMap(([, id]) => id ?? []);
}

/** Remembers that all content is sound. */
export function saveSettled(
  { gists, documents }: Settled,
  root: string,
  judging: Judging,
  look: Look = lookIn(root),
): void {
  if (!existsSync(join(root, 'node_modules'))) return;
  const sources = sourcesSeen(root);
  const attributed = new Set(documents.flatMap(({ practices }) => practices));
  const verdicts: Verdicts = {
    ...judging,
    practices: Object.fromEntries(
      gists.map((gist) => [
        gist.id,
        { seen: seenOfPractice(gist.id, attributed, sources, look), gist },
      ]),
    ),
    documents: Object.fromEntries(
      documents.map((gist) => [gist.id, { seen: seenOfDocument(gist, sources, look), gist }]),
    ),
  };
  writeJson(verdictsFile(root), verdicts);
}
