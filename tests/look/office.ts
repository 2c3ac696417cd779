/**
 * What handouts look like in Word and on slides: every measure, colour and style of their files, as
 * digests. Nobody can judge a spacing by a rule; that it changed unmeant can be told all the same.
 */
import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { slideFile, wordFile } from '#browser/handout/office-file.ts';
import type { HandoutDocument } from '#domain/handout/document.ts';
import { everyKind, randomHandout } from '../unit/handout-samples.ts';

const approvedFile = join(import.meta.dirname, 'approved-office.json');

/** By part of a file of everything there is, and by file of handouts nobody would write. */
export type OfficeLook = Readonly<Record<string, string>>;

const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes).slice(0, 16);

/** Its parts in XML; pictures in it have tests of their own. */
const partsOf = (file: Uint8Array): (readonly [path: string, bytes: Uint8Array])[] =>
  Object.entries(unzipSync(file))
    .filter(([path]) => !path.endsWith('.png'))
    .sort(([a], [b]) => (a < b ? -1 : 1));

const inOne = (file: Uint8Array): string =>
  digestOf(
    new TextEncoder().encode(
      partsOf(file)
        .map(([path, bytes]) => `${path} ${digestOf(bytes)}`)
        .join('\n'),
    ),
  );

const sheet: HandoutDocument = { ...everyKind, isSheet: true };

export async function officeLook(): Promise<OfficeLook> {
  const look: Record<string, string> = {};
  for (const write of [wordFile, slideFile]) {
    for (const [path, bytes] of partsOf(await write(everyKind))) look[path] = digestOf(bytes);
    const others: readonly (readonly [string, HandoutDocument])[] = [
      ['without address', { ...everyKind, address: null }],
      ['in notes', { ...everyKind, style: 'law-journals-note' }],
      ['author and date', { ...everyKind, style: 'gbt-7714-2025-author-date' }],
      ['one page', sheet],
      ...Array.from({ length: 4 }, (_, seed) => [`random ${seed}`, randomHandout(seed)] as const),
    ];
    for (const [name, handout] of others)
      look[`${write.name}: ${name}`] = inOne(await write(handout));
  }
  return look;
}

export const approvedOfficeLook = (): OfficeLook =>
  JSON.parse(readFileSync(approvedFile, 'utf8')) as OfficeLook;

export async function approveOfficeLook(): Promise<void> {
  writeFileSync(approvedFile, `${JSON.stringify(await officeLook(), null, 2)}\n`);
}
