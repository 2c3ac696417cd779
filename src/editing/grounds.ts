/** What `npm run grounds` and the desk write: proposals, confirmations, and where documents stand. */
import { existsSync } from 'node:fs';
import { parseDocument, type Document, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { textsOfParts } from '#domain/grounds/article-text.ts';
import { paragraphsOf, sectionLabelsOf } from '#domain/grounds/attribution.ts';
import { confirmedOf, pairGrounds, type Ground, type Pairing } from '#domain/grounds/grounds.ts';
import { piecesOf, proposeGround } from '#domain/grounds/proposals.ts';
import { handleOf, type Statement } from '#domain/grounds/statements.ts';
import { writeFile } from '#editing/written-file.ts';
import { articlesOf, digestOfDocument, documentsOf, type KnownArticle } from '#gate/articles.ts';
import { readLibrary, type Library } from '#gate/library.ts';
import { readContentFiles } from '#gate/report.ts';
import { statementsIn } from '#gate/rules/grounds.ts';
import { readSources } from '#gate/sources-at-hand.ts';
import { contentPath, shownName } from '#folders.ts';
import { namesOf } from '#reading/practice-names.ts';
import { shortDigestOf } from '#prose/statement.ts';
import { readSoundText } from '#reading/text-file.ts';

const nameOf = (practice: string): string => `grounds/${practice}.yml`;

/** A practice with all that is known of its grounds. */
export interface GroundedPractice {
  readonly id: string;
  /** Number of its document; null where its source has none. */
  readonly document: string | null;
  readonly statements: readonly Statement[];
  readonly grounds: readonly Ground[];
  readonly pairing: Pairing;
  readonly article: KnownArticle | null;
}

/** Every practice that can be read, drafts included; of one alone, where it is named, in no time. */
export function readGrounded(
  root = '.',
  only?: string,
): {
  readonly practices: readonly GroundedPractice[];
  readonly library: Library;
} {
  const files = readContentFiles(root, (name) => only === undefined || isOf(name, only));
  const { library } = readLibrary(files, {
    settled: [],
    ids: [],
    first: null,
    sources: readSources(root),
  });
  const ledgerOf = new Map(library.ledgers.map(({ id, data }) => [id, data]));
  const groundsOf = new Map(library.grounds.map(({ id, data }) => [id, data.statements]));
  const articles = articlesOf(library.listed);
  const practices = library.practices.map((practice): GroundedPractice => {
    const ledger = ledgerOf.get(practice.id) ?? { paragraphs: [], retired: [] };
    const statements = statementsIn(practice, ledger);
    const grounds = groundsOf.get(practice.id) ?? [];
    return {
      id: practice.id,
      document: 'document' in practice.data.source ? practice.data.source.document : null,
      statements,
      grounds,
      pairing: pairGrounds(statements, grounds, shortDigestOf),
      article: articles.get(practice.id) ?? null,
    };
  });
  return { practices, library };
}

/** Whether a file is no practice's, or this one's. */
const isOf = (name: string, practice: string): boolean =>
  !/^(?:practices|paragraphs|reviews|grounds|published)\//.test(name) ||
  namesOf(practice).includes(name);

const heading = ` 出处：本篇每一处陈述在原文的什么地方。没有 digest 的是拟的；对照原文看过，运行
 npm run grounds -- 编号 --confirm。位置 3/2 是第 3 节第 2 段，0/1 是篇首第 1 段，3/0 是小标题。`;

/** Adds a proposal for each statement that has no ground; answers with how many. Touches nothing else. */
export function propose(
  { id, pairing, article }: GroundedPractice,
  notStated: string,
  root = '.',
): number {
  const missing = pairing.pairs.filter(({ state }) => state === 'missing');
  if (missing.length === 0 || !article?.text) return 0;
  const pieces = piecesOf(article.text);
  const document = readDocument(id, root);
  const list = listIn(document);
  const placeOf = new Map(pairing.pairs.map(({ statement, place }) => [statement, place]));
  const order = pairing.pairs.map(({ statement }) => statement);
  let added = 0;
  for (const { statement } of missing) {
    // Behind the statement that stands before it in the record.
    const before = order
      .slice(0, order.indexOf(statement))
      .map((other) => placeOf.get(other) ?? -1);
    const at = Math.max(-1, ...before) + 1;
    list.items.splice(at, 0, nodeOf(document, proposeGround(statement, pieces, notStated)));
    for (const [other, place] of placeOf) if (place >= at) placeOf.set(other, place + 1);
    placeOf.set(statement, at);
    added += 1;
  }
  setSections(document, article);
  save(id, document, root);
  return added;
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
    // What was reworded is called by its new name.
    if (!statement.what.startsWith(ground.what ?? '')) node.set('what', handleOf(statement));
    node.set('digest', shortDigestOf(confirmedOf(statement, ground)));
    confirmed += 1;
  }
  if (article) setSections(document, article);
  save(id, document, root);
  return confirmed;
}

const bearsAnything = ({ passages, absent, editor }: Ground): boolean =>
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
function nodeOf(document: Document, ground: Ground): Node {
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
export function confirmDocuments(library: Library, root = '.'): readonly string[] {
  return documentsOf(library.listed).flatMap(({ record, text }) => {
    if (text === null) return [];
    const name = `attributions/${record.id}.yml`;
    const file = contentPath(name, root);
    const document = parseDocument(readSoundText(file, name));
    const texts = textsOfParts(record.data, paragraphsOf(text));
    for (const [article, { parts }] of record.data.articles.entries()) {
      for (const [index, part] of parts.entries()) {
        const words = texts.get(part) ?? null;
        if (words === null) continue;
        document.setIn(['articles', article, 'parts', index, 'digest'], shortDigestOf(words));
      }
    }
    const map = document.contents as YAMLMap;
    const digest = digestOfDocument(text);
    if (map.has('digest')) map.set('digest', digest);
    else {
      const behind = map.items.findIndex(({ key }) => String(key) === 'file') + 1;
      map.items.splice(
        behind,
        0,
        document.createPair('digest', digest) as YAMLMap['items'][number],
      );
    }
    writeFile(file, textOf(document));
    return [shownName(name)];
  });
}
