import { statSync } from 'node:fs';
import { fault, type Fault, type Place } from '#gate/fault.ts';
import { siteFileName } from '#gate/records.ts';
import { readSiteFile } from '#reading/site-file.ts';
import { contentPath } from '#folders.ts';
import { readSiteImage } from '#reading/site-image.ts';

/** More than a logo needs, and every reader loads it. */
const mostBytes = 200_000;

/** The pictures beside the lists: bytes, not text. */
export const isPicture = (name: string): boolean => /^[^/]+\.(svg|png)$/i.test(name);

/** What is wrong with the pictures `site.yml` names. */
export function siteImageFaults(root: string): Fault[] {
  const site = readSiteFile(root);
  return [
    { field: '标志（logo）', file: site?.logo },
    { field: '小图标（icon）', file: site?.icon },
  ].flatMap(({ field, file }) => {
    if (file === undefined) return [];
    const place = { file: siteFileName, line: null, field, value: file };
    return faultOf(place, file, root) ?? [];
  });
}

function faultOf(place: Place, file: string, root: string): Fault | null {
  const size = statSync(contentPath(file, root), { throwIfNoEntry: false })?.size;
  if (size === undefined) {
    return fault(place, '没有这个文件', '把图片放在 site.yml 旁边，或者删去这一行');
  }
  if (size > mostBytes) {
    return fault(place, `图片有 ${Math.ceil(size / 1000)} kB，太大`, '缩小到 200 kB 以内');
  }
  const bytes = readSiteImage(file, root);
  return file.endsWith('.png') ? pngFault(place, bytes) : svgFault(place, bytes.toString('utf8'));
}

function pngFault(place: Place, bytes: Buffer): Fault | null {
  const isPng = bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n';
  return isPng ? null : fault(place, '不是 PNG 图片', '用画图软件另存为 PNG');
}

/** Whatever would run, or be fetched from elsewhere, where somebody opens the picture by itself. */
const active =
  /<(script|foreignObject|iframe|use|image|a|animate|set|style)\b|\son\w+\s*=|<!(DOCTYPE|ENTITY)|javascript:|url\(\s*['"]?(?!#)/i;

function svgFault(place: Place, text: string): Fault | null {
  if (!/<svg[\s>]/.test(text)) return fault(place, '不是 SVG 图片', '用画图软件另存为 SVG');
  const found = active.exec(text)?.[0];
  if (found === undefined) return null;
  return fault(
    place,
    `图片里有“${found.trim()}”，可能运行程序或取用外面的文件`,
    '只留图形，另存为纯 SVG，或者改用 PNG',
  );
}
