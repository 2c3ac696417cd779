/**
 * All matches of a pattern with the flag g, as `matchAll` gives them, which makes a pattern anew for
 * every text: on the short texts the rules look at that takes longer than to look.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    // One without a character would be found for ever.
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return matches;
}

/** Those of the words that a text holds, in their order. */
export function wordsIn(text: string, words: readonly string[]): string[] {
  const pairs = new Set<number>();
  for (let at = 1; at < text.length; at += 1) pairs.add(pairBefore(text, at));
  // Of hundreds of words a text holds a few, and of most it does not even hold the beginning.
  return words.filter(
    (word) => (word.length < 2 || pairs.has(pairBefore(word, 1))) && text.includes(word),
  );
}

/** A number for the two units that end at a place. */
const pairBefore = (text: string, at: number): number =>
  text.charCodeAt(at - 1) * 0x1_0000 + text.charCodeAt(at);
