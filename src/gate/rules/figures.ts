import { containsFigure, figureText } from '#domain/figure.ts';
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
    if (practice.paragraphs.some((text) => containsFigure(text, wanted))) return [];
    const place = { ...practice.place(['figures', index]), value: wanted };
    const remedy = `在正文里写出“${wanted}”，数字和单位连写、不空格；编者注（Note）里的不算`;
    return [fault(place, '正文里没有这个数字', remedy)];
  });
}

/** Arabic numerals that count nothing: dates, quoted words, titles, ordinals, names such as 5G. */
const notCounting: readonly RegExp[] = [
  /“[^”]*”/g,
  /《[^》]*》/g,
  /(19|20)\d{2}(年)?([-—－至到]+(19|20)\d{2})?年(\d{1,2}月(\d{1,2}日)?)?([-—－至到]+\d{1,2}月(\d{1,2}日)?)?/g,
  /\d{1,2}月\d{1,2}日/g,
  /\d+世纪(\d+年代)?/g,
  /第\d+/g,
  /[A-Za-z]+\d+|\d+[A-Za-z]+/g,
];

function numbersWithoutFigure(practice: PracticeDocument): Fault[] {
  const figures = practice.data.figures.map(figureText).filter((figure) => /\d/.test(figure));
  return practice.passages.flatMap(({ text, section, line }) => {
    const explained = new Set<number>();
    const explain = (from: number, length: number): void => {
      for (let at = from; at < from + length; at++) explained.add(at);
    };
    for (const pattern of notCounting) {
      for (const match of text.matchAll(pattern)) explain(match.index, match[0].length);
    }
    for (const figure of figures) {
      for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
        if (!/[\d.]/.test(text[at - 1] ?? '')) explain(at, figure.length);
      }
    }
    return [...text.matchAll(/\d+(\.\d+)?/g)]
      .filter((match) => !explained.has(match.index))
      .map((match) => {
        const [number] = match;
        const place = practice.prosePlace(section, line, excerpt(text, match.index, number.length));
        const remedy =
          '原文确有这个数，就在 figures 里加一条，数值和单位与正文一致；是机制名称里的数，就放进“ ”里';
        return fault(place, `数字 ${number} 没有登记在“数字”（figures）里`, remedy);
      });
  });
}
