/**
 * A datum as far as it is known. `unknown` is one the library has not found (待考); `none` is one that
 * does not exist, such as the issue number of a web page. References print neither; notes and
 * secondary citations tell the two apart.
 */
export type Fact<Value> = { readonly value: Value } | 'unknown' | 'none';

export const known = <Value>(value: Value): Fact<Value> => ({ value });

export const valueOf = <Value>(fact: Fact<Value>): Value | null =>
  typeof fact === 'string' ? null : fact.value;

/** The same datum in another form. */
export const mapFact = <From, To>(fact: Fact<From>, change: (value: From) => To): Fact<To> =>
  typeof fact === 'string' ? fact : known(change(fact.value));

/** What editors write where a datum exists and has not been found, and where it does not exist. */
export const unknownWord = '待考';
export const noneWord = '无';

/** A datum as an editor wrote it. */
export const factFrom = (written: string): Fact<string> =>
  written === unknownWord ? 'unknown' : written === noneWord ? 'none' : known(written);
