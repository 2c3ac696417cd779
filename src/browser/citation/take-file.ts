import { saveFile } from '#browser/shell/saved-file.ts';
import { siteText } from '#browser/shell/site-file.ts';
import { today } from '#browser/shell/today.ts';
import { withAccessDay } from '#domain/exports/access-day.ts';
import { withPinpoint } from '#domain/exports/pinpoint.ts';
import { citedPlace as words } from '#words/cited-place.ts';

/** Saves the file a link names with the reader's day, and with the paragraph the address leads to. Answers with what the reader is told. */
export async function takeFile({ href, dataset, type }: HTMLAnchorElement): Promise<string> {
  const { extension = '' } = dataset;
  const dated = withAccessDay(await siteText(href), extension, today());
  const number = citedParagraph();
  const isPlaced = number !== null && ['ris', 'bib', 'csl.json'].includes(extension);
  const file = isPlaced
    ? withPinpoint(dated, extension, {
        anchor: location.hash.slice(1),
        inWords: words.paragraph(number),
      })
    : dated;
  saveFile(href.slice(href.lastIndexOf('/') + 1), `${type};charset=utf-8`, file);
  return isPlaced ? words.saved(number) : '';
}

/** The number of the paragraph the reader is at, by the address; null where it names none. */
function citedParagraph(): string | null {
  if (location.hash.length < 2) return null;
  const block = document.getElementById(location.hash.slice(1));
  return block?.closest<HTMLElement>('.prose > [data-number]')?.dataset['number'] ?? null;
}
