import { originalOfRecord, pageOfRecord } from '#domain/citation/from-record.ts';
import { editors, library } from '#domain/citation/library.ts';
import type { Locator, WebPage } from '#domain/citation/record.ts';
import { plain, type RichText } from '#domain/citation/rich-text.ts';
import { citedThrough } from '#domain/citation/secondary.ts';
import { formatEntry, type CitationStyleId } from '#domain/citation/styles.ts';
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

/** The references of a handout in the order they are asked for, each once, numbered from 1. */
export class ReferenceList {
  readonly entries: RichText[] = [];
  readonly #style: CitationStyleId;
  readonly #accessedOn: string | null;
  readonly #hasAddress: boolean;
  readonly #words: SourceWords;
  readonly #numbers = new Map<string, number>();

  constructor({
    style,
    day,
    hasAddress,
    words,
  }: {
    readonly style: CitationStyleId;
    /** The reader's own day; null in what a build makes. */
    readonly day: string | null;
    readonly hasAddress: boolean;
    readonly words: SourceWords;
  }) {
    this.#style = style;
    this.#accessedOn = day;
    this.#hasAddress = hasAddress;
    this.#words = words;
  }

  /** The number of a practice as a page of ours. */
  page = (record: PracticeRecord): number =>
    this.#numberOf(this.#entry(pageOfRecord(record, this.#hasAddress)));

  /** The number of a problem or a comparison. */
  ownPage = ({ id, url, title, changedOn }: OwnRecord): number =>
    this.#numberOf(
      this.#entry({
        kind: 'web-page',
        id,
        language: 'zh-CN',
        title: known({ text: title, pinyin: null, translation: null }),
        creators: known([editors]),
        issued: changedOn === null ? 'unknown' : known({ on: changedOn, guessed: false }),
        address: this.#hasAddress ? known(url) : 'unknown',
        abstract: null,
        keywords: [],
        note: null,
        site: library,
        edition: 1,
        accessedOn: null,
      }),
    );

  /**
   * The original, quoted through our page: its number, and what the style wants in the text.
   * `locator` is null where the prose does not give the place.
   */
  original(
    record: PracticeRecord,
    locator: Locator | null,
  ): { readonly number: number; readonly inText: string | null } {
    const { reference, inText } = citedThrough(
      originalOfRecord(record, this.#words),
      pageOfRecord(record, this.#hasAddress),
      this.#style,
      { accessedOn: this.#accessedOn, ...(locator === null ? {} : { locator }) },
    );
    return {
      number: this.#numberOf(reference),
      inText: inText === null ? null : plain(inText),
    };
  }

  #entry = (page: WebPage): RichText =>
    formatEntry(page, this.#style, { accessedOn: this.#accessedOn });

  #numberOf(entry: RichText): number {
    const key = plain(entry);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.entries.push(entry);
    this.#numbers.set(key, this.entries.length);
    return this.entries.length;
  }
}
