import type {
  Agreement,
  ComparedItem,
  ComparedRow,
  Comparison,
} from '#domain/comparison/comparison.ts';
import { markup, type Markup } from '#domain/words/markup.ts';
import { practicePath } from '#domain/site/paths.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';
import { comparison as words } from '#words/comparison.ts';

/** The table of a comparison: written into fixed pages by the build, into `/compare/` by the browser. */
export function comparisonMarkup(
  { columns, rows }: Comparison,
  { removable }: { readonly removable: boolean },
): string {
  const heads = columns.map((record) => headMarkup(record, removable));
  const parts = [
    markup`<caption>${words.caption(columns.map(placeOf))}</caption>`,
    markup`<thead><tr><td></td>${heads}</tr></thead>`,
    markup`<tbody>${rows.map((row) => rowMarkup(row, columns))}</tbody>`,
  ];
  return markup`<table data-comparison>${parts}</table>`.source;
}

const placeOf = ({ region }: PracticeRecord): string => region[region.length - 1]?.name ?? '';

function headMarkup(record: PracticeRecord, removable: boolean): Markup {
  const { id, title, region, institution } = record;
  const place = `${region.map(({ name }) => name).join(' · ')}　${institution.label}`;
  const parts = [
    markup`<a href="${practicePath(id)}">${title}</a><small>${place}</small>`,
    removable ? removeButton(id, title) : markup``,
  ];
  return markup`<th scope="col">${parts}</th>`;
}

const removeButton = (id: string, title: string): Markup =>
  markup`<button type="button" class="screen-only" data-remove="${id}" aria-label="${words.removeNamed(title)}">${words.remove}</button>`;

const agreementWords: Readonly<Record<Agreement, string>> = words.agreement;

function rowMarkup(
  { key, agreement, cells, silent }: ComparedRow,
  columns: readonly PracticeRecord[],
): Markup {
  const notes = [
    agreement === null ? null : agreementWords[agreement],
    silent === 0 ? null : words.silent(silent, cells.length),
  ].filter((note) => note !== null);
  const note =
    notes.length > 0
      ? markup`<small data-agreement="${agreement ?? ''}">${notes.join('，')}</small>`
      : null;
  const cellMarkup = (items: readonly ComparedItem[], column: number): Markup => {
    const record = columns[column];
    const place = record ? placeOf(record) : '';
    if (items.length === 0) {
      return markup`<td data-place="${place}" data-silent><span>${words.notStated}</span></td>`;
    }
    const list = items.map((item) => itemMarkup(item, cells.length));
    return markup`<td data-place="${place}"><ul role="list">${list}</ul></td>`;
  };
  return markup`<tr data-row="${key}"><th scope="row">${words.rows[key]}${note}</th>${cells.map(cellMarkup)}</tr>`;
}

function itemMarkup(
  { text: said, detail, parts, address, linkName, saidBy }: ComparedItem,
  columns: number,
): Markup {
  const statement =
    address === null || linkName !== null
      ? markup`<b>${said}</b>`
      : markup`<a href="${address}">${said}</a>`;
  const link =
    address === null || linkName === null
      ? null
      : markup`<small><a href="${address}">${linkName}</a></small>`;
  const shared =
    saidBy === null || columns < 2 || saidBy < 2
      ? null
      : markup` <i>${saidBy === columns ? words.allSay : words.someSay(saidBy)}</i>`;
  const more = detail === null ? null : markup`<small>${detail}</small>`;
  const below = parts.map((part) => markup`<p>${part}</p>`);
  const standing = saidBy === null || columns < 2 ? '' : saidBy > 1 ? 'shared' : 'alone';
  return markup`<li data-said="${standing}">${statement}${shared}${more}${below}${link}</li>`;
}
