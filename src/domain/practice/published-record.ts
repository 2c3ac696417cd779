import type { Sentences } from '#domain/verification/former.ts';

/**
 * What readers were given as an edition, kept as digests, so that no word or number of it changes
 * without a new edition. The record stands beside the content (`content/published/<practice>.yml`)
 * and is written by `npm run publish` alone.
 */
export interface PublishedEdition extends Statement {
  readonly edition: number;
  /** `yyyy-mm-dd` */
  readonly publishedOn: string;
  /** By field, id of the paragraph or `notes`; none in records older than this. */
  readonly sentences: Sentences;
}

/** A practice as far as a reader can cite it, as digests. */
export interface Statement {
  /** By field of the record. */
  readonly fields: Readonly<Record<string, string>>;
  /** By id of the paragraph. */
  readonly paragraphs: Readonly<Record<string, string>>;
  /** Of all editors' notes in the prose. */
  readonly notes: string;
}

/**
 * Fields a reader can cite. What only leads to a practice, such as its topics, is not among them:
 * it may be put right at any time.
 */
export const citedFields = [
  'title',
  'summary',
  'region',
  'measures',
  'figures',
  'outcomes',
  'conditions',
  'limits',
  'notStated',
  'unverified',
  'questions',
  'source',
] as const;

/**
 * The same text for the same statement, whatever the order of fields; what is empty says nothing
 * and is left out, so that a field the schema gains later changes no digest.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value) ?? null);
}

function sorted(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : value.map((item) => sorted(item) ?? null);
  }
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, sorted(item)] as const)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** What differs between what was published and what stands now. */
export interface Difference {
  readonly fields: readonly string[];
  /** Ids of paragraphs that say something else, or are gone. */
  readonly paragraphs: readonly string[];
  /** Ids of paragraphs that were not there. */
  readonly added: readonly string[];
  readonly notes: boolean;
}

/** Null where nothing differs. */
export function differenceOf(published: Statement, now: Statement): Difference | null {
  const fields = citedFields.filter((field) => published.fields[field] !== now.fields[field]);
  const paragraphs = Object.entries(published.paragraphs)
    .filter(([id, digest]) => now.paragraphs[id] !== digest)
    .map(([id]) => id);
  const added = Object.keys(now.paragraphs).filter((id) => !(id in published.paragraphs));
  const notes = published.notes !== now.notes;
  return fields.length + paragraphs.length + added.length > 0 || notes
    ? { fields, paragraphs, added, notes }
    : null;
}

/** Where an id leads that moved; ids that did not move lead nowhere. */
export interface Redirect {
  readonly list: string;
  readonly from: string;
  readonly to: string;
  /** `yyyy-mm-dd` */
  readonly on: string;
  readonly note: string;
}
