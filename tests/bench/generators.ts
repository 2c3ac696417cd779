import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'astro/zod';

/**
 * The same practices for another generator, with the barest templates: a page with the title and
 * all of the prose for each practice, a list of links for each region and each topic, and a list
 * of all practices, 50 a page.
 */
export interface Generator {
  readonly name: string;
  /** Writes a project into `folder` that shows the practices of `library`, a project that was built. */
  readonly prepare: (library: string, folder: string) => void;
  /** Has to be run once before the first build. */
  readonly install?: readonly string[];
  readonly build: readonly string[];
  /** Where the pages are then. */
  readonly out: string;
}

interface Practice {
  readonly id: string;
  readonly title: string;
  readonly region: string;
  readonly topics: readonly string[];
  readonly body: string;
}

const onPage = 50;

/** What short names of the project's modules stand for. */
const { imports } = z
  .object({ imports: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

const head = z.object({ title: z.string(), region: z.string(), topics: z.array(z.string()) });

const practicesOf = (library: string): Practice[] =>
  readdirSync(join(library, 'content/practices')).map((name) => {
    const text = readFileSync(join(library, 'content/practices', name), 'utf8');
    const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
    const fields = head.parse(load(frontmatter, { schema: CORE_SCHEMA }));
    return { id: name.replace(/\.mdx$/, ''), ...fields, body };
  });

/** Markdown without components: a drawing stands under its caption. */
const plain = (body: string): string =>
  body.replace(/^<\w+ caption="([^"]*)">$/gm, '$1').replace(/^<\/?\w+>$/gm, '');

const page = (title: string, content: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><main>${content}</main></body></html>\n`;

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** The values of the fields are YAML. */
function writeMarkdown(
  library: string,
  folder: string,
  fieldsOf: (practice: Practice) => Readonly<Record<string, string>>,
): void {
  for (const practice of practicesOf(library)) {
    const fields = Object.entries(fieldsOf(practice)).map(([name, value]) => `${name}: ${value}`);
    write(folder, {
      [`${practice.id}.md`]: `---\n${fields.join('\n')}\n---\n${plain(practice.body)}`,
    });
  }
}

const hugoLinks = '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}';

/** For each practice, besides its page, as many files to take away as ours has, and about as long. */
const hugoCard =
  'TY  - JOUR\nTI  - {{ .Title }}\n{{ range .Params.topics }}KW  - {{ . }}\n{{ end }}{{ range (slice "AU" "PY" "SP" "EP" "LA" "DB" "AN") }}{{ . }}  - {{ $.Params.region }}\n{{ end }}UR  - {{ .Permalink }}\n';
const hugoTakeAway: Readonly<Record<string, string>> = {
  ris: hugoCard,
  bib: hugoCard,
  csl: '{{ dict "title" .Title "id" .File.ContentBaseName "topics" .Params.topics | jsonify }}',
  data: '{{ dict "title" .Title "topics" .Params.topics "text" .RawContent "plain" .Plain | jsonify }}',
  md: '{{ .Title }}\n\n{{ .RawContent }}',
  txt: '{{ .Title }}\n\n{{ .Plain }}',
};

/** `<main>` of a page, and what stands around it. */
function mainOf(html: string): { before: string; main: string; after: string } {
  const start = html.indexOf('>', html.indexOf('<main')) + 1;
  const end = html.lastIndexOf('</main>');
  return { before: html.slice(0, start), main: html.slice(start, end), after: html.slice(end) };
}

/** What the page of a practice says around its prose: record, figures, references. */
function aroundProse(html: string): string {
  const main = parseDocument(mainOf(html).main);
  const prose = DomUtils.findOne(
    ({ attribs }) => attribs['class'] === 'prose',
    main.children,
    true,
  );
  if (!prose) throw new Error('A page of a practice has no prose.');
  DomUtils.removeElement(prose);
  return DomUtils.getOuterHTML(main, { encodeEntities: 'utf8' });
}

/**
 * Ours with the work that Hugo can do: pages as many and as long, the practices' own from Markdown
 * and the others from their finished text, and the files to take away. Search, pictures and checks
 * are left out: Hugo has none.
 */
function prepareSameWork(library: string, folder: string): void {
  const ofPractice = (id: string): string =>
    readFileSync(join(library, 'dist/practices', id, 'index.html'), 'utf8');
  writeMarkdown(library, join(folder, 'content/practices'), ({ id, title, region, topics }) => ({
    title: JSON.stringify(title),
    region: JSON.stringify(region),
    topics: JSON.stringify(topics),
    outputs: JSON.stringify(['HTML', ...Object.keys(hugoTakeAway)]),
    // Read as data: a page prints it, the files to take away do not.
    sitemap: JSON.stringify({ filename: aroundProse(ofPractice(id)) }),
  }));
  const [first = ''] = readdirSync(join(library, 'content/practices'));
  const { before, after } = mainOf(ofPractice(first.replace(/\.mdx$/, '')));
  const pages = readdirSync(join(library, 'dist'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('index.html') && !/^practices\/[^/]+\/index\.html$/.test(name),
  );
  for (const [place, name] of pages.entries()) {
    const { main } = mainOf(readFileSync(join(library, 'dist', name), 'utf8'));
    const url = JSON.stringify(`/${dirname(name)}/`);
    write(folder, { [`content/others/${place}.html`]: `---\nurl: ${url}\n---\n${main}` });
  }
  write(folder, {
    'layouts/others/single.html': `${before}{{ .Content }}${after}`,
    'layouts/practices/single.html': `${before}{{ .Content }}{{ .Sitemap.Filename | safeHTML }}${after}`,
    ...Object.fromEntries(
      Object.entries(hugoTakeAway).map(([name, template]) => [
        `layouts/practices/single.${name}.${name}`,
        template,
      ]),
    ),
    'config.json': JSON.stringify({
      baseURL: 'https://example.org/',
      disableKinds: ['RSS', 'sitemap', 'taxonomy', 'term', 'section', 'home', '404'],
      mediaTypes: Object.fromEntries(
        Object.keys(hugoTakeAway).map((name) => [`text/x-${name}`, { suffixes: [name] }]),
      ),
      outputFormats: Object.fromEntries(
        Object.keys(hugoTakeAway).map((name) => [
          name,
          { mediaType: `text/x-${name}`, isPlainText: true, baseName: name },
        ]),
      ),
    }),
  });
}

const eleventyConfig = `
const groups = (key) => (api) => {
  const byId = new Map();
  for (const entry of api.getFilteredByTag('practice')) {
    for (const id of [entry.data[key]].flat()) {
      byId.set(id, [...(byId.get(id) ?? []), entry]);
    }
  }
  return [...byId].map(([id, entries]) => ({ id, entries }));
};
export default function (config) {
  config.addCollection('byRegion', groups('region'));
  config.addCollection('byTopic', groups('topics'));
  return { markdownTemplateEngine: false };
}
`;

const eleventyLinks = (entries: string): string =>
  page(
    '',
    `{% for entry in ${entries} %}<a href="{{ entry.url }}">{{ entry.data.title }}</a>{% endfor %}`,
  );

const eleventyList = (data: string, size: number, path: string): string =>
  `---\npagination:\n  data: collections.${data}\n  size: ${size}\n  alias: group\npermalink: ${path}\n---\n`;

const astroLinks = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>-</title></head><body><main>{entries.map(({ id, title }) => <a href={\`/\${id}/\`}>{title}</a>)}</main></body></html>\n`;

const astroGroups = (key: 'region' | 'topics'): string => `---
import practices from '../../practices.json';
export function getStaticPaths() {
  const byId = new Map();
  for (const practice of practices) {
    for (const id of [practice.${key}].flat()) byId.set(id, [...(byId.get(id) ?? []), practice]);
  }
  return [...byId].map(([id, entries]) => ({ params: { id }, props: { entries } }));
}
const { entries } = Astro.props;
---
${astroLinks}`;

const astroList = `---
import practices from '../../practices.json';
export const getStaticPaths = ({ paginate }) => paginate(practices, { pageSize: ${onPage} });
const entries = Astro.props.page.data;
---
${astroLinks}`;

export const generators: readonly Generator[] = [
  {
    name: 'Hugo',
    prepare: (library, folder) => {
      writeMarkdown(library, join(folder, 'content/practices'), ({ title, region, topics }) => ({
        title: JSON.stringify(title),
        region: JSON.stringify([region]),
        topic: JSON.stringify(topics),
      }));
      const list = `{{ range (.Paginate .Pages ${onPage}).Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}`;
      write(folder, {
        'layouts/_default/single.html': page('{{ .Title }}', '{{ .Content }}'),
        'layouts/_default/list.html': page('{{ .Title }}', list),
        'layouts/_default/term.html': page('{{ .Title }}', hugoLinks),
        'layouts/_default/taxonomy.html': page('{{ .Title }}', hugoLinks),
        'config.yaml':
          'baseURL: https://example.org/\ntaxonomies: {region: region, topic: topic}\ndisableKinds: [RSS, sitemap]\n',
      });
    },
    build: ['hugo', '--quiet'],
    out: 'public',
  },
  {
    name: 'Hugo, the same pages and files',
    prepare: prepareSameWork,
    build: ['hugo', '--quiet'],
    out: 'public',
  },
  {
    name: 'Eleventy',
    prepare: (library, folder) => {
      writeMarkdown(library, join(folder, 'practices'), ({ title, region, topics }) => ({
        title: JSON.stringify(title),
        region: JSON.stringify(region),
        topics: JSON.stringify(topics),
        tags: 'practice',
        layout: 'page.html',
      }));
      write(folder, {
        '_includes/page.html': page('{{ title }}', '{{ content }}'),
        'region.liquid':
          eleventyList('byRegion', 1, '/region/{{ group.id }}/') + eleventyLinks('group.entries'),
        'topic.liquid':
          eleventyList('byTopic', 1, '/topic/{{ group.id }}/') + eleventyLinks('group.entries'),
        'list.liquid':
          eleventyList('practice', onPage, '/all/{{ pagination.pageNumber }}/') +
          eleventyLinks('group'),
        'eleventy.config.js': eleventyConfig,
        'package.json': '{"private":true,"type":"module"}',
      });
    },
    install: ['npm', 'install', '--no-audit', '--no-fund', '--silent', '@11ty/eleventy@3.1.2'],
    build: ['node_modules/.bin/eleventy', '--quiet'],
    out: '_site',
  },
  {
    name: 'Astro, each practice a module',
    prepare: (library, folder) => {
      cpSync('tests/ordinary-mdx/components', join(folder, 'src/components'), { recursive: true });
      cpSync('tests/ordinary-mdx/pages', join(folder, 'src/pages'), { recursive: true });
      // What the components name.
      for (const part of ['src/text', 'src/domain']) {
        cpSync(part, join(folder, part), { recursive: true });
      }
      const practices = practicesOf(library);
      write(folder, {
        'package.json': JSON.stringify({ private: true, type: 'module', imports }),
        'src/practices.json': JSON.stringify(
          practices.map(({ id, title, region, topics }) => ({ id, title, region, topics })),
        ),
        'src/pages/region/[id].astro': astroGroups('region'),
        'src/pages/topic/[id].astro': astroGroups('topics'),
        'src/pages/all/[...page].astro': astroList,
        'astro.config.mjs':
          "import mdx from '@astrojs/mdx';\nexport default { integrations: [mdx()] };\n",
      });
      for (const { id, body } of practices) write(folder, { [`src/prose/${id}.mdx`]: body });
    },
    build: ['node_modules/.bin/astro', 'build', '--silent'],
    out: 'dist',
  },
];
