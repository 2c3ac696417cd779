import { hash } from 'node:crypto';
import { idsOf, type ParagraphLedger } from '#domain/practice/paragraph-ledger.ts';
import {
  canonical,
  citedFields,
  type PublishedEdition,
  type Statement,
} from '#domain/practice/published-record.ts';
import { sentenceDigests, type Sentences } from '#domain/verification/former.ts';

/** Short enough to be read beside one another, long enough that no two texts share one. */
export const digestOf = (value: unknown): string =>
  hash('sha256', canonical(value), 'base64url').slice(0, 16);

/** A practice as its files hold it. */
export interface WrittenPractice {
  readonly data: Readonly<Record<(typeof citedFields)[number], unknown>>;
  /** Text of every counted block. */
  readonly paragraphs: readonly string[];
  /** Text of every editor's note. */
  readonly notes: readonly string[];
}

/** What a practice says, as far as a reader can cite it. */
export function statementOf(
  { data, paragraphs, notes }: WrittenPractice,
  ledger: Pick<ParagraphLedger, 'paragraphs'>,
): Statement {
  const ids = idsOf({ paragraphs: ledger.paragraphs, retired: [] }, paragraphs);
  return {
    fields: Object.fromEntries(citedFields.map((field) => [field, digestOf(data[field])])),
    paragraphs: Object.fromEntries(
      paragraphs.map((text, place) => [ids[place] ?? `unregistered-${place + 1}`, digestOf(text)]),
    ),
    notes: digestOf(notes),
  };
}

/** Digests of all sentences of a practice that are long enough to be anyone's. */
export function sentencesOfPractice(
  { data, paragraphs, notes }: WrittenPractice,
  ledger: Pick<ParagraphLedger, 'paragraphs'>,
): Sentences {
  const ids = idsOf({ paragraphs: ledger.paragraphs, retired: [] }, paragraphs);
  const texts: readonly (readonly [key: string, texts: readonly string[]])[] = [
    ...citedFields
      .filter((field) => field !== 'region')
      .map((field) => [field, textsIn(data[field])] as const),
    ...paragraphs.map((text, place) => [ids[place] ?? '', [text]] as const),
    ['notes', notes],
  ];
  return Object.fromEntries(
    texts
      .map(([key, of]) => [key, of.flatMap(sentenceDigests).join(' ')] as const)
      .filter(([, line]) => line !== ''),
  );
}

/** All texts in a value, in order. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** One value for all a practice says: what a signature is put under. */
export const digestOfStatement = ({ fields, paragraphs, notes }: Statement): string =>
  digestOf([fields, paragraphs, notes]);

/** Tells a record that was written by the command from one that was changed by hand. */
export const sealOf = (practice: string, editions: readonly PublishedEdition[]): string =>
  digestOf([practice, editions]);

/** The same, short enough to stand behind each line of a file that people read. */
export const shortDigestOf = (value: unknown): string => digestOf(value).slice(0, 8);
