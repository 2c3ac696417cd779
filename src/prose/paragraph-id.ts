import { createHash } from 'node:crypto';

/** Without letters and digits that are mistaken for one another. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

/**
 * The id a paragraph gets: four letters and digits that depend on practice and text, so that two
 * editors mint alike, and a ground can name a paragraph before it is registered.
 */
export function mintParagraphId(
  practice: string,
  text: string,
  taken: ReadonlySet<string>,
): string {
  for (let attempt = 0; ; attempt += 1) {
    const digest = createHash('sha256').update(`${practice}\n${text}\n${attempt}`).digest();
    const id = `p-${[...digest.subarray(0, 4)].map((byte) => alphabet[byte % alphabet.length]).join('')}`;
    if (!taken.has(id)) return id;
  }
}
