/** The gate in a thread of its own: a large library takes a while to judge, and pages need not wait. */
import { parentPort } from 'node:worker_threads';
import { inspectContent, reportOf } from '#gate/report.ts';

parentPort?.on('message', () => {
  const found = inspectContent('.');
  parentPort?.postMessage(found.faults.length > 0 ? reportOf(found) : '');
});
