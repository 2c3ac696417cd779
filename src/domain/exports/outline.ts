/** A practice as a document without layout, from which the text formats are written. */
import { plain } from '#domain/citation/rich-text.ts';
import { secondaryCitation } from '#domain/citation/secondary.ts';
import { toCitable, type Publication } from '#domain/citation/library.ts';
import { formatReference, type CitationStyleId } from '#domain/citation/styles.ts';
import type { ExportOptions } from '#domain/exports/formats.ts';
import { figureText } from '#domain/figures/figure.ts';
import { absolute, paragraphPath, practicePath } from '#domain/site/paths.ts';
import type { Block, Claim, Figure, Practice, Section } from '#domain/practice/practice.ts';
import { reviewedOn } from '#domain/practice/review.ts';
import { sectionKindOf } from '#domain/practice/sections.ts';
import { site } from '#domain/site/site.ts';
import { openFacts, sourceFacts, sourceKinds, type Source } from '#domain/practice/source.ts';
import { writtenPeriod } from '#domain/practice/written.ts';

/** What is said about any block. */
interface Placed {
  /** Where it stands on the page; null for what is not prose. */
  readonly place: OutlinePlace | null;
}

export interface OutlinePlace {
  readonly id: string;
  readonly number: number;
  /** Full address of the paragraph. */
  readonly address: string;
}

export type OutlineBlock = Placed &
  (
    | { readonly kind: 'paragraph'; readonly text: string }
    | { readonly kind: 'note'; readonly paragraphs: readonly string[] }
    | {
        readonly kind: 'list';
        readonly isOrdered: boolean;
        readonly caption: string | null;
        readonly items: readonly string[];
      }
    | {
        readonly kind: 'table';
        readonly caption: string | null;
        readonly header: readonly string[];
        readonly rows: readonly (readonly string[])[];
      }
  );

export interface OutlineSection {
  readonly heading: string;
  readonly blocks: readonly OutlineBlock[];
}

export interface Outline {
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly OutlineSection[];
}

export type DocumentOptions = ExportOptions & Publication;

/** What is shown where the source says nothing. */
export const notInSource = '原文未载';

/** Stands before whatever is the editors' and might be read as the source's. */
export const editorsNote = '编者注';

export function outlineOf(practice: Practice, options: DocumentOptions): Outline {
  return {
    title: practice.title,
    summary: practice.summary,
    sections: [
      section('资料卡', card(practice, options)),
      ...practice.sections.map((part) => prose(part, practice.id, options)),
      section('具体做法', measures(practice)),
      section('数据', figures(practice.figures)),
      section('文中所称成效', claims(practice.outcomes)),
      section('所需条件', claims(practice.conditions)),
      section('局限与困难', claims(practice.limits)),
      section('原文没有说的', bullets(practice.notStated, '没有列出。')),
      section('待考', bullets(practice.unverified, '没有列出。')),
      section('讨论题（编者拟）', bullets(practice.questions, '没有列出。')),
      section('出处', source(practice)),
      section('引用', references(practice, options)),
      section(
        '版本',
        bullets(
          practice.changes.map(
            ({ edition, changedOn, note }) => `第 ${edition} 版，${changedOn}：${note}`,
          ),
          '没有列出。',
        ),
      ),
    ],
  };
}

const section = (heading: string, ...blocks: readonly OutlineBlock[]): OutlineSection => ({
  heading,
  blocks,
});
const paragraph = (text: string): OutlineBlock => ({ kind: 'paragraph', text, place: null });
const table = (header: readonly string[], rows: readonly (readonly string[])[]): OutlineBlock => ({
  kind: 'table',
  caption: null,
  header,
  rows,
  place: null,
});
const list = (items: readonly string[]): OutlineBlock => ({
  kind: 'list',
  isOrdered: false,
  caption: null,
  items,
  place: null,
});

const bullets = (items: readonly string[], instead: string): OutlineBlock =>
  items.length === 0 ? paragraph(instead) : list(items);

const claims = (items: readonly Claim[]): OutlineBlock =>
  bullets(
    items.map(({ text, section: place }) => `${text}（原文：${place}）`),
    `${notInSource}。`,
  );

const labels = (terms: readonly { readonly label: string }[]): string =>
  terms.map(({ label }) => label).join('、');

function card(practice: Practice, { origin }: Publication): OutlineBlock {
  return table(
    ['项目', '内容'],
    [
      ['地区', practice.region.path.map(({ name }) => name).join(' · ')],
      ['机构', practice.institution.label],
      ['主题', labels(practice.topics)],
      ['问题', labels(practice.problems)],
      ['文本性质', `摘编，文字由${site.team}撰写`],
      ['版次', `第 ${practice.edition} 版`],
      ['核对日期', reviewedOn(practice) ?? '本版还没有核对'],
      ...(practice.retired ? [['状态', `已撤下：${practice.retired.reason}`]] : []),
      ['后来怎样', aftermathOf(practice)],
      ['网址', absolute(practicePath(practice.id), origin)],
      ['许可', `${site.licence.name}（${site.licence.url}）`],
    ],
  );
}

const prose = (
  { heading, blocks }: Section,
  practiceId: string,
  { origin }: Publication,
): OutlineSection =>
  section(
    sectionKindOf(heading)?.ours === true ? `${heading}（编者的看法）` : heading,
    ...blocks.map((block) => proseBlock(block, practiceId, origin)),
  );

function proseBlock(block: Block, practiceId: string, origin: Publication['origin']): OutlineBlock {
  const { id, number, kind, caption, lines, cells } = block;
  const place =
    id === null || number === null
      ? null
      : { id, number, address: absolute(paragraphPath(practiceId, id), origin) };
  if (kind === 'note') return { kind, paragraphs: lines, place };
  if (kind === 'paragraph') return { kind, text: lines.join(' '), place };
  if (cells !== null) {
    const [header = [], ...rows] = cells;
    return { kind: 'table', caption, header, rows, place };
  }
  const items = caption === null ? lines : lines.slice(1);
  return { kind: 'list', isOrdered: kind !== 'list', caption, items, place };
}

const measures = (practice: Practice): OutlineBlock =>
  table(
    ['做法', '怎么运转', '原文位置'],
    practice.measures.map(({ name, how, section: place }) => [name, how, place]),
  );

function figures(items: readonly Figure[]): OutlineBlock {
  if (items.length === 0) return paragraph('原文没有给出数字。');
  return table(
    ['数字', '数的是什么', '范围', '时间', '原文位置', '注意'],
    items.map((figure) => [
      figureText(figure),
      figure.counts,
      figure.scope ?? notInSource,
      figure.period ?? notInSource,
      figure.section,
      figure.caveat ?? '',
    ]),
  );
}

function source({ source: original }: Practice): OutlineBlock {
  const { titleNote, bylines, gaps } = original;
  const facts = sourceFacts(original);
  const open = openFacts(original);
  return list([
    ...(original.kind === 'scan' ? [] : [`种类：${sourceKinds[original.kind]}`]),
    `原文题名：${plainTitle(original)}${titleNote === null ? '' : `（${titleNote}）`}`,
    ...bylines.map(({ author, office }) =>
      office === null
        ? `署名：${author.label}`
        : `署名：${author.label}，${office}（署名时的职务）`,
    ),
    ...(bylines.length > 0 ? [] : [`署名：${original.authorsUnknown ? '待考' : '原文没有署名'}`]),
    `成文时间：${writtenPeriod(original) ?? '待考'}`,
    ...facts.flatMap(({ label, fact }) =>
      typeof fact === 'string' ? [] : [`${label}：${fact.value}`],
    ),
    ...(open.length === 0 ? [] : [`原${open.map(({ label }) => label).join('、')}：待考`]),
    ...gaps.map((gap) => `原件缺损：${gap}`),
  ]);
}

const plainTitle = ({ title }: Source): string =>
  title === 'unknown' ? '待考' : title === 'none' ? '原件没有标题' : title.value;

/** The default style without its number, which depends on the reader's own list. */
const unnumbered: CitationStyleId = 'gbt-7714-2025-note';

function references(practice: Practice, options: DocumentOptions): OutlineBlock {
  const reference = formatReference(toCitable(practice, options), unnumbered, options);
  const secondary = secondaryCitation(practice, unnumbered, options);
  return list([
    `引用本页（GB/T 7714—2025）：${plain(reference)}`,
    `转引原文（本库的写法，标准无此格式）：${plain(secondary.reference)}`,
  ]);
}

const aftermathOf = ({ aftermath }: Practice): string =>
  aftermath === null ? '未核' : `${aftermath.text}（${aftermath.on}查，依据：${aftermath.source}）`;
