/**
 * What was asked for is not done, and why: the message is all that an editor or operator reads of
 * it. Thrown wherever that is found, told by the command (`commands/last-catch.ts`), which ends the
 * process; whoever holds a lock or a folder lets go of it on the way, in `finally`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(message: string) {
    super(message);
    // Whatever prints errors on its own account, as Astro does, prints the sentence alone.
    this.stack = message;
  }
}

/** Refuses, in words for an editor. */
export function refuse(message: string): never {
  throw new Refusal(message);
}

/** So many errors may stand between a refusal and what was thrown at last. */
const deepest = 5;

/**
 * The refusal an error is, or was caused by; null for any other. Also one from another thread or
 * another copy of this program, of which the name alone tells.
 */
export function refusalIn(error: unknown, depth = 0): Error | null {
  if (!(error instanceof Error) || depth > deepest) return null;
  return error.name === 'Refusal' ? error : refusalIn(error.cause, depth + 1);
}
