/** A thread of `SearchThreads`. */
import { parentPort, workerData } from 'node:worker_threads';
import { indexKinds } from '#build/search/index-kinds.ts';
import { makePart, type Recipe } from '#build/search/part.ts';
import { layIndex } from '#build/search/posting-folder.ts';
import { SearchFolder } from '#build/search/search-folder.ts';
import type { ThreadOrder, ThreadReport } from '#build/search/threads.ts';

const recipe = workerData as Recipe;
const folder = new SearchFolder(recipe.folder);

function answer(order: ThreadOrder): ThreadReport {
  if ('part' in order) return { made: makePart(recipe, order.part, folder) };
  const { kind, parts, ...how } = order.laying;
  return { laid: layIndex(folder, indexKinds[kind], parts, how) };
}

parentPort?.on('message', (order: ThreadOrder) => {
  let report: ThreadReport;
  try {
    report = answer(order);
  } catch (failed) {
    report = { failed };
  }
  parentPort?.postMessage(report);
});
