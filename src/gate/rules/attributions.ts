import type { AttributionProblem } from '#domain/grounds/article-text.ts';
import { documentsOf, type KnownDocument } from '#gate/articles.ts';
import { fault, type Fault, type Place } from '#gate/fault.ts';
import type { Library } from '#gate/library.ts';

/** Each paragraph of a source document belongs to one article, and each article to a practice there is. */
export function attributions({ listed, raw }: Library): Fault[] {
  const seen = new Map(listed.attributedElsewhere);
  return documentsOf(listed).flatMap((document) => {
    const { record } = document;
    const { data } = record;
    const faults: Fault[] = [];
    if (data.document !== record.id) {
      const remedy = `两处写成一样：文件叫 ${record.id}.yml，document 就写 '${record.id}'`;
      faults.push(fault(record.place(['document']), '和文件名不一致', remedy));
    }
    for (const [index, { practice }] of data.articles.entries()) {
      if (practice === undefined) continue;
      const place = (): Place => record.place(['articles', index, 'practice']);
      const other = seen.get(practice);
      if (!raw.practiceIds.has(practice) && !listed.draftIds.has(practice)) {
        faults.push(fault(place(), '没有这篇实践', '照 practices/ 里的文件名写；改过名的一并改'));
      } else if (other !== undefined) {
        faults.push(
          fault(place(), `这篇实践的原文已经归在 ${other} 里`, '一篇实践只对一篇文章，留一处'),
        );
      }
      seen.set(practice, record.file);
    }
    return [...faults, ...documentFaults(document)];
  });
}

function documentFaults({ record, text, movedTo, problems }: KnownDocument): Fault[] {
  if (text !== null) return problems.map((problem) => partFault(record, problem));
  const [other] = movedTo;
  if (other === undefined) return [];
  const remedy = `内容一样的文件在 ${other}，把 file 改成它`;
  return [fault(record.place(['file']), '原文文件夹里找不到这个文件', remedy)];
}

const words: Readonly<Record<AttributionProblem['kind'], readonly [string, string]>> = {
  beyond: ['原文没有这一段', '段数只数有字的行，从 1 起；对着原文改 at'],
  unlike: [
    '原文这一段不是这样开头、这样结尾',
    '原文改过的，对照后改 from 和 to；段号错了的，改 at。再看一遍据这一段的各处陈述',
  ],
  twice: ['这一段的字已经归给另一处', '每一段只归一处；一段里有几篇的，各写各的 from 和 to'],
  unused: ['这一段没有归给任何一篇', '归到它所属的那一篇；哪一篇都不是的，归到一条 other 里'],
  changed: [
    '原文这一段的字改过了',
    '对照原文，再看一遍据这一段的各处陈述，然后运行 npm run grounds -- --confirm-documents',
  ],
};

function partFault(record: KnownDocument['record'], problem: AttributionProblem): Fault {
  const [what, remedy] = words[problem.kind];
  const { part, at, text } = problem;
  const place =
    part === null
      ? { file: record.file, line: null, field: `原文第 ${at} 段`, value: `${text}……` }
      : {
          ...record.place(['articles', part[0], 'parts', part[1]]),
          field: `原文第 ${at} 段`,
          value: text,
        };
  return fault(place, what, remedy);
}
