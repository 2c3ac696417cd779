/** Stands in kept prose where a note of the editors says what it is, whatever the language of the site. */
export const noteMark = { tagName: 'b', properties: { dataNote: '' } } as const;

const inHtml = '<b data-note></b>';

/** Prose as a page shows it, its notes named. `name` is plain text without `<` and `&`. */
export const withNotesNamed = (prose: string, name: string): string =>
  prose.replaceAll(inHtml, `<b>${name}</b>`);
