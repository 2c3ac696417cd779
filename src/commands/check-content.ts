/** `npm run check:content [-- --root DIR]`: the editorial rules alone, in a second or two. */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { parseArgs } from 'node:util';
import { draftsOf, inspectTogether, reportOf } from '#gate/report.ts';

const { values } = parseArgs({ options: { root: { type: 'string', default: '.' } } });
const report = await inspectTogether(values.root, { withDrafts: true });
for (const notice of report.notices) console.log(notice);
if (report.drafted > 0) console.log(draftsOf(report));
if (report.faults.length === 0) console.log(`内容没有问题：${report.practices} 篇实践。`);
else {
  console.error(reportOf(report));
  process.exitCode = 1;
}
