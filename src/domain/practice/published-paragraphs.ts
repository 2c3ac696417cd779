/** The part of the published data (`data/practices.json`) that names paragraphs. */
export interface PublishedLibrary {
  readonly practices: readonly {
    readonly id: string;
    readonly text: readonly { readonly paragraphs: readonly { readonly id: string | null }[] }[];
    readonly retiredParagraphs: readonly { readonly id: string }[];
  }[];
}

/** A paragraph readers may have a link to, and which the next edition would no longer know. */
export interface LostParagraph {
  readonly practice: string;
  readonly id: string;
}

/**
 * Paragraphs of the site as it stands that are missing, also as retired ones, from the site that
 * is to take its place. A practice that is gone as a whole is not looked into.
 */
export function lostParagraphs(
  before: PublishedLibrary,
  after: PublishedLibrary,
): readonly LostParagraph[] {
  const idsByPractice = new Map(after.practices.map((practice) => [practice.id, idsOf(practice)]));
  return before.practices.flatMap((practice) => {
    const kept = idsByPractice.get(practice.id);
    if (!kept) return [];
    return [...idsOf(practice)]
      .filter((id) => !kept.has(id))
      .map((id) => ({ practice: practice.id, id }));
  });
}

function idsOf({
  text,
  retiredParagraphs,
}: PublishedLibrary['practices'][number]): ReadonlySet<string> {
  const standing = text.flatMap(({ paragraphs }) => paragraphs.flatMap(({ id }) => id ?? []));
  return new Set([...standing, ...retiredParagraphs.map(({ id }) => id)]);
}
