import { matchesOf } from '#domain/words/matches.ts';
import { excerpt, fault, mendingAt, type Fault } from '#gate/fault.ts';
import type { Library } from '#gate/library.ts';
import { textsOf, type Text } from '#gate/texts.ts';

/** Punctuation of Chinese text, in every field and passage. */
export function punctuation(library: Library): Fault[] {
  return textsOf(library).flatMap((text) => [
    ...unpaired(text),
    ...(text.voice === 'printed' ? [] : [...halfWidth(text), ...blanks(text)]),
  ]);
}

const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '《': '》',
  '（': '）',
  '【': '】',
};

const pairedMark = /[“”‘’《》（）【】]/g;

/** The first mark of a text that is opened and not closed, or closed and not opened. */
function unpaired({ text, place }: Text): Fault[] {
  const open: { mark: string; at: number }[] = [];
  const report = (at: number, problem: string): Fault[] => [
    fault(
      { ...place(), value: excerpt(text, at) },
      problem,
      '引号、书名号、括号要在同一段里成对出现',
    ),
  ];
  for (const { 0: mark, index: at } of matchesOf(pairedMark, text)) {
    if (mark in pairs) open.push({ mark, at });
    else if (isApostrophe(text, at, open.at(-1)?.mark)) continue;
    else {
      const last = open.pop();
      if (!last) return report(at, `${mark} 前面没有配对的另一半`);
      if (pairs[last.mark] !== mark) return report(at, `${last.mark} 和 ${mark} 不是一对`);
    }
  }
  const [left] = open;
  return left ? report(left.at, `${left.mark} 没有配对的 ${pairs[left.mark]}`) : [];
}

/** `People’s`, and `workers’ rights` where no ‘ waits for its other half. */
const isApostrophe = (text: string, at: number, open: string | undefined): boolean =>
  text[at] === '’' &&
  /[\p{Script=Latin}\d]/u.test(text[at - 1] ?? '') &&
  (/\p{Script=Latin}/u.test(text[at + 1] ?? '') || open !== '‘');

const chinese = '[\\p{Script=Han}“”‘’《》（）【】、，。；：？！…—]';
/** Asked first: most texts have none. */
const anyHalfWidth = /[,;:?!()"'.]/;
const halfWidthMark = new RegExp(`(?<=${chinese})\\s?[,;:?!()"'.]|[,;:?!()"'.](?=${chinese})`, 'u');

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '"': '“ 或 ”',
  "'": '‘ 或 ’',
  '.': '。',
};

function halfWidth({ text, place }: Text): Fault[] {
  const match = anyHalfWidth.test(text) ? halfWidthMark.exec(text) : null;
  if (!match) return [];
  const mark = match[0].trim();
  const problem = `中文里用了半角标点 ${mark}`;
  const full = fullWidth[mark] ?? mark;
  const remedy = `改成全角的 ${full}`;
  const mend = full.length === 1 ? mendingAt(text, match.index, match[0].length, full) : null;
  return [fault({ ...place(), value: excerpt(text, match.index) }, problem, remedy, mend)];
}

/** Not behind the number of a standard: “GB/T 7714—2025 顺序编码制”. */
const blankBesideNumber =
  /\p{Script=Han}[ \u00A0]+\d|(?<![A-Za-z][ /]?[\d.—-]*)\d[ \u00A0]+\p{Script=Han}/u;

/** Blanks between Han and digits, and line breaks inside a paragraph, which a browser shows as blanks. */
function blanks({ text, place, kind }: Text): Fault[] {
  const beside = blankBesideNumber.exec(text);
  if (beside) {
    const value = excerpt(text, beside.index, beside[0].length);
    const closed = beside[0].replace(/[ \u00A0]+/, '');
    const mend = mendingAt(text, beside.index, beside[0].length, closed);
    return [fault({ ...place(), value }, '汉字和数字之间有空格', '删去空格', mend)];
  }
  const broken = kind === 'prose' ? /\n/.exec(text) : null;
  if (!broken) return [];
  const value = excerpt(text, broken.index);
  const remedy = '一段写成一行；要分段就空一行';
  return [fault({ ...place(), value }, '一段中间换了行，网页上会多出空格', remedy)];
}

/** Forms on the list of misprints, in our own words. What we quote as a misprint may stand. */
export function misprints(library: Library): Fault[] {
  const { misprints: list } = library.listed.wording;
  const any = new RegExp(list.map(({ wrong }) => RegExp.escape(wrong)).join('|') || '(?!)');
  return textsOf(library).flatMap(({ text, place, voice }) => {
    if (voice === 'printed' || !any.test(text)) return [];
    const ours =
      voice === 'quoting' ? text.replace(/“[^”]*”/g, (quoted) => '　'.repeat(quoted.length)) : text;
    return list.flatMap(({ wrong, right, unless }) => {
      const at = ours.indexOf(wrong);
      if (at < 0 || unless.some((word) => sentenceAt(ours, at).includes(word))) return [];
      const value = excerpt(text, at, wrong.length);
      const remedy = `应写“${right}”（见 content/wording.yml）`;
      const mend = mendingAt(text, at, wrong.length, right);
      return [fault({ ...place(), value }, `“${wrong}”是错误写法`, remedy, mend)];
    });
  });
}

/** The sentence that stands around a place. */
function sentenceAt(text: string, at: number): string {
  const before =
    text
      .slice(0, at)
      .split(/[。！？；]/)
      .at(-1) ?? '';
  const behind = text.slice(at).split(/[。！？；]/, 1)[0] ?? '';
  return before + behind;
}
