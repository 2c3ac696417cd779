/**
 * `npm run sign -- <practice> --round 第二次阅读 --by 姓名 [--on 2026-11-29]`: puts a name under a
 * practice as it stands now, after it has been read against its source. A later change of what was
 * read makes the signature stale.
 */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { readPractice } from '#editing/published-files.ts';
import { usualReviewing } from '#domain/practice/review.ts';
import { digestOfStatement } from '#prose/statement.ts';
import { contentPath } from '#folders.ts';
import { todayHere } from '#reading/today.ts';
import { readSoundText } from '#reading/text-file.ts';
import { readSoundYaml } from '#reading/yaml.ts';
import { reviewing, reviews } from '#schema/reviews.ts';
import { refuse } from '#refusal.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { round: { type: 'string' }, by: { type: 'string' }, on: { type: 'string' } },
});
const [id] = positionals;
const { rounds } = readReviewing();
const { round, by, on = todayHere() } = values;
if (id === undefined || round === undefined || by === undefined) {
  refuse(`写法：npm run sign -- 编号 --round ${rounds[0] ?? '初审'} --by 姓名`);
}
if (!existsSync(contentPath(`practices/${id}.mdx`))) refuse(`没有 content/practices/${id}.mdx。`);
if (!rounds.includes(round)) {
  refuse(
    `没有“${round}”这一道。现有各道：${rounds.join('、') || '（没有设审读）'}，见 content/reviewing.yml。`,
  );
}

const file = contentPath(`reviews/${id}.yml`);
const before = existsSync(file) ? reviews.parse(readContent(`reviews/${id}.yml`)) : [];
const { data, statement } = readPractice(id);
const signature = { edition: data.edition, round, by, on, read: digestOfStatement(statement) };
mkdirSync(dirname(file), { recursive: true });
writeFileSync(
  file,
  `# 审读记录：由 npm run sign 添。read 是所读文字的摘要值，改过文字就对不上。\n${stringify(
    [...before, signature],
    { lineWidth: 0, singleQuote: true },
  )}`,
);
console.log(
  `${id} 第 ${data.edition} 版，${round}：${by}，${on}。已记入 content/reviews/${id}.yml。`,
);

function readReviewing() {
  const file = contentPath('reviewing.yml');
  return existsSync(file) ? reviewing.parse(readContent('reviewing.yml')) : usualReviewing;
}

/** What a file of the content says. */
function readContent(name: string): unknown {
  return readSoundYaml(readSoundText(contentPath(name), name), name);
}
