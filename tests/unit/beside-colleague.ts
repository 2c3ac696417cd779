import { answerRequests } from '#build/beside.ts';
import { refuse } from '#refusal.ts';

/** What the other process does in `beside.test.ts`. */
export type Task = 'count' | 'refuse' | 'fail' | 'die';

answerRequests<Task, number>((task, advance) => {
  if (task === 'refuse') return refuse('内容被改动，请再运行一次。');
  if (task === 'fail') throw Object.assign(new Error('No room.'), { code: 'ENOSPC' });
  if (task === 'die') process.kill(process.pid, 'SIGKILL');
  for (let step = 0; step < 3; step += 1) advance(1);
  return 3;
});
