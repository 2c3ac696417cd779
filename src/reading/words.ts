import type { Words } from '#text/language.ts';

/**
 * The words of a language, for what Vite does not compile: there `#words/` is Chinese. Throws where
 * `src/text/` has no folder of the language.
 */
export async function wordsOf(language: string): Promise<Words> {
  const { text }: { text: Words } = await import(`#text/${language}/index.ts`);
  return text;
}
