import { excerpt } from '#gate/fault.ts';

/** What is wrong with a sign, how to put it right, and the words around it. */
export type Problem = readonly [problem: string, remedy: string, value?: string];

/** Signs that a reader would see among the words. */
const leftovers: readonly (readonly [sign: RegExp, problem: string, remedy: string])[] = [
  [
    /^\s*[#＃]+/,
    '# 没有变成小标题，会照样印出来',
    '小标题写成“## 条件与局限”：行首不空格，两个半角的 #，后面一个半角空格',
  ],
  [
    /\*\*/,
    '** 没有变成粗体，会照样印出来',
    '前后各两个 *，成对写在同一段里，里侧不要有空格，例如 **先议后办**',
  ],
  [/\*/, '有一个多出来的 *，会照样印出来', '注码删去；乘号写“×”，隐去的字写“某”'],
  [/~/, '用了半角的 ~', '表示范围写“～”或“至”'],
  [
    /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/,
    '有多出来的 _，会照样印出来',
    '强调写成 **粗体**；填空的横线改用文字说明',
  ],
  [/\\/, '有多出来的反斜杠，会照样印出来', '删去反斜杠'],
  [/`/, '有多出来的反引号，会照样印出来', '删去它；引用写“ ”'],
  [
    /[[\]]/,
    '有没有变成链接的方括号，会照样印出来',
    '注码（如 [1]）删去；补字用〔 〕，说明用（ ）；链接写成 [名称](网址)，中间不空格',
  ],
  [
    /\||^\s*｜/,
    '竖线没有变成表格，会照样印出来',
    '表格第二行写 |---|---|，格数与表头一样，表格上面空一行；不是表格就不用竖线',
  ],
  [/(?<![A-Za-z])#(?!\d)/, '有多出来的 #，会照样印出来', '话题标签的 # 删去'],
  [/[<>]/, '有半角的尖括号，会照样印出来', '书名写《 》，大小写成文字，箭头写“→”'],
  [/&(?:[A-Za-z]+|#\d+|#x[\dA-Fa-f]+);/, '有网页的代码，会照样印出来', '换成它代表的那个字'],
  [
    /^(?:[-+](?=\S)(?![-\d])|\s*[•●■◆·▪◦‣○□◇◎▲△►➢➤✓✔✦❖★☆–])/u,
    '行首的符号没有变成列表',
    '写成“- ”开头，后面空一格',
  ],
  [/==/, '== 没有变成别的样子，会照样印出来', '强调写成 **粗体**'],
  [/[{}]/, '有花括号，会照样印出来', '删去它；说明用（ ）'],
  [/\$\$|\$[A-Za-z\\]/, '$ 没有变成公式，会照样印出来', '公式写成文字'],
  [/^:{3}/, '::: 没有变成提示框，会照样印出来', '编者的话写进 <Note>'],
  [/(?<![!-~])--+(?![!-~])/, '用两个半角连字符代替破折号', '写成“——”'],
];

/** The first sign of each kind, with the words around it. */
export const leftoversIn = (text: string): Problem[] => {
  for (const [sign, problem, remedy] of leftovers) {
    const match = sign.exec(text);
    if (match) return [[problem, remedy, excerpt(text, match.index, match[0].length)]];
  }
  return [];
};
