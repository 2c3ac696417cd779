/** A first attribution of a document that holds one article, for an editor to correct. */
import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { Document, type YAMLMap, type YAMLSeq } from 'yaml';
import { paragraphsOf, withoutBlanks, type Part } from '#domain/grounds/attribution.ts';
import { longestEnd } from '#domain/grounds/passage.ts';
import { writeFile } from '#editing/written-file.ts';
import { readSources } from '#gate/sources-at-hand.ts';
import { contentPath, shownName } from '#folders.ts';
import { refuse } from '#refusal.ts';

const heading = ` 原文段落归属。段落按原文里有字的行数，从 1 起；每一段只归一处。
 扫描件分栏交错的，按文意把段落挪到所属的那一篇；一句断在两处的，后一处写 is: continued。`;

/**
 * Writes that every paragraph of a document belongs to one practice, headings told by their
 * numbers. `number` is the document's own, or null for one named by its file. Answers with the
 * file written; refuses where the document is not at hand or attributed already.
 */
export function attribute(
  practice: string,
  { file, number }: { readonly file: string; readonly number: string | null },
  root = '.',
): string {
  const texts = readSources(root)?.texts;
  if (!texts) refuse('手边没有原文：在 site.yml 的 sources 里写明原文文件夹，或设 SOURCES_DIR。');
  const text = texts.get(file);
  if (text === undefined) {
    refuse(`原文文件夹里没有 ${file}。有的是：${[...texts.keys()].join('、')}。`);
  }
  const document = number ?? nameOf(file);
  const name = `attributions/${document}.yml`;
  const path = contentPath(name, root);
  if (existsSync(path)) {
    refuse(`已经有 ${shownName(name)}，没有动它。在里面把这一篇的段落归到 ${practice}。`);
  }
  const parts = partsOf(paragraphsOf(text));
  const written = new Document(
    { document, file, articles: [{ practice, parts }] },
    { aliasDuplicateObjects: false },
  );
  written.commentBefore = heading;
  for (const part of (written.getIn(['articles', 0, 'parts']) as YAMLSeq).items) {
    (part as YAMLMap).flow = true;
  }
  writeFile(path, written.toString({ lineWidth: 0, singleQuote: true }));
  return shownName(name);
}

/** Names of files may hold more than addresses may. */
const nameOf = (file: string): string =>
  basename(file, extname(file))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'source';

/** Longer paragraphs are no titles, bylines or headings. */
const longestLine = 40;

function partsOf(paragraphs: readonly string[]): Part[] {
  const firstOfText = paragraphs.findIndex((text) => isSentence(text) || isHeading(text));
  return paragraphs.map((text, index) => ({
    at: index + 1,
    ...endsOf(text),
    ...kindOf(text, index, firstOfText),
  }));
}

const isSentence = (text: string): boolean => /[。；]/u.test(text) || text.length > longestLine;

const isHeading = (text: string): boolean =>
  /^[一二三四五六七八九十]{1,3}[、.．]/u.test(text) && !isSentence(text);

function kindOf(text: string, index: number, firstOfText: number): Pick<Part, 'is'> {
  if (index < firstOfText) return { is: index === 0 ? 'title' : 'byline' };
  return isHeading(text) ? { is: 'heading' } : {};
}

function endsOf(text: string): Pick<Part, 'from' | 'to'> {
  const characters = [...withoutBlanks(text)];
  const from = characters.slice(0, longestEnd).join('');
  return characters.length <= longestEnd
    ? { from }
    : { from, to: characters.slice(-longestEnd).join('') };
}
