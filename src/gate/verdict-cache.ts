import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { idsAt } from '#domain/lists/ids-at.ts';
import { byNamedList, idPathOf, type NamedList } from '#domain/lists/vocabularies.ts';
import type { PracticeDocument } from '#gate/library.ts';
import { lookOfSources } from '#gate/sources-at-hand.ts';
import { digestOfFiles } from '#cache/fingerprints.ts';
import { cacheFolder, contentFolder, contentPath } from '#folders.ts';
import { namesOf } from '#reading/practice-names.ts';
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

interface Verdicts extends Judging {
  readonly practices: Readonly<Record<string, { readonly seen: string; readonly gist: Gist }>>;
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
    digestOfFiles(contentFolder(root), ['*.yml', 'attributions/*.yml']),
    lookOfSources(root),
  ].join(' ');

const verdictsFile = (root: string): string =>
  join(cacheFolder(root), 'content-gate/verdicts.json');

const seenOf = (id: string, root: string): string =>
  namesOf(id)
    .map((name) => stateOf(contentPath(name, root)))
    .join(' ');

/**
 * Of the practices named, those that were sound when all content last was, and that have not been
 * touched since; none where the rules or a list have changed. Ten thousand practices take minutes
 * to judge, and an editor changes one.
 */
export function readSettled(
  ids: readonly string[],
  root: string,
  { rules }: Judging,
): readonly Gist[] {
  const verdicts = readJson<Verdicts>(verdictsFile(root));
  if (verdicts?.rules !== rules) return [];
  return ids.flatMap((id) => {
    const verdict = verdicts.practices[id];
    const seen = seenOf(id, root);
    return verdict?.seen === seen && !touchedSince(seen, verdicts.startedAt) ? [verdict.gist] : [];
  });
}

/** Remembers that all content is sound. */
export function saveSettled(gists: readonly Gist[], root: string, judging: Judging): void {
  if (!existsSync(join(root, 'node_modules'))) return;
  const practices = Object.fromEntries(
    gists.map((gist) => [gist.id, { seen: seenOf(gist.id, root), gist }]),
  );
  const verdicts: Verdicts = { ...judging, practices };
  writeJson(verdictsFile(root), verdicts);
}
