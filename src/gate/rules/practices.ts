import { fault, type Fault } from '#gate/fault.ts';
import type { Library } from '#gate/library.ts';

/** Names a reader tells two practices apart by, and ids that stand twice in one list. */
export function repetitions({ practices, settled }: Library): Fault[] {
  const titles = new Map(settled.map(({ title, file }) => [title, file]));
  return practices.flatMap((practice) => {
    const { data } = practice;
    const faults: Fault[] = [];
    const sameTitle = titles.get(data.title);
    if (sameTitle === undefined) titles.set(data.title, practice.file);
    else {
      const remedy = '两篇的标题要让读者分得清，改写其中一个';
      faults.push(fault(practice.place(['title']), `与 ${sameTitle} 的标题相同`, remedy));
    }
    const lists: readonly (readonly [path: readonly string[], values: readonly string[]])[] = [
      [['topics'], data.topics],
      [['problems'], data.problems],
    ];
    for (const [path, values] of lists) {
      values.forEach((value, index) => {
        if (values.indexOf(value) === index) return;
        faults.push(fault(practice.place([...path, index]), '同一个 id 写了两遍', '删去后一个'));
      });
    }
    const authors = (data.source.authors ?? []).map(({ author }) => author);
    authors.forEach((author, index) => {
      if (authors.indexOf(author) === index) return;
      const place = practice.place(['source', 'authors', index, 'author']);
      faults.push(fault(place, '同一位署名人写了两遍', '删去后一个'));
    });
    return faults;
  });
}

/** Editions and dates of change agree with each other and with the calendar. */
export function editions({ practices, guides }: Library, today: string): Fault[] {
  const late = guides.flatMap((guide) =>
    guide.data.updatedOn > today ? [inFuture(guide.place(['updatedOn']), today)] : [],
  );
  return late.concat(
    practices.flatMap((practice) => {
      const { edition, changes } = practice.data;
      const newest = changes[0];
      const unsorted = changes.findIndex((change, index) => {
        const older = changes[index + 1];
        return older && (older.edition >= change.edition || older.changedOn > change.changedOn);
      });
      if (unsorted >= 0) {
        const remedy = '新的一版写在最上面，版次和日期都从新到旧';
        return [fault(practice.place(['changes', unsorted]), '各版的次序不对', remedy)];
      }
      const faults: Fault[] = [];
      if (newest && edition !== newest.edition) {
        const problem = `与修改说明里最新的一版（第 ${newest.edition} 版）不同`;
        const remedy = '改了内容就在 changes 最上面加一条，并把 edition 改成同一个数';
        faults.push(fault(practice.place(['edition']), problem, remedy));
      }
      if (newest && newest.changedOn > today) {
        faults.push(inFuture(practice.place(['changes', 0, 'changedOn']), today));
      }
      return faults;
    }),
  );
}

export const inFuture = (place: Parameters<typeof fault>[0], today: string): Fault =>
  fault(place, `日期还没有到（今天是 ${today}）`, '改成实际的日期');
