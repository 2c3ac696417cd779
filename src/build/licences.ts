import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A package the project depends on, as the lock file names it. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
}

/** Parts of these reach readers in other ways than by an import, and what they are there. */
const shippedOtherwise: Readonly<Record<string, string>> = {
  pagefind: 'the search engine, as it is',
  vite: 'the loader of modules in every script',
  'opencc-js': 'pairs of Traditional and Simplified characters in the search data',
  'pinyin-pro': 'pinyin of names in indexes and search data',
};

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version: string; readonly license?: string; readonly dev?: boolean }>
  >;
}

/** Every package of the lock file once, by name. */
export function licensedPackages(root = '.'): readonly Licensed[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const found = new Map<string, Licensed>();
  for (const [path, { version, license }] of Object.entries(packages)) {
    const name = path.replace(/^.*node_modules\//, '');
    if (name === '') continue;
    found.set(`${name}@${version}`, { name, version, licence: license ?? licenceOf(path, root) });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

/** What a package that the lock file says nothing of says itself; Node, in its own packages, says it in a file. */
function licenceOf(path: string, root: string): string {
  const file = join(root, path, 'package.json');
  const { license = '' } = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { license?: string })
    : {};
  return license || (/\/node-bin-[a-z0-9-]+$/.test(path) ? 'MIT' : '');
}

/** Packages of which code or data reach readers, with what of them does. */
export function shippedPackages(root = '.'): ReadonlyMap<string, string> {
  const imported = globSync('src/{browser,domain}/**/*.ts', { cwd: root }).flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import\()\s*'([@a-z][^'#]*)'/g),
    ].map(([, name = '']) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  );
  return new Map([
    ...[...new Set(imported)].sort().map((name): [string, string] => [name, 'code of the pages']),
    ...Object.entries(shippedOtherwise),
  ]);
}

const heading = `Software and data of others in what readers get
==============================================

Made by \`npm run licences\`. Software that only builds the site is not in here: \`npm run licences -- --all\`.
`;

/** The list for readers, with the licences' own texts. */
export function licencesText(root = '.'): string {
  const shipped = shippedPackages(root);
  const all = licensedPackages(root);
  const parts = all
    .filter(({ name }) => shipped.has(name))
    .map(({ name, version, licence }) => {
      const use = shipped.get(name) ?? '';
      return `${'-'.repeat(72)}\n${name} ${version} (${licence}): ${use}\n\n${textOf(name, root)}\n`;
    });
  return [heading, ...parts].join('\n');
}

/** The texts of a package's licence: a file, or a folder of them. What it bundles of others it names itself. */
function textOf(name: string, root: string): string {
  const texts = globSync('{LICENSE,LICENCE,LICENSE.md,LICENSE/*,LICENSES/*}', {
    cwd: join(root, 'node_modules', name),
  })
    .map((file) => join(root, 'node_modules', name, file))
    .filter((file) => statSync(file).isFile())
    .sort()
    .map((file) =>
      readFileSync(file, 'utf8')
        .split(/^# Licenses of bundled/m)[0]
        ?.trim(),
    );
  if (texts.length === 0) throw new Error(`${name} comes without the text of its licence.`);
  return texts.join('\n\n');
}

/** All packages, a line each, those of which something reaches readers marked with a star. */
export function licencesList(root = '.'): string {
  const shipped = shippedPackages(root);
  return licensedPackages(root)
    .map(({ name, version, licence }) =>
      [shipped.has(name) ? '*' : ' ', `${name} ${version}`, licence].join('\t'),
    )
    .join('\n');
}
