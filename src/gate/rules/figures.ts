import { containsFigure, figureText, hanNumerals, placesOfFigure } from '#domain/figures/figure.ts';
import { matchesOf } from '#domain/words/matches.ts';
import { excerpt, fault, type Fault } from '#gate/fault.ts';
import type { Library, PracticeDocument } from '#gate/library.ts';

/** Figures and prose agree both ways. */
export function figuresAgree({ practices }: Library): Fault[] {
  return practices.flatMap((practice) => [
    ...figuresMissingInProse(practice),
    ...numbersWithoutFigure(practice),
  ]);
}

function figuresMissingInProse(practice: PracticeDocument): Fault[] {
  return practice.data.figures.flatMap((figure, index) => {
    const wanted = figureText(figure);
    if (practice.paragraphs.some((text) => containsFigure(inHalfWidth(text), wanted))) return [];
    const place = { ...practice.place(['figures', index]), value: wanted };
    const remedy = `在正文里写出“${wanted}”，数字和单位连写、不空格；编者注（Note）里的不算`;
    return [fault(place, '正文里没有这个数字', remedy)];
  });
}

/** Full-width digits as half-width ones, each in its place; they are a fault of their own. */
const inHalfWidth = (text: string): string =>
  text.replace(/[０-９％．]/g, (character) => character.normalize('NFKC'));

/** Numerals that count nothing: dates, quoted words, titles, ordinals, names such as 5G, addresses. */
const notCounting: readonly RegExp[] = [
  /“[^”]*”/g,
  /《[^》]*》/g,
  /(?:https?:\/\/|www\.)[!-~]+/g,
  /(19|20)\d{2}(年)?([-—－至到]+(19|20)\d{2})?年(\d{1,2}月(\d{1,2}日)?)?([-—－至到]+\d{1,2}月(\d{1,2}日)?)?/g,
  /\d{1,2}月\d{1,2}日/g,
  /\d+世纪(\d+年代)?/g,
  /第\d+/g,
  new RegExp(`第[${hanNumerals}]+`, 'gu'),
  new RegExp(`[${hanNumerals}]+(?:世纪|年代)`, 'gu'),
  new RegExp(`[${hanNumerals}]+(?:个|多个|余个)?[字句](?![据号])`, 'gu'),
  /[A-Za-z]+[\d\u00B2\u00B3]+|\d+[A-Za-z]+/g,
];

const units =
  '(?:[件个名人次起家户所座种项类支村条天年元台套份批场期辆亩米里处宗例岁吨斤平公]|小时|分钟|工作日)';

/**
 * Numbers as prose counts in them. Chinese numerals only where they clearly count, with a unit:
 * 三个环节 and 千家万户 are ways of speaking.
 */
const counting: readonly RegExp[] = [
  /\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+(?:\.\d+)?/g,
  /[^\P{Nd}0-9]+|[½⅓⅔¼¾⅛]/gu,
  new RegExp(`[\\p{No}]+(?=${units})`, 'gu'),
  new RegExp(`[${hanNumerals}几]+分之[${hanNumerals}点几\\d.]+`, 'gu'),
  new RegExp(
    `(?<![\\d.${hanNumerals}])(?=[${hanNumerals}]*[十百千万亿])[${hanNumerals}]{2,}[余多]?(?=${units})`,
    'gu',
  ),
  new RegExp(`(?<![\\d.${hanNumerals}])[数几][十百千万亿]+[余多]?(?=${units})`, 'gu'),
  new RegExp(`(?<![\\d.${hanNumerals}])[十百千万亿][余多][万亿]?(?=${units})`, 'gu'),
  new RegExp(`(?<![\\d.${hanNumerals}])[上近][百千万亿](?=${units})`, 'gu'),
  new RegExp(`[${hanNumerals}]*十几(?=${units})`, 'gu'),
  new RegExp(`(?<![\\d.${hanNumerals}数几])十(?=[件个名座所次起项条])`, 'gu'),
  /[一二两三四五六七八九]成(?=半|多|以上|以下|左右|的|[，。、；）]|$)/gu,
  new RegExp(`(?<![${hanNumerals}])[${hanNumerals}]+多?倍|翻了?[一二两三]?番`, 'gu'),
  /半数|过半|(?<=(?:约|近|超|超过|不足|占|减少|下降|上升|增加|增长|缩短|降低|压缩|少|多|减|降|增)了?)一半/gu,
];

/** 两两 and 一一 are no numbers, nor is 万一. */
const idioms = /^(?:([一二三两])\1|万一|千百|千万|百十|十一五|十二五|十三五|十四五|十五五)$/u;

function numbersWithoutFigure(practice: PracticeDocument): Fault[] {
  const figures = practice.data.figures.map(figureText);
  return practice.passages.flatMap(({ text: typed, section, line }) => {
    const text = inHalfWidth(typed);
    const found = counting
      .flatMap((pattern) => matchesOf(pattern, text))
      .filter(([number]) => !idioms.test(number));
    // Most passages count nothing.
    if (found.length === 0) return [];
    const explained = new Set<number>();
    const explain = (from: number, length: number): void => {
      for (let at = from; at < from + length; at++) explained.add(at);
    };
    for (const pattern of notCounting) {
      for (const match of matchesOf(pattern, text)) explain(match.index, match[0].length);
    }
    for (const figure of figures) {
      for (const at of placesOfFigure(text, figure)) explain(at, figure.length);
    }
    // The longest first, so that a number is told once.
    const numbers = found
      .sort((a, b) => b[0].length - a[0].length)
      .filter(({ 0: number, index }) => {
        const places = Array.from(number, (_character, at) => index + at);
        if (places.some((at) => explained.has(at))) return false;
        explain(index, number.length);
        return true;
      })
      .sort((a, b) => a.index - b.index);
    return numbers.map(({ 0: number, index }) => {
      const place = practice.prosePlace(section, line, excerpt(typed, index, number.length));
      const remedy =
        '原文确有这个数，就在 figures 里加一条，数值和单位与正文一致；是机制名称里的数，就放进“ ”里';
      return fault(place, `数字 ${number} 没有登记在“数字”（figures）里`, remedy);
    });
  });
}
