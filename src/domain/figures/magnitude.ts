import type { Figure } from '#domain/practice/practice.ts';

/**
 * How large a printed number is, as far as that can be told. Numbers of different kinds are never
 * put in one order: a share is not more or less than a count.
 */
export interface Magnitude {
  readonly kind: 'count' | 'share' | 'time' | 'vague';
  /** In units, points of a hundred or the printed unit of time; null for a vague number. */
  readonly number: number | null;
  /** False for `60余`: at least that many. */
  readonly exact: boolean;
}

const vague: Magnitude = { kind: 'vague', number: null, exact: false };

const multipliers: readonly (readonly [string, number])[] = [
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
];

const timeUnits = /^(个)?(工作)?(年|月|周|天|日|小时|分钟|秒)$/;
const shareUnits = /^(%|％|‰|个百分点|成)$/;
const moreThan = /[余多]|以上$/;

/** `15.3` with `万件` → 153000; `60余` → at least 60; `数十` and `三年至五` → vague. */
export function magnitudeOf({ value, unit }: Pick<Figure, 'value' | 'unit'>): Magnitude {
  const exact = !moreThan.test(`${value}${unit}`);
  const plainUnit = unit.replace(moreThan, '');
  const number = readNumber(value.replace(moreThan, '').trim());
  if (number === null) return vague;
  if (shareUnits.test(plainUnit)) return { kind: 'share', number, exact };
  if (timeUnits.test(plainUnit)) return { kind: 'time', number, exact };
  const times = multipliers.find(([mark]) => plainUnit.startsWith(mark))?.[1] ?? 1;
  return { kind: 'count', number: Math.round(number * times * 1e6) / 1e6, exact };
}

function readNumber(printed: string): number | null {
  const digits = printed.replace(/[,，](?=\d{3})/g, '');
  const match = /^(\d+(?:\.\d+)?)([百千万亿]?)$/.exec(digits);
  if (match) {
    const times = multipliers.find(([mark]) => mark === match[2])?.[1] ?? 1;
    return Number(match[1]) * times;
  }
  return readHanNumber(printed);
}

const hanDigits = '零一二三四五六七八九';

/** Up to ninety-nine: what texts write out in characters. `十` alone and above is exact; `千` is not. */
function readHanNumber(printed: string): number | null {
  const match = /^([一二两三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(printed);
  if (!match || printed === '') return null;
  const [, first, ten, last] = match;
  if (ten === undefined) return first !== undefined && last === undefined ? digit(first) : null;
  return (first === undefined ? 1 : digit(first)) * 10 + (last === undefined ? 0 : digit(last));
}

const digit = (character: string): number =>
  character === '两' ? 2 : hanDigits.indexOf(character);

const kindOrder: readonly Magnitude['kind'][] = ['count', 'share', 'time', 'vague'];

/** Largest first within each kind; counts, then shares, then times, vague numbers last. */
export function byMagnitude(a: Magnitude, b: Magnitude): number {
  return kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || (b.number ?? 0) - (a.number ?? 0);
}
