/** The pages of the desk as a browser takes them: bundled when something of them has changed. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcssLogical from 'postcss-logical';
import type { Rolldown } from 'vite';
import { digestOfFiles } from '#cache/fingerprints.ts';
import { readJson, writeJson } from '#cache/digested-file.ts';
import { cacheFolder } from '#folders.ts';

/** A file of the page, by its path below the page's own address: `index.html`, `assets/…`. */
export interface PageFile {
  readonly type: string;
  readonly body: Uint8Array;
}

/** What was bundled last, and of what. */
interface KeptBundle {
  /** Of the packages and of what bundles. */
  readonly tools: string;
  /** Digest of each file of ours that went in. */
  readonly parts: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
}

const browserFloor = 'chrome86';
const pageFolder = 'src/desk/page';
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Takes seconds once, and no time as long as nothing of the page has changed. */
export async function pageFiles(root = '.'): Promise<ReadonlyMap<string, PageFile>> {
  const keptAt = join(cacheFolder(root), 'desk-page.json');
  const tools = digestOfFiles(root, ['package-lock.json', 'src/desk/bundle.ts']);
  const kept = readJson<KeptBundle>(keptAt);
  if (kept?.tools === tools && isOfToday(kept.parts, root)) return decoded(kept.files);
  const { parts, files } = await bundle(root);
  writeJson(keptAt, { tools, parts, files } satisfies KeptBundle);
  return decoded(files);
}

/** A page that is new has to be asked for by one that was there. */
const isOfToday = (parts: KeptBundle['parts'], root: string): boolean =>
  Object.entries(parts).every(([file, digest]) => digestOf(join(root, file)) === digest);

const digestOf = (file: string): string =>
  existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : '';

async function bundle(root: string): Promise<Pick<KeptBundle, 'parts' | 'files'>> {
  // Loaded only where there is something to bundle.
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    root: join(root, pageFolder),
    base: './',
    logLevel: 'error',
    publicDir: false,
    // As the site's own style is brought to the oldest browser that offices run.
    css: { postcss: { plugins: [postcssLogical()] } },
    build: {
      write: false,
      target: browserFloor,
      cssTarget: browserFloor,
      cssMinify: 'lightningcss',
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  const own = [...globSync(`${pageFolder}/**/*.{css,html}`, { cwd: root }), ...ownModules(output)];
  return {
    parts: Object.fromEntries(own.map((file) => [file, digestOf(join(root, file))])),
    files: Object.fromEntries(
      output.map((file) => [
        file.fileName,
        Buffer.from(file.type === 'chunk' ? file.code : file.source).toString('base64'),
      ]),
    ),
  };
}

/** Paths below the project of what is ours; packages are known by their lock. */
const ownModules = (output: Rolldown.RolldownOutput['output']): readonly string[] =>
  output
    .flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
    .map((id) => id.replaceAll('\\', '/').split('?')[0] ?? '')
    .filter((id) => id.includes('/src/') && !id.includes('/node_modules/'))
    .map((id) => id.slice(id.lastIndexOf('/src/') + 1));

const decoded = (files: KeptBundle['files']): ReadonlyMap<string, PageFile> =>
  new Map(
    Object.entries(files).map(([name, base64]) => [
      name,
      {
        type: types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
        body: Buffer.from(base64, 'base64'),
      },
    ]),
  );
