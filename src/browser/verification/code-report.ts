import { openSearchFiles } from '#browser/search/files.ts';
import { recordOf } from '#browser/verification/cited.ts';
import { Passages } from '#browser/verification/passages.ts';
import { element } from '#browser/verification/report.ts';
import { practicePath } from '#domain/site/paths.ts';
import { dates } from '#words/dates.ts';
import { verification } from '#words/verification.ts';

const words = verification.printedCode;

/** What a code on paper stands for: which edition of what, and what has changed since. */
export async function printedCodeReport(code: string): Promise<HTMLElement> {
  const report = element('div', { class: 'copy', tabindex: '-1' });
  const say = (text: string, look: Record<string, string> = {}): void =>
    report.append(element('p', look, text));
  const passages = await Passages.open(await openSearchFiles());
  const found = await passages.printed(code);
  const record = found && (await recordOf((await passages.text(found.practice)).id));
  if (!found || !record) {
    say(`≠ ${words.unknown(code)}`, { class: 'verdict' });
    say(words.unknownRemedy);
    return report;
  }
  const { edition } = found;
  const isNow = record.edition === edition && record.retired === null;
  const title = element('a', { href: practicePath(record.id) }, record.title);
  const verdict = element(
    'p',
    { class: 'verdict' },
    `${isNow ? '＝' : '↺'} ${words.edition(edition)}`,
  );
  verdict.append(title);
  report.append(verdict);
  if (record.retired !== null) say(words.retired);
  else if (isNow) say(words.isNow);
  else {
    say(words.now(record.edition));
    const changes = element('ul', {});
    for (const change of record.changes.filter((one) => one.edition > edition)) {
      const line = words.change(change.edition, dates.inWords(change.changedOn), change.note);
      changes.append(element('li', {}, line));
    }
    report.append(changes);
  }
  say(words.note, { class: 'note' });
  return report;
}
