/** A practice as a document without layout, from which the text formats are written. */
import { fieldLists } from '#domain/exports/named-fields.ts';
import { entriesNamed, vocabularies } from '#domain/lists/vocabularies.ts';
import { plain } from '#domain/citation/rich-text.ts';
import { secondaryCitation } from '#domain/citation/secondary.ts';
import { toCitable, type Publication } from '#domain/citation/library.ts';
import { formatReference, type CitationStyleId } from '#domain/citation/styles.ts';
import type { ExportWords } from '#domain/exports/export-words.ts';
import type { ExportOptions } from '#domain/exports/formats.ts';
import { figureText } from '#domain/figures/figure.ts';
import { groundInWords } from '#domain/grounds/notes.ts';
import { absolute, paragraphPath, practicePath } from '#domain/site/paths.ts';
import type { Block, Practice, Section } from '#domain/practice/practice.ts';
import { reviewedOn } from '#domain/practice/review.ts';
import { sectionKindOf } from '#domain/practice/sections.ts';
import { site } from '#domain/site/site.ts';
import { openFacts, sourceFacts, type Source } from '#domain/practice/source.ts';
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

export function outlineOf(practice: Practice, options: DocumentOptions): Outline {
  const words = options.words.exports.outline;
  return {
    title: practice.title,
    summary: practice.summary,
    sections: [
      section(words.card, card(practice, options)),
      ...practice.sections.map((part) => prose(part, practice.id, options)),
      section(words.measures, measures(practice, options)),
      section(words.figures, figures(practice, options)),
      section(words.outcomes, claims(practice, 'outcomes', options)),
      section(words.conditions, claims(practice, 'conditions', options)),
      section(words.limits, claims(practice, 'limits', options)),
      section(words.notStated, bullets(practice.notStated, words.nothingListed)),
      section(words.unverified, bullets(practice.unverified, words.nothingListed)),
      section(words.questions, bullets(practice.questions, words.nothingListed)),
      section(words.source, source(practice, options)),
      ...groundsOfProse(practice, options),
      section(words.references, references(practice, options)),
      section(words.editions, bullets(practice.changes.map(words.change), words.nothingListed)),
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

const claims = (
  practice: Practice,
  of: 'outcomes' | 'conditions' | 'limits',
  { words }: Publication,
): OutlineBlock =>
  bullets(
    practice[of].map(({ text, section: place }, index) =>
      words.exports.outline.claim(
        text,
        groundInWords(practice.grounds, of, index, words.grounds) ?? place,
      ),
    ),
    words.exports.outline.nothingInSource,
  );

/** What each paragraph rests on; left out where nobody has confirmed it. */
function groundsOfProse(
  { grounds, sections }: Practice,
  { words }: Publication,
): readonly OutlineSection[] {
  if (grounds === null) return [];
  const blocks = sections.flatMap((part) => part.blocks).filter(({ number }) => number !== null);
  const lines = blocks.flatMap(({ number }, index) => {
    const ground = groundInWords(grounds, 'paragraph', index, words.grounds);
    return ground === null || number === null ? [] : [words.grounds.ofParagraph(number, ground)];
  });
  return [section(words.grounds.title, bullets(lines, words.exports.outline.nothingListed))];
}

function card(practice: Practice, { origin, words }: Publication): OutlineBlock {
  const { list, outline: says } = words.exports;
  const labels = (terms: readonly { readonly label: string }[]): string =>
    list(terms.map(({ label }) => label));
  const { aftermath, retired } = practice;
  return table(says.cardHead, [
    [says.lists.region, practice.region.path.map(({ name }) => name).join(' · ')],
    ...fieldLists.map((named) => [
      says.lists[vocabularies[named].key],
      labels(entriesNamed(practice, named)),
    ]),
    [says.textStatus, says.digestBy(site.team)],
    [says.edition, says.editionNumber(practice.edition)],
    [says.reviewedOn, reviewedOn(practice) ?? says.unreviewed],
    ...(retired ? [[says.state, says.retired(retired.reason)]] : []),
    [says.aftermath, aftermath === null ? says.aftermathUnseen : says.aftermathSeen(aftermath)],
    [says.address, absolute(practicePath(practice.id), origin)],
    [says.licence, says.licenceText(site.licence.name, site.licence.url)],
  ]);
}

const prose = (
  { heading, blocks }: Section,
  practiceId: string,
  { origin, words }: Publication,
): OutlineSection =>
  section(
    sectionKindOf(heading)?.ours === true ? words.exports.outline.ours(heading) : heading,
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

const measures = (practice: Practice, { words }: Publication): OutlineBlock =>
  table(
    words.exports.outline.measureHead,
    practice.measures.map(({ name, how, section: place }, index) => [
      name,
      how,
      groundInWords(practice.grounds, 'measures', index, words.grounds) ?? place,
    ]),
  );

function figures(practice: Practice, { words }: Publication): OutlineBlock {
  const { notInSource, outline: says } = words.exports;
  if (practice.figures.length === 0) return paragraph(says.noFigures);
  return table(
    says.figureHead,
    practice.figures.map((figure, index) => [
      figureText(figure),
      figure.counts,
      figure.scope ?? notInSource,
      figure.period ?? notInSource,
      groundInWords(practice.grounds, 'figures', index, words.grounds) ?? figure.section,
      figure.caveat ?? '',
    ]),
  );
}

function source({ source: original }: Practice, { words }: Publication): OutlineBlock {
  const { titleNote, bylines, gaps } = original;
  const says = words.exports.outline;
  const { facts: factNames, kinds } = words.source;
  const open = openFacts(original);
  return list([
    ...(original.kind === 'scan' ? [] : [says.kind(kinds[original.kind])]),
    says.title(plainTitle(original, words.exports), titleNote),
    ...bylines.map(({ author, office }) => says.byline(author.label, office)),
    ...(bylines.length > 0 ? [] : [original.authorsUnknown ? says.bylineUnknown : says.unsigned]),
    says.written(writtenPeriod(original, words.source) ?? words.exports.unknown),
    ...sourceFacts(original).flatMap(({ name, fact }) =>
      typeof fact === 'string' ? [] : [says.fact(factNames[name], fact.value)],
    ),
    ...(open.length === 0 ? [] : [says.toBeFound(open.map(({ name }) => factNames[name]))]),
    ...gaps.map(says.gap),
  ]);
}

const plainTitle = ({ title }: Source, { unknown, outline }: ExportWords): string =>
  title === 'unknown' ? unknown : title === 'none' ? outline.noTitle : title.value;

/** The default style without its number, which depends on the reader's own list. */
const unnumbered: CitationStyleId = 'gbt-7714-2025-note';

function references(practice: Practice, options: DocumentOptions): OutlineBlock {
  const reference = formatReference(toCitable(practice, options), unnumbered, options);
  const secondary = secondaryCitation(practice, unnumbered, options);
  const says = options.words.exports.outline;
  return list([says.reference(plain(reference)), says.secondary(plain(secondary.reference))]);
}
