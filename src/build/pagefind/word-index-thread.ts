/** Makes one word index in a thread of its own, for `indexInThread`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { IndexOrder, IndexReport } from '#build/pagefind/indexers.ts';
import { makeWordIndex } from '#build/pagefind/word-index.ts';

const { practices, folder } = workerData as IndexOrder;
const say = (report: IndexReport): void => parentPort?.postMessage(report);
say({ index: await makeWordIndex(practices, { folder, onAdded: () => say('added') }) });
