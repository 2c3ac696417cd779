import { refuse } from '#refusal.ts';

/**
 * Refuses to go on where the project lies in a folder whose path the site's tools would take for
 * something else: style sheets and scripts would be missing from every page.
 */
export function refuseOddFolder(): void {
  const odd = /[%#?]/.exec(process.cwd())?.[0];
  if (odd === undefined) return;
  refuse(
    `项目文件夹的路径里有“${odd}”：${process.cwd()}。网站会缺样式，所以没有生成。请把文件夹改名或移到别处，路径里不用 %、# 和 ?。`,
  );
}
