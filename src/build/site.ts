import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildAlone } from '#build/build-alone.ts';
import { copyFolder, filesBelow } from '#build/linked-tree.ts';
import { writeMovedPages } from '#build/redirects.ts';
import { isSignedWith, readChecksums, writeChecksums, writeSignature } from '#build/checksums.ts';
import { readSigningKey } from '#build/signing-key.ts';
import { contentState, isUnchangedSince } from '#build/content-state.ts';
import { judgedPages } from '#build/judged-pages.ts';
import { programOf } from '#build/program.ts';
import { deadReferences } from '#build/referred-files.ts';
import { nameWithKey } from '#build/site-files.ts';
import { writeSitemap } from '#build/sitemap.ts';
import { readParts, takeFromParts } from '#build/province-parts.ts';
import { writeSearchData, type SearchData, type Searched } from '#build/search/data.ts';
import { readSearchPages, searchSources } from '#build/search/pages.ts';
import {
  filesAfter,
  lookOf,
  putInPlace,
  readStanding,
  sealsOf,
  smallSite,
  type SiteSize,
  type StandingSite,
  takeOver,
  wholeFolder,
  workFolder,
  writeStanding,
} from '#build/previous-build.ts';
import { signatureFile, sumsFile } from '#domain/copies/manifest.ts';
import { lostParagraphs, type PublishedLibrary } from '#domain/practice/published-paragraphs.ts';
import { readSite } from '#reading/site-file.ts';
import { wordsOf } from '#reading/words.ts';
import { refuse } from '#refusal.ts';

/** Where the finished site stands unless told otherwise. */
export const siteFolder = 'dist';

/** What is said loudly, for a site without an address may be looked at and not published. */
const withoutAddress = `
！！本库还没有网址，这次建成的网站只能自己看，不要公布！！
引用、二维码、订阅和网站地图里都没有写网址，别人引用了也找不到。
请先在 content/site.yml 里写上 address，或者建站时写 SITE_URL=https://…，再建一次。
`;

/** What a build made and what it cost. */
export interface BuildMeasure extends SiteSize {
  readonly seconds: number;
  /** Peaks of this process, and of the search indexer where the system tells, in MB. */
  readonly memory: number;
  readonly indexerMemory: number | null;
  /** Pages and other rendered files taken over from the site that stood. */
  readonly reused: number;
  /** Files of the search index that were made anew. */
  readonly indexed: number;
}

/**
 * Builds the whole site into a folder. Refuses where the content has a fault, another build is
 * under way or the disk is full; throws on anything else that goes wrong. What stood in the folder is replaced last. Pages that would come
 * out as they stand, there or in a part below `parts`, are taken over and not rendered.
 */
export async function buildSite({
  base,
  out,
  parts: partsFolder,
}: {
  base: string;
  out: string;
  parts?: string;
}): Promise<BuildMeasure> {
  const startedAt = performance.now();
  return buildAlone(out, async () => {
    const program = programOf(base);
    const before = readStanding(out, program.digest);
    const content = contentState();
    const key = readSigningKey(process.env['SIGNING_KEY'], readSite().signingKey);
    const isUnchanged = before && isUnchangedSince(before.content, content);
    if (isUnchanged && !partsFolder && isSignedWith(out, key)) {
      return told(unchanged(before, startedAt));
    }
    const { assets, paths, render } = await judgedPages({ base, program, content });
    const standing = before?.files ?? [];
    const parts =
      partsFolder === undefined ? [] : readParts(partsFolder, { base, program: program.digest });
    const ready = new Set([...standing, ...parts.flatMap((part) => part.files)].map(nameWithKey));
    await render(paths.filter((path) => path.key === null || !ready.has(nameWithKey(path))));
    copyFolder(assets, workFolder);
    const { origin, language } = readSite();
    await writeSitemap(workFolder, paths, { base, origin, without: searchSources });
    const words = await wordsOf(language);
    const moved = writeMovedPages(workFolder, {
      base,
      site: { origin, language },
      words: words.moved,
    });
    const files = [
      ...paths.map(({ file, key }) => ({ file, key })),
      ...moved.map((file) => ({ file, key: null })),
    ];
    takeFromParts(parts, files, { standing, to: workFolder });
    const rendered = filesBelow(workFolder);
    refuseLostParagraphs(out, workFolder);
    const taken = before && takeOver(before, files, { rendered, from: workFolder, out });
    const next = taken ? wholeFolder(out) : workFolder;
    const { searched, indexed, memory, changed } = await renewSearch(
      next,
      before?.searched ?? null,
      rendered,
    );
    const differs = taken && new Set([...taken, ...changed, sumsFile, signatureFile]);
    const stays = new Set(files.map(({ file }) => file));
    const there = before && differs ? filesAfter(before, differs, next) : filesBelow(next);
    const isLess = standing.some(({ file }) => !stays.has(file));
    const changedPages = [...rendered].filter((file) => there.has(file));
    refuseDeadReferences(next, isLess ? there : changedPages, { base, out });
    const sums = new Map(differs ? readChecksums(out) : []);
    for (const file of differs ?? []) sums.delete(file);
    writeChecksums(next, there, sums);
    const isSigned = writeSignature(next, key);
    const whole = new Set([...there, sumsFile, signatureFile]);
    if (!isSigned) whole.delete(signatureFile);
    const size =
      before && differs
        ? sizeAfter(before.size, sizeOf(out, differs), sizeOf(next, differs))
        : sizeOf(next, whole);
    putInPlace(next, out, differs);
    const isSameKind = before && before.size.bytes <= smallSite === size.bytes <= smallSite;
    const known = differs && isSameKind ? without(before.seals, differs) : {};
    const seals = sealsOf(out, whole, size, known);
    writeStanding(out, {
      program: program.digest,
      folder: lookOf(out),
      content,
      files,
      size,
      searched,
      seals,
    });
    const seconds = (performance.now() - startedAt) / 1000;
    const reused = before ? files.filter(({ file }) => !rendered.has(file)).length : 0;
    const measure: BuildMeasure = {
      ...size,
      seconds,
      memory: process.resourceUsage().maxRSS / 1024,
      indexerMemory: memory,
      reused,
      indexed,
    };
    return told(measure);
  });
}

function told(measure: BuildMeasure): BuildMeasure {
  console.log(summary(measure));
  if (readSite().origin === null) console.warn(withoutAddress);
  return measure;
}

/** A build that would come out as the site that stands. */
const unchanged = ({ size, files }: StandingSite, startedAt: number): BuildMeasure => ({
  ...size,
  seconds: (performance.now() - startedAt) / 1000,
  memory: process.resourceUsage().maxRSS / 1024,
  indexerMemory: null,
  reused: files.length,
  indexed: 0,
});

const without = (
  seals: Readonly<Record<string, string>>,
  files: ReadonlySet<string>,
): Record<string, string> =>
  Object.fromEntries(Object.entries(seals).filter(([file]) => !files.has(file)));

async function renewSearch(
  folder: string,
  before: Searched | null,
  rendered: ReadonlySet<string>,
): Promise<SearchData> {
  const { source, page, retired } = readSearchPages(folder, before, rendered);
  const made = await writeSearchData(folder, source, page, { before, retired });
  for (const file of searchSources) rmSync(join(folder, file));
  rmSync(join(folder, 'data/cards'), { recursive: true });
  return made;
}

/**
 * Refuses where a paragraph that readers can have a link to would be gone: an id may be
 * retired, never dropped. The site that stands is the witness of what has been published.
 */
function refuseLostParagraphs(standing: string, next: string): void {
  const lost = readdirSync(join(next, 'practices'))
    .filter((name) => /^[^.]+\.json$/.test(name))
    .flatMap((name) => {
      const [published, coming] = [standing, next].map((folder) => readPublished(folder, name));
      return published && coming ? lostParagraphs(published, coming) : [];
    });
  if (lost.length === 0) return;
  const told = lost.map(
    ({ practice, id }) =>
      `content/paragraphs/${practice}.yml：已公布的段落 ${id} 不见了，读者手里的链接会失效。请从旧版本把这一条找回来；段落确已删除的，移到 retired 里并写明去向。`,
  );
  refuse([...told, '', `网站没有重新生成，原来的 ${standing}/ 保持不变。`].join('\n'));
}

/** Refuses where a page would send its readers to what is not there. */
function refuseDeadReferences(
  next: string,
  pages: Iterable<string>,
  { base, out }: { base: string; out: string },
): void {
  const dead = deadReferences(next, pages, base);
  if (dead.length === 0) return;
  const told = dead
    .slice(0, 20)
    .map(({ page, address }) => `${page}：页面指到的 ${address} 不在网站里。`);
  const more = dead.length > told.length ? [`……共 ${dead.length} 处。`] : [];
  refuse(
    [
      ...told,
      ...more,
      '',
      `请先补上缺的文件，或者改掉这些链接。网站没有重新生成，原来的 ${out}/ 保持不变。`,
    ].join('\n'),
  );
}

/** One practice as a site has published it. */
function readPublished(folder: string, name: string): PublishedLibrary | null {
  const file = join(folder, 'practices', name);
  return existsSync(file) ? { practices: [JSON.parse(readFileSync(file, 'utf8'))] } : null;
}

/** The size of those of these files that are there. */
function sizeOf(folder: string, files: Iterable<string>): SiteSize {
  const size = { pages: 0, files: 0, bytes: 0 };
  for (const file of files) {
    const stat = statSync(join(folder, file), { throwIfNoEntry: false });
    if (!stat) continue;
    size.pages += file.endsWith('.html') ? 1 : 0;
    size.files += 1;
    size.bytes += stat.size;
  }
  return size;
}

const sizeAfter = (before: SiteSize, gone: SiteSize, come: SiteSize): SiteSize => ({
  pages: before.pages - gone.pages + come.pages,
  files: before.files - gone.files + come.files,
  bytes: before.bytes - gone.bytes + come.bytes,
});

function summary(measure: BuildMeasure): string {
  const { pages, files, bytes, seconds, memory, indexerMemory, reused, indexed } = measure;
  const megabytes = (value: number): string => `${Math.round(value)} MB`;
  const indexer = indexerMemory === null ? '' : `，建索引 ${megabytes(indexerMemory)}`;
  const index = indexed === 0 ? '和检索索引' : '';
  const taken = reused === 0 ? '' : `；沿用 ${reused} 个文件${index}`;
  return `完成：${pages} 页，${files} 个文件，${(bytes / 1e6).toFixed(1)} MB；用时 ${seconds.toFixed(1)} 秒，内存峰值 ${megabytes(memory)}${indexer}${taken}。`;
}
