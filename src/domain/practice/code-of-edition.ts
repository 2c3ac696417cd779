import { printedCode } from '#domain/copies/printed-code.ts';
import { sha256 } from '#domain/copies/sha256.ts';
import { canonical, type Statement } from '#domain/practice/published-record.ts';

/**
 * What stands on paper for an edition of a practice and all it says: whoever types it is told which
 * edition a sheet holds, and whether there is a later one.
 */
export function codeOfEdition(
  practice: string,
  edition: number,
  { fields, paragraphs, notes }: Statement,
): string {
  const digest = sha256();
  digest.update(
    new TextEncoder().encode(canonical([practice, edition, fields, paragraphs, notes])),
  );
  return printedCode(digest.digest());
}
