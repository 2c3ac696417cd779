/** What `npm run grounds` and the desk write: proposals, confirmations, and where documents stand. */
import { existsSync } from 'node:fs';
import { parseDocument, type Document, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { textsOfParts } from '#domain/grounds/article-text.ts';
import { paragraphsOf, sectionLabelsOf } from '#domain/grounds/attribution.ts';
import { confirmedOf, type Ground } from '#domain/grounds/grounds.ts';
import { piecesOf, proposeGround } from '#domain/grounds/proposals.ts';
import { handleOf, type Statement } from '#domain/grounds/statements.ts';
import type { GroundedPractice } from '#editing/grounded.ts';
import { writeFile } from '#editing/written-file.ts';
import {
  digestOfDocument,
  documentsOf,
  type KnownArticle,
  type KnownDocument,
} from '#gate/articles.ts';
import type { Library } from '#gate/library.ts';
import { contentPath, shownName } from '#folders.ts';
import { shortDigestOf } from '#prose/statement.ts';
import { readSoundText } from '#reading/text-file.ts';

const nameOf = (practice: string): string => `grounds/${practice}.yml`;

const heading = ` 出处：本篇每一处陈述在原文的什么地方。没有 digest 的是拟的；对照原文看过，运行
 npm run grounds -- 编号 --confirm。位置 3/2 是第 3 节第 2 段，0/1 是篇首第 1 段，3/0 是小标题。`;

/** Adds a proposal for each statement that has no ground; answers with how many. Touches nothing else. */
export function propose(practice: GroundedPractice, notStated: string, root = '.'): number {
  const { id, pairing, article } = practice;
  const missing = pairing.pairs.filter(({ state }) => state === 'missing');
  if (missing.length === 0 || !article?.text) return 0;
  const pieces = piecesOf(article.text);
  const document = readDocument(id, root);
  const places = placesIn(practice);
  for (const { statement } of missing) {
    insert(listIn(document), nodeOf(document, proposeGround(statement, pieces, notStated)), {
      statement,
      places,
    });
  }
  setSections(document, article);
  save(id, document, root);
  return missing.length;
}

/** Puts its digest under each ground that was read; answers with how many were not confirmed before. */
export function confirm({ id, pairing, article }: GroundedPractice, root = '.'): number {
  if (!existsSync(contentPath(nameOf(id), root))) return 0;
  const document = readDocument(id, root);
  const list = listIn(document);
  let confirmed = 0;
  for (const { statement, ground, place, state } of pairing.pairs) {
    const node = list.items[place] as YAMLMap | undefined;
    if (!ground || !node || state === 'confirmed' || !bearsAnything(ground)) continue;
    setDigest(node, statement, ground);
    confirmed += 1;
  }
  if (article) setSections(document, article);
  save(id, document, root);
  return confirmed;
}

/**
 * Writes on what one statement rests, confirmed or as a proposal, in place of what was written of
 * it. Nothing else is touched.
 */
export function setGround(
  practice: GroundedPractice,
  statement: Statement,
  { ground, isConfirmed }: { readonly ground: Ground; readonly isConfirmed: boolean },
  root = '.',
): void {
  const { id, pairing, article } = practice;
  const document = readDocument(id, root);
  const list = listIn(document);
  const place = pairing.pairs.find((pair) => pair.statement === statement)?.place ?? -1;
  const before = pairing.pairs.find((pair) => pair.statement === statement)?.ground ?? null;
  let node = list.items[place] as YAMLMap | undefined;
  if (!node || !before || !isSame(statement, before, ground)) {
    const made = nodeOf(document, { ...ground, digest: undefined });
    if (node) {
      made.commentBefore = node.commentBefore ?? null;
      list.items[place] = made;
    } else insert(list, made, { statement, places: placesIn(practice) });
    node = made;
  }
  if (isConfirmed) setDigest(node, statement, ground);
  else node.delete('digest');
  if (article) setSections(document, article);
  save(id, document, root);
}

const isSame = (statement: Statement, a: Ground, b: Ground): boolean =>
  JSON.stringify(confirmedOf(statement, a)) === JSON.stringify(confirmedOf(statement, b));

function setDigest(node: YAMLMap, statement: Statement, ground: Ground): void {
  // What was reworded is called by its new name.
  const what = node.get('what');
  const isNamed = statement.what.startsWith(typeof what === 'string' ? what : '');
  if (!isNamed) node.set('what', handleOf(statement));
  node.set('digest', shortDigestOf(confirmedOf(statement, ground)));
}

/** Where each statement's ground stands in the list; -1 for what has none. */
const placesIn = ({ pairing }: GroundedPractice): Map<Statement, number> =>
  new Map(pairing.pairs.map(({ statement, place }) => [statement, place]));

/** Behind the ground of the statement that stands before it in the record. */
function insert(
  list: YAMLSeq,
  node: YAMLMap,
  { statement, places }: { readonly statement: Statement; readonly places: Map<Statement, number> },
): void {
  const order = [...places.keys()];
  const before = order.slice(0, order.indexOf(statement)).map((other) => places.get(other) ?? -1);
  const at = Math.max(-1, ...before) + 1;
  list.items.splice(at, 0, node);
  for (const [other, place] of places) if (place >= at) places.set(other, place + 1);
  places.set(statement, at);
}

/** Whether there is anything in it that somebody could confirm. */
export const bearsAnything = ({ passages, absent, editor }: Ground): boolean =>
  passages !== undefined || absent !== undefined || editor !== undefined;

function setSections(document: Document, { record, index }: KnownArticle): void {
  const article = record.data.articles[index];
  if (!article) return;
  const sections = sectionLabelsOf(article);
  if (Object.keys(sections).length === 0) return;
  const node = document.createNode(sections, { flow: true }) as Node;
  const map = document.contents as YAMLMap;
  const before = map.items.find(({ key }) => String(key) === 'sections');
  if (before) before.value = node;
  else map.items.unshift(document.createPair('sections', node) as YAMLMap['items'][number]);
}

function readDocument(id: string, root: string): Document {
  const file = contentPath(nameOf(id), root);
  if (existsSync(file)) return parseDocument(readSoundText(file, nameOf(id)));
  const document = parseDocument('statements: []\n');
  document.commentBefore = heading;
  (document.get('statements') as YAMLSeq).flow = false;
  return document;
}

const listIn = (document: Document): YAMLSeq => document.get('statements') as YAMLSeq;

/** Passages stand on a line each. */
function nodeOf(document: Document, ground: Ground): YAMLMap {
  const node = document.createNode(ground, { aliasDuplicateObjects: false }) as YAMLMap;
  for (const key of ['passages', 'absent']) {
    const items = (node.get(key) as YAMLSeq | undefined)?.items ?? [];
    for (const item of items) (item as YAMLMap).flow = true;
  }
  const editor = node.get('editor');
  if (typeof editor === 'object' && editor !== null) (editor as YAMLSeq).flow = true;
  return node;
}

const save = (id: string, document: Document, root: string): void =>
  writeFile(contentPath(nameOf(id), root), textOf(document));

/** Maps in a line have blanks inside their braces, lists have none. */
const textOf = (document: Document): string =>
  document
    .toString({ lineWidth: 0, singleQuote: true })
    .replace(/(?<=: )\[ ([^[\]\n]*) \](?=[,\n ])/gu, '[$1]');

/** Puts under each part of the documents at hand what it says now; answers with their file names. */
export const confirmDocuments = (library: Library, root = '.'): readonly string[] =>
  documentsOf(library.listed).flatMap((document) => {
    const name = confirmDocument(document, { onlyNew: false }, root);
    return name === null ? [] : [shownName(name)];
  });

/**
 * The same for one document; null where it is not at hand. `onlyNew` leaves digests as they are that
 * stand there already: what they are of may have changed since.
 */
export function confirmDocument(
  { record, text }: Pick<KnownDocument, 'record' | 'text'>,
  { onlyNew }: { readonly onlyNew: boolean },
  root = '.',
): string | null {
  if (text === null) return null;
  const name = `attributions/${record.id}.yml`;
  const file = contentPath(name, root);
  const document = parseDocument(readSoundText(file, name));
  const texts = textsOfParts(record.data, paragraphsOf(text));
  for (const [article, { parts }] of record.data.articles.entries()) {
    for (const [index, part] of parts.entries()) {
      const words = texts.get(part) ?? null;
      if (words === null || (onlyNew && part.digest !== undefined)) continue;
      document.setIn(['articles', article, 'parts', index, 'digest'], shortDigestOf(words));
    }
  }
  const map = document.contents as YAMLMap;
  const digest = digestOfDocument(text);
  if (map.has('digest')) {
    if (!onlyNew) map.set('digest', digest);
  } else {
    const behind = map.items.findIndex(({ key }) => String(key) === 'file') + 1;
    map.items.splice(behind, 0, document.createPair('digest', digest) as YAMLMap['items'][number]);
  }
  writeFile(file, textOf(document));
  return name;
}
