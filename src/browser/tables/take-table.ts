import { pageAddress } from '#browser/shell/page-address.ts';
import { copy } from '#browser/shell/clipboard.ts';
import { saveFile } from '#browser/shell/saved-file.ts';
import { readTable } from '#browser/tables/table-export.ts';
import { csvOf } from '#domain/exports/cells.ts';
import {
  cellText,
  tabbedText,
  wordMarkup,
  type PlainTable,
} from '#domain/comparison/plain-table.ts';
import { site } from '#domain/site/site.ts';
import { tableTools as words } from '#words/table-tools.ts';

type Tool = (table: PlainTable, fileName: string) => Promise<string> | string;

/** Each tool answers with what the reader is told. */
const tools: Readonly<Record<string, Tool>> = {
  copy: async (table) =>
    (await copy({ plain: tabbedText(table), html: wordMarkup(table) }))
      ? words.copied
      : words.notCopied,
  csv: ({ head, rows }, fileName) => {
    const cells = [head, ...rows].map((row) => row.map(cellText));
    saveFile(`${fileName}.csv`, 'text/csv;charset=utf-8', csvOf(cells));
    return words.saved;
  },
  link: async () => ((await copy({ plain: pageAddress() })) ? words.linkCopied : words.notCopied),
  print: () => {
    window.print();
    return '';
  },
};

/** Takes a table away with one of the tools and answers with what the reader is told. */
export async function takeTable(
  tool: string,
  table: HTMLTableElement,
  fileName: string,
): Promise<string> {
  const notes = [words.source(site.name, pageAddress()), words.licence(site.licence.name)];
  return (await tools[tool]?.(readTable(table, notes), fileName)) ?? '';
}
