import { z } from 'astro/zod';
import { isVisible, lengthOf } from '#domain/words/characters.ts';

/** Building blocks shared by the schemas of several kinds of file. */

/** Pinyin or English, lower case, joined by hyphens; becomes an address and never changes. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'id 只能用小写字母、数字和连字符，例如 bengbu-wei-fating')
  .refine((value) => !isReserved(value), '这个 id 另有用处，换一个');

/** Names that Windows keeps for devices, and addresses of pages of the site's own. */
export const isReserved = (name: string): boolean =>
  /^(?:con|prn|aux|nul|(?:com|lpt)[0-9]|all|index|by-letter|corrections)$/.test(name);

export const text = z
  .string()
  .trim()
  .min(1, '不能留空')
  .refine((value) => value === '' || isVisible(value), '里面只有看不见的字符，等于没有写');

/** A text of so many characters at most, as an editor counts them. */
export const textUpTo = (most: number, message: string) =>
  text.superRefine((value, context) => {
    if (lengthOf(value) <= most) return;
    context.addIssue({ code: 'too_big', maximum: most, origin: 'string', message });
  });

/** A name in Chinese or another script; signs alone are none. */
export const isNamed = (value: string): boolean => /[\p{L}\p{N}]/u.test(value);

/**
 * A person's name in Latin letters, Chinese family name first: `Huang Xiaowu`, `Li Jian'an`,
 * `Zhang-Wang Fang`, `Qizhala`, `Aini Maimaiti`, `J. R. O’Neill`, `Jean de la Fontaine`.
 */
export function isLatinName(value: string): boolean {
  if (/[āēīōūǖǎěǐǒǔǚǘǜ]/iu.test(value.normalize('NFC'))) return false;
  const parts = value.split(/(?<=[^ ·]) (?=[^ ·])|·/u);
  const [first = '', ...others] = parts;
  return namePart.test(first) && others.every((part) => namePart.test(part) || particle.test(part));
}

const namePart =
  /^\p{Lu}(?:\.|(?=.*\p{Ll}|$)\p{Script=Latin}*(?:['’-]\p{Script=Latin}+)*)(?:-\p{Lu}\.)?$/u;
const particle = /^(?:de|del|della|der|den|di|da|du|la|le|van|von|bin|ibn|al|el|y|e)$/;

export const aliases = z.array(text).default([]).describe('读者会输入的别的叫法：简称、全称、旧称');

/** A calendar day that exists, `yyyy-mm-dd`. */
export const day = z.string().refine(isDay, '日期要写成 2026-11-20 这样，并且是真实存在的一天');

/** A year, month or day: `2023`, `2023-07`, `2023-07-21`. */
export const partialDate = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z
    .string('时间要写成 2023、2023-07 或 2023-07-21')
    .refine(isPartialDate, '时间要写成 2023、2023-07 或 2023-07-21'),
);

export function isPartialDate(value: string): boolean {
  return isDay(value) || /^(19|20)\d{2}(-(0[1-9]|1[0-2]))?$/.test(value);
}

export function isDay(value: string): boolean {
  if (!/^(?:18|19|20)\d{2}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  // 30 February becomes 1 or 2 March, a 13th month no date at all.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
