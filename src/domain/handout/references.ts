import { originalOfRecord, pageOfRecord } from '#domain/citation/from-record.ts';
import { editors, library } from '#domain/citation/library.ts';
import type { Locator } from '#domain/citation/record.ts';
import {
  referenceList,
  type Mention,
  type ReferenceMark,
} from '#domain/citation/reference-list.ts';
import type { RichText } from '#domain/citation/rich-text.ts';
import type { CitationStyleId } from '#domain/citation/styles.ts';
import { known } from '#domain/practice/fact.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';
import type { SourceWords } from '#domain/practice/source-words.ts';

/** A page of the library that is no practice. */
interface OwnRecord {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly changedOn: string | null;
}

/** What whoever composes a handout asks for marks. */
export interface References {
  /** A practice as a page of ours. */
  readonly page: (record: PracticeRecord) => ReferenceMark;
  /** A problem or a comparison. */
  readonly ownPage: (record: OwnRecord) => ReferenceMark;
  /** The original, quoted through our page; `locator` is null where the prose does not give the place. */
  readonly original: (record: PracticeRecord, locator: Locator | null) => ReferenceMark;
}

interface Listing {
  readonly style: CitationStyleId;
  /** The reader's own day; null in what a build makes. */
  readonly day: string | null;
  readonly hasAddress: boolean;
  readonly words: SourceWords;
}

/**
 * Composes with marks that depend on all that is cited: letters and order are known only at the end, so
 * `compose` is asked twice and has to cite the same both times.
 */
export function withReferences<Made>(
  listing: Listing,
  compose: (references: References) => Made,
): { readonly made: Made; readonly references: readonly RichText[] } {
  const mentions: Mention[] = [];
  compose(
    referencesOf(listing, (mention) => {
      mentions.push(mention);
      return { number: 0, text: '' };
    }),
  );
  const { entries, marks } = referenceList(mentions, listing.style, listing.day);
  let asked = 0;
  const made = compose(
    referencesOf(listing, () => {
      const mark = marks[asked];
      asked += 1;
      if (mark === undefined) throw new Error('The second composing cites more than the first.');
      return mark;
    }),
  );
  return { made, references: entries };
}

const referencesOf = (
  { hasAddress, words }: Listing,
  markOf: (mention: Mention) => ReferenceMark,
): References => ({
  page: (record) =>
    markOf({ page: pageOfRecord(record, hasAddress), original: null, locator: null }),
  ownPage: ({ id, url, title, changedOn }) =>
    markOf({
      original: null,
      locator: null,
      page: {
        kind: 'web-page',
        id,
        language: 'zh-CN',
        title: known({ text: title, pinyin: null, translation: null }),
        creators: known([editors]),
        issued: changedOn === null ? 'unknown' : known({ on: changedOn, guessed: false }),
        address: hasAddress ? known(url) : 'unknown',
        abstract: null,
        keywords: [],
        note: null,
        site: library,
        edition: 1,
        accessedOn: null,
      },
    }),
  original: (record, locator) =>
    markOf({
      page: pageOfRecord(record, hasAddress),
      original: originalOfRecord(record, words),
      locator,
    }),
});
