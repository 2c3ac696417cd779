import type { SearchFiles } from '#browser/search/files.ts';
import { MissingFile, siteText } from '#browser/shell/site-file.ts';
import type { Passages } from '#browser/verification/passages.ts';
import { fold } from '#domain/search/fold.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';
import { placesFrom, type IndexFile } from '#domain/search/data.ts';
import { listFiles } from '#domain/search/list-files.ts';
import { askedOnce } from '#domain/site/asked-once.ts';
import { practiceDataPath } from '#domain/site/paths.ts';
import { site } from '#domain/site/site.ts';
import { checkFigures, figuresIn, type StrayFigure } from '#domain/verification/cited-figures.ts';
import { figureFinding, referenceFinding, type Finding } from '#domain/verification/findings.ts';
import { lettersOf } from '#domain/verification/letters.ts';
import type { LibraryText } from '#domain/verification/library-text.ts';
import { titlesNamedIn } from '#domain/verification/named-practices.ts';
import { addressIn, checkReference } from '#domain/verification/references.ts';

/** A practice as published data; null where there is none of this id. */
export const recordOf = askedOnce((id: string): Promise<PracticeRecord | null> =>
  siteText(practiceDataPath(id)).then(
    (text) => JSON.parse(text) as PracticeRecord, // our own file
    (reason: unknown) => {
      if (reason instanceof MissingFile && [404, 410].includes(reason.status)) return null;
      throw reason;
    },
  ),
);

/** A line that cites a practice of ours, checked; null where it cites none. */
export async function checkedReference(line: string, passages: Passages): Promise<Finding | null> {
  const address = addressIn(line);
  const [named] = titlesNamedIn(line, passages.shelf);
  const id = address?.practice ?? named?.id;
  if (id === undefined) return null;
  const record = await recordOf(id);
  if (record) return referenceFinding(line, checkReference(line, record));
  return address ? referenceFinding(line, null) : null;
}

/**
 * A sentence that names us or a practice of ours and gives numbers in its own words; null where all
 * are ours. `plain` is the sentence folded.
 */
export async function checkedFigures(
  plain: string,
  sentence: string,
  passages: Passages,
  files: SearchFiles,
): Promise<Finding | null> {
  if (figuresIn(sentence).length === 0) return null;
  const { texts, isSure } = await namedIn(plain, passages, files);
  if (texts.length === 0) return null;
  const checked = await Promise.all(
    texts.map(async (text) => {
      const record = await recordOf(text.id);
      const { strays } = checkFigures(sentence, text.letters, record?.figures ?? []);
      return { text, strays: isSure ? strays : strays.filter(countsTheSame(sentence)) };
    }),
  );
  const [best] = isSure
    ? checked.sort((a, b) => a.strays.length - b.strays.length)
    : checked.filter(({ strays }) => strays.length > 0);
  return best && best.strays.length > 0 ? figureFinding(sentence, best.text, best.strays) : null;
}

/** So many practices are asked where none is named. */
const mostAlike = 3;

/** Whether a number of the practice counts the same in the same unit. */
const countsTheSame =
  (sentence: string) =>
  ({ given, instead: [likeliest] }: StrayFigure): boolean =>
    likeliest !== undefined && sentence.includes(`${given}${likeliest.unit}`);

/**
 * The practices a sentence speaks of: by title or address, or by our name and a place. Of one that
 * gives our name alone it is not sure: those it is most like.
 */
async function namedIn(
  sentence: string,
  passages: Passages,
  files: SearchFiles,
): Promise<{ readonly texts: readonly LibraryText[]; readonly isSure: boolean }> {
  const named = titlesNamedIn(sentence, passages.shelf);
  if (
    named.length > 0 ||
    ![site.name, site.shortName].some((name) => sentence.includes(fold(name)))
  ) {
    return { texts: named, isSure: true };
  }
  const regions = await listFiles(await files.json<IndexFile>('index.bin'), files.json).list(
    'region',
  );
  const places = new Set(
    regions.list.flatMap(([, label, , aliases], place) =>
      [label, ...aliases].some((name) => name.length > 1 && sentence.includes(fold(name)))
        ? [place]
        : [],
    ),
  );
  const practices = placesFrom(regions.places).flatMap((own, number) =>
    own.some((place) => places.has(place)) ? [number] : [],
  );
  if (places.size === 0) {
    const alike = passages.shelf.alike(lettersOf(sentence).text, mostAlike * 4);
    return {
      texts: [...new Set(alike.map(({ text }) => text))].slice(0, mostAlike),
      isSure: false,
    };
  }
  const texts = await Promise.all(practices.slice(0, 5).map((number) => passages.text(number)));
  return { texts, isSure: true };
}
