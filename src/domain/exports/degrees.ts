import type { Degree } from '#domain/citation/record.ts';

/** How exported files name a degree. */
export const degreeWords: Readonly<Record<Degree, string>> = {
  doctor: '博士学位论文',
  master: '硕士学位论文',
};
