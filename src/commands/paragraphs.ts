/**
 * `npm run paragraphs [-- --accept]`: brings the registers of paragraphs up to the prose. Edited
 * paragraphs keep their ids and new ones get one; a paragraph that vanished is retired only with
 * `--accept`, after an editor has read what the command proposes.
 */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import {
  carryForward,
  type CarriedLedger,
  type ParagraphLedger,
} from '#domain/paragraph-ledger.ts';
import { parseProse, textsOf } from '#prose/blocks.ts';
import { contentPath, shownName } from '#reading/content-folder.ts';
import { FaultyContent } from '#reading/fault.ts';
import { cardName, splitFrontmatter } from '#reading/frontmatter.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { todayHere } from '#reading/today.ts';
import { readSoundText } from '#reading/text-file.ts';
import { ledgerFile, readLedger } from '#prose/ledger-file.ts';

const { values } = parseArgs({ options: { accept: { type: 'boolean', default: false } } });
/** Without letters and digits that are mistaken for one another. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

const today = todayHere();
const practices = idsIn(listContent(), 'practices');

mkdirSync(contentPath('paragraphs'), { recursive: true });
const waiting = practices.filter((practice) => !bringUpToDate(practice));
if (waiting.length > 0) {
  console.log(
    `\n${waiting.length} 篇有段落要从正文中撤下，还没有登记：${waiting.join('、')}。确认无误后运行：npm run paragraphs -- --accept`,
  );
  process.exitCode = 1;
} else {
  console.log('段落登记已与正文一致。');
}

/** Writes the register of one practice; false where it has to wait for an editor. */
function bringUpToDate(practice: string): boolean {
  const before = readLedger(practice);
  const name = `practices/${practice}.mdx`;
  const parts = splitFrontmatter(readSoundText(contentPath(name), name));
  if ('problem' in parts) {
    throw new FaultyContent([{ ...parts, file: shownName(name), field: cardName }]);
  }
  const { body } = parts;
  const mint = (text: string, taken: ReadonlySet<string>): string => mintId(practice, text, taken);
  const carried = carryForward(before, textsOf(parseProse(body)), { on: today, mint });
  report(practice, carried);
  if (carried.retired.length > 0 && !values.accept) return false;
  write(practice, carried.ledger);
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

function write(practice: string, ledger: ParagraphLedger): void {
  const heading =
    '# 段落登记：由 npm run paragraphs 维护。id 公布后永不更改、永不另用；retired 里的 note 可以改写。\n';
  writeFileSync(ledgerFile(practice), heading + stringify(ledger, { lineWidth: 0 }));
}

/** Four letters and digits that depend on practice and text, so that two editors mint alike. */
function mintId(practice: string, text: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const digest = createHash('sha256').update(`${practice}\n${text}\n${attempt}`).digest();
    const id = `p-${[...digest.subarray(0, 4)].map((byte) => alphabet[byte % alphabet.length]).join('')}`;
    if (!taken.has(id)) return id;
  }
}
