/** How one run of letters came of another. */

export interface Step {
  readonly kind: 'same' | 'changed' | 'added' | 'missing';
  /** Range in the text that is judged, and in that of the library; empty for what one of them lacks. */
  readonly from: number;
  readonly to: number;
  readonly ours: number;
  readonly oursTo: number;
}

/** A stretch of both texts that goes together. */
export interface Core {
  readonly from: number;
  readonly to: number;
  readonly ours: number;
  readonly oursTo: number;
  readonly same: number;
}

const match = 2;
const unlike = -2;
const gap = -2;

/** The stretch in which two texts go together best (Smith and Waterman); null where no letter does. */
export function coreOf(theirs: string, ours: string): Core | null {
  const width = ours.length + 1;
  const scores = new Int32Array((theirs.length + 1) * width);
  let best = 0;
  let bestAt = 0;
  for (let i = 1; i <= theirs.length; i += 1) {
    const letter = theirs.charCodeAt(i - 1);
    for (let j = 1; j < width; j += 1) {
      const at = i * width + j;
      const pair = letter === ours.charCodeAt(j - 1) ? match : unlike;
      const score = Math.max(
        0,
        scores[at - width - 1]! + pair,
        scores[at - width]! + gap,
        scores[at - 1]! + gap,
      );
      scores[at] = score;
      if (score > best) [best, bestAt] = [score, at];
    }
  }
  if (best === 0) return null;
  let i = Math.floor(bestAt / width);
  let j = bestAt % width;
  const [to, oursTo] = [i, j];
  let same = 0;
  while (scores[i * width + j]! > 0) {
    const score = scores[i * width + j]!;
    const isSame = theirs.charCodeAt(i - 1) === ours.charCodeAt(j - 1);
    if (score === scores[(i - 1) * width + j - 1]! + (isSame ? match : unlike)) {
      if (isSame) same += 1;
      i -= 1;
      j -= 1;
    } else if (score === scores[(i - 1) * width + j]! + gap) i -= 1;
    else j -= 1;
  }
  return { from: i, to, ours: j, oursTo, same };
}

/** The fewest steps that make one text of the other, runs of a kind together. */
export function stepsBetween(theirs: string, ours: string): readonly Step[] {
  const width = ours.length + 1;
  const costs = new Uint32Array((theirs.length + 1) * width);
  for (let i = 0; i <= theirs.length; i += 1) {
    for (let j = 0; j < width; j += 1) {
      const at = i * width + j;
      if (i === 0 || j === 0) costs[at] = i + j;
      else {
        const pair = theirs.charCodeAt(i - 1) === ours.charCodeAt(j - 1) ? 0 : 1;
        costs[at] = Math.min(
          costs[at - width - 1]! + pair,
          costs[at - width]! + 1,
          costs[at - 1]! + 1,
        );
      }
    }
  }
  const steps: Step[] = [];
  let i = theirs.length;
  let j = ours.length;
  while (i > 0 || j > 0) {
    const cost = costs[i * width + j]!;
    const isSame = i > 0 && j > 0 && theirs.charCodeAt(i - 1) === ours.charCodeAt(j - 1);
    const diagonal = i > 0 && j > 0 ? costs[(i - 1) * width + j - 1]! : Infinity;
    if (cost === diagonal + (isSame ? 0 : 1)) {
      steps.push({ kind: isSame ? 'same' : 'changed', from: i - 1, to: i, ours: j - 1, oursTo: j });
      i -= 1;
      j -= 1;
    } else if (i > 0 && cost === costs[(i - 1) * width + j]! + 1) {
      steps.push({ kind: 'added', from: i - 1, to: i, ours: j, oursTo: j });
      i -= 1;
    } else {
      steps.push({ kind: 'missing', from: i, to: i, ours: j - 1, oursTo: j });
      j -= 1;
    }
  }
  return joined(steps.reverse());
}

function joined(steps: readonly Step[]): readonly Step[] {
  const runs: Step[] = [];
  for (const step of steps) {
    const last = runs[runs.length - 1];
    if (last && (last.kind === step.kind || (last.kind !== 'same' && step.kind !== 'same'))) {
      const kind = last.kind === step.kind ? step.kind : 'changed';
      runs[runs.length - 1] = { ...last, kind, to: step.to, oursTo: step.oursTo };
    } else runs.push(step);
  }
  return runs;
}
