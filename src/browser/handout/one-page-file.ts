import { gather } from '#browser/handout/handout-data.ts';
import { wordFile } from '#browser/handout/office-file.ts';
import { homeAddress } from '#browser/handout/handout-making.ts';
import { today } from '#browser/shell/today.ts';
import { emptyBasket, itemOfButton } from '#domain/handout/basket.ts';
import { onePage, type Subject } from '#domain/handout/one-page.ts';
import { site } from '#domain/site/site.ts';
import { handoutDocument } from '#words/handout-document.ts';

interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The page as a Word file, made of the same data as the page. Throws where they cannot be had. */
export async function onePageFile({
  onePage: about = '',
  version = '',
  released,
}: DOMStringMap): Promise<SavedFile> {
  const item = itemOfButton(about);
  if (item?.kind !== 'problem' && item?.kind !== 'comparison') throw new Error(about);
  const gathered = await gather({ ...emptyBasket, items: [item] });
  const found = gathered[item.kind](item.id);
  if (found.state !== 'found') throw new Error(found.state);
  const practices = found.record.practices.flatMap((id) => {
    const practice = gathered.practice(id);
    return practice.state === 'found' ? [practice.record] : [];
  });
  const document = onePage({ kind: item.kind, of: found.record } as Subject, practices, {
    day: today(),
    release: { version, releasedOn: released ?? null },
    home: homeAddress(),
    hasAddress: site.origin !== null,
    words: handoutDocument,
  });
  return {
    name: `${document.title}.docx`,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: await wordFile(document),
  };
}
