import { resolve } from 'node:path';
import { contentFolder } from '#folders.ts';
import { refuse } from '#refusal.ts';

/**
 * Refuses to go on where the project or the content lies in a folder whose path the site's tools
 * would take for something else: style sheets would be missing from every page, or guides.
 */
export function refuseOddFolder(): void {
  refuseOdd('项目文件夹', process.cwd());
  refuseOdd('内容文件夹', resolve(contentFolder()));
}

function refuseOdd(name: string, path: string): void {
  const odd = /[%#?]/.exec(path)?.[0];
  if (odd === undefined) return;
  refuse(
    `${name}的路径里有“${odd}”：${path}。网站会缺样式或说明，所以没有生成。请把文件夹改名或移到别处，路径里不用 %、# 和 ?。`,
  );
}
