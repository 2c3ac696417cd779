import { fold } from '#domain/search/fold.ts';

/** What readers say and what the library says for it, folded: 老赖 → 失信被执行人. */
export type EverydayWords = readonly (readonly [said: string, meant: readonly string[]])[];

/** The words of the library for all everyday words a question holds; of those inside one another the longest. */
export function meantBy(question: string, words: EverydayWords): string[] {
  let rest = fold(question);
  const meant = new Set<string>();
  for (const [said, of] of [...words].sort((a, b) => b[0].length - a[0].length)) {
    if (said === '' || !rest.includes(said)) continue;
    rest = rest.split(said).join(' ');
    for (const word of of) meant.add(word);
  }
  return [...meant];
}
