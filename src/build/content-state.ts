import { hash } from 'node:crypto';
import { isSettled } from '#cache/file-state.ts';
import type { SeenContent } from '#gate/seen-content.ts';
import { lookOfSources } from '#gate/sources-at-hand.ts';
import { startJudging } from '#gate/verdict-cache.ts';
import { todayHere } from '#reading/today.ts';

/** All that decides what a build comes to besides its program, as it was when the build began. */
export interface ContentState {
  /** Of the content, of what it is judged by, and of the day: some rules ask for it. */
  readonly digest: string;
  /** In milliseconds. */
  readonly readAt: number;
  /** Of the content alone. */
  readonly look: string;
  /** In milliseconds; when any of its files was touched last. */
  readonly touchedAt: number;
}

export function contentState(seen: SeenContent): ContentState {
  const { rules, startedAt } = startJudging('.');
  const { look, latestAt } = seen;
  return {
    digest: hash('sha256', [look, rules, lookOfSources('.'), todayHere()].join()),
    readAt: startedAt,
    look,
    touchedAt: latestAt,
  };
}

/** Whether nothing has been touched since; where clocks are too coarse to tell, something may have. */
export const isUnchangedSince = (then: ContentState, now: ContentState): boolean =>
  now.digest === then.digest && isSettled(now.touchedAt, then.readAt);
