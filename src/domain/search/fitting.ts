import { cardKinds, type CardKind } from '#domain/search/card-kinds.ts';
import type { Understood } from '#domain/search/answers.ts';
import { nameInFull, type Suggestion, type SuggestionEntry } from '#domain/search/suggest.ts';
import { fold, scriptOf } from '#domain/search/fold.ts';

/** The entry of a list that a question clearly asks for. */
export interface Fitting {
  readonly kind: CardKind;
  readonly id: string;
}

/** What a problem has to be worth, and how far ahead of the next, to be the answer. */
const clear = { worth: 3.2, lead: 1.35 };

/** What share of a question a name has to be, where it is not all of it. */
const mostOfIt = 0.6;

/** Null where nothing fits clearly: no card is better than a wrong one. */
export function fittingEntry(
  question: string,
  { meaning, problems }: Understood,
  entries: readonly SuggestionEntry[],
  problemIds: readonly string[],
): Fitting | null {
  const asked = meaning.own.join('');
  const whole = lettersOf(question);
  const named = nameIn(entries, (name) => name === asked || name === whole);
  if (named?.kind === 'region' && namesakes(question, entries).length > 0) return null;
  if (named) return named;
  const [first, second] = problems;
  if (first && first.score >= clear.worth && first.score >= clear.lead * (second?.score ?? 0)) {
    const id = problemIds[first.document];
    if (id !== undefined) return { kind: 'problem', id };
  }
  const length = [...asked].length;
  return nameIn(
    entries.filter(({ kind }) => kind !== 'region'),
    (name) => {
      const of = [...name].length;
      return of > 2 && of / length >= mostOfIt && asked.includes(name);
    },
  );
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
