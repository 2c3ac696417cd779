/** `npm run bench`: what a cold build and a page cost. Figures, not tests; README.md says how to read them. */
import { rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { buildSite } from '#build/site.ts';
import { builtPages, type BuiltPage } from '../site/built.ts';
import { readingWeight, scriptWeight } from '../site/weight.ts';

const folder = '.cache/bench';

// What earlier builds left: a cold one has none of it.
for (const left of [
  folder,
  '.astro',
  'node_modules/.astro',
  'node_modules/.vite',
  'node_modules/.cache/practices',
  'node_modules/.cache/content-gate',
]) {
  rmSync(left, { recursive: true, force: true });
}
const before = process.cpuUsage();
const build = await buildSite({ base: '/', out: folder });
const { user, system } = process.cpuUsage(before);
const pages = builtPages({
  folder: resolve(folder),
  base: '/',
  port: 0,
  home: 'http://localhost/',
});
const practices = pages.filter(({ file }) => /^practices\/.+\//.test(file));
const others = pages.filter(({ file }) => file !== 'practices/index.html');

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const range = (of: readonly BuiltPage[], weigh: (page: BuiltPage) => number): string => {
  const weights = of.map(weigh).sort((a, b) => a - b);
  const [least = 0] = weights;
  const middle = weights[Math.floor(weights.length / 2)] ?? 0;
  return [least, middle, weights.at(-1) ?? 0].map(kilobytes).join(' / ');
};

console.table([
  { figure: 'cold build', value: `${build.seconds.toFixed(1)} s`, limit: '' },
  {
    figure: 'processor time, without indexer',
    value: `${((user + system) / 1e6).toFixed(1)} s`,
    limit: '',
  },
  { figure: 'pages', value: build.pages, limit: '' },
  {
    figure: 'time a page',
    value: `${((build.seconds / build.pages) * 1000).toFixed(0)} ms`,
    limit: '',
  },
  { figure: 'peak memory, build', value: `${build.memory.toFixed(0)} MB`, limit: '' },
  {
    figure: 'peak memory, indexer',
    value: build.indexerMemory === null ? 'unknown here' : `${build.indexerMemory.toFixed(0)} MB`,
    limit: '',
  },
  {
    figure: 'whole site',
    value: `${(build.bytes / 1e6).toFixed(1)} MB, ${build.files} files`,
    limit: '',
  },
  {
    figure: 'practice: HTML + CSS, brotli (least / middle / most)',
    value: range(practices, readingWeight),
    limit: '20 kB',
  },
  { figure: 'practice: script, gzip', value: range(practices, scriptWeight), limit: '12 kB' },
  {
    figure: 'other pages but search: script, gzip',
    value: range(others, scriptWeight),
    limit: '12 kB',
  },
  {
    figure: 'search page: script, gzip',
    value: range(
      pages.filter((page) => !others.includes(page)),
      scriptWeight,
    ),
    limit: '',
  },
]);
console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}`,
);
