/** What names could be in Latin letters: proposals, for an editor to confirm. */
import { pinyin } from 'pinyin-pro';

const longestId = 40;

/** Surnames of two characters that people bear today. */
const doubleSurnames = new Set(
  '欧阳 上官 司马 诸葛 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 东方 南宫 端木 长孙 宇文 独孤 第五 呼延 万俟 闻人 澹台 轩辕 赫连 钟离 淳于 太史 申屠 濮阳 鲜于'.split(
    ' ',
  ),
);

const syllablesOf = (words: string, surname: 'all' | 'head' | 'off'): readonly string[] =>
  pinyin(words, { toneType: 'none', type: 'array', surname, nonZh: 'consecutive' })
    .map((syllable) => syllable.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((syllable) => syllable !== '');

/** Written together, with a mark where two syllables could be read as others. */
const joined = (syllables: readonly string[]): string =>
  syllables.map((one, at) => (at > 0 && /^[aeo]/.test(one) ? `'${one}` : one)).join('');

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** `Huang Xiaowu`, `Li Jian'an`, `Lü Ming`. */
export function personName(name: string): string {
  const words = name.replace(/\s+/gu, '');
  if (words.includes('·'))
    return words
      .split('·')
      .map((part) => capital(joined(syllablesOf(part, 'off'))))
      .join('·');
  const family = doubleSurnames.has(words.slice(0, 2)) ? 2 : 1;
  const syllables = syllablesOf(words, 'head');
  return [syllables.slice(0, family), syllables.slice(family)]
    .filter((part) => part.length > 0)
    .map((part) => capital(joined(part)))
    .join(' ');
}

/** Places that pinyin-pro reads otherwise than their people do. */
const readingsOfPlaces: Readonly<Record<string, string>> = Object.fromEntries(
  '涡阳Guoyang 歙县Shexian 单县Shanxian 黄陂Huangpi 浚县Xunxian 蔚县Yuxian 乐亭Laoting 繁峙Fanshi 筠连Junlian 六合Luhe 乐清Yueqing 洪洞Hongtong 泌阳Biyang 大埔Dabu 郫都Pidu 吴堡Wubu 闵行Minhang 尉犁Yuli 什邡Shifang 穆棱Muling 珲春Hunchun 陕西Shaanxi 喀什Kashi 乐都Ledu 都匀Duyun 曾都Zengdu 宕昌Tanchang 莘庄Xinzhuang 解州Xiezhou'
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
);

/** `Bengbu`, `Xi'an`. */
export const placeName = (name: string): string =>
  readingsOfPlaces[name] ?? capital(joined(syllablesOf(name, 'off')));

/** `bengbu-wei-fating`: a word a part, as many as an address can hold. */
export function idFor(name: string): string {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(name)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => idPart(segment))
    .filter((part) => part !== '');
  let id = words[0] ?? '';
  for (const word of words.slice(1)) {
    if (id.length + word.length + 1 > longestId) break;
    id += `-${word}`;
  }
  return id.slice(0, longestId);
}

/** `zhang-san` */
export const personId = (name: string): string => plain(personName(name).replace(/[ ·]/gu, '-'));

const idPart = (word: string): string => plain(syllablesOf(word, 'off').join(''));

/** Small letters, digits and hyphens; ü as it is typed. */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('ü', 'v')
    .normalize('NFD')
    .replace(/[^a-z0-9-]/g, '');
