import type { Library } from '#gate/library.ts';
import { fault, type Fault } from '#gate/fault.ts';
import { reviewingFile, reviewsFile } from '#gate/records.ts';
import { digestOfStatement, statementOf } from '#prose/statement.ts';

/** Signatures are of rounds there are, of editions there were, by different people, and no later than today. */
export function signatures({ practices, reviews, listed, raw }: Library, today: string): Fault[] {
  const { rounds, apart } = listed.reviewing;
  const editionOf = new Map(practices.map(({ id, data }) => [id, data.edition]));
  return reviews.flatMap((record) => {
    if (!raw.practiceIds.has(record.id)) {
      const place = { file: record.file, line: null, field: '文件名', value: `${record.id}.yml` };
      return [fault(place, '没有这篇实践', '实践改了名，审读记录要跟着改成同一个名字')];
    }
    return record.data.flatMap(({ edition, round, by, on }, at) => {
      const newest = editionOf.get(record.id);
      if (newest !== undefined && edition > newest) {
        return [
          fault(record.place([at, 'edition']), `还没有第 ${edition} 版`, `现在是第 ${newest} 版`),
        ];
      }
      if (edition === newest && rounds.length > 0 && !rounds.includes(round)) {
        const remedy = `现有各道：${rounds.join('、')}；要改各道，改 ${reviewingFile}`;
        return [fault(record.place([at, 'round']), '没有这一道', remedy)];
      }
      if (on > today) {
        const problem = `日期还没有到（今天是 ${today}）`;
        return [fault(record.place([at, 'on']), problem, '改成实际的日期')];
      }
      const same = record.data.findIndex(
        (other) => other.edition === edition && other.by === by && other.round !== round,
      );
      if (apart && same >= 0 && same < at) {
        const remedy = `请另一位同事读这一道；允许一人签几道，在 ${reviewingFile} 里写 apart: false`;
        return [fault(record.place([at, 'by']), '同一版的两道由同一个人签', remedy)];
      }
      return [];
    });
  });
}

/** Where an office requires it, what is published has been read in every round as it stands now. */
export function signedAsRequired({ practices, reviews, ledgers, listed }: Library): Fault[] {
  const { rounds, required } = listed.reviewing;
  if (!required) return [];
  const reviewsOf = new Map(reviews.map(({ id, data }) => [id, data]));
  const ledgerOf = new Map(ledgers.map(({ id, data }) => [id, data]));
  return practices.flatMap((practice) => {
    const { id, data } = practice;
    if (data.state !== 'published') return [];
    const now = digestOfStatement(statementOf(practice, ledgerOf.get(id) ?? { paragraphs: [] }));
    const given = (reviewsOf.get(id) ?? []).filter(({ edition }) => edition === data.edition);
    return rounds.flatMap((round) => {
      const ofRound = given.filter((review) => review.round === round);
      if (ofRound.some(({ read }) => read === now)) return [];
      const [stale] = ofRound;
      const place = { file: reviewsFile(id), line: null, field: round, value: stale?.by ?? null };
      const problem = stale ? '签过之后文字又改了，签名失效' : '这一版还没有人签这一道';
      const remedy = `对照原文读完，运行 npm run sign -- ${id} --round ${round} --by 姓名；还没有读完的，先把 state 写成 review`;
      return [fault(place, problem, remedy)];
    });
  });
}
