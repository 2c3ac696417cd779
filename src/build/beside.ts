import { fork, type ChildProcess } from 'node:child_process';
import { refusalIn } from '#refusal.ts';

interface Failure {
  readonly message: string;
  readonly name?: string;
  readonly code?: string;
  readonly stack?: string;
}

/** What a process beside this one says: how far it is, what came of it, or what went wrong. */
type Word<Answer> =
  | { readonly progress: number }
  | { readonly answer: Answer }
  | {
      readonly failure: Failure;
    };

/**
 * A process beside this one, which answers one request after the other. What it holds in memory
 * ends with it, and it ends with this process however that ends.
 */
export class Beside<Request, Answer> {
  readonly #child: ChildProcess;

  /** `module` calls `answerRequests`. */
  constructor(
    module: URL,
    {
      args = [],
      env = {},
    }: { args?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
  ) {
    this.#child = fork(module, args, {
      serialization: 'advanced',
      env: { ...process.env, ...env },
    });
    process.once('exit', this.#stop);
  }

  /** Throws what went wrong there. */
  ask(request: Request, onProgress: (steps: number) => void = () => undefined): Promise<Answer> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const end = (): void => {
        child.off('message', hear);
        child.off('exit', die);
      };
      const die = (code: number | null, signal: string | null): void => {
        end();
        reject(new Error(`A process beside this one ended with ${signal ?? code}.`));
      };
      const hear = (word: Word<Answer>): void => {
        if ('progress' in word) return onProgress(word.progress);
        end();
        if ('answer' in word) return resolve(word.answer);
        reject(Object.assign(new Error(word.failure.message), word.failure));
      };
      child.on('message', hear);
      child.on('exit', die);
      child.send({ request });
    });
  }

  /** Ends the process when it has done what it was asked. */
  end(): void {
    process.off('exit', this.#stop);
    if (this.#child.connected) this.#child.disconnect();
  }

  /** Ends the process at once, whatever it is at. */
  kill(): void {
    process.off('exit', this.#stop);
    this.#child.kill('SIGKILL');
  }

  readonly #stop = (): void => {
    this.#child.kill();
  };
}

/** Called once by the module of a process beside another: does what is asked until nobody asks. */
export function answerRequests<Request, Answer>(
  work: (request: Request, advance: (steps: number) => void) => Promise<Answer> | Answer,
): void {
  const say = (word: Word<Answer>): void => {
    // Nobody may be left to hear it.
    if (process.connected) process.send?.(word);
  };
  process.on('message', ({ request }: { request: Request }) => {
    Promise.resolve()
      .then(() => work(request, (progress) => say({ progress })))
      .then(
        (answer) => say({ answer }),
        (error: unknown) => say({ failure: failureOf(error) }),
      );
  });
}

/** What others go by in an error, and what stays of its cause. */
function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = refusalIn(error) ?? error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { name, message, ...(stack === undefined ? {} : { stack }), ...code };
}
