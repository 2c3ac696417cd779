import { Tokenizer } from 'htmlparser2';
import { asFileName, copyScript } from '#domain/copies/library-copy.ts';
import { contentSecurityPolicy } from '#domain/site/content-security-policy.ts';
import { markup } from '#domain/words/markup.ts';

/** What becomes of a file of the site: a file again, part of a script, or nothing. */
export type Fate = 'file' | 'in-script' | 'gone';

export interface CopiedSite {
  /** The path the site was built for, with its slashes. */
  readonly base: string;
  /** Scheme and host of the site; null as long as it has none. */
  readonly origin: string | null;
  readonly fateOf: (file: string) => Fate;
  /** These scripts with all that must be there before them. */
  readonly withImports: (scripts: readonly string[]) => readonly string[];
  /** What each page says of the copy; `address` is the page's own on the web. */
  readonly note: (address: string | null) => string;
}

/** The style of what is said of the copy, below its folder. */
export const copyStyle = 'copy.css';

/**
 * What a page from disk may load. There `'self'` is every file, modules are run from memory, and
 * nothing may be asked of a network.
 */
const policy = contentSecurityPolicy
  .replace("script-src 'self'", "script-src 'self' blob:")
  .replace("connect-src 'self'", "connect-src 'none'")
  .replace("worker-src 'self'", 'worker-src blob:');

const moduleTag = /<script type="module" src="([^"]+)"><\/script>/g;

/** A page of the site for a copy, at `file`: every address relative, every script classic. */
export function copiedPage(html: string, file: string, site: CopiedSite): string {
  const root = '../'.repeat(file.split('/').length - 1);
  const scripts = [...html.matchAll(moduleTag)].map(([, src = '']) => src.slice(site.base.length));
  const tags = site
    .withImports(scripts)
    .map((script) => {
      const run = scripts.includes(script) ? ' data-run' : '';
      return `<script defer src="${root}${script}"${run}></script>`;
    })
    .join('');
  const home = site.origin === null ? null : site.origin + site.base;
  const online = home === null ? '' : ` data-online="${home}"`;
  const address = home === null ? null : home + addressOf(file);
  const head =
    `<link rel="stylesheet" href="${root}${copyStyle}">` +
    `<script src="${root}${copyScript}"${online}></script>${tags}</head>`;
  const bare = html.replace(moduleTag, '');
  const page = withAddresses(bare, file, site);
  return [
    [`content="${contentSecurityPolicy}"`, `content="${policy}"`],
    ['</head>', head],
    // Behind the link that skips what every page begins with.
    ['</a>', `</a>${site.note(address)}`, '<body'],
  ].reduce((text, [from = '', to = '', behind = '']) => {
    const start = text.indexOf(from, behind === '' ? 0 : text.indexOf(behind));
    if (start < 0 || page.includes('type="module"')) {
      throw new Error(`${file} is no page as this program builds them: ${from} is missing.`);
    }
    return text.slice(0, start) + to + text.slice(start + from.length);
  }, page);
}

const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

const attributes = new Set(['href', 'src', 'action', 'poster']);

/** Rewrites the addresses in attributes; those that name another site stay. */
function withAddresses(html: string, file: string, site: CopiedSite): string {
  const parts: string[] = [];
  let done = 0;
  let name = '';
  let start = -1;
  let end = -1;
  const none = (): void => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onattribname: (from, to) => {
        name = html.slice(from, to);
        start = -1;
      },
      onattribdata: (from, to) => {
        if (start < 0) start = from;
        end = to;
      },
      onattribend: () => {
        if (start < 0 || !attributes.has(name)) return;
        const address = html.slice(start, end);
        const moved = movedAddress(address, file, site);
        if (moved === null) return;
        parts.push(html.slice(done, start), moved.address);
        done = end;
        if (moved.isInScript) {
          parts.push('" data-in-copy="');
        }
      },
      onattribentity: none,
      oncdata: none,
      onclosetag: none,
      oncomment: none,
      ondeclaration: none,
      onend: none,
      onopentagend: none,
      onopentagname: none,
      onprocessinginstruction: none,
      onselfclosingtag: none,
      ontext: none,
      ontextentity: none,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return parts.join('') + html.slice(done);
}

const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/|[?#]|$)/i;

/** Null where an address needs no change. */
function movedAddress(
  address: string,
  file: string,
  { base, origin, fateOf }: CopiedSite,
): { readonly address: string; readonly isInScript: boolean } | null {
  if (elsewhere.test(address)) return null;
  const path = pathOf(address, base + file);
  if (!path.startsWith(base)) return null;
  const name = asFileName(path.slice(base.length));
  const fate = fateOf(decodeURIComponent(name.replace(/[?#].*$/, '')));
  if (fate === 'gone' && origin !== null) return { address: origin + path, isInScript: false };
  const root = '../'.repeat(file.split('/').length - 1);
  return { address: root + name, isInScript: fate === 'in-script' };
}

/** The address from the root of its server on, as it is written in the page; `from` is the page's own. */
function pathOf(address: string, from: string): string {
  if (address.startsWith('/')) return address;
  const [, steps = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  return new URL(steps, `http://copy.invalid${from}`).pathname + rest;
}

/** What is said of the copy on each page. */
export function copyNote(
  day: string,
  words: {
    readonly label: string;
    readonly made: string;
    readonly age: string;
    readonly old: string;
    readonly newer: string;
  },
  address: string | null,
): string {
  const link = address === null ? markup`` : markup`<a href="${address}">${words.newer}</a>`;
  const old = markup`<strong data-when-old hidden>${words.old}</strong>`;
  const age = markup`<span data-age="${words.age}"></span>`;
  return markup`<aside class="copy-note" aria-label="${words.label}" data-copy-made="${day}"><p class="page">${words.made}${age}。${old}${link}</p></aside>`
    .source;
}
