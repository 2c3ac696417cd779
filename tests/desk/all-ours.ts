/**
 * Says of every practice without grounds, in the library that CONTENT_DIR names, that its statements
 * are the editors' own: what a story about another practice needs where grounds are required.
 */
import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { confirmedOf } from '#domain/grounds/grounds.ts';
import { handleOf } from '#domain/grounds/statements.ts';
import { readGrounded } from '#editing/grounded.ts';
import { contentPath } from '#folders.ts';
import { shortDigestOf } from '#prose/statement.ts';

for (const { id, grounds, statements } of readGrounded().practices) {
  if (grounds.length > 0) continue;
  const ours = statements.map((statement) => {
    const { of } = statement;
    const what = handleOf(statement);
    const ground = { of, ...(what === '' ? {} : { what }), editor: true } as const;
    return { ...ground, digest: shortDigestOf(confirmedOf(statement, ground)) };
  });
  writeFileSync(contentPath(`grounds/${id}.yml`), stringify({ statements: ours }));
}
