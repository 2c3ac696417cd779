/**
 * Passages as a quotation: marks inside turn single, and single ones double again (GB/T 15834
 * 4.8.3.3); of several paragraphs each opens and only the last closes (4.8.3.5).
 */
export const quoted = (passages: readonly string[]): readonly string[] =>
  passages.map(
    (passage, index) => `“${turned(passage)}${index === passages.length - 1 ? '”' : ''}`,
  );

const turns: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' };

/** An apostrophe in a Latin word is no quotation mark. */
const turned = (passage: string): string =>
  passage.replace(/(?<![A-Za-z])[‘’]|’(?![A-Za-z])|[“”]/gu, (mark) => turns[mark] ?? mark);
