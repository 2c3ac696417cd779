/**
 * `npm run paragraphs [-- --accept]`: brings the registers of paragraphs up to the prose, drafts
 * included. Edited paragraphs keep their ids and new ones get one; a paragraph that vanished is
 * retired only with `--accept`, after an editor has read what the command proposes.
 */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { parseArgs } from 'node:util';
import { bringUpToDate } from '#editing/paragraph-registers.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { refuse } from '#refusal.ts';
import { id } from '#schema/fields.ts';

const { values } = parseArgs({ options: { accept: { type: 'boolean', default: false } } });

const practices = idsIn(listContent(), 'practices');

const odd = practices.find((practice) => !id.safeParse(practice).success);
if (odd !== undefined) {
  refuse(
    `content/practices/${odd}.mdx 的文件名不合规则，段落没有登记。先改名：只用小写字母、数字和连字符。`,
  );
}

const waiting = practices.filter((practice) => !bringUpToDate(practice, values));
if (waiting.length > 0) {
  console.log(
    `\n${waiting.length} 篇有段落要从正文中撤下，还没有登记：${waiting.join('、')}。确认无误后运行：npm run paragraphs -- --accept`,
  );
  process.exitCode = 1;
} else {
  console.log('段落登记已与正文一致。');
}
