import type { z } from 'astro/zod';
import { shownName } from '#folders.ts';
import { FaultyContent } from '#reading/fault.ts';

/** So many faults of one file are told. */
const most = 10;

/**
 * What the data of a file come to by their schema, for who takes them for sound: the gate says more
 * of what is wrong. Throws `FaultyContent` where they are not. `name` as in `shownName`.
 */
export function soundRecord<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
  name: string,
): z.output<Schema> {
  const checked = schema.safeParse(data);
  if (checked.success) return checked.data;
  throw new FaultyContent(
    checked.error.issues.slice(0, most).map(({ path, message }) => ({
      file: shownName(name),
      line: null,
      field: path.map(String).join('.') || '整个文件',
      value: null,
      problem: /\p{Script=Han}/u.test(message) ? message : '值不合要求',
      remedy: '运行 npm run check:content，它会说在哪一行、该怎样写',
    })),
  );
}
