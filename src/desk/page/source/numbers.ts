/** Numbers in the words of a source, as they would be written in a row of figures. */
export interface SourceNumber {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly unit: string;
}

/** Characters by which numbers are written out, with the vague ones: 数十、六十余. */
const han = '一二两三四五六七八九十百千数几';
const amount = `\\d+(?:[.,，]\\d+)*(?:\\.\\d+)?(?:余|多)?|[${han}]{1,8}(?:余|多)?`;
const unit =
  '%|％|‰|(?:万|亿|千万|百万|千|百)?(?:个百分点|平方公里|平方米|公里|小时|分钟|工作日|个月|人次|件次|户次|场次|个|件|人|名|户|家|所|座|处|项|部|条|次|场|起|元|亩|吨|辆|台|套|支|村|镇|乡|街道|天|日|年|岁|组|队|期|批|份|篇|册|字|类|种|级|层|米|倍|成)';
const pattern = new RegExp(`(${amount})\\s?(${unit})`, 'gu');

/** A number that is written out counts something only before a measure word that is seldom in a phrase. */
const loose = new RegExp(`^[${han}]`, 'u');
const usuallyNoCount = /^(?:年|日|天|成|级|层|类|种|条|期|次|个|项|字|人|名|家)$/;

/** Days and years are no counts. */
const isDate = (value: string, measure: string, behind: string): boolean =>
  (measure === '年' && /^(?:19|20)\d{2}$/.test(value)) ||
  (measure === '日' && /^\d{1,2}$/.test(value)) ||
  (measure === '个' && behind.startsWith('月'));

export function numbersIn(text: string): readonly SourceNumber[] {
  return [...text.matchAll(pattern)].flatMap((found) => {
    const [whole, value = '', measure = ''] = found;
    const from = found.index;
    const behind = text.slice(from + whole.length);
    if (isDate(value, measure, behind)) return [];
    const isShortPhrase = loose.test(value) && value.length === 1 && usuallyNoCount.test(measure);
    if (isShortPhrase || /^[第]$/.test(text.slice(from - 1, from))) return [];
    return [{ from, to: from + whole.length, value, unit: measure.replace('％', '%') }];
  });
}

/** The number in what an editor selected herself, whatever its unit; null where there is none. */
export function numberIn(
  selected: string,
): { readonly value: string; readonly unit: string } | null {
  const [known] = numbersIn(selected);
  if (known) return { value: known.value, unit: known.unit };
  const found = new RegExp(`(${amount})\\s?([^\\s，。；、]{0,4})`, 'u').exec(selected);
  return found ? { value: found[1] ?? '', unit: found[2] ?? '' } : null;
}
