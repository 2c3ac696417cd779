import type {} from '#domain/copies/library-copy.ts';

/** The address of this page, to be passed on: where a copy from disk lies is of no use to others. */
export const pageAddress = (): string =>
  globalThis.libraryCopy?.lasting(location.href) ?? location.href;
