/**
 * How wide text is set, in em, by counting: no font is at hand, and the one a reader has is not
 * known. Chinese characters and their marks take one em, the rest a little more than it usually does.
 */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    width += code < 0x2000 ? (/[A-ZMWmw@%&]/.test(character) ? 0.75 : 0.56) : 1;
  }
  return width;
}

/** Lines a paragraph takes in a measure of so many em. One em of each line may be left by line-breaking rules. */
export function linesOf(text: string, measure: number): number {
  const usable = Math.max(1, measure - 1);
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / usable)), 0);
}

/** The first words of a drawing's station name it, and the rest tells about it: `**名称** 说明`. */
export function station(item: string): { readonly name: string | null; readonly text: string } {
  const match = /^(\S{1,16})[ \u3000]+(\S.*)$/su.exec(item);
  if (match?.[1] !== undefined && match[2] !== undefined) return { name: match[1], text: match[2] };
  return widthOf(item) <= 16 ? { name: item, text: '' } : { name: null, text: item };
}
