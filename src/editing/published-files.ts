import { existsSync } from 'node:fs';
import { stringify } from 'yaml';
import type { z } from 'astro/zod';
import type { PublishedEdition, Statement } from '#domain/practice/published-record.ts';
import type { Sentences } from '#domain/verification/former.ts';
import { listNames } from '#domain/lists/vocabularies.ts';
import { notesOf, textsOf } from '#prose/blocks.ts';
import { readLedger } from '#reading/ledgers.ts';
import { sealOf, sentencesOfPractice, statementOf } from '#prose/statement.ts';
import { contentPath, shownName } from '#folders.ts';
import { FaultyContent } from '#reading/fault.ts';
import { cardName, splitFrontmatter, type Parts } from '#reading/frontmatter.ts';
import { writeFile } from '#editing/written-file.ts';
import { readSoundText } from '#reading/text-file.ts';
import { readSoundYaml } from '#reading/yaml.ts';
import { refuse } from '#refusal.ts';
import { practice } from '#schema/practice.ts';
import { published, publishedIds } from '#schema/published.ts';
import { soundRecord } from '#reading/sound-record.ts';
import { readSoundProse } from '#reading/prose.ts';

export type PracticeData = z.output<typeof practice>;

/** The file of a practice taken apart; throws `FaultyContent` on one that cannot be read. */
export function readParts(id: string, root = '.'): Parts {
  const name = `practices/${id}.mdx`;
  const parts = splitFrontmatter(readSoundText(contentPath(name, root), name));
  if ('problem' in parts) {
    throw new FaultyContent([{ ...parts, file: shownName(name), field: cardName }]);
  }
  return parts;
}

/**
 * A practice as its file stands; throws `FaultyContent` on one that cannot be read, refuses an
 * unfinished one.
 */
export function readPractice(
  id: string,
  root = '.',
): { data: PracticeData; statement: Statement; sentences: Sentences } {
  const parts = readParts(id, root);
  const checked = practice.safeParse(
    readSoundYaml(parts.card, `practices/${id}.mdx`, { firstLine: 2 }),
  );
  if (!checked.success) {
    return refuse(`${shownName(`practices/${id}.mdx`)} 还有没写完或写错的栏，先照检查的提示改好。`);
  }
  const { data } = checked;
  const tree = readSoundProse(parts, `practices/${id}.mdx`);
  const written = { data, paragraphs: textsOf(tree), notes: notesOf(tree) };
  const ledger = readLedger(id, root);
  return {
    data,
    statement: statementOf(written, ledger),
    sentences: sentencesOfPractice(written, ledger),
  };
}

const heading = (command: string): string =>
  `# 由 ${command} 维护，不要手改。它是已经公布的凭据，和内容放在一起保存。\n`;

/** The editions of a practice on record, newest first; none where it was never published. */
export function readEditions(id: string, root = '.'): readonly PublishedEdition[] {
  const file = contentPath(`published/${id}.yml`, root);
  if (!existsSync(file)) return [];
  const name = `published/${id}.yml`;
  return soundRecord(published, readSoundYaml(readSoundText(file, name), name), name).editions;
}

/** Puts an edition on record. */
export function writeEdition(id: string, now: PublishedEdition, root = '.'): void {
  const before = readEditions(id, root).filter(({ edition }) => edition !== now.edition);
  const editions = [now, ...before];
  writeFile(
    contentPath(`published/${id}.yml`, root),
    heading('npm run publish') + stringify({ editions, seal: sealOf(id, editions) }, layout),
  );
}

/** Puts the ids of all that has an address on record; what was on record stays there. */
export function writeIds(now: ReadonlyMap<string, readonly string[]>, root = '.'): void {
  const file = contentPath('published.yml', root);
  const before = existsSync(file)
    ? soundRecord(
        publishedIds,
        readSoundYaml(readSoundText(file, 'published.yml'), 'published.yml') ?? {},
        'published.yml',
      )
    : {};
  const ids = Object.fromEntries(
    [...listNames, 'guides', 'practices'].map((list) => [
      list,
      [...new Set([...(before[list] ?? []), ...(now.get(list) ?? [])])].sort(),
    ]),
  );
  writeFile(
    file,
    heading('npm run publish') + stringify(ids, { ...layout, flowCollectionPadding: false }),
  );
}

const layout = { lineWidth: 0, singleQuote: true } as const;
