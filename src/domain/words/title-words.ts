/** Cuts Chinese into words. The same for all titles of a build; browsers are never asked. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The parts of a clause between which a line may end: words, a lone character with the word before it,
 * every mark with what it belongs to. `一头接调解一头接巡回审判` → 一头接 · 调解 · 一头接 · 巡回 · 审判.
 */
export function titleWords(clause: string): readonly string[] {
  const parts = known.get(clause) ?? partsOf(clause);
  known.set(clause, parts);
  return parts;
}

/** A title stands in many lists. */
const known = new Map<string, readonly string[]>();

function partsOf(clause: string): readonly string[] {
  const parts: string[] = [];
  let glued = '';
  for (const { segment } of segmenter.segment(clause)) {
    const isOpening = /^[“‘《〈（「『]+$/u.test(segment);
    const isMark = /^[^\p{L}\p{N}]+$/u.test(segment);
    const isLone = [...segment].length === 1;
    const goesWithWordBefore = (isMark && !isOpening) || (isLone && !isMark);
    if (goesWithWordBefore && glued === '' && parts.length > 0) {
      parts.push(`${parts.pop() ?? ''}${segment}`);
    } else if (isOpening || (isLone && !isMark)) {
      glued += segment;
    } else {
      parts.push(glued + segment);
      glued = '';
    }
  }
  if (glued !== '') parts.push(`${parts.pop() ?? ''}${glued}`);
  return parts;
}
