import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { contentPath } from '#folders.ts';
import { readSoundText } from '#reading/text-file.ts';
import { readSoundYaml } from '#reading/yaml.ts';
import { published } from '#schema/published.ts';
import { codeOfEdition } from '#domain/practice/code-of-edition.ts';
import {
  formerSentences,
  keyOfCode,
  shardOf,
  shardsFor,
  type Former,
  type FormerFile,
} from '#domain/verification/former.ts';
import { soundRecord } from '#reading/sound-record.ts';

/** The record of a practice's editions: the codes on paper, and what an earlier one said and none since. */
export interface RecordedPractice {
  readonly id: string;
  /** Of the file it was read from; empty where there is none. */
  readonly digest: string;
  readonly former: readonly Former[];
}

/** What readers have of a practice now; null for one that was withdrawn. */
interface Standing {
  readonly id: string;
  readonly now: { readonly edition: number; readonly code: string } | null;
}

/** Reads what is on record of these practices; what `before` knows of a file that is as it was is taken. */
export function readFormer(
  practices: readonly Standing[],
  before: readonly RecordedPractice[] = [],
): readonly RecordedPractice[] {
  const known = new Map(before.map((practice) => [practice.id, practice]));
  return practices.map(({ id, now }) => {
    const isRetired = now === null;
    const name = `published/${id}.yml`;
    const file = contentPath(name);
    const codeNow = now === null ? [] : [codeEntry(now.code, now.edition)];
    if (!existsSync(file)) return { id, digest: now?.code ?? '', former: codeNow };
    const bytes = readFileSync(file);
    const digest = createHash('sha256')
      .update(now?.code ?? 'retired\n')
      .update(bytes)
      .digest('hex')
      .slice(0, 16);
    const was = known.get(id);
    if (was?.digest === digest) return was;
    const { editions } = soundRecord(
      published,
      readSoundYaml(readSoundText(file, name), name),
      name,
    );
    const codes = editions
      .map((edition) => codeEntry(codeOfEdition(id, edition.edition, edition), edition.edition))
      .filter(({ digest: code }) => code !== now?.code);
    return { id, digest, former: [...codeNow, ...codes, ...formerSentences(editions, isRetired)] };
  });
}

const codeEntry = (code: string, edition: number): Former => ({
  digest: code,
  key: keyOfCode,
  edition,
});

/** Files of what was said before, by name. `numberOf` is the number of a practice in the search data. */
export function formerFiles(
  practices: readonly RecordedPractice[],
  numberOf: (id: string) => number,
): ReadonlyMap<string, FormerFile> {
  const all = practices.flatMap(({ id, former }) => former.map((of) => ({ ...of, id })));
  const shards = shardsFor(all.length);
  const files = new Map<string, Record<string, FormerFile[string]>>();
  for (let shard = 0; shard < shards; shard += 1) files.set(`former/${shard}.bin`, {});
  for (const { digest, id, key, edition } of all) {
    const file = files.get(`former/${shardOf(digest, shards)}.bin`);
    if (file) file[digest] = [numberOf(id), key, edition];
  }
  return files;
}
