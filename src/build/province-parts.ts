import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'astro/zod';
import { buildAlone } from '#build/build-alone.ts';
import { programOf } from '#build/program.ts';
import { judgedPages } from '#build/judged-pages.ts';
import { putInPlace, workFolder } from '#build/previous-build.ts';
import { nameWithKey, practiceOf, type RenderedFile } from '#build/site-files.ts';
import { provinceOf } from '#domain/lists/lists.ts';
import { seeContent } from '#gate/seen-content.ts';
import { readList } from '#reading/lists.ts';
import { readPracticeFiles } from '#reading/practices.ts';
import { refuse } from '#refusal.ts';

/** Where parts stand unless told otherwise, each in a folder of its own. */
export const partsFolder = 'parts';

/** A part is put together here. */
const partFolder = '.cache/part';

/** Says what a folder is a part of. */
const manifestFile = 'part.json';

const manifest = z.strictObject({
  /** First two digits of the codes of a province and of all below it. */
  province: z.string(),
  /** Digest of everything but `content/`. */
  program: z.string(),
  base: z.string(),
  siteUrl: z.string().nullable(),
  files: z.array(z.strictObject({ file: z.string(), key: z.string(), digest: z.string() })),
});

type Manifest = z.output<typeof manifest>;

/** The pages and files of one province's practices, made on another machine or before. */
export interface Part extends Manifest {
  readonly folder: string;
}

const siteUrl = (): string | null => process.env['SITE_URL'] ?? null;

/** Builds the part of a site that shows one province's practices. */
export async function buildPart(options: {
  base: string;
  province: string;
  out: string;
}): Promise<void> {
  const { base, province, out } = options;
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, manifestFile))) {
    refuse(`${out}/ 里已有别的文件，不是分片，不能覆盖。请用 --out 换一个文件夹。`);
  }
  await buildAlone(out, async () => {
    const program = programOf(base);
    const { listing, render } = await judgedPages({
      base,
      program,
      seen: seeContent('.'),
      standing: null,
    });
    const name = provinceNames().get(province) ?? refuseProvince(province);
    const practices = readPracticeFiles()
      .filter((practice) => provinceOf(practice.region) === province)
      .map(({ id }) => id);
    const wanted = new Set(practices);
    const own = listing.wanted.filter(({ file }) => wanted.has(practiceOf(file) ?? ''));
    await render(own);
    rmSync(partFolder, { recursive: true, force: true });
    const files = own.flatMap(({ file, key }) => (key === null ? [] : [moveToPart(file, key)]));
    const part: Manifest = {
      province,
      program: program.digest,
      base,
      siteUrl: siteUrl(),
      files,
    };
    mkdirSync(partFolder, { recursive: true });
    writeFileSync(join(partFolder, manifestFile), JSON.stringify(part));
    putInPlace(partFolder, out);
    console.log(
      `分片完成：${name}，${practices.length} 篇实践，${files.length} 个文件，在 ${out}/。`,
    );
  });
}

function moveToPart(file: string, key: string): Manifest['files'][number] {
  const target = join(partFolder, file);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(join(workFolder, file), target);
  return { file, key, digest: digestOf(target) };
}

/**
 * The parts in a folder. Refuses where there is none, and where one is damaged or of another
 * program or address.
 */
export function readParts(
  folder: string,
  expected: { base: string; program: string },
): readonly Part[] {
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map(({ name }) => name)
        .sort()
    : [];
  if (names.length === 0) {
    refuse(
      `${folder}/ 里没有分片。先运行 npm run build -- --only-region 34（34 换成各省代码的前两位），把得到的文件夹都放到 ${folder}/ 下，再运行 npm run assemble。`,
    );
  }
  return names.map((name) => readPart(join(folder, name), expected));
}

function readPart(folder: string, expected: { base: string; program: string }): Part {
  const part = readManifest(folder);
  const { province, base, siteUrl: builtFor, program, files } = part;
  const again = `用同样的程序和设置再运行一次 npm run build -- --only-region ${province}`;
  if (base !== expected.base) {
    refuse(`分片 ${folder}/ 是按 --base ${base} 生成的，这次是 ${expected.base}。请${again}。`);
  }
  if (builtFor !== siteUrl()) {
    const [theirs, ours] = [builtFor, siteUrl()].map((url) => url ?? '（没有写）');
    refuse(`分片 ${folder}/ 是按 SITE_URL=${theirs} 生成的，这次是 ${ours}。请${again}。`);
  }
  if (program !== expected.program) {
    refuse(`分片 ${folder}/ 是用另一版程序生成的，不能与这一版合在一起。请${again}。`);
  }
  const damaged = files.find(({ file, digest }) => {
    const path = join(folder, file);
    return !existsSync(path) || digestOf(path) !== digest;
  });
  if (damaged) {
    refuse(
      `分片 ${folder}/ 不完整：${damaged.file} 缺失或者被改过。请重新复制这个分片，或${again}；也可以删去它，这个省就在这里生成。`,
    );
  }
  return part;
}

function readManifest(folder: string): Part {
  try {
    const read: unknown = JSON.parse(readFileSync(join(folder, manifestFile), 'utf8'));
    return { ...manifest.parse(read), folder };
  } catch {
    return refuse(
      `${folder}/ 不是完整的分片：${manifestFile} 缺失或者损坏。请重新复制这个分片，或重新生成；也可以删去它，这个省就在这里生成。`,
    );
  }
}

/**
 * Copies to `to` what neither stands nor was rendered there and is found in a part, and says what
 * came from where. A copy and no link: what happens to a part later does not reach the site.
 */
export function takeFromParts(
  parts: readonly Part[],
  files: readonly RenderedFile[],
  { standing, to }: { standing: readonly RenderedFile[]; to: string },
): void {
  if (parts.length === 0) return;
  const known = new Set(standing.map(nameWithKey));
  const folders = new Map(
    parts.flatMap(({ files: ready, folder }) => ready.map((file) => [nameWithKey(file), folder])),
  );
  const ofPractices = files.filter(({ file }) => practiceOf(file) !== null);
  const missing = ofPractices.filter(
    (file) => !known.has(nameWithKey(file)) && !existsSync(join(to, file.file)),
  );
  for (const page of missing) {
    const folder = folders.get(nameWithKey(page));
    if (folder === undefined) throw new Error(`${page.file} was neither rendered nor found.`);
    const target = join(to, page.file);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(folder, page.file), target);
  }
  const standingStill = ofPractices.filter((file) => known.has(nameWithKey(file))).length;
  const rendered = ofPractices.length - missing.length - standingStill;
  console.log(
    `实践的文件：取自分片 ${missing.length} 个，沿用原来的网站 ${standingStill} 个，在这里生成 ${rendered} 个。`,
  );
  const without = provincesWithout(parts);
  if (without.length > 0) console.log(`没有分片的省份：${without.join('、')}。`);
}

/** Names of the provinces that have practices and no part. */
function provincesWithout(parts: readonly Part[]): readonly string[] {
  const names = provinceNames();
  const present = new Set(parts.map(({ province }) => province));
  const needed = new Set(readPracticeFiles().map((practice) => provinceOf(practice.region)));
  return [...needed]
    .filter((province) => !present.has(province))
    .sort()
    .map((province) => `${names.get(province) ?? ''}（${province}）`);
}

function provinceNames(): ReadonlyMap<string, string> {
  return new Map(
    readList('regions')
      .filter(({ level }) => level === 'province')
      .map(({ id, short }) => [provinceOf(id), short]),
  );
}

const refuseProvince = (given: string): never =>
  refuse(
    `--only-region 写的是“${given}”，没有这个省。写省级代码的前两位，例如安徽写 34；各省的代码见 content/regions.yml 里 level: province 的条目。`,
  );

const digestOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('base64url');
