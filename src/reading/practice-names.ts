/** The files a page of a practice is made of: itself, its register of paragraphs, who read it, its grounds. */
export const sourceNamesOf = (id: string): readonly string[] => [
  `practices/${id}.mdx`,
  `paragraphs/${id}.yml`,
  `reviews/${id}.yml`,
  `grounds/${id}.yml`,
];

/**
 * All files of one practice, below the content folder: those, and the record of what was published.
 * Only the first has to be there while it is being written.
 */
export const namesOf = (id: string): readonly string[] => [
  ...sourceNamesOf(id),
  `published/${id}.yml`,
];

/**
 * Whether a practice is still being written, by the state its text names, so that a file that
 * cannot be read as a record yet holds nobody else up.
 */
export const isDraft = (text: string): boolean =>
  /^---[ \t]*\n(?:(?!---[ \t]*(?:\n|$)).*\n)*?state:[ \t]*(['"]?)(?:draft|review)\1[ \t]*(?:#.*)?(?:\n|$)/.test(
    text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'),
  );
