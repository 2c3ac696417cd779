/** Components an editor may use in the prose of a practice, each with the one child it takes. */
export const proseComponents = {
  Steps: 'list',
  Tiers: 'list',
  Loop: 'list',
  Grid: 'table',
  Note: 'paragraph',
} as const;

export type ProseComponent = keyof typeof proseComponents;

export const isProseComponent = (name: string): name is ProseComponent =>
  Object.hasOwn(proseComponents, name);
