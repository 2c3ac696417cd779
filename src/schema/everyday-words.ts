import { z } from 'astro/zod';
import { text } from '#schema/fields.ts';

/** What an everyday word leads to: a word of the library, or several. */
export const everydayMeanings = z
  .union([text, z.array(text).min(1)])
  .transform((means): readonly string[] => (typeof means === 'string' ? [means] : means));

/** `content/everyday-words.yml`: what readers say, and the library's words for it. */
export const everydayWords = z.record(text, everydayMeanings);
