import { fold } from '#domain/search/fold.ts';

/** What readers say and what the library says for it, folded: 老赖 → 失信被执行人. */
export type EverydayWords = readonly (readonly [said: string, meant: readonly string[]])[];

/** Characters that stress and link: who says 案子太多, 案子很多 or 案子越来越多 means the same. */
const stress = /越来越|太|很|也|了|着|的|都|又|挺|蛮|更|最/gu;

/** An everyday word, or a question, without what only stresses. */
export const plainly = (words: string): string => fold(words).replace(stress, '');

/**
 * The everyday words a question holds, with what they mean; of those inside one another the
 * longest. Where it holds one with other stress it holds it too, unless that leaves but two
 * characters, which stand in too many words.
 */
export function heardIn(question: string, words: EverydayWords): EverydayWords {
  let rest = fold(question);
  let plain = plainly(question);
  const longestFirst = [...words].sort((a, b) => b[0].length - a[0].length);
  return longestFirst.filter(([said]) => {
    const bare = plainly(said);
    const isLong = [...bare].length > 2;
    const isHeld = said !== '' && (rest.includes(said) || (isLong && plain.includes(bare)));
    if (!isHeld) return false;
    rest = rest.split(said).join(' ');
    if (isLong) plain = plain.split(bare).join(' ');
    return true;
  });
}

/** The words of the library for all everyday words a question holds. */
export const meantBy = (question: string, words: EverydayWords): string[] => [
  ...new Set(heardIn(question, words).flatMap(([, meant]) => meant)),
];
