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

const { values } = parseArgs({ options: { accept: { type: 'boolean', default: false } } });

const practices = idsIn(listContent(), 'practices');

const waiting = practices.filter((practice) => !bringUpToDate(practice, values));
if (waiting.length > 0) {
  console.log(
    `\n${waiting.length} 篇有段落要从正文中撤下，还没有登记：${waiting.join('、')}。确认无误后运行：npm run paragraphs -- --accept`,
  );
  process.exitCode = 1;
} else {
  console.log('段落登记已与正文一致。');
}
