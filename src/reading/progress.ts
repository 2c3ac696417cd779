/** How far a long step has come. */
export interface Progress {
  readonly advance: (steps?: number) => void;
  readonly end: () => void;
}

/** On a terminal one line is kept up to date; elsewhere a line now and then is enough. */
const pause = process.stdout.isTTY ? 200 : 10_000;

/** A step that is done before this many milliseconds needs no telling. */
const patience = process.stdout.isTTY ? 2_000 : 10_000;

/** Tells how many of `total` are done, how quickly, and how long the rest will take. */
export function progressOf(step: string, total: number): Progress {
  const startedAt = performance.now();
  let done = 0;
  let tellAt = startedAt + patience;
  let hasTold = false;
  const tell = (): void => {
    const seconds = (performance.now() - startedAt) / 1000;
    const rate = done / Math.max(seconds, 0.001);
    const line = `${step}：${done}/${total}，每秒 ${Math.round(rate)}，还要 ${Math.ceil((total - done) / Math.max(rate, 0.001))} 秒`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}\u001B[K`);
    else console.log(line);
    hasTold = true;
  };
  return {
    advance: (steps = 1) => {
      done += steps;
      if (performance.now() < tellAt) return;
      tellAt = performance.now() + pause;
      tell();
    },
    end: () => {
      if (hasTold && process.stdout.isTTY) process.stdout.write('\r\u001B[K');
    },
  };
}
