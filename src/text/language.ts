import type { text } from '#text/zh-CN/index.ts';

/**
 * What a module of Chinese words is in another language: the same names, the same blanks to fill.
 * `export const cite: Translated<typeof zhCN> = { … }` has TypeScript name whatever is missing.
 */
export type Translated<Chinese> = Chinese extends string
  ? string
  : Chinese extends (...given: infer Given) => string
    ? (...given: Given) => string
    : Chinese extends (...given: never[]) => unknown
      ? Chinese
      : { readonly [Key in keyof Chinese]: Translated<Chinese[Key]> };

/** All words of a language: what `index.ts` in its folder exports as `text`. */
export type Words = Translated<typeof text>;
