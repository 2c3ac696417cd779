import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import { readPractice } from '#editing/published-files.ts';
import { digestOfStatement } from '#prose/statement.ts';
import { contentPath } from '#folders.ts';
import { readSoundText } from '#reading/text-file.ts';
import { readSoundYaml } from '#reading/yaml.ts';
import { reviews } from '#schema/reviews.ts';

/** Under which round of reading, by whom, and on which day, `yyyy-mm-dd`. */
export interface Signing {
  readonly round: string;
  readonly by: string;
  readonly on: string;
}

/** Puts a name under a practice as it stands; answers with the edition that was read. */
export function sign(id: string, { round, by, on }: Signing, root = '.'): number {
  const name = `reviews/${id}.yml`;
  const file = contentPath(name, root);
  const before = existsSync(file)
    ? reviews.parse(readSoundYaml(readSoundText(file, name), name))
    : [];
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
