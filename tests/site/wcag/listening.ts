import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

/** What a screen reader does for us in the page. */
interface Listening {
  readonly start: (where: { container: Element }) => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly next: () => Promise<void>;
  readonly perform: (command: unknown) => Promise<void>;
  readonly commands: { readonly moveToNextLandmark: unknown };
  readonly lastSpokenPhrase: () => Promise<string>;
  readonly spokenPhraseLog: () => Promise<string[]>;
}

declare global {
  var listening: Listening;
}

/**
 * The virtual screen reader as a script for a page. Its bundle is a module; evaluated as text it
 * needs neither an address of ours nor leave from the policy of the site.
 */
const program = ((): string => {
  const bundle = createRequire(import.meta.url).resolve(
    '@guidepup/virtual-screen-reader/browser.js',
  );
  const text = readFileSync(bundle, 'utf8').replace(/\/\/# sourceMappingURL.*/, '');
  const name = /export\s*\{[^}]*?([\w$]+) as virtual\b[^}]*\};?/.exec(text);
  if (!name) throw new Error(`${bundle} no longer exports "virtual" in a list of names.`);
  return `(() => { ${text.replace(name[0], '')}; globalThis.listening = ${name[1]}; })()`;
})();

/** Starts to listen at the part of the page a selector names. */
export async function listen(page: Page, selector = 'body'): Promise<void> {
  await page.evaluate(program);
  await page.evaluate(async (part) => {
    const container = document.querySelector(part);
    if (!container) throw new Error(`No ${part} on this page.`);
    await listening.stop();
    await listening.start({ container });
  }, selector);
}

/** Reads on from item to item, and gives what was said since the last time, made short. */
export const hear = async (page: Page, items: number): Promise<string[]> =>
  essence(
    await page.evaluate(async (count) => {
      const first = (await listening.spokenPhraseLog()).length;
      for (let item = 0; item < count; item += 1) await listening.next();
      return (await listening.spokenPhraseLog()).slice(first === 1 ? 0 : first);
    }, items),
  );

/** Where somebody comes who leaps from one part of the page to the next, once round. */
export const leap = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const said: string[] = [];
    for (;;) {
      await listening.perform(listening.commands.moveToNextLandmark);
      const phrase = await listening.lastSpokenPhrase();
      if (phrase === said[0] || said.length > 40) return said;
      said.push(phrase);
    }
  });

/** What has been said without being asked for, such as by a status; the same again counts once. */
export const announced = async (page: Page): Promise<string[]> => {
  const log = await page.evaluate(() => listening.spokenPhraseLog());
  return [...new Set(log)].flatMap((phrase) => /^polite: (.+)/.exec(phrase)?.[1] ?? []);
};

/** Roles that say how text is laid out, which listeners know without being told. */
const layout =
  /^(document|list|listitem|paragraph|table|rowgroup|row|columnheader|cell|strong|superscript|article|mark|group|term|definition)\b(?!.*\bexpanded)/;

/**
 * Phrases without the ends of things, without layout, and without text that has just been said as
 * a name.
 */
function essence(phrases: readonly string[]): string[] {
  const said: string[] = [];
  let name = '';
  for (const phrase of phrases) {
    const end = /^end of /.test(phrase);
    if (end || layout.test(phrase)) {
      if (end) name = '';
      continue;
    }
    // What stands in the page for readers without script is text to the program.
    if (name.includes(phrase.replace(/\s/g, '')) || phrase.startsWith('<')) continue;
    name = phrase.replace(/\s/g, '');
    said.push(phrase);
  }
  return said;
}
