import { existsSync } from 'node:fs';
import { emptyLedger, type ParagraphLedger } from '#domain/practice/paragraph-ledger.ts';
import { readSoundYaml } from '#reading/yaml.ts';
import { contentPath } from '#folders.ts';
import { readSoundText } from '#reading/text-file.ts';
import { paragraphs } from '#schema/paragraphs.ts';
import { soundRecord } from '#reading/sound-record.ts';

const nameOf = (practice: string): string => `paragraphs/${practice}.yml`;

export const ledgerFile = (practice: string, root = '.'): string =>
  contentPath(nameOf(practice), root);

/** The register of a practice's paragraphs; empty where none is kept yet. Throws on a malformed one. */
export function readLedger(practice: string, root = '.'): ParagraphLedger {
  const file = ledgerFile(practice, root);
  return parseLedger(practice, existsSync(file) ? readSoundText(file, nameOf(practice)) : null);
}

/** The same of what its file says. */
export const parseLedger = (practice: string, text: string | null): ParagraphLedger =>
  text === null
    ? emptyLedger
    : soundRecord(
        paragraphs,
        readSoundYaml(text, nameOf(practice), { keepsLines: true }),
        nameOf(practice),
      );
