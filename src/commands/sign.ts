/**
 * `npm run sign -- <practice> --round 第二次阅读 --by 姓名 [--on 2026-11-29]`: puts a name under a
 * practice as it stands now, after it has been read against its source. A later change of what was
 * read makes the signature stale.
 */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readReviewing, refuseOddRound, sign } from '#editing/signing.ts';
import { contentPath } from '#folders.ts';
import { todayHere } from '#reading/today.ts';
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
refuseOddRound(round);

const edition = sign(id, { round, by, on });
console.log(`${id} 第 ${edition} 版，${round}：${by}，${on}。已记入 content/reviews/${id}.yml。`);
