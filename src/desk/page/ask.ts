/** Asks the server of the desk, and tells apart what it refuses from its not being there. */
import { desk as words } from '#words/desk.ts';
import type { Calls } from '../api.ts';

type Call = keyof Calls;

/** The server would not do it, or is not there; the message is for the editor. */
export class NotDone extends Error {
  readonly status: number;
  /** What was answered besides, as it came. */
  readonly answer: unknown;

  constructor(message: string, status: number, answer: unknown) {
    super(message);
    this.status = status;
    this.answer = answer;
  }

  /** Nobody answered; trying again may help. */
  get isOutOfReach(): boolean {
    return this.status === 0;
  }
}

/** Throws `NotDone`. */
export async function ask<Name extends Call>(
  call: Name,
  asked?: Calls[Name]['asked'],
  query: Readonly<Record<string, string>> = {},
): Promise<Calls[Name]['answered']> {
  const [method = 'GET', path = ''] = call.split(' ');
  const search = new URLSearchParams(query).toString();
  const response = await fetch(`/desk/api/${path}${search === '' ? '' : `?${search}`}`, {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    ...bodyOf(asked),
  }).catch(() => {
    throw new NotDone(words.unreachable, 0, null);
  });
  const answer = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer;
  throw new NotDone(sentenceOf(answer) ?? words.oddAnswer, response.status, answer);
}

function bodyOf(asked: unknown): { body?: BodyInit; headers?: HeadersInit } {
  if (asked === undefined) return {};
  if (asked instanceof Blob) {
    return { body: asked, headers: { 'content-type': 'application/octet-stream' } };
  }
  return { body: JSON.stringify(asked), headers: { 'content-type': 'application/json' } };
}

function sentenceOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('refused' in answer)) return null;
  return typeof answer.refused === 'string' ? answer.refused : null;
}

/** What to tell an editor of whatever was thrown. */
export const sentenceOfError = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
