/** The fields of a practice that name entries of lists, as records and tables give them away. */
import type { Term } from '#domain/lists/lists.ts';
import {
  cardLists,
  entriesNamed,
  vocabularies,
  type CardField,
  type CardList,
} from '#domain/lists/vocabularies.ts';
import type { Practice } from '#domain/practice/practice.ts';

/** All but the region, which is given as its path. */
export type NamedField = Exclude<CardField, 'region'>;
type FieldList = Exclude<CardList, 'regions'>;

export const fieldLists = cardLists.filter((list): list is FieldList => list !== 'regions');

/** One value for each field, in the order of a practice's card. */
export const byNamedField = <T>(make: (list: FieldList) => T): Readonly<Record<NamedField, T>> =>
  Object.fromEntries(fieldLists.map((list) => [vocabularies[list].field, make(list)])) as Record<
    NamedField,
    T
  >; // every field

export interface EntryRecord {
  readonly id: string;
  readonly label: string;
}

/** As a field holds one entry, several or at most one. */
type InField<Field extends NamedField, T> = Practice[Field] extends readonly Term[]
  ? readonly T[]
  : Practice[Field] extends Term
    ? T
    : T | null;

/** What becomes of the entries that a practice names, by field. */
export const namedFields = <T>(
  practice: Practice,
  make: (entry: Term) => T,
): { readonly [Field in NamedField]: InField<Field, T> } =>
  byNamedField((list) => {
    const made = entriesNamed(practice, list).map(make);
    return vocabularies[list].names === 'several' ? made : (made[0] ?? null);
  }) as { readonly [Field in NamedField]: InField<Field, T> }; // as the table says of each
