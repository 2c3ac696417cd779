/** Stands in kept prose where a note of the editors says what it is, whatever the language of the site. */
export const noteMark = { tagName: 'b', properties: { dataNote: '' } } as const;

const inHtml = '<b data-note></b>';

/**
 * Name of the mark behind a sentence that is the editors', in kept prose. Marks are links without
 * words of their own: what they are called is drawn beside the text and never copied with it.
 */
export const editorMark = 'editor';

/** Prose as a page shows it, its marks named. The names are plain text without `<`, `&` and `"`. */
export const withNotesNamed = (
  prose: string,
  { note, editor }: { readonly note: string; readonly editor: string },
): string =>
  prose
    .replaceAll(inHtml, `<b>${note}</b>`)
    .replaceAll(`aria-label="${editorMark}"`, `aria-label="${editor}"`);
