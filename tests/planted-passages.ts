/** Passages as drafts quote them, made of a library by a seed: each with what it has to be told to be. */
import type { BlockEntry } from '#domain/search/data.ts';
import { kindNumber } from '#domain/search/kinds.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { lettersOf } from '#domain/verification/letters.ts';
import { sentencesOf } from '#domain/verification/sentences.ts';
import { randomFrom } from './random.ts';

export type Planting =
  | 'exact'
  | 'part'
  | 'joined'
  | 'within'
  | 'character'
  | 'digit'
  | 'negated'
  | 'dropped'
  | 'spliced'
  | 'invented';

export interface Planted {
  readonly planting: Planting;
  readonly text: string;
  /** Of whom the words are; none where nobody's. */
  readonly practice: string | null;
  /** What it was made of. */
  readonly of: string;
}

type Told = Pick<
  Practice,
  | 'id'
  | 'title'
  | 'summary'
  | 'sections'
  | 'measures'
  | 'figures'
  | 'outcomes'
  | 'conditions'
  | 'limits'
>;

/** What the page of a practice says, block by block, as its readers see it. */
export function blocksOfPractice(practice: Told): readonly BlockEntry[] {
  const { title, summary, sections, measures, figures, outcomes, conditions, limits } = practice;
  const text = (address: string, ...texts: readonly string[]): BlockEntry[] =>
    texts.map((of) => [kindNumber('text'), address, of]);
  return [
    [kindNumber('title'), '', title],
    [kindNumber('summary'), '', summary],
    ...sections.flatMap(({ id, heading, blocks }): BlockEntry[] => [
      [kindNumber('heading'), id, heading],
      ...blocks.flatMap((block) => text(block.id ?? id, ...(block.cells?.flat() ?? block.lines))),
    ]),
    ...measures.flatMap(({ name, how }) => text('jizhi', name, how)),
    ...figures.flatMap(({ value, unit, counts, scope, period, caveat }) =>
      text('shuzi', value + unit, counts, ...[scope, period, caveat].filter((of) => of !== null)),
    ),
    ...[outcomes, conditions, limits].flatMap((claims) =>
      claims.flatMap((claim) => text('yaosu', claim.text)),
    ),
  ];
}

const others = [...'其乃亦甚曾遂尤须惟颇诸彼焉矣兮'];

export function plantedPassages(
  practices: readonly Told[],
  { seed, count }: { seed: number; count: number },
): readonly Planted[] {
  const { of, next } = randomFrom(seed);
  const sentences = practices.flatMap(({ id, sections }) =>
    sections.flatMap(({ blocks }) =>
      blocks
        .filter(({ kind }) => kind === 'paragraph' || kind === 'list')
        .flatMap(({ lines }) =>
          lines.flatMap((line) => {
            const found = sentencesOf(line).map(({ from, to }) => line.slice(from, to));
            return found.map((text, at) => ({ id, text, after: found[at + 1] ?? null }));
          }),
        ),
    ),
  );
  const long = sentences.filter(({ text }) => lettersOf(text).text.length >= 12);
  const withDigit = long.filter(({ text }) => /\d/.test(text));
  const withComma = long.filter(
    ({ text }) => text.split('，').every((part) => part.length >= 7) && text.includes('，'),
  );
  const whole = new Set(
    practices.flatMap((practice) =>
      blocksOfPractice(practice).map(([, , text]) => lettersOf(text).text),
    ),
  );
  const isNew = (text: string): boolean =>
    ![...whole].some((own) => own.includes(lettersOf(text).text));
  const below = (bound: number): number => Math.floor(next() * bound);
  const lettersIn = (text: string): number[] =>
    [...text].flatMap((character, at) => (/\p{Script=Han}/u.test(character) ? [at] : []));
  const put = (text: string, at: number, length: number, other: string): string =>
    text.slice(0, at) + other + text.slice(at + length);

  const make: Record<Planting, () => Planted> = {
    exact: () => {
      const { id, text } = of(long);
      return { planting: 'exact', text, practice: id, of: text };
    },
    part: () => {
      const { id, text } = of(withComma);
      const parts = text.split('，');
      const at = below(parts.length - 1);
      return {
        planting: 'part',
        text: `${parts
          .slice(at, at + 2)
          .join('，')
          .replace(/。$/, '')}。`,
        practice: id,
        of: text,
      };
    },
    joined: () => {
      const { id, text, after } = of(long.filter(({ after }) => after !== null));
      return {
        planting: 'joined',
        text: text.replace(/[。！？；]$/, '，') + (after ?? ''),
        practice: id,
        of: text,
      };
    },
    within: () => {
      const { id, text } = of(long);
      const own = text.replace(/[。！？]$/, '');
      return {
        planting: 'within',
        text: `正如一份材料里写到的那样：“${own}”，这对我们很有启发。`,
        practice: id,
        of: text,
      };
    },
    character: () => {
      const { id, text } = of(long);
      return {
        planting: 'character',
        text: put(text, of(lettersIn(text)), 1, of(others)),
        practice: id,
        of: text,
      };
    },
    digit: () => {
      const { id, text } = of(withDigit);
      const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
      const at = of(places);
      return {
        planting: 'digit',
        text: put(text, at, 1, String((Number(text[at]) + 1 + below(8)) % 10)),
        practice: id,
        of: text,
      };
    },
    negated: () => {
      const { id, text } = of(long);
      return {
        planting: 'negated',
        text: put(text, of(lettersIn(text)), 0, of(['不', '未'])),
        practice: id,
        of: text,
      };
    },
    dropped: () => {
      const { id, text } = of(long);
      return {
        planting: 'dropped',
        text: put(text, of(lettersIn(text)), 1, ''),
        practice: id,
        of: text,
      };
    },
    spliced: () => {
      const [one, two] = [of(long), of(long)];
      const cut = (text: string): string[] => [
        text.slice(0, Math.ceil(text.length / 2)),
        text.slice(Math.ceil(text.length / 2)),
      ];
      return {
        planting: 'spliced',
        text: (cut(one.text)[0] ?? '') + (cut(two.text)[1] ?? ''),
        practice: one.id,
        of: `${one.text} + ${two.text}`,
      };
    },
    invented: () => ({ planting: 'invented', text: invented(of, below), practice: null, of: '' }),
  };
  const plantings = Object.keys(make) as Planting[];
  const made: Planted[] = [];
  while (made.length < count) {
    const planting = plantings[made.length % plantings.length] ?? 'exact';
    const planted = make[planting]();
    const isOurs = ['exact', 'part', 'joined', 'within'].includes(planting);
    // A change may come out as what stands elsewhere.
    if (isOurs || isNew(planted.text)) made.push(planted);
  }
  return made;
}

/** What a draft says that was never read anywhere, in the words of the field. */
export function invented(
  of: <T>(values: readonly T[]) => T,
  below: (bound: number) => number,
): string {
  const who = of([
    '某市中级人民法院',
    '这个区的综治中心',
    '县司法局',
    '当地党委政法委',
    '镇里的调解委员会',
    '该省高级人民法院',
  ]);
  const what = of([
    '推行巡回审判站',
    '设立流动调解车',
    '试点信用积分制',
    '开通方言接待窗口',
    '组织退役军人调解队',
    '搭建邻里议事厅',
  ]);
  const how = of([
    '把法官送到集市上办案',
    '让群众少跑了冤枉路',
    '由乡贤轮流坐班答疑',
    '对每一件纠纷逐级挂号',
    '请心理咨询师提前介入',
    '用短信提醒双方到场',
  ]);
  return `${who}从去年春天起${what}，${how}，全年办结${100 + below(9000)}件，满意率达到${80 + below(19)}.${below(10)}%。`;
}
