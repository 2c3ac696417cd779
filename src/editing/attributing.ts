/** Of which article each paragraph of a document is, written for an editor to correct. */
import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { Document, isMap, parseDocument, YAMLMap, YAMLSeq } from 'yaml';
import { paragraphsOf, withoutBlanks, type Part } from '#domain/grounds/attribution.ts';
import { longestEnd } from '#domain/grounds/passage.ts';
import { idFor } from '#editing/proposed-names.ts';
import { attributionOf } from '#editing/sources-on-record.ts';
import { writeFile } from '#editing/written-file.ts';
import { readSources } from '#gate/sources-at-hand.ts';
import { contentPath, shownName } from '#folders.ts';
import { readSoundText } from '#reading/text-file.ts';
import { refuse } from '#refusal.ts';

const heading = ` 原文段落归属。段落按原文里有字的行数，从 1 起；每一段只归一处。
 扫描件分栏交错的，按文意把段落挪到所属的那一篇；一句断在两处的，后一处写 is: continued。`;

/** What a paragraph of a document is, seen from one practice. */
export type Belonging = 'this' | 'another' | 'unused' | 'open';

/** What is no article of a practice, by what it is called on record. */
const others = { another: '别的文章', unused: '不用的段落', open: '归属未定' } as const;

/** Where a paragraph belongs that stands under a name of what is no practice. */
export const belongingOfOther = (name: string): Belonging =>
  name === others.open ? 'open' : name === others.another ? 'another' : 'unused';

export interface AttributedDocument {
  /** Name of the file below the folder of the sources. */
  readonly file: string;
  /** The document's own number; null for one that is named by its file. */
  readonly number: string | null;
  /** What paragraphs, from 0, are known to be; other headings are told by their numbers. */
  readonly kinds?: Kinds;
}

/** Cells of a table after the first go on in it, so that a table counts as one paragraph. */
type Kinds = ReadonlyMap<number, 'heading' | 'continued'>;

/**
 * Writes that every paragraph of a document belongs to one practice. Answers with the path of the
 * file written, below the content folder; refuses where the document is not at hand or attributed already.
 */
export function attribute(practice: string, document: AttributedDocument, root = '.'): string {
  const { file, number, kinds } = document;
  const paragraphs = paragraphsAtHand(file, root);
  const known = attributionOf(file, root);
  if (known) {
    refuse(
      `${file} 的归属已经写在 ${shownName(`attributions/${known.document}.yml`)}，没有动它。在里面把这一篇的段落归到 ${practice}。`,
    );
  }
  const name = number ?? freeName(file, root);
  const path = `attributions/${name}.yml`;
  if (existsSync(contentPath(path, root))) refuse(`已经有 ${shownName(path)}，没有动它。`);
  const written = new Document({ document: name, file, articles: [] });
  written.commentBefore = heading;
  const articles = written.get('articles') as YAMLSeq;
  articles.flow = false;
  const parts = articleNode(written, articles, { practice });
  for (const part of partsOf(paragraphs, kinds)) parts.add(partNode(written, part));
  save(path, written, root);
  return path;
}

/**
 * Moves paragraphs of a document that is on record, by their number from 1, to where they belong seen
 * from a practice; all others stay where they are. Answers as `attribute` does.
 */
export function moveParagraphs(
  practice: string,
  { file, kinds }: Pick<AttributedDocument, 'file' | 'kinds'>,
  moves: ReadonlyMap<number, Belonging>,
  root = '.',
): string {
  const known = attributionOf(file, root) ?? refuse(`${file} 还没有写归属。`);
  const path = `attributions/${known.document}.yml`;
  const all = partsOf(paragraphsAtHand(file, root), kinds);
  const document = parseDocument(readSoundText(contentPath(path, root), path));
  const articles = document.get('articles') as YAMLSeq;
  for (const [at, belongs] of moves) {
    const whole = all[at - 1];
    if (!whole) continue;
    const taken = takeOut(articles, at);
    const name = belongs === 'this' ? { practice } : { other: others[belongs] };
    const parts = articleNode(document, articles, name);
    const [only] = taken.length === 1 ? taken : [];
    putIn(parts, only ?? partNode(document, whole), at);
  }
  articles.items = articles.items.filter((article) => partsIn(article).items.length > 0);
  const own = articles.items.find((article) => nameIn(article).practice === practice);
  const isNew = known.articles.every((article) => article.practice !== practice);
  if (own && isNew) beginArticle(partsIn(own), all);
  save(path, document, root);
  return path;
}

/** One part of an article where it is to be read. */
export interface PartInOrder {
  /** Its place in the order there is, from 0. */
  readonly part: number;
  /** Whether it goes on in the sentence of the one before; null leaves what it is. */
  readonly isContinued: boolean | null;
}

/**
 * Puts the parts of an article that is on record in another order of reading. Each of them has to be
 * named once. Answers as `attribute` does.
 */
export function orderParts(
  practice: string,
  file: string,
  order: readonly PartInOrder[],
  root = '.',
): string {
  const known = attributionOf(file, root) ?? refuse(`${file} 还没有写归属。`);
  const path = `attributions/${known.document}.yml`;
  const document = parseDocument(readSoundText(contentPath(path, root), path));
  const articles = document.get('articles') as YAMLSeq;
  const own = articles.items.find((article) => nameIn(article).practice === practice);
  if (!own) return refuse(`${shownName(path)} 里没有 ${practice} 的段落。`);
  const parts = partsIn(own);
  const isWhole =
    order.length === parts.items.length &&
    new Set(order.map(({ part }) => part)).size === order.length &&
    order.every(({ part }) => parts.items[part] !== undefined);
  if (!isWhole) refuse('这一篇的段落刚刚变过，次序没有动。请重新打开再排。');
  parts.items = order.map(({ part, isContinued }) => {
    const node = parts.items[part] as YAMLMap;
    const is: unknown = node.get('is');
    if (isContinued === true && is === undefined) node.set('is', 'continued');
    if (isContinued === false && is === 'continued') node.delete('is');
    return node;
  });
  save(path, document, root);
  return path;
}

/** An article that has just been put together begins with its title, and its bylines. */
function beginArticle(parts: YAMLSeq, all: readonly Part[]): void {
  const nodes = parts.items.filter(isMap);
  const isText = (node: YAMLMap): boolean => all[Number(node.get('at')) - 1]?.is === undefined;
  const textFrom = nodes.findIndex((node) => isText(node) && !isLine(node));
  for (const [index, node] of nodes.slice(0, Math.max(0, textFrom)).entries()) {
    if (index > 0 && !isText(node)) break;
    node.set('is', index === 0 ? 'title' : 'byline');
  }
}

/** Titles and bylines are told whole by their ends. */
const isLine = (node: YAMLMap): boolean => !/[。；]/u.test(`${node.get('to') ?? node.get('from')}`);

function paragraphsAtHand(file: string, root: string): readonly string[] {
  const texts = readSources(root)?.texts;
  if (!texts)
    return refuse('手边没有原文：在 site.yml 的 sources 里写明原文文件夹，或设 SOURCES_DIR。');
  const text = texts.get(file);
  if (text === undefined) {
    return refuse(`原文文件夹里没有 ${file}。有的是：${[...texts.keys()].join('、')}。`);
  }
  return paragraphsOf(text);
}

/** Names of files may hold more than addresses may. */
function freeName(file: string, root: string): string {
  const stem = basename(file, extname(file));
  const plain = stem
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const name = /\p{Script=Han}/u.test(stem) ? idFor(stem) : plain;
  for (let number = 1; ; number += 1) {
    const free = `${name || 'source'}${number === 1 ? '' : `-${number}`}`;
    if (!existsSync(contentPath(`attributions/${free}.yml`, root))) return free;
  }
}

/** Longer paragraphs are no titles, bylines or headings. */
const longestLine = 40;

function partsOf(paragraphs: readonly string[], known: Kinds = new Map()): readonly Part[] {
  const isHeading = (text: string, index: number): boolean =>
    !isSentence(text) && (known.get(index) === 'heading' || isNumbered(text));
  const firstOfText = paragraphs.findIndex(
    (text, index) => isSentence(text) || (index > 0 && isHeading(text, index)) || isNumbered(text),
  );
  const kindOf = (text: string, index: number): Part['is'] => {
    if (index < firstOfText) return index === 0 ? 'title' : 'byline';
    if (known.get(index) === 'continued') return 'continued';
    return isHeading(text, index) ? 'heading' : undefined;
  };
  return paragraphs.map((text, index) => {
    const is = kindOf(text, index);
    return { at: index + 1, ...endsOf(text), ...(is === undefined ? {} : { is }) };
  });
}

const isSentence = (text: string): boolean => /[。；]/u.test(text) || text.length > longestLine;

const isNumbered = (text: string): boolean =>
  /^[一二三四五六七八九十]{1,3}[、.．]/u.test(text) && !isSentence(text);

function endsOf(text: string): Pick<Part, 'from' | 'to'> {
  const characters = [...withoutBlanks(text)];
  const from = characters.slice(0, longestEnd).join('');
  return characters.length <= longestEnd
    ? { from }
    : { from, to: characters.slice(-longestEnd).join('') };
}

const partsIn = (article: unknown): YAMLSeq => (article as YAMLMap).get('parts') as YAMLSeq;

const nameIn = (article: unknown): { readonly practice: unknown; readonly other: unknown } => {
  const map = article as YAMLMap;
  return { practice: map.get('practice'), other: map.get('other') };
};

/** The parts of the article of a name; of a new one where there is none. */
function articleNode(
  document: Document,
  articles: YAMLSeq,
  name: { readonly practice: string } | { readonly other: string },
): YAMLSeq {
  const [[key, value] = ['other', '']] = Object.entries(name);
  const known = articles.items.find((article) => (article as YAMLMap).get(key) === value);
  if (known) return partsIn(known);
  const made = document.createNode({ ...name, parts: [] }) as YAMLMap;
  articles.add(made);
  const parts = partsIn(made);
  parts.flow = false;
  return parts;
}

function partNode(document: Document, part: Part): YAMLMap {
  const node = document.createNode(part) as YAMLMap;
  node.flow = true;
  return node;
}

/** All parts that a paragraph is cut into. */
function takeOut(articles: YAMLSeq, at: number): readonly YAMLMap[] {
  return articles.items.flatMap((article) => {
    const parts = partsIn(article);
    const taken = parts.items.filter((part) => isMap(part) && part.get('at') === at);
    parts.items = parts.items.filter((part) => !taken.includes(part));
    return taken as YAMLMap[];
  });
}

/** Behind the part that stands last before it in the document. */
function putIn(parts: YAMLSeq, node: YAMLMap, at: number): void {
  const before = parts.items.map((part) => Number((part as YAMLMap).get('at')));
  const nearest = Math.max(0, ...before.filter((other) => other < at));
  parts.items.splice(before.lastIndexOf(nearest) + 1, 0, node);
}

const save = (path: string, document: Document, root: string): void =>
  writeFile(contentPath(path, root), document.toString({ lineWidth: 0, singleQuote: true }));
