/**
 * `npm run publish [-- --accept]`: puts on record what readers are about to get. Brings the
 * registers of paragraphs up to the prose first, then judges the content, and notes each new
 * edition and each new id; from then on none of it changes or vanishes unnoticed.
 */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listNames } from '#domain/lists/vocabularies.ts';
import { bringUpToDate } from '#editing/paragraph-registers.ts';
import { readEditions, readPractice, writeEdition, writeIds } from '#editing/published-files.ts';
import { inspectContent, reportOf } from '#gate/report.ts';
import { contentPath } from '#folders.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { isDraft } from '#reading/practice-names.ts';
import { readSoundText } from '#reading/text-file.ts';
import { todayHere } from '#reading/today.ts';
import { readSoundYaml } from '#reading/yaml.ts';
import { refuse } from '#refusal.ts';

const { values } = parseArgs({ options: { accept: { type: 'boolean', default: false } } });

const listing = listContent();
const ids = idsIn(listing, 'practices').filter(
  (id) => !isDraft(readFileSync(contentPath(`practices/${id}.mdx`), 'utf8')),
);
const report = inspectContent('.', { registers: false });
if (report.faults.length > 0) {
  refuse(`${reportOf(report)}\n\n改好以前什么也没有登记。`);
}
const waiting = ids.filter((id) => !bringUpToDate(id, values));
if (waiting.length > 0) {
  refuse(
    `\n${waiting.length} 篇有段落要从正文中撤下：${waiting.join('、')}。确认无误后运行：npm run publish -- --accept`,
  );
}
const today = todayHere();
const fresh = ids.flatMap((id) => {
  const { data, statement } = readPractice(id);
  if (readEditions(id)[0]?.edition === data.edition) return [];
  writeEdition(id, { edition: data.edition, publishedOn: today }, statement);
  return [`${id} 第 ${data.edition} 版`];
});
writeIds(
  new Map([
    ...listNames.map((list): [string, readonly string[]] => [list, idsOfList(list)]),
    ['guides', idsIn(listing, 'guides')],
    ['practices', ids],
  ]),
);
console.log(
  fresh.length === 0
    ? '没有新的版本，登记已是最新。'
    : `登记了 ${fresh.length} 篇：${fresh.join('、')}。content/published 和内容一起保存。`,
);

function idsOfList(list: string): readonly string[] {
  const name = `${list}.yml`;
  const entries = readSoundYaml(readSoundText(contentPath(name), name), name);
  return Array.isArray(entries) ? entries.map((entry: { id: string }) => entry.id) : [];
}
