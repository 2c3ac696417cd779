import { coverageOf } from '#domain/grounds/grounds.ts';
import type { Statement } from '#domain/grounds/statements.ts';
import { unusedSentences } from '#domain/grounds/unused.ts';
import type { GroundedPractice } from '#editing/grounded.ts';

const states = {
  confirmed: '已确认',
  stale: '改过，要重新确认',
  proposed: '拟的，没有确认',
  missing: '没有出处',
  ours: '编者',
} as const;

/** Each statement with its sentences numbered and what it rests on, for who reads it against the source. */
export function listOf({ id, pairing }: GroundedPractice): string {
  const lines = pairing.pairs.flatMap(({ statement, ground, state }) => [
    `\n${nameOf(statement)}　【${states[state]}】`,
    ...statement.sentences.map((sentence, index) => `  ${index + 1}. ${sentence}`),
    ...(ground?.passages ?? []).map(
      ({ at, from, to, for: of }) =>
        `     ${of ? `[${of.join('、')}] ` : ''}${at} ${from}${to === undefined ? '' : `……${to}`}`,
    ),
    ...(ground?.absent ?? []).map(({ words }) => `     没有：${words.join('、')}`),
    ...(ground?.editor === undefined
      ? []
      : [`     编者：${ground.editor === true ? '全部' : ground.editor.join('、')}`]),
  ]);
  return [`== ${id}`, ...lines].join('\n');
}

const nameOf = ({ of, what, said }: Statement): string =>
  `${of} ${what === '' ? (said[0] ?? '') : what.slice(0, 40)}`;

/** How much of each practice is grounded, and what is still to be done. */
export function openGrounds(practices: readonly GroundedPractice[]): string {
  const rows = practices.map((practice) => {
    const { id, pairing, article } = practice;
    const { pairs, orphans } = pairing;
    const sentences = pairs
      .filter(({ statement }) => statement.of === 'paragraph')
      .flatMap(({ statement, ground }) => {
        const { bare, ours } = coverageOf(statement, ground);
        return statement.sentences.map((_sentence, index) =>
          bare.includes(index + 1) ? 'bare' : ours.includes(index + 1) ? 'ours' : 'borne',
        );
      });
    const count = (state: keyof typeof states): number =>
      pairs.filter((pair) => pair.state === state).length;
    const unused = article?.text ? unusedSentences(article.text, pairs) : [];
    return [
      `${id}：${pairs.length} 处陈述，已确认 ${count('confirmed')}，拟的 ${count('proposed')}，改过的 ${count('stale')}，没有出处 ${count('missing')}，编者 ${count('ours')}；正文 ${sentences.length} 句，没有出处 ${sentences.filter((state) => state === 'bare').length} 句${orphans.length > 0 ? `；多出 ${orphans.length} 条` : ''}`,
      ...unused.map(({ at, text }) => `  未用 ${at}：${text}`),
    ].join('\n');
  });
  return rows.join('\n');
}
