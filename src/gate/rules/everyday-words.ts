import { vocabularyNames } from '#domain/lists/vocabularies.ts';
import { fault, type Fault } from '#gate/fault.ts';
import type { Library } from '#gate/library.ts';
import type { CheckedRecord, EverydayData, RawRecord } from '#gate/records.ts';
import { everydayMeanings } from '#schema/everyday-words.ts';

/** The words of the file, and what keeps any of them from being one; an empty file has none. */
export function readWords(record: RawRecord): {
  checked: CheckedRecord<EverydayData>;
  faults: Fault[];
} {
  const example = '一行一条，写成“老赖: 失信被执行人”的样子，冒号用半角，后面空一格';
  const data: Record<string, readonly string[]> = {};
  const faults: Fault[] = [];
  if (record.data !== null && (typeof record.data !== 'object' || Array.isArray(record.data))) {
    const place = { ...record.place([]), field: '整个文件', value: null };
    faults.push(fault(place, '内容应当是“说法: 本库的词”', example));
  } else {
    for (const [said, written] of Object.entries(record.data ?? {})) {
      const told = (problem: string, remedy: string): Fault =>
        fault({ ...record.place([said]), field: `“${said}”` }, problem, remedy);
      const means = everydayMeanings.safeParse(written);
      if ([...said].length < 2) {
        faults.push(told('只有一个字，会在许多别的词里出现', '写两个字以上的说法'));
      } else if (!means.success) {
        faults.push(
          told('冒号右边要写本库的词', '写一个词；几个词写成 [甲, 乙]；用不着就整行删去'),
        );
      } else data[said] = means.data;
    }
  }
  return { checked: { ...record, data }, faults };
}

/** Every everyday word leads to words the library has: in a list, in a text, or to another such word. */
export function unknownMeanings({ everyday, gists, lists }: Library): Fault[] {
  if (!everyday) return [];
  const inTexts = new Set(gists.flatMap(({ words }) => words));
  const listed = vocabularyNames
    .filter((list) => list !== 'authors')
    .map((list) => JSON.stringify(lists[list].map(({ data }) => data)));
  const isKnown = (word: string): boolean =>
    Object.hasOwn(everyday.data, word) ||
    inTexts.has(word) ||
    listed.some((texts) => texts.includes(word));
  return Object.entries(everyday.data).flatMap(([said, means]) =>
    means
      .filter((word) => !isKnown(word))
      .map((word) =>
        fault(
          { ...everyday.place([said]), field: `“${said}”`, value: word },
          `清单和正文里都没有“${word}”，读者会被引到空处`,
          '改成清单里的名称、别名，或某篇正文里用过的词',
        ),
      ),
  );
}

/** Following an everyday word from word to word comes to an end. */
export function everydayCircles({ everyday }: Library): Fault[] {
  if (!everyday) return [];
  const { data } = everyday;
  const reported = new Set<string>();
  const circleFrom = (start: string): string[] | null => {
    const follow = (word: string, path: readonly string[]): string[] | null => {
      for (const next of Object.hasOwn(data, word) ? (data[word] ?? []) : []) {
        if (next === start) return [...path, next];
        if (path.includes(next)) continue;
        const circle = follow(next, [...path, next]);
        if (circle) return circle;
      }
      return null;
    };
    return follow(start, [start]);
  };
  return Object.keys(data).flatMap((said) => {
    const circle = circleFrom(said);
    if (!circle || circle.some((word) => reported.has(word))) return [];
    for (const word of circle) reported.add(word);
    return [
      fault(
        { ...everyday.place([said]), field: `“${said}”` },
        `说法绕成了一个圈：${circle.join(' → ')}`,
        '找出写错的一条，改成本库的说法，或删去',
      ),
    ];
  });
}
