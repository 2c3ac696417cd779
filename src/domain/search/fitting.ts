import { cardKinds, type CardKind } from '#domain/search/card-kinds.ts';
import type { Understood } from '#domain/search/answers.ts';
import { nameInFull, type Suggestion, type SuggestionEntry } from '#domain/search/suggest.ts';
import { fold, scriptOf } from '#domain/search/fold.ts';
import { fillers, holdsFiller, pairsOf } from '#domain/search/pieces.ts';

/** The entry of a list that a question clearly asks for. */
export interface Fitting {
  readonly kind: CardKind;
  readonly id: string;
}

/**
 * What a problem has to be worth, how far ahead of the next, and how much of the question it has to
 * speak of, to be the answer.
 */
const clear = { worth: 3.2, lead: 1.35, share: 0.6 };

/** What share of a question a name has to be, where it is not all of it. */
const mostOfIt = 0.6;

/** Null where nothing fits clearly: no card is better than a wrong one. */
export function fittingEntry(
  question: string,
  understood: Understood,
  entries: readonly SuggestionEntry[],
  problemIds: readonly string[],
): Fitting | null {
  const { meaning } = understood;
  const asked = meaning.own.join('');
  const whole = lettersOf(question);
  const named = nameIn(entries, (name) => name === asked || name === whole);
  if (named?.kind === 'region' && namesakes(question, entries).length > 0) return null;
  if (named) return named;
  const problem = clearProblem(understood, entries, problemIds);
  if (problem !== null) return { kind: 'problem', id: problem };
  const length = [...asked].length;
  return nameIn(
    entries.filter(({ kind }) => kind !== 'region'),
    (name) => {
      const of = [...name].length;
      return of > 2 && of / length >= mostOfIt && asked.includes(name);
    },
  );
}

/** The problem that is the answer; a question about what only its answers speak of is about another. */
function clearProblem(
  understood: Understood,
  entries: readonly SuggestionEntry[],
  problemIds: readonly string[],
): string | null {
  const [first, second] = understood.problems;
  if (!first || first.score < clear.worth || first.score < clear.lead * (second?.score ?? 0)) {
    return null;
  }
  const id = problemIds[first.document];
  const entry = entries.find((of) => of.kind === 'problem' && of.id === id);
  const names = entry ? [entry.label, ...entry.aliases].map((name) => fold(name)) : [];
  const isNamed = first.by.some((piece) => names.some((name) => name.includes(piece)));
  return isNamed && shareToldBy(first.by, understood) >= clear.share ? (id ?? null) : null;
}

/**
 * What share of a question is in these pieces, or in everyday words for them: of its words, and of
 * its characters that stand in such an everyday word or beside others which make words.
 */
function shareToldBy(pieces: readonly string[], { meaning, heard }: Understood): number {
  const held = new Set(pieces);
  const told = heard.filter(([, meant]) =>
    meant.some((word) => pairsOf([...word]).some((pair) => held.has(pair))),
  );
  const saying = new Set(told.flatMap(([said]) => [...said]));
  const flags = meaning.own.flatMap((text) => {
    const characters = [...text];
    const pairs = pairsOf(characters);
    if (pairs.length === 0 || scriptOf(text) === 'word') return [held.has(text)];
    return characters.flatMap((character, at) => {
      const beside = pairs.slice(Math.max(0, at - 1), at + 1);
      const isWord = !fillers.has(character) && beside.some((pair) => !holdsFiller(pair));
      if (saying.has(character)) return true;
      return isWord ? beside.some((pair) => held.has(pair)) : [];
    });
  });
  return flags.filter(Boolean).length / Math.max(1, flags.length);
}

/** The entry with the longest name that fits; of equals the kind that says most. */
function nameIn(
  entries: readonly SuggestionEntry[],
  fits: (name: string) => boolean,
): Fitting | null {
  let best: (Fitting & { readonly length: number }) | null = null;
  for (const kind of cardKinds) {
    for (const { kind: of, id, label, aliases } of entries) {
      if (of !== kind) continue;
      for (const word of [label, ...aliases]) {
        const name = lettersOf(word);
        if (name.length > (best?.length ?? 0) && fits(name))
          best = { kind, id, length: name.length };
      }
    }
  }
  return best && { kind: best.kind, id: best.id };
}

/** Places that bear the name asked for, where there is more than one, each by its name in full. */
export function namesakes(question: string, entries: readonly SuggestionEntry[]): Suggestion[] {
  const asked = lettersOf(question);
  const named = entries.filter(
    ({ kind, label }) => kind === 'region' && lettersOf(label) === asked,
  );
  if (named.length < 2) return [];
  return named.map(({ kind, id, label }) => ({
    kind,
    id,
    label: nameInFull({ kind, id, label }, entries) ?? label,
    alias: null,
  }));
}

const lettersOf = (text: string): string =>
  [...fold(text)].filter((character) => scriptOf(character) !== 'none').join('');
