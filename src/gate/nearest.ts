/** Nothing an editor has to type is longer. */
const longest = 80;

/** The candidates a misspelt word most likely stands for, all equally close; none where none is. */
export function nearest(word: string, candidates: Iterable<string>): string[] {
  if (word.length > longest) return [];
  let closest = Math.max(1, Math.floor(word.length / 3));
  let found: string[] = [];
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < closest) found = [];
    if (distance <= closest) {
      found.push(candidate);
      closest = distance;
    }
  }
  return found;
}

/** Levenshtein's distance: insertions, deletions and replacements from one word to the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = row[column]! + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, row[column + 1]! + 1, next[column]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}
