/** `U+200B`; of several characters, each. */
export const codePointsOf = (text: string): string =>
  [...text]
    .map(
      (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
    )
    .join(' ');

/** The text with what cannot be seen in it named: `轮[U+200B]值`. */
export const madeVisible = (text: string): string =>
  text.replace(
    /[^\P{C}\n\t]|[^\P{Z} \n\t\u3000]|[\p{Variation_Selector}\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/gu,
    (character) => `[${codePointsOf(character)}]`,
  );

/** How many characters an editor counts, whatever a machine needs to store them. */
export const lengthOf = (text: string): number => [...text].length;

/** True where there is something to see. */
export const isVisible = (text: string): boolean =>
  /[\u4E00-\u9FA5]/.test(text) ||
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(/[\u115F\u1160\u2800\u3164\uFFA0]/gu, ''));
