/** `npm run due`: the practices of which nobody has looked for a year what became of them, oldest first. */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { dueOn } from '#domain/practice/aftermath.ts';
import { readPracticeFiles } from '#reading/practices.ts';
import { todayHere } from '#reading/today.ts';

const today = todayHere();
const practices = readPracticeFiles()
  .filter(({ state }) => state === 'published')
  .map((practice) => ({ ...practice, due: dueOn(practice) }))
  .sort((a, b) => a.due.localeCompare(b.due));
const overdue = practices.filter(({ due }) => due <= today);
for (const { id, title, due, aftermath } of overdue) {
  const last = aftermath === null ? '从未查过' : `上次查：${aftermath.on}`;
  console.log(`${id}　${title}　${last}，${due} 起该再查`);
}
const [next] = practices;
console.log(
  overdue.length > 0
    ? `共 ${overdue.length} 篇该查“后来怎样”。查到的写进 aftermath，查不到的写 status: unknown。`
    : next
      ? `没有到期的。最早到期的是 ${next.id}（${next.due}）。`
      : '库里还没有实践。',
);
