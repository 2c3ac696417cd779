import type { Page } from '@playwright/test';

/** Longer than any title or reference to a place; what is longer is a paragraph. */
const longestName = 60;

/** Faults of what is read out, a line each: steps left out between headings, names, languages. */
export const misreadWords = (page: Page): Promise<string[]> =>
  page.evaluate((longest) => {
    const shown = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((element) =>
        element.checkVisibility({ visibilityProperty: true }),
      );
    const say = (element: Element) => element.outerHTML.slice(0, 160);

    const headings = shown('h1, h2, h3, h4, h5, h6');
    const levels = headings.map(({ localName }) => Number(localName[1]));
    const jumps = headings
      .filter((_, index) => (levels[index] ?? 0) - (levels[index - 1] ?? 0) > 1)
      .map((heading) => `a step left out before ${say(heading)}`);
    const titles = levels.filter((level) => level === 1).length;

    const names = shown('a[href], button, summary').map((element) => ({
      element,
      name: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
    }));
    const unnamed = names.filter(
      ({ element, name }) => name === '' && !element.querySelector('[alt], [aria-label]'),
    );

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const foreign: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      // A reference is what its style makes of names and titles in several languages.
      const exempt = 'script, style, noscript, code, [data-cite-panel], [lang]:not([lang^=zh])';
      if (!parent || parent.closest(exempt)) {
        continue;
      }
      // Addresses have no language, names need none: a phrase has small words in it.
      const text = (node.nodeValue ?? '').replace(/https?:\S+/g, '');
      const phrase = /[a-z]{2,}([ ,;’'-]+[a-z]{2,}){2,}/i.exec(text);
      if (phrase && !/ [a-z]{2,}/.test(phrase[0])) continue;
      if (phrase) foreign.push(`no language is given for “${phrase[0]}” in ${say(parent)}`);
    }

    return [
      ...(titles > 0 && levels[0] === 1 ? [] : ['the page begins without a title']),
      ...jumps,
      ...names
        .filter(({ name }) => [...name].length > longest)
        .map(({ element }) => `a name of a paragraph: ${say(element)}`),
      ...unnamed.map(({ element }) => `no name: ${say(element)}`),
      ...foreign,
    ];
  }, longestName);
