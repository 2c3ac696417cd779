/**
 * Drawings as they are written in the prose, and as rows of a form: `Steps`, `Tiers` and `Loop` hold
 * a numbered list, `Grid` a table.
 */
export interface DrawingItem {
  readonly name: string;
  readonly text: string;
}

export interface Drawing {
  readonly kind: string;
  readonly caption: string;
  /** Of a drawing made of a list; empty for a table. */
  readonly items: readonly DrawingItem[];
  /** Of a table, the head first; empty for a list. */
  readonly rows: readonly (readonly string[])[];
}

/** The drawing that is a table. */
export const tableKind = 'Grid';

/** A component as it stands in the prose: lines of its own, the list or table inside. */
export function drawingText({ kind, caption, items, rows }: Drawing): string {
  const inside = kind === tableKind ? tableText(rows) : listText(items);
  return `<${kind} caption="${inAttribute(caption)}">\n\n${inside}\n\n</${kind}>`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The quotation marks of the markup may not stand in it: those of Chinese can. */
const inAttribute = (text: string): string => {
  let isOpening = false;
  return oneLine(text).replace(/"/g, () => ((isOpening = !isOpening) ? '“' : '”'));
};

const listText = (items: readonly DrawingItem[]): string =>
  items
    .map(({ name, text }, at) => `${at + 1}. ${oneLine(`**${oneLine(name)}** ${oneLine(text)}`)}`)
    .join('\n');

/** A bar inside a cell would begin another. */
const cell = (text: string): string => oneLine(text).replace(/\|/g, '／');

function tableText(rows: readonly (readonly string[])[]): string {
  const [head = [], ...others] = rows;
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...others.map(line)].join('\n');
}

/** The drawing a place in the prose lies in, and where it begins and ends; null where it lies in none. */
export function drawingAt(
  prose: string,
  at: number,
  kinds: readonly string[],
): { readonly from: number; readonly to: number; readonly drawing: Drawing } | null {
  const pattern = new RegExp(
    `^<(${kinds.join('|')})(?:\\s+caption="([^"]*)")?\\s*>\\n([\\s\\S]*?)\\n</\\1>`,
    'gm',
  );
  for (const found of prose.matchAll(pattern)) {
    const [whole, kind = '', caption = '', inside = ''] = found;
    const from = found.index;
    if (at < from || at > from + whole.length) continue;
    const isTable = kind === tableKind;
    return {
      from,
      to: from + whole.length,
      drawing: {
        kind,
        caption,
        items: isTable ? [] : itemsIn(inside),
        rows: isTable ? rowsIn(inside) : [],
      },
    };
  }
  return null;
}

const itemsIn = (inside: string): readonly DrawingItem[] =>
  [...inside.matchAll(/^(?:\d+\.|[-*])\s+(?:\*\*(.+?)\*\*)?[ \t]*(.*)$/gm)].map(
    ([, name = '', text = '']) => ({ name, text }),
  );

const rowsIn = (inside: string): readonly (readonly string[])[] =>
  inside
    .split('\n')
    .filter((line) => line.trim().startsWith('|') && !/^[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((text) => text.trim()),
    );
