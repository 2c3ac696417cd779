import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildAlone } from '#build/build-alone.ts';
import { copyFolder, filesBelow } from '#build/linked-tree.ts';
import { writeMovedPages } from '#build/redirects.ts';
import { isSignedWith, renewChecksums, writeChecksums, writeSignature } from '#build/checksums.ts';
import { readSigningKey } from '#build/signing-key.ts';
import { contentState, isUnchangedSince } from '#build/content-state.ts';
import { judgedPages } from '#build/judged-pages.ts';
import { programOf } from '#build/program.ts';
import { deadReferences } from '#build/referred-files.ts';
import { nameWithKey } from '#build/site-files.ts';
import { readPageList } from '#build/page-list.ts';
import { Seals, smallSite } from '#build/seals.ts';
import { writeSitemap } from '#build/sitemap.ts';
import { readParts, takeFromParts } from '#build/province-parts.ts';
import { writeSearchData, type SearchData } from '#build/search/data.ts';
import type { Searched } from '#build/search/searched.ts';
import { readSearchPages, searchSources } from '#build/search/pages.ts';
import {
  lookOf,
  prepareNext,
  putInPlace,
  readStanding,
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
import { seeContent } from '#gate/seen-content.ts';
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
    const standing = readStanding(out, program.digest);
    const seen = seeContent('.');
    const content = contentState(seen);
    const key = readSigningKey(process.env['SIGNING_KEY'], readSite().signingKey);
    const isUnchanged = standing && isUnchangedSince(standing.content, content);
    if (isUnchanged && !partsFolder && isSignedWith(out, key) && standing.isWhole()) {
      return told(unchanged(standing, startedAt));
    }
    const beginning = { base, program, seen, standing };
    const { assets, listing, before, render } = await judgedPages(beginning);
    const parts =
      partsFolder === undefined ? [] : readParts(partsFolder, { base, program: program.digest });
    const inParts = new Set(parts.flatMap(({ files }) => files.map(nameWithKey)));
    const wanted = listing.wanted.filter(
      (path) => path.key === null || !inParts.has(nameWithKey(path)),
    );
    await render(wanted);
    if (before?.assets !== assets) copyFolder(assets, workFolder);
    const { origin, language } = readSite();
    const isOnMap = (file: string): boolean => file.endsWith('.html');
    const hasSameMap =
      before &&
      !listing.gone.some(isOnMap) &&
      listing.wanted.every(({ file }) => !isOnMap(file) || existsSync(join(out, file)));
    if (!hasSameMap) {
      const listed = readPageList(listing.list).map(({ file }) => file);
      await writeSitemap(workFolder, listed, { base, origin, without: searchSources });
    }
    const words = await wordsOf(language);
    const moved = writeMovedPages(workFolder, {
      base,
      site: { origin, language },
      words: words.moved,
    });
    if (partsFolder !== undefined) {
      const stood = before ? readPageList(before.pages) : [];
      takeFromParts(parts, readPageList(listing.list), { standing: stood, to: workFolder });
    }
    const rendered = filesBelow(workFolder);
    refuseLostParagraphs(out, workFolder, rendered);
    const gone = [
      ...listing.gone,
      ...(before?.moved ?? []).filter((file) => !moved.includes(file)),
    ].filter((file) => !rendered.has(file));
    const taken = before && takeOver(out, gone, { rendered, from: workFolder });
    const next = taken ? wholeFolder(out) : workFolder;
    const { searched, indexed, memory, changed } = await renewSearch(
      next,
      before?.searched() ?? null,
      rendered,
    );
    const differs = taken && new Set([...taken, ...changed, sumsFile, signatureFile]);
    const isThere = (file: string): boolean => existsSync(join(next, file));
    const present = differs ? [...differs].filter(isThere) : [...filesBelow(next)];
    const stay = before && differs ? before.seals.without(differs) : null;
    refuseDeadReferences(
      next,
      gone.length > 0 ? [...(stay?.files() ?? []), ...present] : [...rendered].filter(isThere),
      { base, out },
    );
    if (differs) renewChecksums(next, { before: out, differs, present });
    else writeChecksums(next, present);
    const made = new Set([...present, sumsFile]);
    if (writeSignature(next, key)) made.add(signatureFile);
    else made.delete(signatureFile);
    const size =
      before && differs
        ? sizeAfter(before.size, sizeOf(out, differs), sizeOf(next, made))
        : sizeOf(next, made);
    putInPlace(next, out, before && differs ? { files: before.seals.files(), differs } : null);
    const isSameKind = before && before.size.bytes <= smallSite === size.bytes <= smallSite;
    const seals =
      stay && isSameKind
        ? stay.and(Seals.of(out, made, size.bytes))
        : Seals.of(out, [...(stay?.files() ?? []), ...made], size.bytes);
    writeStanding(out, {
      program: program.digest,
      assets,
      folder: lookOf(out),
      content,
      pages: listing.list,
      count: listing.count,
      moved,
      size,
      searched,
      seals,
    });
    if (!before) prepareNext(out, seals.files());
    const seconds = (performance.now() - startedAt) / 1000;
    const reused = before ? listing.count - listing.wanted.length : 0;
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
const unchanged = ({ size, count }: StandingSite, startedAt: number): BuildMeasure => ({
  ...size,
  seconds: (performance.now() - startedAt) / 1000,
  memory: process.resourceUsage().maxRSS / 1024,
  indexerMemory: null,
  reused: count,
  indexed: 0,
});

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
function refuseLostParagraphs(standing: string, next: string, rendered: ReadonlySet<string>): void {
  const lost = [...rendered]
    .filter((file) => /^practices\/[^./]+\.json$/.test(file))
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
  const file = join(folder, name);
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
