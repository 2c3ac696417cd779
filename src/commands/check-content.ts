/** `npm run check:content [-- --root DIR]`: the editorial rules alone, in a second or two. */
import { parseArgs } from 'node:util';
import { inspectContent, reportOf } from '#gate/report.ts';

const { values } = parseArgs({ options: { root: { type: 'string', default: '.' } } });
const { faults, notices, practices } = inspectContent(values.root);
for (const notice of notices) console.log(notice);
if (faults.length === 0) console.log(`内容没有问题：${practices} 篇实践。`);
else {
  console.error(reportOf(faults));
  process.exitCode = 1;
}
