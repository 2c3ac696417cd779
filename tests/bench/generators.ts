import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The same practices for another generator, with the barest templates that show all of the prose. */
export interface Generator {
  readonly name: string;
  /** Writes a project into `folder` that shows the practices of `library`. */
  readonly prepare: (library: string, folder: string) => void;
  /** Has to be run once before the first build. */
  readonly install?: readonly string[];
  readonly build: readonly string[];
}

const practicesOf = (library: string): { id: string; title: string; body: string }[] =>
  readdirSync(join(library, 'content/practices')).map((name) => {
    const text = readFileSync(join(library, 'content/practices', name), 'utf8');
    const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
    const title = /^title: (.*)$/m.exec(frontmatter)?.[1] ?? name;
    return { id: name.replace(/\.mdx$/, ''), title, body };
  });

/** Markdown without components: a drawing stands under its caption. */
const plain = (body: string): string =>
  body.replace(/^<\w+ caption="([^"]*)">$/gm, '$1').replace(/^<\/?\w+>$/gm, '');

const page = (title: string, content: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><main>${content}</main></body></html>\n`;

function writeMarkdown(library: string, folder: string, layout: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { id, title, body } of practicesOf(library)) {
    writeFileSync(
      join(folder, `${id}.md`),
      `---\ntitle: ${JSON.stringify(title)}\n${layout}---\n${plain(body)}`,
    );
  }
}

export const generators: readonly Generator[] = [
  {
    name: 'Hugo',
    prepare: (library, folder) => {
      writeMarkdown(library, join(folder, 'content/practices'), '');
      const layouts = join(folder, 'layouts/_default');
      mkdirSync(layouts, { recursive: true });
      writeFileSync(join(layouts, 'single.html'), page('{{ .Title }}', '{{ .Content }}'));
      const list = '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}';
      writeFileSync(join(layouts, 'list.html'), page('{{ .Title }}', list));
      writeFileSync(
        join(folder, 'config.yaml'),
        'baseURL: https://example.org/\ndisableKinds: [taxonomy, term, RSS, sitemap]\n',
      );
    },
    build: ['hugo', '--quiet'],
  },
  {
    name: 'Eleventy',
    prepare: (library, folder) => {
      writeMarkdown(library, join(folder, 'practices'), 'layout: page.html\n');
      mkdirSync(join(folder, '_includes'));
      writeFileSync(join(folder, '_includes/page.html'), page('{{ title }}', '{{ content }}'));
      writeFileSync(join(folder, 'package.json'), '{"private":true}');
    },
    install: ['npm', 'install', '--no-audit', '--no-fund', '--silent', '@11ty/eleventy@3.1.8'],
    build: ['node_modules/.bin/eleventy', '--quiet'],
  },
  {
    name: 'Astro, each practice a module',
    prepare: (library, folder) => {
      cpSync('tests/ordinary-mdx/components', join(folder, 'src/components'), { recursive: true });
      cpSync('tests/ordinary-mdx/pages', join(folder, 'src/pages'), { recursive: true });
      mkdirSync(join(folder, 'src/prose'));
      for (const { id, body } of practicesOf(library)) {
        writeFileSync(join(folder, 'src/prose', `${id}.mdx`), body);
      }
      writeFileSync(
        join(folder, 'astro.config.mjs'),
        "import mdx from '@astrojs/mdx';\nexport default { integrations: [mdx()] };\n",
      );
    },
    build: ['node_modules/.bin/astro', 'build', '--silent'],
  },
];
