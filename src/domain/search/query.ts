import { fold, noTraditional, type SimplifiedBy } from '#domain/search/fold.ts';
import { runGroups, type Run } from '#domain/search/runs.ts';

/**
 * Something the reader wants to find whole: runs that follow one another with at most
 * punctuation or space between them. `2022年` also finds “2022 年”.
 */
export interface Clause {
  readonly runs: readonly Run[];
}

export interface Query {
  /** As typed, cut to a length that can be searched. */
  readonly text: string;
  /** All must be found. */
  readonly clauses: readonly Clause[];
}

/** Characters of a query that are read; nobody types more, and pasted pages must not hang. */
export const longestQuery = 120;

const quoted = /["“”„‟「『《]([^"“”„‟「」『』《》]*)["“”„‟」』》]/gu;

/** A number with a point in it, and what it counts: 15.3万件 is not 15 and 3万件. */
const decimal = /\d+[.．]\d+[\p{L}\p{N}%％]*/gu;

/** Words apart are searched apart; what stands in quotation marks stays together. */
export function parseQuery(typed: string, simplified: SimplifiedBy = noTraditional): Query {
  const text = [...typed.slice(0, longestQuery * 4).trim()].slice(0, longestQuery).join('');
  const clauses: Clause[] = [];
  const add = (runs: readonly Run[]): void => {
    const key = clauseText({ runs });
    if (runs.length > 0 && !clauses.some((clause) => clauseText(clause) === key)) {
      clauses.push({ runs });
    }
  };
  const rest = joinedHan(text)
    .replace(decimal, '“$&”')
    .replace(quoted, (_, phrase: string) => {
      add(runGroups(fold(phrase, simplified)).flat());
      return ' ';
    });
  for (const group of runGroups(fold(rest, simplified))) add(group);
  return { text, clauses };
}

/** 诉 源 治 理, as it is copied from a scan, is 诉源治理: nobody asks for four single characters. */
const joinedHan = (text: string): string =>
  /^\p{Script=Han}(?:\s+\p{Script=Han}){2,}$/u.test(text) ? text.replace(/\s+/gu, '') : text;

/** True where the reader asks for words exactly as they stand in quotation marks. */
export const isQuoted = (text: string): boolean => text.search(quoted) >= 0;

/** What was typed without a space in it: where a text holds it so, it is one find, with its signs. */
export const phrasesOf = ({ text }: Query): Clause[] =>
  text
    .split(/\s+/u)
    .map(clauseOf)
    .filter(({ runs }) => runs.length > 1);

/** Two clauses with the same text find the same. */
export const clauseText = ({ runs }: Clause): string => runs.map((run) => run.text).join(' ');

export const clauseOf = (words: string): Clause => ({ runs: runGroups(fold(words)).flat() });

/** True where the query holds nothing but Latin letters, as when pinyin is typed. */
export const isLatin = (query: Query): boolean =>
  query.clauses.length > 0 &&
  query.clauses.every(({ runs }) => runs.every((run) => /^[a-z]+$/.test(run.text)));
