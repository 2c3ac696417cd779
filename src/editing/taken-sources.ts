import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Block } from '#domain/editing/blocks.ts';
import { deskFolder, keepInDesk, keptInDesk, namesInDesk } from '#editing/desk-folder.ts';
import { refuseUnwritten } from '#editing/unwritable.ts';
import { writeWhole } from '#editing/written-whole.ts';
import { sourcesFolder } from '#reading/site-file.ts';
import { todayHere } from '#reading/today.ts';

/** A source as it was accepted: what is worked with, and where its original lies. */
export interface TakenSource {
  readonly name: string;
  /** SHA-256 of the original. */
  readonly digest: string;
  readonly takenOn: string;
  readonly blocks: readonly Block[];
}

const folder = 'taken';

/** The name of the source a practice was begun from; null where none was taken in. */
export const sourceTakenFor = (practice: string, root = '.'): string | null =>
  keptInDesk<{ readonly source: string }>(`begun/${practice}.json`, root)?.source ?? null;

export const rememberBegun = (practice: string, source: string, root = '.'): void =>
  keepInDesk(`begun/${practice}.json`, { source }, root);

const fileOf = (name: string): string => `${folder}/${hash('sha256', name).slice(0, 24)}.json`;

/** Null for one that was not taken in. */
export const keptSource = (name: string, root = '.'): TakenSource | null =>
  keptInDesk<TakenSource>(fileOf(name), root);

export const takenSources = (root = '.'): readonly TakenSource[] =>
  namesInDesk(folder, root)
    .flatMap((name) => keptInDesk<TakenSource>(`${folder}/${name}`, root) ?? [])
    .sort((a, b) => (a.takenOn < b.takenOn ? 1 : -1) || a.name.localeCompare(b.name));

/** A name that any system can give to a file. */
export function plainName(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const ending = extname(base);
  const stem = base
    .slice(0, base.length - ending.length)
    .replace(/[\p{Cc}\p{Cf}\p{Co}<>:"|?*]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  return `${[...(stem || '原文')].slice(0, 60).join('')}${ending.toLowerCase()}`;
}

/** Where originals are kept: the folder of the library's sources, or one that the desk makes. */
const originalsFolder = (root: string): string =>
  sourcesFolder(root) ?? join(deskFolder(root), 'sources');

/**
 * Keeps an original as it came, outside of what is published, and what is worked with beside it. One
 * that lies there already is not written again; another of the same name gets a name of its own.
 */
export function takeSource(
  given: string,
  bytes: Uint8Array,
  blocks: readonly Block[],
  root = '.',
): TakenSource {
  const digest = hash('sha256', bytes);
  const name = keepOriginal(plainName(given), bytes, digest, root);
  const before = keptInDesk<TakenSource>(fileOf(name), root);
  const taken: TakenSource = { name, digest, takenOn: before?.takenOn ?? todayHere(), blocks };
  keepInDesk(fileOf(name), taken, root);
  return taken;
}

function keepOriginal(name: string, bytes: Uint8Array, digest: string, root: string): string {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  try {
    const into = originalsFolder(root);
    mkdirSync(into, { recursive: true });
    for (let number = 1; ; number += 1) {
      const free = number === 1 ? name : `${stem}-${number}${ending}`;
      const file = join(into, free);
      if (!existsSync(file)) writeWhole(file, bytes);
      else if (hash('sha256', readFileSync(file)) !== digest) continue;
      return free;
    }
  } catch (error) {
    return refuseUnwritten(name, error);
  }
}
