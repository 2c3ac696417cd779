/** What pages of a copy run first: it stands in for a server that the copy has none of. */
import { showAge } from '#browser/copy/age.ts';
import { saveFromCopy } from '#browser/copy/saving.ts';
import { openShelf } from '#browser/copy/shelf.ts';
import { workerMaker } from '#browser/copy/worker-maker.ts';
import { asFileName, type Brought, type LibraryCopy } from '#domain/copies/library-copy.ts';

/** What scripts of the copy call, besides what the site's own code does. */
interface Copy extends LibraryCopy {
  readonly take: (script: string, brought: Brought) => void;
  readonly load: (script: string) => Promise<unknown>;
  /** Loads the style sheets among these files of the site. */
  readonly style: (files: readonly string[]) => Promise<unknown>;
  readonly Worker: new (address: string | URL) => Worker;
}

const own = document.currentScript;
if (!(own instanceof HTMLScriptElement)) throw new Error('This script is run by a tag in a page.');
const root = own.src.slice(0, own.src.lastIndexOf('/') + 1);

/** Where the library stands on the web; empty where it has no address. */
const online = own.dataset['online'] ?? '';

const modules = new Map<string, Brought>();
const awaited = new Map<string, (brought: Brought) => void>();

function bring(script: string): Promise<Brought | null> {
  const there = modules.get(script);
  if (there) return Promise.resolve(there);
  return new Promise((settle) => {
    awaited.set(script, settle);
    const tag = document.createElement('script');
    tag.src = root + script;
    const end = (): void => {
      tag.remove();
      awaited.delete(script);
      settle(null);
    };
    tag.addEventListener('load', end);
    tag.addEventListener('error', end);
    document.head.append(tag);
  });
}

/** Two who ask for the same script at a time get it at once. */
const underWay = new Map<string, Promise<Brought | null>>();
function bringOnce(script: string): Promise<Brought | null> {
  const before = underWay.get(script);
  if (before) return before;
  const brought = bring(script).finally(() => underWay.delete(script));
  underWay.set(script, brought);
  return brought;
}

const shelf = openShelf(bringOnce);
const pathOf = (address: string): string =>
  decodeURIComponent(address.replace(/[?#].*$/, '').slice(root.length));
const toRun: string[] = [];

const copy: Copy = {
  at: (path) => root + asFileName(path),
  file: (address) =>
    address.startsWith(root) ? shelf.file(pathOf(address)) : Promise.resolve(null),
  lasting: (address) =>
    online !== '' && address.startsWith(root)
      ? online + address.slice(root.length).replace(/(^|\/)index\.html(?=$|[?#])/, '$1')
      : address,
  load: shelf.load,
  take: (script, brought) => {
    if ('code' in brought) modules.set(script, brought);
    awaited.get(script)?.(brought);
    if (document.currentScript?.hasAttribute('data-run')) toRun.push(script);
  },
  style: (files) => Promise.all(files.filter((file) => file.endsWith('.css')).map(loadStyle)),
  Worker: workerMaker({ root, pathOf, bring: bringOnce }),
};

function loadStyle(file: string): Promise<void> | null {
  const href = root + file;
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return null;
  return new Promise((settle) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.addEventListener('load', () => settle());
    link.addEventListener('error', () => settle());
    document.head.append(link);
  });
}

globalThis.libraryCopy = copy;

document.addEventListener('DOMContentLoaded', async () => {
  showAge();
  saveFromCopy(copy);
  // One behind the other, as a site's modules run; one that fails keeps no other from running.
  for (const script of toRun) {
    await shelf.load(script).catch((error: unknown) => {
      setTimeout(() => {
        throw error;
      });
    });
  }
  // From a server this is so when the page has loaded; from disk nothing else tells.
  document.documentElement.dataset['copyStarted'] = '';
});
