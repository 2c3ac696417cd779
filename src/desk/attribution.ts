/** Of which article the paragraphs of a source are, as an editor sees and says it block by block. */
import type { ArticlePart, Attribution, Belongs, Block, PartsOrdered } from './api.ts';
import { nameOfPractice, record, takenApart } from './practices.ts';
import { alignmentOf, type Alignment } from '#domain/editing/alignment.ts';
import { textsOf } from '#domain/editing/blocks.ts';
import { paragraphsOf } from '#domain/grounds/attribution.ts';
import { attribute, belongingOfOther, moveParagraphs, orderParts } from '#editing/attributing.ts';
import { standingOf } from '#editing/saving.ts';
import { attributionOf } from '#editing/sources-on-record.ts';
import { readSources } from '#gate/sources-at-hand.ts';
import { shownName } from '#folders.ts';
import { refuse } from '#refusal.ts';

/** A source as it is worked with. */
export interface Blocks {
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** Laid out for each claim that is read, and as long as the source is the same. */
let last: { readonly of: string; readonly document: string; readonly alignment: Alignment } | null =
  null;

/** A source beside what the gate reads of it; null where that is not at hand. */
export function laidBeside({ name, blocks }: Blocks): Alignment | null {
  const document = readSources('.')?.texts.get(name);
  if (document === undefined) return null;
  const texts = blocks.map((block) => textsOf(block).join('\n'));
  const of = `${name}\n${texts.join('\n')}`;
  if (last?.of !== of || last.document !== document) {
    last = { of, document, alignment: alignmentOf(texts, paragraphsOf(document)) };
  }
  return last.alignment;
}

/** What each block is to a practice, by its number; nothing where nobody has said. */
export function belongingOf(source: Blocks, practice: string): ReadonlyMap<number, Belongs> {
  const found = new Map<number, Belongs>();
  const alignment = laidBeside(source);
  for (const { practice: of, other, parts } of attributionOf(source.name)?.articles ?? []) {
    const belongs =
      of === practice ? 'this' : other === undefined ? 'another' : belongingOfOther(other);
    for (const { at } of parts) {
      const block = alignment ? alignment.blockOf[at - 1] : at - 1;
      // Of one that holds several, the article that is worked on counts.
      if (block !== null && block !== undefined && found.get(block) !== 'this')
        found.set(block, belongs);
    }
  }
  return found;
}

/** Whose the source is, as far as somebody has said. */
export function ownerOf(name: string, practice: string): 'nobody' | 'this' | 'others' {
  const articles = attributionOf(name)?.articles;
  if (!articles) return 'nobody';
  return articles.some((article) => article.practice === practice) ? 'this' : 'others';
}

/** Says on record that all of a source is of a practice, where nobody has said anything of it. */
export function claimSource(source: Blocks, practice: string): void {
  if (attributionOf(source.name)) return;
  const alignment = laidBeside(source);
  if (!alignment) return;
  const number = documentOf(practice);
  put(attribute(practice, { file: source.name, number, kinds: kindsIn(source, alignment) }), {
    before: null,
    practice,
  });
}

export function attributeBlocks(source: Blocks, { blocks, for: practice = '' }: Attribution): void {
  const file = nameOfPractice(practice);
  if (standingOf(file).text === null) refuse(`没有 ${shownName(file)}，归属没有地方写。`);
  const alignment = laidBeside(source);
  if (!alignment) return refuse('原文不在手边，不能分归属。');
  claimSource(source, practice);
  const known = attributionOf(source.name)?.document ?? '';
  const { text: before } = standingOf(`attributions/${known}.yml`);
  const wanted = new Map(blocks.map(({ block, belongs }) => [block, belongs]));
  const moves = new Map(
    alignment.blockOf.flatMap((block, paragraph): [number, Belongs][] => {
      const belongs = block === null ? undefined : wanted.get(block);
      return belongs === undefined ? [] : [[paragraph + 1, belongs]];
    }),
  );
  const kinds = kindsIn(source, alignment);
  put(moveParagraphs(practice, { file: source.name, kinds }, moves), { before, practice });
}

const articleIn = (known: ReturnType<typeof attributionOf>, practice: string) =>
  known?.articles.find((one) => one.practice === practice);

/** The parts of an article as it is read, with the words of the source where it is at hand. */
export function partsOf(name: string, practice: string): readonly ArticlePart[] {
  const article = articleIn(attributionOf(name), practice);
  const text = readSources('.')?.texts.get(name);
  const paragraphs = text === undefined ? [] : paragraphsOf(text);
  return (article?.parts ?? []).map(({ at, from, to, is = null }): ArticlePart => {
    const whole = paragraphs[at - 1] ?? '';
    const begins = whole.indexOf(from);
    const ends = to === undefined ? begins + from.length : whole.indexOf(to, begins) + to.length;
    const words = begins < 0 || ends <= begins ? [from, to].join('……') : whole.slice(begins, ends);
    return { at, text: words, is };
  });
}

export function orderArticle({ name, for: practice, before: read, order }: PartsOrdered): void {
  nameOfPractice(practice);
  const known = attributionOf(name);
  const now = (articleIn(known, practice)?.parts ?? []).map(({ at }) => at);
  if (now.join() !== read.join()) refuse('这一篇的段落刚刚变过，次序没有动。请重新打开再排。');
  const { text: before } = standingOf(`attributions/${known?.document ?? ''}.yml`);
  const path = orderParts(practice, name, order);
  record([{ name: path, before }], `排 ${practice} 的原文次序`);
}

const put = (
  name: string,
  { before, practice }: { readonly before: string | null; readonly practice: string },
): void => {
  record([{ name, before }], `分 ${practice} 的原文归属`, { canBeUndone: false });
};

/** The number of the document in a series of scans; null where the source has none. */
function documentOf(practice: string): string | null {
  const { data } = takenApart(standingOf(nameOfPractice(practice)).text ?? '');
  const source: unknown = typeof data === 'object' && data !== null && Reflect.get(data, 'source');
  const number: unknown =
    typeof source === 'object' && source !== null ? Reflect.get(source, 'document') : null;
  return typeof number === 'string' && /^\d{3}$/.test(number) ? number : null;
}

/** Paragraphs of the document that were headings as they were taken in, or further cells of a table. */
const kindsIn = (
  { blocks }: Blocks,
  { blockOf }: Alignment,
): ReadonlyMap<number, 'heading' | 'continued'> =>
  new Map(
    blockOf.flatMap((block, paragraph): [number, 'heading' | 'continued'][] => {
      const is = block === null ? undefined : blocks[block]?.is;
      if (is === 'heading') return [[paragraph, 'heading']];
      const goesOn = is === 'table' && blockOf[paragraph - 1] === block;
      return goesOn ? [[paragraph, 'continued']] : [];
    }),
  );
