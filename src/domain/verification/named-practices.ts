/** The practices on the shelf whose titles stand in a text. */
import { kindNumber } from '#domain/search/kinds.ts';
import { lettersOf } from '#domain/verification/letters.ts';
import type { LibraryText } from '#domain/verification/library-text.ts';
import type { Shelf } from '#domain/verification/shelf.ts';
import { stepsBetween } from '#domain/verification/alignment.ts';

/** Those whose title is given letter by letter, or else the one it comes nearest to by far. */
export function titlesNamedIn(text: string, shelf: Shelf): readonly LibraryText[] {
  const { text: letters } = lettersOf(text);
  const exact = shelf.texts.filter(({ title }) => letters.includes(lettersOf(title).text));
  if (exact.length > 0) return exact;
  const found = shelf
    .alike(letters, 12)
    .filter(({ text: own }) => own.blocks[0]?.[0] === kindNumber('title'))
    .map(({ text: own }) => {
      const title = lettersOf(own.title).text;
      const shared = stepsBetween(letters, title).reduce(
        (sum, step) => sum + (step.kind === 'same' ? step.oursTo - step.ours : 0),
        0,
      );
      return { own, share: shared / title.length };
    })
    .filter(({ share }) => share >= 0.75)
    .sort((a, b) => b.share - a.share);
  return found.slice(0, 1).map(({ own }) => own);
}
