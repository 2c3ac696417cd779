import { fold } from '#domain/search/fold.ts';
import { clauseOf, clauseText, type Clause, type Query } from '#domain/search/query.ts';

/** Words for the same thing, folded: a term and what else readers call it. */
export type SynonymGroups = readonly (readonly string[])[];

/** From a label and its aliases; words of one character stand for too many things. */
export function synonymGroups(
  terms: readonly { label: string; aliases: readonly string[] }[],
): SynonymGroups {
  return terms
    .map(({ label, aliases }) => [...new Set([label, ...aliases].map((word) => fold(word)))])
    .map((words) => words.filter((word) => [...word].length > 1))
    .filter((words) => words.length > 1);
}

/** A query says no more than this many things in other words. */
const mostAlternatives = 8;

/**
 * The query in other words, one clause changed at a time: 检察院 is also 人民检察院. Words that
 * hold the one they would replace find nothing new and are left out.
 */
export function alternativesOf(query: Query, groups: SynonymGroups): Query[] {
  const alternatives = new Map<string, Query>();
  query.clauses.forEach((clause, at) => {
    for (const other of otherWords(clause, groups)) {
      const clauses = query.clauses.map((same, place) => (place === at ? other : same));
      alternatives.set(clauses.map(clauseText).join('|'), { text: query.text, clauses });
    }
  });
  return [...alternatives.values()].slice(0, mostAlternatives);
}

function otherWords(clause: Clause, groups: SynonymGroups): Clause[] {
  const text = clauseText(clause);
  const found: Clause[] = [];
  for (const words of groups) {
    // The longest word the clause holds: 人民检察院 before 检察院.
    const held = [...words].sort((a, b) => b.length - a.length).find((word) => text.includes(word));
    if (!held) continue;
    for (const word of words) {
      const other = text.replace(held, word);
      if (word === held || other.includes(text)) continue;
      found.push(clauseOf(other));
    }
  }
  return found;
}
