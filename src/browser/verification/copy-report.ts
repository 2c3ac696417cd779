import { checkZip, type CheckedZip } from '#browser/verification/check-zip.ts';
import { element } from '#browser/verification/report.ts';
import { site } from '#domain/site/site.ts';
import { checkingCopies as copyWords } from '#words/checking-copies.ts';
import { verification as words } from '#words/verification.ts';

/** So many names of files are listed of a kind. */
const mostNamed = 200;

/** Checks a copy of the library and reports of it; see `checkZip`. */
export const checkedCopy = async (
  file: Blob,
  onProgress: (done: number) => void,
): Promise<HTMLElement> => copyReport(await checkZip(file, { key: site.signingKey, onProgress }));

/** What the check of a copy of the library found, for its reader. */
function copyReport(checked: CheckedZip): HTMLElement {
  const report = element('div', { class: 'copy', tabindex: '-1' });
  if (checked.kind === 'refused') {
    report.append(element('p', { class: 'verdict' }, `✕ ${copyWords.refused[checked.why]}`));
    return report;
  }
  const { isWhole, files, signature, isListDamaged } = checked;
  report.append(
    element(
      'p',
      { class: 'verdict' },
      isWhole ? `＝ ${copyWords.whole(files)}` : `≠ ${copyWords.different}`,
    ),
  );
  for (const kind of ['changed', 'missing', 'extra'] as const) {
    const names = checked[kind];
    if (names.length === 0) continue;
    const list = element('ul', {});
    list.append(...names.slice(0, mostNamed).map((name) => element('li', {}, name)));
    if (names.length > mostNamed)
      list.append(element('li', {}, words.more(names.length - mostNamed)));
    report.append(element('p', {}, copyWords[kind](names.length)), list);
  }
  if (isListDamaged) report.append(element('p', {}, copyWords.listDamaged));
  report.append(element('p', { class: 'note' }, copyWords.signature[signature]));
  return report;
}
