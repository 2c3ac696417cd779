/** What a reader could search for, and which practices hold it, taken from the pages as shown. */
import type { Page } from '@playwright/test';
import { practicePages } from './pages.ts';
import { seeded, type SearchOnDisk } from './search-on-disk.ts';

/** By practice id: the text of every block of its page, as the browser lays it out. */
export type Shown = ReadonlyMap<string, readonly string[]>;

/**
 * Reads the blocks in the browser, by how elements are laid out and not by their names: another
 * way than the build's, so that the two can disagree.
 */
export async function readShown(page: Page): Promise<Shown> {
  const shown = new Map<string, string[]>();
  for (const path of practicePages) {
    await page.goto(path);
    const blocks = await page.locator('[data-pagefind-body]').evaluate((body) => {
      const texts: string[] = [];
      let text = '';
      const end = (): void => {
        if (text.trim()) texts.push(text.replace(/\s+/g, ' ').trim());
        text = '';
      };
      const read = (node: Node): void => {
        if (node instanceof Text) text += node.data;
        if (!(node instanceof Element) || node.hasAttribute('data-pagefind-ignore')) return;
        if (['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'BUTTON', 'SELECT'].includes(node.tagName))
          return;
        const inline = [
          'SPAN',
          'A',
          'B',
          'I',
          'EM',
          'STRONG',
          'SUP',
          'SUB',
          'SMALL',
          'WBR',
          'TIME',
        ];
        const isBlock = !inline.includes(node.tagName);
        if (isBlock) end();
        node.childNodes.forEach(read);
        if (isBlock) end();
      };
      read(body);
      end();
      return texts;
    });
    shown.set(path.split('/')[1] ?? '', blocks);
  }
  return shown;
}

export const holding = (shown: Shown, words: string): string[] =>
  [...shown]
    .filter(([, blocks]) => blocks.some((block) => block.includes(words)))
    .map(([id]) => id);

export const isHanRun = (words: string): boolean => /^\p{Script=Han}{2,}$/u.test(words);

/** Every term, alias, place, person and title of the library, and pieces of its pages. */
export function thingsToFind(
  disk: SearchOnDisk,
  shown: Shown,
  { pieces, seed }: { pieces: number; seed: number },
): string[] {
  const words = new Set<string>();
  const addRuns = (text: string): void => {
    for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu)) words.add(run);
  };
  for (const terms of Object.values(disk.terms.facets)) {
    for (const [, label, , aliases] of terms) [label, ...aliases].forEach(addRuns);
  }
  for (const [, label, aliases] of disk.terms.glossary) [label, ...aliases].forEach(addRuns);
  for (const [, title] of disk.titles) addRuns(title);

  const random = seeded(seed);
  const runs = [...shown.values()].flatMap((blocks) =>
    blocks.flatMap((block) => [...block.matchAll(/\p{Script=Han}{2,}/gu)].map(([run]) => run)),
  );
  for (let piece = 0; piece < pieces; piece += 1) {
    const run = [...(runs[random(runs.length)] ?? '治理')];
    const start = random(run.length - 1);
    words.add(run.slice(start, start + 2 + random(Math.min(7, run.length - start - 1))).join(''));
  }
  return [...words];
}
