/**
 * `npm run publish [-- --accept]`: puts on record what readers are about to get. Brings the
 * registers of paragraphs up to the prose first, then judges the content, and notes each new
 * edition and each new id; from then on none of it changes or vanishes unnoticed.
 */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { parseArgs } from 'node:util';
import { publish } from '#editing/publishing.ts';
import { reportOf } from '#gate/report.ts';
import { refuse } from '#refusal.ts';

const { values } = parseArgs({ options: { accept: { type: 'boolean', default: false } } });

const done = publish(values);
if ('refused' in done) {
  refuse(`${reportOf(done.refused)}\n\n改好以前什么也没有登记。`);
}
if ('waiting' in done) {
  refuse(
    `\n${done.waiting.length} 篇有段落要从正文中撤下：${done.waiting.join('、')}。确认无误后运行：npm run publish -- --accept`,
  );
}
const fresh = done.editions.map(({ id, edition }) => `${id} 第 ${edition} 版`);
console.log(
  fresh.length === 0
    ? '没有新的版本，登记已是最新。'
    : `登记了 ${fresh.length} 篇：${fresh.join('、')}。content/published 和内容一起保存。`,
);
