import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { accentRoles } from '#domain/site/accent.ts';
import type { Site } from '#domain/site/site.ts';

const styles = 'virtual:library.css';

/**
 * Brings what a library says of itself into pages and scripts, as `domain/site/site.ts`, and into
 * styles; `#words/` is the folder of its language.
 */
export const siteInPages = (site: Site): Plugin => ({
  name: 'site-in-pages',
  config: () => ({
    define: { LIBRARY_SITE: JSON.stringify(site) },
    resolve: { alias: { '#words': folderOfWords(site) } },
  }),
  resolveId: (id) => (id === styles ? `\0${styles}` : null),
  load: (id) => (id === `\0${styles}` ? stylesOf(site) : null),
});

const folderOfWords = ({ language }: Site): string =>
  fileURLToPath(new URL(`../text/${language}`, import.meta.url));

/** The colours of the library, and its name at the foot of printed pages. */
function stylesOf({ accent, shortName }: Site): string {
  const roles = accent === null ? [] : accentRoles(accent);
  const colours = roles.map(
    ([role, light, dark]) => `--color-${role}: light-dark(${light}, ${dark});`,
  );
  return `
    @media screen { :root { ${colours.join(' ')} } }
    @media print {
      @page {
        @bottom-center { content: ${quoted(`${shortName}　`)} counter(page) ' / ' counter(pages); }
      }
    }`;
}

/** Text as CSS takes it, whatever marks it holds. */
const quoted = (text: string): string =>
  `'${text.replace(/['\\<>\p{Cc}]/gu, (mark) => `\\${mark.codePointAt(0)?.toString(16)} `)}'`;
