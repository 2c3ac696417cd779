/**
 * Stands in for `node:test` where files of tests are run again and again in one process: it
 * collects tests and runs them in order until one fails.
 */
import { mock, type TestContext } from 'node:test';

type Step = (context: TestContext) => unknown;

interface Collected {
  readonly tests: { readonly name: string; readonly body: Step }[];
  readonly before: Step[];
  readonly beforeEach: Step[];
  readonly afterEach: Step[];
  readonly after: Step[];
}

const nothing = (): Collected => ({
  tests: [],
  before: [],
  beforeEach: [],
  afterEach: [],
  after: [],
});
let collected = nothing();

/** Options may say why a test is left out on this machine; a time that is all it may take says nothing here. */
export function test(
  name: string,
  ...[first, second]: [Step] | [options: { readonly skip?: boolean | string }, body: Step]
): void {
  const [options, body] = typeof first === 'function' ? [{}, first] : [first, second];
  if (body !== undefined && !options.skip) collected.tests.push({ name, body });
}
export const before = (step: Step): void => void collected.before.push(step);
export const beforeEach = (step: Step): void => void collected.beforeEach.push(step);
export const afterEach = (step: Step): void => void collected.afterEach.push(step);
export const after = (step: Step): void => void collected.after.push(step);

/** Runs the tests that `load` brings in; the name of the first that fails, or null. */
export async function firstFailure(load: () => Promise<unknown>): Promise<string | null> {
  collected = nothing();
  let running = 'the file';
  const ends: Step[] = [];
  const context = {
    mock,
    after: (step: Step) => ends.push(step),
  } as unknown as TestContext;
  const inTurn = async (steps: readonly Step[]): Promise<void> => {
    for (const step of steps) await step(context);
  };
  try {
    await load();
    const { tests, ...steps } = collected;
    await inTurn(steps.before);
    for (const { name, body } of tests) {
      running = name;
      await inTurn(steps.beforeEach);
      await body(context);
      mock.timers.reset();
      await inTurn([...ends.splice(0), ...steps.afterEach]);
    }
    return null;
  } catch {
    return running;
  } finally {
    mock.timers.reset();
    await inTurn([...ends.splice(0), ...collected.after]).catch(() => {});
  }
}
