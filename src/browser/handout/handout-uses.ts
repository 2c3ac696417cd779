import { makeHandout, type MadeHandout } from '#browser/handout/handout-making.ts';
import { copy } from '#browser/shell/clipboard.ts';
import { saveFile } from '#browser/shell/saved-file.ts';
import type { Release } from '#domain/citation/library.ts';
import { listHead } from '#domain/citation/reference-list.ts';
import { html, plain } from '#domain/citation/rich-text.ts';
import { writeBasketFile } from '#domain/handout/basket-file.ts';
import type { Basket } from '#domain/handout/basket.ts';
import { handoutPage as words } from '#words/handout-page.ts';

type Use = (made: MadeHandout, basket: Basket) => Promise<string> | string;

/** What a basket is taken away as. Each answers with what the reader is told. */
const uses: Readonly<Record<string, Use>> = {
  print: () => {
    window.print();
    return '';
  },
  word: async (made) => {
    const { wordFile } = await import('#browser/handout/office-file.ts');
    return saved(
      made,
      'docx',
      officeType('wordprocessingml.document'),
      await wordFile(made.document),
    );
  },
  slides: async (made) => {
    const { slideFile } = await import('#browser/handout/office-file.ts');
    const type = officeType('presentationml.presentation');
    return saved(made, 'pptx', type, await slideFile(made.document));
  },
  page: async (made) => {
    const { htmlFile } = await import('#browser/handout/html-file.ts');
    return saved(made, 'html', 'text/html;charset=utf-8', htmlFile(made.document, made.code));
  },
  list: (made) => {
    const references = referencesOf(made);
    if (references.length === 0) return words.noReferences;
    return saved(made, 'txt', 'text/plain;charset=utf-8', `\uFEFF${references.join('\r\n')}\r\n`);
  },
  'copy-list': async (made) => {
    const references = referencesOf(made);
    if (references.length === 0) return words.noReferences;
    const { references: list, style } = made.document;
    const rich = list
      .map((reference, place) => `<p>${listHead(style, place + 1)}${html(reference)}</p>`)
      .join('');
    const copied = await copy({ plain: references.join('\n'), html: rich });
    return copied ? words.listCopied : words.notCopied;
  },
  save: (made, basket) => saved(made, 'json', 'application/json', writeBasketFile(basket)),
};

const officeType = (name: string): string =>
  `application/vnd.openxmlformats-officedocument.${name}`;

/** A line each, with what the style puts before it. */
const referencesOf = ({ document: { references, style } }: MadeHandout): string[] =>
  references.map((reference, place) => `${listHead(style, place + 1)}${plain(reference)}`);

function saved(
  { document }: MadeHandout,
  ending: string,
  type: string,
  content: string | Uint8Array,
): string {
  const name = `${fileNameOf(document.title)}.${ending}`;
  saveFile(name, type, content);
  return words.saved(name);
}

/** What Windows takes as a name, not longer than its paths bear. */
const fileNameOf = (title: string): string =>
  [...title.replace(/[\\/:*?"<>|\s]+/gu, ' ').trim()].slice(0, 60).join('').trim() || words.preview;

export const isUse = (use: string): boolean => use in uses;

/** Makes the handout as it would be today and takes it away. */
export async function takeHandout(use: string, basket: Basket, release: Release): Promise<string> {
  const made = await makeHandout(basket, release);
  return (await uses[use]?.(made, basket)) ?? '';
}
