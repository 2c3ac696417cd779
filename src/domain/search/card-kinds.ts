/** Entries that can be the answer to a question by themselves. */
export const cardKinds = ['problem', 'topic', 'term', 'region'] as const;
export type CardKind = (typeof cardKinds)[number];

/** Where a card of an entry is kept, below the search data. */
export const cardFile = (kind: CardKind, id: string): string => `cards/${kind}-${id}.bin`;
