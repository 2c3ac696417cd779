import { Parser } from 'htmlparser2';
import type { BlockEntry } from '#domain/search/data.ts';
import { kindNumber, type KindName } from '#domain/search/kinds.ts';

/** Elements whose text belongs to the block they stand in; all others begin a block. */
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Elements whose text is no part of the practice. */
const silent = new Set('button noscript option script select style template textarea'.split(' '));

/** Void elements have no end that could close them. */
const empty = new Set('br col hr img input link meta source wbr'.split(' '));

const kindOfElement: Readonly<Record<string, KindName>> = {
  h1: 'title',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  dt: 'label',
  th: 'label',
  caption: 'label',
  summary: 'label',
};

/**
 * The searchable text of a finished page, block by block: what stands inside
 * `data-pagefind-body` and not inside `data-pagefind-ignore`. Read from the page and not from
 * the record, so that whatever a reader sees can be found.
 */
export function pageBlocks(html: string): BlockEntry[] {
  const blocks: BlockEntry[] = [];
  const open: { name: string; id: string; outside: boolean }[] = [];
  let body = -1;
  let ignored = -1;
  let headingId = '';
  let hasHeading = false;
  let text = '';

  const nearestId = (): string => {
    for (let at = open.length - 1; at > body; at -= 1) if (open[at]?.id) return open[at]?.id ?? '';
    return headingId;
  };
  const kind = (): KindName => {
    for (let at = open.length - 1; at > body; at -= 1) {
      const name = open[at]?.name ?? '';
      const known = kindOfElement[name];
      if (known) return known;
      if (!hasHeading && name === 'dl') return 'facts';
    }
    if (!hasHeading && blocks.length > 0 && !blocks.some(([of]) => of === kindNumber('summary'))) {
      return 'summary';
    }
    return 'text';
  };
  const endBlock = (): void => {
    const plain = text.replace(/\s+/g, ' ').trim();
    text = '';
    if (plain) blocks.push([kindNumber(kind()), nearestId(), plain]);
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (body >= 0 && ignored < 0 && !inline.has(name)) endBlock();
        if (empty.has(name)) return;
        open.push({ name, id: attributes['id'] ?? '', outside: body < 0 });
        const at = open.length - 1;
        if (body < 0 && 'data-pagefind-body' in attributes) body = at;
        else if (body >= 0 && ignored < 0) {
          const hidden = 'data-pagefind-ignore' in attributes || 'hidden' in attributes;
          if (hidden || silent.has(name)) ignored = at;
          else if (/^h[2-4]$/.test(name)) {
            hasHeading = true;
            headingId = attributes['id'] ?? headingId;
          }
        }
      },
      ontext(data) {
        if (body >= 0 && ignored < 0) text += data;
      },
      onclosetag(name) {
        if (empty.has(name)) return;
        const at = open.length - 1;
        if (body >= 0 && ignored < 0 && !inline.has(name)) endBlock();
        open.pop();
        if (at === ignored) ignored = -1;
        if (at === body) parser.pause();
      },
    },
    { decodeEntities: true },
  );
  const mark = html.indexOf('data-pagefind-body');
  if (mark < 0) return blocks;
  // What stands before says nothing, and what follows is left alone once the body has ended.
  parser.write(html.slice(html.lastIndexOf('<', mark)));
  parser.end();
  return blocks;
}

/** `id` → outer HTML of the card itself, from a list of practices. */
export function cardsByPractice(html: string): Map<string, string> {
  const cards = new Map<string, string>();
  const item = /<li\b[^>]*\bdata-practice="([^"]+)"[^>]*>\s*(<article\b[\s\S]*?<\/article>)/g;
  for (const [, id = '', card = ''] of html.matchAll(item)) cards.set(id, card.trim());
  return cards;
}
