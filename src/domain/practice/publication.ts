/** Where a source appeared or is kept, in words for readers. */
import { mapFact, valueOf, type Fact } from '#domain/practice/fact.ts';
import type { SourceWords } from '#domain/practice/source-words.ts';
import type { BookSource, ChapterSource, Source } from '#domain/practice/source.ts';

/**
 * `《乡村治理评论》2023 年第 4 期，第 12-18 页`: as much as is known, without a full stop; null where
 * nothing is.
 */
export function publishedIn(source: Source, words: SourceWords): string | null {
  const line = words.line(said(partsOf(source, words)));
  return line === '' ? null : line;
}

/** `《…》`, or why there is no title to print. */
export function titleInWords({ kind, title }: Source, words: SourceWords): string {
  if (title === 'none') return words.noTitle;
  if (title === 'unknown') return kind === 'scan' ? words.lostTitle : words.unknownTitle;
  return words.title(title.value);
}

type Part = string | null;

const said = (parts: readonly Part[]): readonly string[] =>
  parts.filter((part) => part !== null && part !== '').map(String);

const worded = (fact: Fact<string>, word: (value: string) => string): Part =>
  valueOf(mapFact(fact, word));

function partsOf(source: Source, words: SourceWords): readonly Part[] {
  switch (source.kind) {
    case 'scan':
      return [];
    case 'journal':
      return [
        words.joined(
          said([
            worded(source.journal, words.title),
            worded(source.year, words.year),
            worded(source.volume, words.volume),
            worded(source.issue, words.issue),
          ]),
        ),
        worded(source.pages, words.pages),
        worded(source.articleNumber, words.articleNumber),
      ];
    case 'newspaper':
      return [
        words.joined(
          said([
            worded(source.newspaper, words.title),
            worded(source.date, words.date),
            worded(source.edition, words.newspaperPage),
          ]),
        ),
      ];
    case 'book':
      return imprintOf(source, words);
    case 'chapter':
      return [
        worded(source.book, words.inBook),
        source.editors.length === 0 ? null : words.editedBy(words.list(source.editors)),
        ...imprintOf(source, words),
      ];
    case 'report':
      return [valueOf(source.issuer), valueOf(source.number), worded(source.date, words.date)];
    case 'web':
      return [
        valueOf(source.site),
        worded(source.date, words.published),
        words.read(source.accessedOn),
      ];
    case 'thesis':
      return [
        words.joined(said([valueOf(source.school), worded(source.degree, words.thesis)])),
        worded(source.year, words.year),
        worded(source.pages, words.pages),
      ];
    case 'manuscript':
      return [words.manuscript, worded(source.date, words.date), ...custody(source, words)];
    case 'interview':
      return [
        words.interview,
        worded(source.date, words.date),
        worded(source.recordedBy, words.recordedBy),
        ...custody(source, words),
      ];
  }
}

const imprintOf = (source: BookSource | ChapterSource, words: SourceWords): readonly Part[] => [
  words.imprint(said([valueOf(source.place), valueOf(source.publisher)])),
  words.joined(said([worded(source.year, words.year), worded(source.edition, words.edition)])),
  worded(source.pages, words.pages),
];

const custody = (
  { heldAt, holder }: { readonly heldAt: Fact<string>; readonly holder: Fact<string> },
  words: SourceWords,
): readonly Part[] => [worded(heldAt, words.heldAt), worded(holder, words.keptBy)];
