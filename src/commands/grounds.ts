/**
 * `npm run grounds [-- ID …] [--list] [--confirm] [--confirm-documents] [--source FILE]`: proposes for each statement
 * the words of the source it may rest on, confirms what somebody has read, and says what is open.
 * What is confirmed is never overwritten.
 */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { parseArgs } from 'node:util';
import { attribute } from '#editing/attributing.ts';
import { readGrounded } from '#editing/grounded.ts';
import { confirm, confirmDocuments, propose } from '#editing/grounds.ts';
import { openGrounds, listOf } from '#editing/grounds-report.ts';
import { shownName } from '#folders.ts';
import { refuse } from '#refusal.ts';

const { values, positionals: ids } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    confirm: { type: 'boolean', default: false },
    'confirm-documents': { type: 'boolean', default: false },
    source: { type: 'string' },
  },
});

const read = readGrounded();
const known = new Set(read.practices.map(({ id }) => id));
const unknown = ids.filter((id) => !known.has(id));
if (unknown.length > 0) refuse(`没有 ${unknown.join('、')} 这篇实践，或它还读不出来。`);
const chosen = read.practices.filter(({ id }) => ids.includes(id));

if (values.source !== undefined) {
  const [practice, ...more] = chosen;
  if (!practice || more.length > 0) refuse('写法：npm run grounds -- 编号 --source 原文文件名');
  const written = attribute(practice.id, { file: values.source, number: practice.document });
  console.log(
    `已写 ${shownName(written)}：整份归到 ${practice.id}。对照原文改好，再运行 npm run grounds -- ${practice.id}`,
  );
} else if (values['confirm-documents']) {
  const written = confirmDocuments(read.library);
  console.log(
    written.length === 0
      ? '手边没有已归属的原文，什么也没有写。'
      : `已照手边的原文写上摘要值：${written.join('、')}。`,
  );
} else if (values.list) {
  for (const practice of chosen) console.log(listOf(practice));
} else if (values.confirm) {
  if (chosen.length === 0) refuse('写明确认哪一篇：npm run grounds -- 编号 --confirm');
  for (const practice of chosen) {
    console.log(`${practice.id}：确认了 ${confirm(practice)} 处。`);
  }
  // What was held back is told as it stands now.
  console.log(openGrounds(readGrounded().practices.filter(({ id }) => ids.includes(id))));
} else {
  for (const practice of chosen) {
    if (practice.article === null) {
      console.log(
        `${practice.id}：content/attributions/ 里没有写它的原文归属，没有拟。先运行 npm run grounds -- ${practice.id} --source 原文文件名`,
      );
    } else if (practice.article.text === null) {
      console.log(`${practice.id}：手边没有原文，没有拟。`);
    } else console.log(`${practice.id}：拟了 ${propose(practice, '原文未载')} 处。`);
  }
  console.log(
    openGrounds(
      readGrounded().practices.filter(({ id }) => chosen.length === 0 || ids.includes(id)),
    ),
  );
}
