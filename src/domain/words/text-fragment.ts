/**
 * A text fragment (`:~:text=…`) for a paragraph, or null where none can be cut. Chromium finds a
 * Chinese quotation only when it starts and ends on word boundaries, so it is cut at punctuation:
 * the first clause and the last. It is an extra behind the paragraph's id, never instead of it.
 */
export function textFragment(text: string): string | null {
  const clauses = text.split(/[\p{P}\p{S}\s]+/u).filter((clause) => [...clause].length >= 2);
  const [first] = clauses;
  if (first === undefined) return null;
  if (text.split(first).length > 2) return null;
  const parts = [first, ...clauses.slice(1).slice(-1)];
  return `:~:text=${parts.map(encodeURIComponent).join(',')}`;
}
