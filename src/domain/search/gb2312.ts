/**
 * GB/T 2312, the characters that Simplified texts are written with. Every browser can decode it, so
 * that a page can tell its characters without a list of them.
 */
const decoded = (firstRow: number, lastRow: number): string[] => {
  const bytes: number[] = [];
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  }
  // Some cells stand empty.
  return [...new TextDecoder('gbk').decode(Uint8Array.from(bytes))].filter((character) =>
    /^\p{Script=Han}$/u.test(character),
  );
};

/** The first level: the 3755 commonest characters, in the order of their pinyin. */
export const commonCharacters = (): string[] => decoded(0xb0, 0xd7);

let all: ReadonlySet<string> | null = null;

/** True for 后 and 里, not for 後 and 裡; true as well for 乾, which is a word of its own. */
export const isInGb2312 = (character: string): boolean =>
  (all ??= new Set(decoded(0xb0, 0xf7))).has(character);
