import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Document, parse, parseDocument, stringify, visit } from 'yaml';
import { randomFrom } from '../random.ts';

/** A made-up library: how many practices, and the number that decides everything else about it. */
export interface LibrarySize {
  readonly practices: number;
  readonly seed: number;
}

interface Stock {
  /** Without the fields that every copy has of its own. */
  readonly frontmatter: string;
  readonly body: string;
  /** Its grounds as they stand, and the article they are in; null where the library has none. */
  readonly grounds: string | null;
  readonly article: object | null;
  /** Both parts as the program writes them, so that they are read as those of an office are. */
  readonly ledger: { readonly paragraphs: string; readonly retired: string };
}

/**
 * Writes `content/` of a made-up library below `target` that the editorial gate lets through. It
 * holds the practices of the library at `source`, and copies of them under other titles, places,
 * topics and problems, each with a paragraph of its own. Equal sizes and seeds give equal files.
 */
export function writeLibrary(source: string, target: string, { practices, seed }: LibrarySize) {
  const random = randomFrom(seed);
  cpSync(join(source, 'content'), join(target, 'content'), { recursive: true });
  const content = join(target, 'content');
  // Made up and edited at will, it was never published: nothing of it is held to what readers got.
  for (const name of ['published', 'published.yml', 'reviews']) {
    rmSync(join(content, name), { recursive: true, force: true });
  }
  const idsOf = (list: string): string[] => labelled(content, list).map(({ id }) => id);
  const ids = readdirSync(join(content, 'practices'))
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => file.slice(0, -'.mdx'.length))
    .sort();
  const stock = ids
    .map((id) => readStock(content, id))
    .filter(({ body }) => hanCount(body) <= mostTaken);
  const copies = Math.max(0, practices - ids.length);
  const regions = writeRegions(content, Math.min(2800, Math.ceil(copies / 4)));
  const topics = idsOf('topics');
  const problems = idsOf('problems');
  const words = ['topics', 'problems', 'terms'].flatMap((list) =>
    labelled(content, list).flatMap(({ label }) => (/\d/.test(label) ? [] : [label])),
  );
  mkdirSync(join(content, 'practices'), { recursive: true });
  for (let copy = 0; copy < copies; copy += 1) {
    const id = `shiyan-${String(copy + 1).padStart(5, '0')}`;
    const { frontmatter, body, ledger, grounds, article } = random.of(stock);
    const region = regions[copy % regions.length] ?? '110000';
    const own = `这一段为检验规模而编，取材于${random.some(words, 3).join('、')}。`;
    const fields = [
      `title: 为检验规模而编的做法${inWords(copy + 1)}`,
      `region: '${region}'`,
      `topics: [${random.some(topics, 3).join(', ')}]`,
      `problems: [${random.some(problems, 2).join(', ')}]`,
      frontmatter,
    ].join('\n');
    writeFileSync(
      join(content, 'practices', `${id}.mdx`),
      `---\n${fields}\n---\n${body.trimEnd()}\n\n${own}\n`,
    );
    writeFileSync(
      join(content, 'paragraphs', `${id}.yml`),
      `${ledger.paragraphs}  - id: p-own\n    text: ${own}\n${ledger.retired}`,
    );
    if (grounds !== null) writeFileSync(join(content, 'grounds', `${id}.yml`), grounds);
    if (article !== null) {
      writeFileSync(join(content, 'attributions', `${id}.yml`), attributionOf(id, article));
    }
  }
}

/** A copy has a paragraph of its own besides, and may not pass the 1,500 characters of the gate. */
const mostTaken = 1440;

const hanCount = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;

function readStock(content: string, id: string): Stock {
  const text = readFileSync(join(content, 'practices', `${id}.mdx`), 'utf8');
  const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const ledger: { readonly paragraphs?: unknown[]; readonly retired?: unknown[] } | null = parse(
    readFileSync(join(content, 'paragraphs', `${id}.yml`), 'utf8'),
  );
  const fields = parseDocument(frontmatter);
  for (const own of ['title', 'region', 'topics', 'problems']) fields.delete(own);
  const grounds = join(content, 'grounds', `${id}.yml`);
  return {
    grounds: existsSync(grounds) ? readFileSync(grounds, 'utf8') : null,
    article: articleOf(content, id),
    frontmatter: fields.toString({ lineWidth: 0 }).trimEnd(),
    body,
    ledger: {
      paragraphs: asWritten({ paragraphs: ledger?.paragraphs ?? [] }),
      retired: asWritten({ retired: ledger?.retired ?? [] }),
    },
  };
}

/** A document that holds this article and no other, as the program writes it. */
function attributionOf(id: string, article: object): string {
  const articles = [{ ...article, practice: id }];
  const document = new Document({ document: id, file: `${id}.txt`, articles });
  visit(document, {
    Map: (_key, map) => {
      if (map.has('at')) map.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, singleQuote: true });
}

function articleOf(content: string, id: string): object | null {
  const folder = join(content, 'attributions');
  const documents = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of documents) {
    const { articles }: { articles: { practice?: string }[] } = parse(
      readFileSync(join(folder, name), 'utf8'),
    );
    const article = articles.find(({ practice }) => practice === id);
    if (article) return article;
  }
  return null;
}

const asWritten = (part: object): string => stringify(part, { lineWidth: 0, singleQuote: true });

function labelled(content: string, list: string): { id: string; label: string }[] {
  return parse(readFileSync(join(content, `${list}.yml`), 'utf8'));
}

/** Adds made-up counties, evenly below the provinces, and returns their codes. */
function writeRegions(content: string, counties: number): string[] {
  const file = join(content, 'regions.yml');
  const before = readFileSync(file, 'utf8');
  const listed: { id: string; level: string }[] = parse(before);
  const provinces = listed.filter(({ level }) => level === 'province').map(({ id }) => id);
  const prefectures = new Set<string>();
  const regions: object[] = [];
  const codes: string[] = [];
  for (let index = 0; index < counties; index += 1) {
    const province = provinces[index % provinces.length] ?? '';
    const place = Math.floor(index / provinces.length);
    const prefecture = `${province.slice(0, 2)}${71 + Math.floor(place / 9)}00`;
    const county = `${prefecture.slice(0, 4)}${String((place % 9) + 1).padStart(2, '0')}`;
    if (!prefectures.has(prefecture)) {
      prefectures.add(prefecture);
      regions.push(regionOf(prefecture, Math.floor(place / 9), '市', 'prefecture', province));
    }
    regions.push(regionOf(county, place, '县', 'county', prefecture));
    codes.push(county);
  }
  if (regions.length > 0) writeFileSync(file, before + stringify(regions));
  return codes;
}

function regionOf(id: string, index: number, kind: string, level: string, parent: string): object {
  const short = `试${inWords(index + 1)}`;
  return { id, name: `${short}${kind}`, short, pinyin: 'Shi', level, parent };
}

const stems = [...'甲乙丙丁戊己庚辛壬癸'];

/** A number in ten signs that no rule about figures reads as one. */
const inWords = (number: number): string =>
  [...String(number)].map((digit) => stems[Number(digit)] ?? '').join('');
