/** Words of the panel of facets. */

export const facetPanel = {
  see: '看结果',
  seeCount: (count: string): string => `看 ${count} 篇`,
} as const;
