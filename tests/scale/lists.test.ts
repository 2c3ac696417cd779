import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  globSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DomUtils, parseDocument } from 'htmlparser2';
import { makeProject } from '../bench/project.ts';

/** A library in which every list is longer than a page: no page grows with it, nothing is out of reach. */
const project = join(tmpdir(), `lists-${process.pid}`);
const size = 1200;

/** So many topics, problems, authors and terms are added, each to a practice of its own. */
const added = 330;

const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const inWords = (number: number): string =>
  [...String(number)].map((digit) => stems[Number(digit)] ?? '').join('');

/** Characters with first letters of their own, so that the indexes have several letters. */
const beginnings: readonly (readonly [character: string, reading: string])[] = [
  ['安', 'An'],
  ['白', 'Bai'],
  ['陈', 'Chen'],
  ['王', 'Wang'],
  ['王', 'Wang'],
  ['王', 'Wang'],
];

function lengthenLists(): void {
  const append = (list: string, lines: readonly string[]): void =>
    appendFileSync(join(project, `content/${list}.yml`), `${lines.join('\n')}\n`);
  const numbers = Array.from({ length: added }, (_, index) => index + 1);
  const named = numbers.map((number) => {
    const [character, reading] = beginnings[number % beginnings.length] ?? ['安', 'An'];
    return { number, name: `${character}${inWords(number)}`, reading };
  });
  const definition = '为检验规模而编。';
  append(
    'authors',
    named.map(
      ({ number, name, reading }) =>
        `- { id: ren-${number}, name: ${name}, pinyin: ${reading} Ceshi }`,
    ),
  );
  append(
    'terms',
    named.map(
      ({ number, name }) =>
        `- { id: shuyu-${number}, label: ${name}法, aliases: [], definition: ${definition} }`,
    ),
  );
  append(
    'topics',
    named.map(
      ({ number, name }) =>
        `- { id: zhuti-${number}, label: ${name}主题, aliases: [], definition: ${definition} }`,
    ),
  );
  append(
    'problems',
    named.map(
      ({ number, name }) =>
        `- { id: wenti-${number}, label: ${name}问题, aliases: [], definition: ${definition} }`,
    ),
  );
  for (const { number, name } of named) {
    const id = `shiyan-${String(number).padStart(5, '0')}`;
    const own = /这一段为检验规模而编，/;
    edit(`practices/${id}.mdx`, [
      [/^topics: \[[^,\]]*/m, `topics: [zhuti-${number}`],
      [/^problems: \[[^,\]]*/m, `problems: [wenti-${number}`],
      [/author: [a-z-]+/, `author: ren-${number}`],
      [own, `这一段为检验规模而编，${name}法、`],
    ]);
    edit(`paragraphs/${id}.yml`, [[own, `这一段为检验规模而编，${name}法、`]]);
  }
}

function edit(name: string, changes: readonly (readonly [from: RegExp, to: string])[]): void {
  const path = join(project, 'content', name);
  const text = changes.reduce(
    (before, [from, to]) => {
      assert.match(before, from);
      return before.replace(from, to);
    },
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, text);
}

interface BuiltPage {
  readonly path: string;
  readonly bytes: number;
  readonly cards: number;
  readonly rows: number;
  /** Practices the page links to. */
  readonly practices: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  /** Addresses inside the site that a reader without script can follow, queries left out. */
  readonly links: readonly URL[];
  /** Names beside the boxes of the search page, without and with the lists that replace them. */
  readonly choices: number;
}

const origin = 'https://library.invalid';
const practiceIn = /^\/practices\/([^/]+)\/$/;
let pages: ReadonlyMap<string, BuiltPage>;

const isScripted = (element: Parameters<typeof DomUtils.getParent>[0]): boolean => {
  for (let at = DomUtils.getParent(element); at; at = DomUtils.getParent(at)) {
    if ('attribs' in at && /(^| )scripted( |$)/.test(at.attribs['class'] ?? '')) return true;
  }
  return false;
};

function readPage(file: string): BuiltPage {
  const html = readFileSync(join(project, 'dist', file), 'utf8');
  const tree = parseDocument(html);
  const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
  const elements = (name: string) => DomUtils.getElementsByTagName(name, tree);
  const links = elements('a').flatMap((link) => {
    const href = link.attribs['href'];
    if (href === undefined || isScripted(link)) return [];
    const url = new URL(href, origin + path);
    return url.origin === origin ? [url] : [];
  });
  return {
    path,
    bytes: Buffer.byteLength(html),
    cards: elements('li').filter(({ attribs }) => attribs['data-practice']).length,
    rows: elements('tr').length,
    practices: new Set(links.flatMap(({ pathname }) => practiceIn.exec(pathname)?.[1] ?? [])),
    ids: new Set(elements('*').flatMap(({ attribs }) => attribs['id'] ?? [])),
    links,
    choices: elements('input').filter(({ attribs }) => attribs['data-facet']).length,
  };
}

before(() => {
  makeProject(project, { practices: size, seed: 11 });
  lengthenLists();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], {
    cwd: project,
    encoding: 'utf8',
  });
  assert.equal(status, 0, `${stdout.slice(-3000)}\n${stderr.slice(-3000)}`);
  const files = globSync('**/*.html', { cwd: join(project, 'dist') });
  pages = new Map(files.map(readPage).map((page) => [page.path, page]));
});

after(() => {
  rmSync(project, { recursive: true, force: true });
});

const pageAt = (path: string): BuiltPage => pages.get(path) ?? assert.fail(`There is no ${path}.`);

test('no page grows with the library', () => {
  const overfull = [...pages.values()].filter(
    ({ cards, rows, practices, bytes, choices }) =>
      cards > 100 || rows > 450 || practices.size > 420 || bytes > 600_000 || choices > 400,
  );
  assert.deepEqual(
    overfull.map(({ path, cards, rows, practices, bytes, choices }) => ({
      path,
      cards,
      rows,
      practices: practices.size,
      bytes,
      choices,
    })),
    [],
  );
});

test('a list under an entry holds fifty cards a page, and only its first page says what it is', () => {
  const [first, second] = ['/problems/an-duo-ren-shao/', '/problems/an-duo-ren-shao/2/'].map(
    pageAt,
  );
  assert.equal(first?.cards, 50);
  assert.ok(second && second.cards > 0 && second.cards <= 50);
  assert.ok(first.rows > 0);
  assert.equal(second.rows, 0);
});

test('every link of every page leads to a page, the pagers’ too', () => {
  const dead = [...pages.values()].flatMap(({ path, links }) =>
    links
      .filter(({ pathname }) => pathname.endsWith('/') && !pages.has(pathname))
      .map(({ pathname }) => `${path} → ${pathname}`),
  );
  assert.deepEqual(dead, []);
});

test('without script every page is reached from the home page by lists alone', () => {
  const reached = new Set(['/']);
  for (const path of reached) {
    // From practice to practice a reader only happens upon others.
    if (practiceIn.test(path)) continue;
    for (const { pathname } of pages.get(path)?.links ?? []) {
      if (pages.has(pathname)) reached.add(pathname);
    }
  }
  const practices = [...reached].filter((path) => practiceIn.test(path));
  assert.equal(practices.length, size);
  assert.deepEqual(
    [...pages.keys()].filter((path) => !reached.has(path) && path !== '/404.html'),
    [],
  );
});

test('all practices stand on the pages that go on from the search page, each once', () => {
  const paths = [...pages.keys()].filter((path) => /^\/practices\/(all\/\d+\/)?$/.test(path));
  const cards = paths.reduce((sum, path) => sum + pageAt(path).cards, 0);
  const named = new Set(paths.flatMap((path) => [...pageAt(path).practices]));
  assert.equal(cards, size);
  assert.equal(named.size, size);
});

test('a published link to a term lands at its name, which leads on to its definition', () => {
  const names = pageAt('/terms/');
  const definitions = names.links.filter(({ hash }) => /^#shuyu-/.test(hash));
  assert.equal(definitions.length, added);
  for (const { pathname, hash } of definitions) {
    const id = hash.slice(1);
    assert.ok(names.ids.has(id), id);
    assert.ok(pageAt(pathname).ids.has(id), `${pathname}${hash}`);
  }
  const wanted = [...pages.values()].flatMap(({ links }) =>
    links.filter(({ pathname, hash }) => pathname === '/terms/' && hash !== ''),
  );
  assert.ok(wanted.length > size);
  for (const { hash } of wanted) assert.ok(names.ids.has(decodeURIComponent(hash.slice(1))), hash);
});

test('authors, topics and problems are split by letters, and a long letter into pages', () => {
  for (const list of ['authors', 'topics', 'problems']) {
    assert.ok(pages.has(`/${list}/by-letter/a/`), list);
    const letter = [...pages.keys()].filter((path) => path.startsWith(`/${list}/by-letter/w/`));
    const entries = new Set(
      letter.flatMap((path) =>
        pageAt(path).links.flatMap(({ pathname }) =>
          new RegExp(`^/${list}/(ren|zhuti|wenti)-`).test(pathname) ? [pathname] : [],
        ),
      ),
    );
    assert.equal(entries.size, added / 2, list);
  }
  assert.ok(pages.has('/terms/by-letter/w/2/'));
});

test('the numbers of every province stand on pages of their own', () => {
  const provinces = [...pages.keys()].filter((path) => /^\/figures\/\d\d\/$/.test(path));
  assert.equal(provinces.length, 34);
  const rowsOf = (pattern: RegExp): number =>
    [...pages.values()]
      .filter(({ path }) => pattern.test(path))
      .reduce((sum, { rows }) => sum + rows - 1, 0);
  const all =
    readFileSync(join(project, 'dist/data/figures.csv'), 'utf8').match(/\r\n/g)?.length ?? 0;
  assert.equal(rowsOf(/^\/figures\/\d\d\/(\d+\/)?$/), all - 1);
});

test('the sitemap lists every page, in files that search engines accept', () => {
  const files = readdirSync(join(project, 'dist')).filter((file) =>
    /^sitemap-\d+\.xml$/.test(file),
  );
  const counts = files.map(
    (file) => readFileSync(join(project, 'dist', file), 'utf8').match(/<loc>/g)?.length ?? 0,
  );
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    pages.size - 1,
  );
  assert.ok(counts.every((count) => count <= 50_000));
});
