import { existsSync, readFileSync } from 'node:fs';
import { emptyLedger, type ParagraphLedger } from '#domain/paragraph-ledger.ts';
import { parseYaml } from '#prose/yaml.ts';
import { paragraphs } from '#schema/paragraphs.ts';

export const ledgerFile = (practice: string, root = '.'): string =>
  `${root}/content/paragraphs/${practice}.yml`;

/** The register of a practice's paragraphs; empty where none is kept yet. Throws on a malformed one. */
export function readLedger(practice: string, root = '.'): ParagraphLedger {
  const file = ledgerFile(practice, root);
  return parseLedger(existsSync(file) ? readFileSync(file, 'utf8') : null);
}

/** The same of what its file says. */
export const parseLedger = (text: string | null): ParagraphLedger =>
  text === null ? emptyLedger : paragraphs.parse(parseYaml(text));
