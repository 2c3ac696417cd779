/** A manuscript or print as it was taken in, block by block. */
export type Block =
  | { readonly is: 'heading'; readonly level: number; readonly text: string }
  | { readonly is: 'paragraph'; readonly text: string; readonly bold: readonly Span[] }
  | {
      readonly is: 'item';
      readonly ordered: boolean;
      /** 0 for an item of a list that lies in none. */
      readonly depth: number;
      readonly text: string;
      readonly bold: readonly Span[];
    }
  | { readonly is: 'table'; readonly rows: readonly (readonly string[])[] };

/** Offsets in a text, UTF-16. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Every text of a block, each changed; what is bold stays where it was, as far as it can. */
export function withTexts(block: Block, change: (text: string) => string): Block {
  if (block.is === 'table') return { ...block, rows: block.rows.map((row) => row.map(change)) };
  if (block.is === 'heading') return { ...block, text: change(block.text) };
  const places = block.bold.map(({ from, to }) => ({
    from: change(block.text.slice(0, from)).length,
    to: change(block.text.slice(0, to)).length,
  }));
  return { ...block, text: change(block.text), bold: places };
}

export const textsOf = (block: Block): readonly string[] =>
  block.is === 'table' ? block.rows.flat() : [block.text];
