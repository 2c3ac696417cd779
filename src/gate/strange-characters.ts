/**
 * Characters that no text of the library holds, because a reader cannot see them, cannot search
 * for them, or sees something else than the editor did. Names and remedies are for editors.
 */
export interface StrangeCharacter {
  /** Where it begins, in UTF-16 units. */
  readonly at: number;
  /** The character, with the marks that belong to it. */
  readonly text: string;
  /** What it is, in Chinese, without its code point. */
  readonly name: string;
  readonly remedy: string;
  /** What is to stand there, where nothing else can be meant; null otherwise. */
  readonly instead: string | null;
}

interface Kind {
  readonly pattern: RegExp;
  readonly nameOf: (text: string) => string;
  readonly remedyOf: (text: string) => string;
  /** What is to stand there; not given where that is for an editor to say. */
  readonly insteadOf?: (text: string, before: string, behind: string) => string | null;
}

const always =
  (words: string) =>
  (_text: string): string =>
    words;

const names: Readonly<Record<string, string>> = {
  '\u{00A0}': '不换行空格',
  '\u{00AD}': '软连字符',
  '\u{034F}': '看不见的连接符',
  '\u{0085}': '看不见的换行符',
  '\u{061C}': '改变文字方向的符号',
  '\u{115F}': '看不见的韩文填充符',
  '\u{1160}': '看不见的韩文填充符',
  '\u{180E}': '看不见的蒙古文分隔符',
  '\u{200B}': '零宽空格',
  '\u{200C}': '零宽不连字符',
  '\u{200D}': '零宽连字符',
  '\u{200E}': '改变文字方向的符号',
  '\u{200F}': '改变文字方向的符号',
  '\u{2028}': '看不见的换行符',
  '\u{2029}': '看不见的分段符',
  '\u{202F}': '窄的不换行空格',
  '\u{2060}': '零宽的词连接符',
  '\u{2800}': '看上去是空白的盲文符号',
  '\u{3164}': '看不见的韩文填充符',
  '\u{FEFF}': '零宽空格（BOM）',
  '\u{FFA0}': '看不见的韩文填充符',
  '\u{FFFC}': '图片的占位符',
  '\u{FFFD}': '乱码的替代符',
};

const unseenName = (text: string): string => {
  const known = names[text];
  if (known !== undefined) return known;
  if (/[\u202A-\u202E\u2066-\u2069]/u.test(text)) return '改变文字方向的符号';
  if (/[\u{E0000}-\u{E007F}]/u.test(text)) return '看不见的标签字符';
  if (/\p{Cc}/u.test(text)) return '控制字符';
  if (/\p{Variation_Selector}/u.test(text)) return '异体选择符';
  if (/\p{Zs}/u.test(text)) return '不寻常的空格';
  return '看不见的字符';
};

const compatible = (text: string): string => text.normalize('NFKC').replaceAll('\u2044', '/');

/** What a form of a mark or a measure is in Chinese, where its plain form is not. */
const inChinese: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
  m2: '平方米',
  km2: '平方公里',
  m3: '立方米',
};

/** The usual form of a character; null where there is none. */
const usualForm = (text: string): string | null => {
  const plain = inChinese[compatible(text)] ?? compatible(text);
  return plain === text || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(plain) ? null : plain;
};

const isLatin = (text: string): boolean => /[\p{Script=Latin}\d]/u.test(text);

const nothing = (): string => '';

const writeInstead = (text: string): string => {
  const folded = compatible(text);
  const plain = inChinese[folded] ?? folded;
  return plain === text || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(plain)
    ? '换成平常的写法，用输入法重新打一遍'
    : `改成“${plain}”`;
};

const removal = '删去它；它看不见，最稳妥的是把前后各一个字一起删掉，用输入法重打';

/** What UTF-8 becomes when it is taken for GBK or Windows-1252, and what programs fill memory with. */
const taken = String.raw`[\u00A1-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013\u2014\u2018-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]`;
const inHan = /锟斤拷|烫烫烫|屯屯屯|锛[屽岀]|銆[傚侊婂嬨]|鈥[檚渓滄漒]/;
const mojibake = new RegExp(
  String.raw`${inHan.source}|\u00C3[\u00A1-\u00BF]|\u00E2\u20AC[\u0153\u2122\u02DC\u00A6]|(?:[\u00C2-\u00F4]${taken}{1,3}){2,}`,
  'gu',
);

/** What is refused wherever it stands, also in words that are carried over as printed. */
const everywhere: readonly Kind[] = [
  {
    pattern: /[^\P{Zs} \u3000]/gu,
    nameOf: unseenName,
    remedyOf: always('中文里删去它，西文词之间改成普通空格'),
    insteadOf: (_text, before, behind) => (isLatin(before) && isLatin(behind) ? ' ' : ''),
  },
  {
    pattern: /[\p{Zl}\p{Zp}\u0085]/gu,
    nameOf: unseenName,
    remedyOf: always('删去它；要分段就用回车，并空一行'),
  },
  {
    pattern: /[^\P{Cc}\t\n\r\u0085]/gu,
    nameOf: unseenName,
    remedyOf: always(removal),
    insteadOf: nothing,
  },
  {
    pattern:
      /[\p{Cf}\p{Variation_Selector}\u034F\u115F\u1160\u17B4\u17B5\u2065\u2800\u3164\uFFA0\u{E0000}-\u{E0FFF}]/gu,
    nameOf: unseenName,
    remedyOf: always(removal),
    insteadOf: nothing,
  },
  {
    pattern: /\uFFFC/gu,
    nameOf: unseenName,
    remedyOf: always('删去它；它是从文档里粘来的图片留下的，图的内容要用文字或绘图组件写出'),
  },
  {
    pattern: /\uFFFD/gu,
    nameOf: unseenName,
    remedyOf: always('对照原文把丢了的字补上；看不清就写明原文缺字'),
  },
  {
    pattern: /\p{Co}/gu,
    nameOf: always('专用区的字（别的电脑上是方框或空白）'),
    remedyOf: always('换成字库里有的字；实在没有就用文字说明字形，例如“（左金右韦）”'),
  },
  { pattern: /\p{Cs}/gu, nameOf: always('只剩一半的字'), remedyOf: always('对照原文重打这个字') },
  {
    pattern: /\p{Cn}/gu,
    nameOf: always('还没有指定用途的编码'),
    remedyOf: always('对照原文重打这个字'),
  },
  {
    // U+FA0E and eleven others are unified ideographs that only stand in this block.
    pattern:
      /[^\P{Script=Han}\u0000-\u{F8FF}\u{FB00}-\u{2F7FF}\u{2FA20}-\u{10FFFF}\uFA0E\uFA0F\uFA11\uFA13\uFA14\uFA1F\uFA21\uFA23\uFA24\uFA27-\uFA29]/gu,
    nameOf: always('兼容汉字（看上去一样，却检索不到）'),
    remedyOf: writeInstead,
    insteadOf: usualForm,
  },
  {
    pattern: /[\u2E80-\u2FDF\u31C0-\u31EF]/gu,
    nameOf: always('部首符号（看上去像汉字，却检索不到）'),
    remedyOf: (text) =>
      compatible(text) === text ? '换成同形的汉字，用输入法重打' : writeInstead(text),
    insteadOf: usualForm,
  },
  {
    pattern: /[\uFF65-\uFF9F\uFFA1-\uFFDC\uFFE8-\uFFEE]/gu,
    nameOf: always('半角的假名或符号'),
    remedyOf: writeInstead,
    insteadOf: usualForm,
  },
  {
    pattern: /[\uFB00-\uFB4F\uFE10-\uFE19\uFE30-\uFE4F\uFE50-\uFE6B\u{1D400}-\u{1D7FF}]/gu,
    nameOf: always('变形的字母、数字或标点'),
    remedyOf: writeInstead,
    insteadOf: usualForm,
  },
  {
    // Digits of other scripts are seen by no rule that asks for figures.
    pattern: /[^\P{Nd}0-9\uFF10-\uFF19\u{1D7CE}-\u{1D7FF}]+/gu,
    nameOf: always('别种文字的数字'),
    remedyOf: always('改成 0 到 9'),
  },
  {
    pattern: mojibake,
    nameOf: always('乱码（编码转错了）'),
    remedyOf: always('对照原文重打这一段，或从原来的文件重新复制'),
  },
  {
    pattern: /[\u212A\u212B\u2126]/gu,
    nameOf: always('看上去像字母的符号'),
    remedyOf: (text) => `改成“${text.normalize('NFC')}”`,
    insteadOf: (text) => text.normalize('NFC'),
  },
];

/** What is refused in our own words, and may stand where a print is repeated. */
const inOurWords: readonly Kind[] = [
  {
    pattern: /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]+/gu,
    nameOf: always('全角的数字或字母'),
    remedyOf: (text) => `改成半角的“${compatible(text)}”`,
    insteadOf: compatible,
  },
  {
    pattern: /[\uFF02-\uFF05\uFF07\uFF0A\uFF0E\uFF20\uFF3C\uFF3E-\uFF40]/gu,
    nameOf: always('全角的符号'),
    remedyOf: (text) =>
      text === '＂' || text === '＇'
        ? '改成成对的“ ”或 ‘ ’'
        : `改成半角的“${compatible(text)}”，或改用文字`,
  },
  {
    // Not ①–⑳, ℃ or Ⅲ, which Chinese texts use as they are.
    pattern: /[\u2474-\u24FF\u2776-\u2793\u3200-\u33FF\u{1F100}-\u{1F16F}]/gu,
    nameOf: always('合成的符号'),
    remedyOf: writeInstead,
  },
  {
    pattern: /(?<![A-Za-z])[\u00B2\u00B3\u00B9\u2070-\u209C]+|[\u00BC-\u00BE\u2150-\u215F]/gu,
    nameOf: always('上标、下标或分数符号'),
    remedyOf: (text) =>
      `是粘来的注码就删去；是数就写成“${compatible(text)}”，并登记在数字（figures）里`,
  },
  {
    pattern: /[\u0387\u16EB\u2022\u2027\u2219\u22C5\u2E31\u2E33\u30FB\u318D]/gu,
    nameOf: always('不是间隔号的圆点'),
    remedyOf: always('改成间隔号“·”；是列表就换行，用“- ”开头'),
  },
  {
    pattern: /[\u301C\u223C\u2053\u02DC]/gu,
    nameOf: always('不是连接号的波浪线'),
    remedyOf: always('改成“～”'),
    insteadOf: always('～'),
  },
  {
    pattern: /[\u2015\u2500\u2501\u2E3A\u2E3B]+/gu,
    nameOf: always('不是破折号的横线'),
    remedyOf: always('改成破折号“——”'),
    insteadOf: always('——'),
  },
  {
    pattern: /[\u2010-\u2012\u2043]/gu,
    nameOf: always('不是连字符的短横'),
    remedyOf: always('改成“-”'),
    insteadOf: always('-'),
  },
  {
    pattern: /[\u00B4\u02B9-\u02BD\u02C8\u2032-\u2037\u301D-\u301F]/gu,
    nameOf: always('不是引号的撇'),
    remedyOf: always('引号改成“ ”，西文的撇号改成 ’，分和秒写成文字'),
  },
  {
    pattern:
      /[\u2100-\u2102\u2104-\u2108\u210A-\u2115\u2117-\u2121\u2123-\u2125\u2127-\u2129\u212C-\u214F]/gu,
    nameOf: always('合成的符号'),
    remedyOf: writeInstead,
  },
  {
    pattern: /\u3013/gu,
    nameOf: always('缺字的替代符'),
    remedyOf: always('对照原文补上这个字；字库里没有就用文字说明字形'),
  },
  {
    pattern: /[\u2FF0-\u2FFF\u303E\u31EF]/gu,
    nameOf: always('描述字形的符号'),
    remedyOf: always('用文字说明字形，例如“（左金右韦）”'),
  },
];

/** A letter with its marks; what stands as one letter in dictionaries is written as one. */
const marked = /([^\p{M}]?)(\p{M}+)/gsu;

function strangeMarks(text: string): StrangeCharacter[] {
  const found: StrangeCharacter[] = [];
  for (const match of text.matchAll(marked)) {
    const [cluster, base = '', marks = ''] = match;
    if (/\p{Variation_Selector}|\u034F|[\u17B4\u17B5]/u.test(marks)) continue;
    const composed = cluster.normalize('NFC');
    const isGeneral = /^[\p{Script=Inherited}]/u.test(marks);
    const strange = (name: string, remedy: string, instead: string | null = null): void => {
      found.push({ at: match.index, text: cluster, name, remedy, instead });
    };
    if (isGeneral && composed !== cluster && !/\p{M}/u.test(composed)) {
      strange('拆成两半的字母', `改成一个字“${composed}”，用输入法重打`, composed);
    } else if (isGeneral && !/\p{L}/u.test(base)) {
      strange('没有字母可附的附加符号', '删去它，或对照原文重打');
    } else if (isGeneral && /[\p{Script=Han}]/u.test(base)) {
      strange('加在汉字上的附加符号', `只留“${base}”`, base);
    } else if ([...marks].length > (isGeneral ? 2 : 6)) {
      strange('一个字母上叠了许多附加符号', '只留原文有的符号');
    }
  }
  return found;
}

/** Letters of two alphabets in one word look like one and are found by neither. */
const word = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+/gu;

/** Letters that look like Latin ones: a word of nothing else is taken for Latin. */
const lookalikes = /^[АВЕКМНОРСТУХЅІЈԚԜаеорсухѕіјһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]+$/u;

function mixedWords(text: string): StrangeCharacter[] {
  return [...text.matchAll(word)].flatMap((match) => {
    const [letters] = match;
    if (lookalikes.test(letters)) {
      return [
        {
          at: match.index,
          text: letters,
          name: '看上去像拉丁字母的别种字母',
          remedy: '用英文输入法重打一遍',
          instead: null,
        },
      ];
    }
    const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}]/u.exec(letters);
    if (!foreign || !/\p{Script=Latin}/u.test(letters)) return [];
    return [
      {
        at: match.index + foreign.index,
        text: foreign[0],
        name: '混在拉丁字母里的别种字母',
        remedy: '用英文输入法把整个词重打一遍',
        instead: null,
      },
    ];
  });
}

const foundBy = (kinds: readonly Kind[], text: string): StrangeCharacter[] =>
  kinds.flatMap(({ pattern, nameOf, remedyOf, insteadOf }) =>
    [...text.matchAll(pattern)].map(({ 0: found, index: at }) => ({
      at,
      text: found,
      name: nameOf(found),
      remedy: remedyOf(found),
      instead: insteadOf?.(found, text[at - 1] ?? '', text[at + found.length] ?? '') ?? null,
    })),
  );

const inOrder = (found: StrangeCharacter[]): StrangeCharacter[] =>
  found.sort((a, b) => a.at - b.at);

/** What no text holds, whoever wrote it. Most texts are plain, which one look tells. */
export function strangeCharacters(text: string): readonly StrangeCharacter[] {
  if (plain.test(text) && !inHan.test(text)) return [];
  return inOrder([...foundBy(everywhere, text), ...strangeMarks(text), ...mixedWords(text)]);
}

/** ASCII, common Chinese punctuation, Han of the first block: nothing of it is strange. */
const plain =
  /^[\t\n\r -~\u00B7\u2014\u2018\u2019\u201C\u201D\u2026\u3000-\u3011\u4E00-\u9FA5\uFF01\uFF08\uFF09\uFF0C\uFF1A\uFF1B\uFF1F]*$/u;

/** What our own words do not hold besides. */
export const strangeInOurWords = (text: string): readonly StrangeCharacter[] =>
  plain.test(text) ? [] : inOrder(foundBy(inOurWords, text));
