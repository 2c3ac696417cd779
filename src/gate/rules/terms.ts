import { fault, type Fault } from '#gate/fault.ts';
import type { Library } from '#gate/library.ts';
import { listFile } from '#gate/records.ts';

/** Every defined term stands in the prose of some practice, under its name or an alias. */
export function unusedTerms({ gists, lists, listed }: Library): Fault[] {
  const used = new Set(gists.flatMap(({ words }) => words));
  return lists.terms
    .filter(
      ({ data }) =>
        ![data.label, ...data.aliases].some(
          (word) => used.has(word) || listed.drafted.includes(word),
        ),
    )
    .map((term) =>
      fault(
        term.place(['label']),
        '没有一篇实践的正文里出现这个术语或它的别名',
        '把正文里的实际写法补进别名（aliases），或删去这一条',
      ),
    );
}

/** Trade words that are used have a definition; which words these are stands in wording.yml. */
export function undefinedJargon({ practices, listed }: Library): Fault[] {
  const defined = wordsDefined(listed.lists.terms);
  const missing = listed.wording.jargon.filter((word) => !defined.has(word));
  return missing.flatMap((word) => {
    for (const practice of practices) {
      const passage = practice.passages.find(({ text }) => text.includes(word));
      if (!passage) continue;
      const remedy = `在 ${listFile('terms')} 里加一条“${word}”，写明定义`;
      const place = practice.prosePlace(passage.section, passage.line, word);
      return [fault(place, '用了行话却没有定义', remedy)];
    }
    return [];
  });
}

/** A definition that sends the reader on (见：甲、乙) sends to terms that exist. */
export function danglingSeeAlso({ lists }: Library): Fault[] {
  const defined = wordsDefined(lists.terms);
  return lists.terms.flatMap((term) => {
    const sentTo = [...term.data.definition.matchAll(/见：([^。；]+)/g)];
    return sentTo
      .flatMap(([, words = '']) => words.split('、'))
      .filter((word) => !defined.has(word))
      .map((word) =>
        fault(
          { ...term.place(['definition']), value: `见：${word}` },
          `${listFile('terms')} 里没有叫“${word}”的术语`,
          '改成已有术语的名称或别名，或先为它加一条',
        ),
      );
  });
}

const wordsDefined = (terms: Library['lists']['terms']): Set<string> =>
  new Set(terms.flatMap(({ data }) => [data.label, ...data.aliases]));
