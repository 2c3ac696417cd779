import type { ExportWords } from '#domain/exports/export-words.ts';
import { outlineOf, type DocumentOptions, type OutlineBlock } from '#domain/exports/outline.ts';
import { namedFields } from '#domain/exports/named-fields.ts';
import { editionDate } from '#domain/citation/library.ts';
import { valueOf } from '#domain/practice/fact.ts';
import { absolute, practicePath } from '#domain/site/paths.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { site } from '#domain/site/site.ts';

/**
 * The whole practice as CommonMark with tables, behind YAML frontmatter; every character of the
 * text stands for itself. A paragraph can be linked to by its id (`#p-k7m2`), as on the page.
 */
export function practiceAsMarkdown(practice: Practice, options: DocumentOptions): string {
  const { title, summary, sections } = outlineOf(practice, options);
  const parts = [
    frontmatter(practice, options),
    `# ${escaped(title)}`,
    `> ${escaped(summary)}`,
    ...sections.flatMap(({ heading, blocks }) => [
      `## ${escaped(heading)}`,
      ...blocks.map((part) => block(part, options.words.exports)),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What programs that keep notes or make sites read of a file. JSON strings are YAML strings. */
function frontmatter(practice: Practice, { origin }: DocumentOptions): string {
  const fields = {
    title: practice.title,
    id: practice.id,
    url: absolute(practicePath(practice.id), origin),
    description: practice.summary,
    author: site.team,
    publisher: site.name,
    date: valueOf(editionDate(practice))?.on ?? null,
    edition: practice.edition,
    region: practice.region.path.map(({ name }) => name),
    ...namedFields(practice, ({ label }) => label),
    lang: site.language,
    license: site.licence.url,
  };
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return ['---', ...lines, '---'].join('\n');
}

function block(part: OutlineBlock, words: ExportWords): string {
  if (part.place === null) return body(part, words);
  const { id, number, address } = part.place;
  const anchor = `<a id="${id}"></a>`;
  const link = `[${words.paragraph(number)}](${address})`;
  return part.kind === 'paragraph'
    ? `${anchor}${body(part, words)} ${link}`
    : `${anchor}${link}\n\n${body(part, words)}`;
}

function body(part: OutlineBlock, { editorsNote }: ExportWords): string {
  switch (part.kind) {
    case 'paragraph':
      return escaped(part.text);
    case 'note':
      return part.paragraphs
        .map((text, index) => `> ${index === 0 ? `**${editorsNote}：** ` : ''}${escaped(text)}`)
        .join('\n>\n');
    case 'list': {
      const items = part.items.map(
        (item, index) => `${part.isOrdered ? `${index + 1}.` : '-'} ${escaped(item)}`,
      );
      return underCaption(part.caption, items);
    }
    case 'table': {
      const rule = part.header.map(() => '---');
      const rows = [part.header.map(escaped), rule, ...part.rows.map((row) => row.map(escaped))];
      return underCaption(part.caption, rows.map(tableRow));
    }
  }
}

const underCaption = (caption: string | null, lines: readonly string[]): string =>
  `${caption === null ? '' : `**${escaped(caption)}**\n\n`}${lines.join('\n')}`;

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A backslash takes away the meaning of any ASCII punctuation mark (CommonMark 2.4). */
const escaped = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~&$]/gu, '\\$&')
    .replace(/^([#+=-])/u, '\\$1')
    .replace(/^(\d+)([.)])/u, '$1\\$2');
