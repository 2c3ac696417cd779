import type { Brought } from '#domain/copies/library-copy.ts';

/** The code of `worker-start.ts`, which packing puts in place of the name. */
declare const WORKER_START: string;

/** What a worker is told before anything else, with a port on which it asks for scripts. */
export interface Start {
  readonly root: string;
  /** The script of the module to run. */
  readonly script: string;
}

export interface Asked {
  readonly id: number;
  readonly script: string;
}

export interface Answered {
  readonly id: number;
  readonly brought: Brought | null;
}

/**
 * Makes workers of modules of the copy. From disk browsers start none but from memory, and such a
 * worker may load nothing: the page brings it what it asks for.
 */
export function workerMaker({
  root,
  pathOf,
  bring,
}: {
  readonly root: string;
  readonly pathOf: (address: string) => string;
  readonly bring: (script: string) => Promise<Brought | null>;
}): new (address: string | URL) => Worker {
  return function make(address: string | URL): Worker {
    const code = URL.createObjectURL(new Blob([WORKER_START], { type: 'text/javascript' }));
    const worker = new Worker(code);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = async ({ data: { id, script } }: MessageEvent<Asked>) => {
      const brought = await bring(script).catch(() => null);
      port1.postMessage({ id, brought } satisfies Answered);
    };
    worker.postMessage({ root, script: pathOf(String(address)) } satisfies Start, [port2]);
    return worker;
  } as unknown as new (address: string | URL) => Worker; // called with `new`, as `Worker` is
}
