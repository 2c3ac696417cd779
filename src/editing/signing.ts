import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import { bringUpToDate } from '#editing/paragraph-registers.ts';
import { readPractice } from '#editing/published-files.ts';
import { digestOfStatement } from '#prose/statement.ts';
import { contentPath } from '#folders.ts';
import { readSoundText } from '#reading/text-file.ts';
import { readSoundYaml } from '#reading/yaml.ts';
import { usualReviewing, type Reviewing } from '#domain/practice/review.ts';
import { refuse } from '#refusal.ts';
import { reviewing, reviews } from '#schema/reviews.ts';
import { soundRecord } from '#reading/sound-record.ts';

/** Under which round of reading, by whom, and on which day, `yyyy-mm-dd`. */
export interface Signing {
  readonly round: string;
  readonly by: string;
  readonly on: string;
  /** Whether paragraphs that readers know may leave the prose. */
  readonly accept?: boolean | undefined;
}

/** How the library reads its practices before they are published. */
export function readReviewing(root = '.'): Reviewing {
  const name = 'reviewing.yml';
  const file = contentPath(name, root);
  return existsSync(file)
    ? soundRecord(reviewing, readSoundYaml(readSoundText(file, name), name), name)
    : usualReviewing;
}

/** The signatures under a practice, as they were put there; none where nobody has signed. */
export function readSignatures(id: string, root = '.') {
  const name = `reviews/${id}.yml`;
  const file = contentPath(name, root);
  return existsSync(file)
    ? soundRecord(reviews, readSoundYaml(readSoundText(file, name), name), name)
    : [];
}

/** Refuses a round the library does not have. */
export function refuseOddRound(round: string, root = '.'): void {
  const { rounds } = readReviewing(root);
  if (rounds.includes(round)) return;
  refuse(
    `没有“${round}”这一道。现有各道：${rounds.join('、') || '（没有设审读）'}，见 content/reviewing.yml。`,
  );
}

/**
 * Puts a name under a practice as it stands; answers with the edition that was read. Its paragraphs
 * are registered first, for the ids of paragraphs are part of what is read.
 */
export function sign(id: string, { round, by, on, accept = false }: Signing, root = '.'): number {
  if (!bringUpToDate(id, { accept, says: false }, root)) {
    refuse(`${id} 有段落要从正文中撤下，先确认再签：npm run paragraphs -- --accept`);
  }
  const name = `reviews/${id}.yml`;
  const file = contentPath(name, root);
  const before = readSignatures(id, root);
  const { data, statement } = readPractice(id, root);
  const { edition } = data;
  const signature = { edition, round, by, on, read: digestOfStatement(statement) };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `# 审读记录：由 npm run sign 添。read 是所读文字的摘要值，改过文字就对不上。\n${stringify(
      [...before, signature],
      { lineWidth: 0, singleQuote: true },
    )}`,
  );
  return edition;
}
