/** Words for a reader who comes back, on the home page. */

export const sinceVisit = {
  fresh: '新入库',
  changed: (edition: number): string => `改为第 ${edition} 版`,
  all: (count: number): string => `共 ${count} 篇新入库或改过。`,
  /** Where more has happened than the list of changes reaches back. */
  atLeast: (count: number): string => `至少 ${count} 篇新入库或改过。`,
} as const;
