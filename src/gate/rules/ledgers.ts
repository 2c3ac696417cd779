import { idsOf } from '#domain/practice/paragraph-ledger.ts';
import { fault, type Fault } from '#gate/fault.ts';
import type { Library } from '#gate/library.ts';
import { ledgerFile } from '#gate/records.ts';

const register = '运行 npm run paragraphs，它会登记新段落、沿用旧编号';

/**
 * Every paragraph has its permanent address, and every address its paragraph. Prose that still
 * has faults will change, so this is asked last.
 */
export function paragraphsRegistered({ practices, ledgers, raw }: Library): Fault[] {
  const strays = ledgers
    .filter(({ id }) => !raw.practiceIds.has(id))
    .map((ledger) =>
      fault(
        { file: ledger.file, line: null, field: '文件名', value: `${ledger.id}.yml` },
        `没有 content/practices/${ledger.id}.mdx 这篇实践`,
        '实践改了名，段落登记要跟着改成同一个名字',
      ),
    );
  const ledgerOf = new Map(ledgers.map(({ id, data }) => [id, data]));
  const unregistered = practices.flatMap((practice) => {
    const { paragraphs = [] } = ledgerOf.get(practice.id) ?? {};
    const ids = idsOf({ paragraphs, retired: [] }, practice.paragraphs);
    const file = ledgerFile(practice.id);
    const missing = practice.paragraphs.find((_, index) => ids[index] === null);
    const gone = paragraphs.find(({ id }) => !ids.includes(id));
    const place = { file, line: null, field: '段落登记' };
    if (missing !== undefined) {
      return [fault({ ...place, value: missing }, '正文里的这一段还没有登记', register)];
    }
    if (gone === undefined) return [];
    const remedy = '运行 npm run paragraphs -- --accept，把撤下的段落记下来';
    return [fault({ ...place, value: gone.text }, '登记的这一段已不在正文里', remedy)];
  });
  return [...strays, ...unregistered];
}

/** An id of a paragraph is given once. */
export function paragraphIds({ ledgers }: Library): Fault[] {
  return ledgers.flatMap((ledger) => {
    const seen = new Set<string>();
    const kinds = [
      ['paragraphs', ledger.data.paragraphs],
      ['retired', ledger.data.retired],
    ] as const;
    return kinds.flatMap(([kind, entries]) =>
      entries.flatMap(({ id }, index) => {
        if (!seen.has(id)) {
          seen.add(id);
          return [];
        }
        const place = ledger.place([kind, index, 'id']);
        return [
          fault(
            place,
            '同一个段落编号用了两次',
            '恢复这个文件原来的样子，再运行 npm run paragraphs',
          ),
        ];
      }),
    );
  });
}
