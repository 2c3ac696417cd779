/** A process that judges parts of a large library, as `judges.ts` asks it to. */
import { copiedWording } from '#gate/copied.ts';
import { findingOf } from '#gate/check.ts';
import type { Docket, Verdict } from '#gate/judges.ts';
import { readLibrary } from '#gate/library.ts';
import { readFiles } from '#gate/report.ts';
import { readSources } from '#gate/sources-at-hand.ts';
import { practiceKeeper } from '#reading/practices.ts';

process.once('message', (docket: Docket) => void judge(docket));

async function judge({ briefing, parts }: Docket): Promise<void> {
  const { root, today, ids, drafted, registers, keeps, others } = briefing;
  const keeper = keeps ? practiceKeeper(root) : null;
  const surroundings = {
    settled: [],
    ids,
    drafted,
    registers,
    sources: readSources(root),
    ...(keeper ? { keep: keeper.keep } : {}),
  };
  // What is wrong with the lists is told where the first part is judged.
  const lists = readFiles(root, others).files;
  const { library: first } = readLibrary(lists, { ...surroundings, first: null });
  for (const [place, names] of parts) {
    const { files, faults: unreadable } = readFiles(root, names);
    const isOurs = copiedWording(root, files).faults.length === 0;
    const found = findingOf(files, first, today, { ...surroundings, unreadable });
    await tell({ place, gists: isOurs ? found : null, read: keeper?.taken() ?? [] });
  }
  process.disconnect();
}

/** One that nobody waits for any more ends by itself. */
const tell = (verdict: Verdict): Promise<void> =>
  new Promise((resolve) => process.send?.(verdict, () => resolve()));
