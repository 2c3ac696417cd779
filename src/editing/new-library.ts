/** `npm run new -- --library DIR`: a library without a practice, which builds and passes the check. */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Refusal, refuse } from '#refusal.ts';

const starter = 'starter';
/** They speak of the program and of how to write, and hold for every library. */
const sharedGuides = ['editing', 'accessibility', 'privacy', 'deploying'];
/** Named without their dot in here, where Git would take them for its own. */
const dotted = ['gitattributes', 'gitignore'];

/** Makes the folder; refuses where it holds anything already. */
export function startLibrary(given: string): void {
  const folder = resolve(process.env['INIT_CWD'] ?? '.', given);
  if (given === '')
    refuse('--library 后面要写新文件夹的名字，例如 npm run new -- --library ../本县实践库');
  if (isBelow(folder, resolve('.')))
    refuse(`${folder} 在程序的文件夹里，更新程序时会搅在一起。请放到别处，例如 ../本县实践库`);
  try {
    if (existsSync(folder) && readdirSync(folder).length > 0)
      refuse(`${folder} 里已经有文件，没有动它。请换一个名字，或者先把它清空。`);
    mkdirSync(folder, { recursive: true });
    cpSync(starter, folder, { recursive: true });
    for (const guide of sharedGuides) {
      cpSync(`content/guides/${guide}.mdx`, join(folder, 'guides', `${guide}.mdx`));
    }
    for (const name of dotted) renameSync(join(folder, name), join(folder, `.${name}`));
    // Git keeps no empty folder.
    for (const name of ['practices', 'paragraphs']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, '.gitkeep'), '');
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    refuse(`${folder} 没有建成：${error instanceof Error ? error.message : String(error)}`);
  }
  console.log(
    [
      `已建好 ${folder}，里面还没有实践。`,
      '下一步：',
      `  1. 打开 ${join(folder, 'site.yml')}，写上名称和联系方式；怎样往下做，见 ${join(folder, 'README.md')}`,
      `  2. npm run check:content -- --content "${folder}"`,
      `  3. npm start -- --content "${folder}"`,
    ].join('\n'),
  );
}

const isBelow = (folder: string, above: string): boolean => {
  const way = relative(above, folder);
  return way === '' || (!way.startsWith('..') && resolve(way) !== way);
};
