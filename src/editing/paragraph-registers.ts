import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import {
  carryForward,
  type CarriedLedger,
  type ParagraphLedger,
} from '#domain/practice/paragraph-ledger.ts';
import { readEditions, readParts } from '#editing/published-files.ts';
import { writeFile } from '#editing/written-file.ts';
import { textsOf } from '#prose/blocks.ts';
import { mintParagraphId } from '#prose/paragraph-id.ts';
import { ledgerFile, readLedger } from '#reading/ledgers.ts';
import { contentPath } from '#folders.ts';
import { isDraft } from '#reading/practice-names.ts';
import { todayHere } from '#reading/today.ts';
import { readSoundProse } from '#reading/prose.ts';

/**
 * What carrying the register of a practice over to its text comes to. What leaves before any reader
 * has seen it leaves nothing behind. Throws `FaultyContent` on a file that cannot be read.
 */
export function carriedRegister(practice: string, root = '.'): CarriedLedger {
  const before = readLedger(practice, root);
  const parts = readParts(practice, root);
  const mint = (text: string, taken: ReadonlySet<string>): string =>
    mintParagraphId(practice, text, taken);
  const carried = carryForward(
    before,
    textsOf(readSoundProse(parts, `practices/${practice}.mdx`)),
    { on: todayHere(), mint },
  );
  const isSeen =
    readEditions(practice, root).length > 0 ||
    !isDraft(readFileSync(contentPath(`practices/${practice}.mdx`, root), 'utf8'));
  if (isSeen) return carried;
  return { ...carried, retired: [], ledger: { ...carried.ledger, retired: [] } };
}

/**
 * Writes the register of one practice; false where a paragraph has gone and an editor has to
 * `accept` that first. Throws `FaultyContent` on a file that cannot be read.
 */
export function bringUpToDate(
  practice: string,
  { accept, says = true }: { accept: boolean; says?: boolean },
  root = '.',
): boolean {
  const carried = carriedRegister(practice, root);
  if (says) report(practice, carried);
  if (carried.retired.length > 0 && !accept) return false;
  write(ledgerFile(practice, root), carried.ledger);
  return true;
}

function report(practice: string, { edited, minted, retired }: CarriedLedger): void {
  const start = (text: string): string => `“${text.slice(0, 24)}……”`;
  for (const { id, after } of edited)
    console.log(`${practice} ${id} 改过，沿用原号：${start(after)}`);
  for (const { id, text } of minted) console.log(`${practice} ${id} 新段落：${start(text)}`);
  for (const { id, text, note, now } of retired) {
    console.log(`${practice} ${id} 将撤下（${note}${now ? ` ${now}` : ''}）：${start(text)}`);
  }
}

function write(file: string, ledger: ParagraphLedger): void {
  const heading =
    '# 段落登记：由 npm run paragraphs 维护。id 公布后永不更改、永不另用；retired 里的 note 可以改写。\n';
  writeFile(file, heading + stringify(ledger, { lineWidth: 0 }));
}
