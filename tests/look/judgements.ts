/**
 * What 核引 tells of passages planted in the frozen library, and of references to it: a line each, as
 * an editor would want it told. Rules have tests of their own; here stands what they come to together.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCitable } from '#domain/citation/library.ts';
import { plain } from '#domain/citation/rich-text.ts';
import { citationStyles, formatReference } from '#domain/citation/styles.ts';
import { practiceRecord } from '#domain/practice/practice-record.ts';
import { noTraditional } from '#domain/search/fold.ts';
import { judge, type Part } from '#domain/verification/judge.ts';
import { libraryText } from '#domain/verification/library-text.ts';
import { checkReference } from '#domain/verification/references.ts';
import { Shelf } from '#domain/verification/shelf.ts';
import { readPracticeFiles } from '#reading/practices.ts';
import { text as words } from '#words/index.ts';
import { blocksOfPractice, plantedPassages } from '../planted-passages.ts';
import { aChange, aPractice } from '../unit/builders.ts';

const approvedFile = join(import.meta.dirname, 'approved-judgements.txt');

/** `id 12–30`, and each change: `[theirs→ours]`. */
function told(part: Part, letters: string): string {
  const changes = (part.steps ?? []).flatMap((step) => {
    if (step.kind === 'same') return [];
    const mine = part.text.letters.slice(part.ours + step.ours, part.ours + step.oursTo);
    return [`[${letters.slice(part.from + step.from, part.from + step.to)}→${mine}]`];
  });
  const place = `${part.from}–${part.to} ${part.text.id} ${part.ours}–${part.oursTo}`;
  return [place, ...changes].join(' ');
}

function passageLines(): readonly string[] {
  const practices = readPracticeFiles().map((file) => ({ ...file, ...file.body(), id: file.id }));
  const shelf = new Shelf();
  for (const practice of practices) shelf.add(libraryText(practice.id, blocksOfPractice(practice)));
  return plantedPassages(practices, { seed: 5, count: 150 }).map(({ planting, text }) => {
    const { verdict, parts, letters, alsoIn, ...claims } = judge(text, shelf, noTraditional);
    const also = alsoIn.map((spot) => `${spot.text.id} ${spot.at}`).join('，');
    const said = Object.entries(claims).flatMap(([claim, isTrue]) => (isTrue ? [claim] : []));
    const where = parts.map((part) => told(part, letters.text)).join('；');
    return [planting, verdict, ...said, where, also, text.replace(/\s+/gu, ' ')].join('　');
  });
}

const change = (edition: number, changedOn: string) => aChange({ edition, changedOn });
const practice = aPractice({
  id: 'dian',
  edition: 2,
  changes: [change(2, '2026-10-08'), change(1, '2026-09-01')],
});
const publication = { origin: 'https://a.org', words };

/** What a hand does to a reference on its way into a paper. */
const slips: readonly (readonly [told: string, slip: (line: string) => string])[] = [
  ['照抄', (line) => line],
  [
    '换了日子',
    (line) =>
      line
        .replace(/2026(.)10(.)0?8/u, '2026$110$29')
        .replace(/(October|Oct\.?) 8/u, '$1 9')
        .replace(/8 (Oct\.?)/u, '9 $1'),
  ],
  [
    '旧日子',
    (line) => line.replace(/2026(.)10(.)0?8/u, '2026$109$201').replace('October 8', 'September 1'),
  ],
  ['少了题目几个字', (line) => line.replace('，分歧先在村里说', '')],
  ['丢了编者', (line) => line.replace(/治理实践库编辑组|Zhili Shijianku Bianjizu/u, '某某')],
  ['丢了访问日', (line) => line.replace(/\[2026-11-20\]|[,，] ?2026年11月20日(访问)?/u, '')],
  ['半角逗号', (line) => line.replaceAll('，', ',')],
  ['别的站', (line) => line.replace('a.org', 'b.org')],
  ['别的版', (line) => line.replace('/dian/', '/dian/?v=3')],
  ['加了编号', (line) => `[12] ${line}`],
];

function referenceLines(): readonly string[] {
  const record = toCitable(practice, publication);
  const cited = practiceRecord(practice, publication);
  return citationStyles.flatMap((style) =>
    [undefined, { paragraph: 1 }].flatMap((locator) => {
      const line = plain(formatReference(record, style, { accessedOn: '2026-11-20', locator }));
      return slips.map(([name, slip]) => {
        const given = slip(line);
        const { faults, style: taken, right, steps } = checkReference(given, cited);
        const changes = steps.flatMap(({ kind, from, to, ours, oursTo }) =>
          kind === 'same' ? [] : [`[${given.slice(from, to)}→${right.slice(ours, oursTo)}]`],
        );
        return `${style}　${name}　${taken}　${JSON.stringify(faults)}　${changes.join(' ')}`;
      });
    }),
  );
}

export const judgementLines = (): string =>
  `${[...new Set([...passageLines(), ...referenceLines()])].join('\n')}\n`;

export const approvedJudgements = (): string => readFileSync(approvedFile, 'utf8');

export const approveJudgements = (): void => writeFileSync(approvedFile, judgementLines());
