import { Parser } from 'htmlparser2';
import type { Block, Span } from '#domain/editing/blocks.ts';

/** A line that numbers a section and says nothing: “一、……”, “（二）……”, “第三章……”. */
const section =
  /^(?:第[一二三四五六七八九十百]+[章节篇部分]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])[^。；！？]{1,40}$/u;

const levelOf = (text: string): number => (/^[（(]/.test(text) ? 3 : 2);

/** A line that is a heading by its words, whatever it looked like. */
const asHeading = (text: string): Block | null =>
  section.test(text) ? { is: 'heading', level: levelOf(text), text } : null;

/** A plain text: a paragraph a line; signs of Markdown are read as they are meant. */
export const blocksOfText = (text: string): readonly Block[] =>
  text.split('\n').flatMap((line): Block[] => {
    const words = line.replace(/^[ \t\u3000]+|[ \t\u3000]+$/gu, '');
    if (words === '') return [];
    const marked = /^(#{1,6})[ \t]+(.+)$/u.exec(words);
    if (marked) return [{ is: 'heading', level: marked[1]?.length ?? 1, text: marked[2] ?? '' }];
    return [asHeading(words) ?? { is: 'paragraph', text: words, bold: [] }];
  });

interface Open {
  text: string;
  bold: Span[];
  boldFrom: number | null;
}

/** The HTML that a word document was turned into: headings, paragraphs, lists, tables, what is bold. */
export function blocksOfHtml(html: string): readonly Block[] {
  const blocks: Block[] = [];
  const lists: boolean[] = [];
  let open: Open = fresh();
  let table: string[][] | null = null;
  let tables = 0;
  const take = (make: (text: string, bold: readonly Span[]) => Block): void => {
    const { text, bold } = trimmed(open);
    open = fresh();
    if (text === '') return;
    if (table) {
      const row = table.at(-1);
      const cell = row?.pop();
      if (row && cell !== undefined) row.push(cell === '' ? text : `${cell} ${text}`);
      return;
    }
    blocks.push(make(text, bold));
  };
  const paragraph = (text: string, bold: readonly Span[]): Block =>
    asHeading(text) ?? { is: 'paragraph', text, bold };
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'ul' || name === 'ol') {
          take(itemOf(lists));
          lists.push(name === 'ol');
        } else if (name === 'table') {
          tables += 1;
          if (tables === 1) table = [];
        } else if (name === 'tr' && tables === 1) table?.push([]);
        else if ((name === 'td' || name === 'th') && tables === 1) table?.at(-1)?.push('');
        else if (name === 'strong' || name === 'b') open.boldFrom ??= open.text.length;
        else if (name === 'br') open.text += table ? ' ' : '\n';
      },
      ontext(text) {
        open.text += text;
      },
      onclosetag(name) {
        if (name === 'strong' || name === 'b') closeBold(open);
        else if (/^h[1-6]$/.test(name)) {
          take((text) => ({ is: 'heading', level: Number(name[1]), text }));
        } else if (name === 'p') {
          if (lists.length === 0 || table) take(paragraph);
        } else if (name === 'li') take(itemOf(lists));
        else if (name === 'ul' || name === 'ol') lists.pop();
        else if (name === 'td' || name === 'th') take(paragraph);
        else if (name === 'table') {
          tables -= 1;
          const rows = tables === 0 ? table : null;
          if (!rows) return;
          table = null;
          if (rows.some((row) => row.some((cell) => cell !== ''))) {
            blocks.push({ is: 'table', rows });
          }
        }
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  take(paragraph);
  return blocks.flatMap(inLines);
}

const fresh = (): Open => ({ text: '', bold: [], boldFrom: null });

const itemOf =
  (lists: readonly boolean[]) =>
  (text: string, bold: readonly Span[]): Block => ({
    is: 'item',
    ordered: lists.at(-1) ?? false,
    depth: Math.max(0, lists.length - 1),
    text,
    bold,
  });

function closeBold(open: Open): void {
  if (open.boldFrom !== null && open.text.length > open.boldFrom) {
    open.bold.push({ from: open.boldFrom, to: open.text.length });
  }
  open.boldFrom = null;
}

function trimmed(open: Open): { text: string; bold: readonly Span[] } {
  closeBold(open);
  const head = open.text.length - open.text.replace(/^[\s\u3000]+/u, '').length;
  const text = open.text.trim();
  const bold = open.bold
    .map(({ from, to }) => ({
      from: Math.max(0, from - head),
      to: Math.min(text.length, to - head),
    }))
    .filter(({ from, to }) => to > from);
  return { text, bold };
}

/** A paragraph with breaks in it is several; what is bold in it is let go. */
const inLines = (block: Block): readonly Block[] =>
  block.is === 'paragraph' && block.text.includes('\n') ? blocksOfText(block.text) : [block];
