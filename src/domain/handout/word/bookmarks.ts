/** Names of the places of a Word file that contents and references lead to. */
export const partBookmark = (index: number): string => `part_${index + 1}`;
export const referencesBookmark = 'references';
export const referenceBookmark = (number: number): string => `reference_${number}`;
