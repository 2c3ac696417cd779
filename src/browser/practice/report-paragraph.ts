import { addressTarget } from '#browser/shell/address-target.ts';
import { pageAddress } from '#browser/shell/page-address.ts';
import { reportAddress } from '#domain/site/error-report.ts';
import { site } from '#domain/site/site.ts';
import { reporting as words } from '#words/reporting.ts';

/**
 * Fills the paragraph a reader has come to, by link or by its mark, into every link that reports
 * an error.
 */
export function reportParagraph(): void {
  const fill = (): void => {
    const block = addressTarget();
    const number = Number(block?.dataset['number'] ?? NaN);
    if (!Number.isInteger(number)) return;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-report]')) {
      const title = link.dataset['title'] ?? document.title;
      const address = pageAddress().replace(/:~:.*$/, '');
      const filled = reportAddress(site.contact, { title, address, paragraph: number }, words);
      if (filled !== null) link.href = filled;
      link.textContent = words.paragraph(number);
    }
  };
  window.addEventListener('hashchange', fill);
  fill();
}
