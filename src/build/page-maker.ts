import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { answerRequests } from '#build/beside.ts';
import { listPages, type Listing, type PageList } from '#build/page-list.ts';
import { openProgram, type Renderer, type SitePath } from '#build/renderer.ts';

/** What one of the processes that make pages is asked for. */
export type PageOrder =
  /** To read the library. */
  | { readonly read: 'only' }
  /** To read it and list all pages of the site in a file, which answers with those that do not stand yet. */
  | { readonly list: string; readonly standing: PageList | null }
  /** To render these into a folder. */
  | { readonly render: readonly SitePath[]; readonly to: string }
  /** To get ready for the page at a path, of which nothing is read yet. */
  | { readonly prepare: string }
  /** To render the page at a path into a folder, and read no more than it shows. */
  | { readonly page: string; readonly to: string };

/** The pages of the site, where it was asked for them. */
export type PageAnswer = Listing<SitePath> | null;

/** The compiled program is opened while others still judge what it will show. */
const opened: Promise<Renderer> = openProgram(process.argv[2] ?? '');
opened.catch(() => undefined); // told to who asks

answerRequests<PageOrder, PageAnswer>(async (order, advance) => {
  const renderer = await opened;
  if ('list' in order) {
    const { list: file, standing } = order;
    return listPages(await renderer.paths(), { file, standing });
  }
  if ('read' in order) {
    await renderer.read();
    return null;
  }
  if ('prepare' in order) {
    const path = renderer.pageAt(order.prepare);
    if (path) await renderer.prepare(path);
    return null;
  }
  const own = 'page' in order ? renderer.pageAt(order.page) : null;
  const wanted = 'page' in order ? (own ? [own] : []) : order.render;
  for (const path of wanted) {
    const target = join(order.to, path.file);
    makeFolder(dirname(target));
    await writePieces(target, await renderer.render(path));
  }
  advance(wanted.length);
  return null;
});

async function writePieces(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const open = openSync(file, 'w');
  try {
    for await (const piece of pieces) writeFileSync(open, piece);
  } finally {
    closeSync(open);
  }
}

const made = new Set<string>();

function makeFolder(folder: string): void {
  if (made.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  made.add(folder);
}
