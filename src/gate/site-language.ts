import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fault, type Fault } from '#gate/fault.ts';
import { siteFileName } from '#gate/records.ts';
import { readSiteFile } from '#reading/site-file.ts';

/** A site in a language nobody has written the words of. */
export function siteLanguageFaults(root: string): Fault[] {
  const language = readSiteFile(root)?.language;
  const words = join(import.meta.dirname, '../text');
  const languages = globSync('*/index.ts', { cwd: words }).map(dirname).sort();
  if (language === undefined || languages.includes(language)) return [];
  return [
    fault(
      { file: siteFileName, line: null, field: '语言（language）', value: language },
      '没有这种语言的界面文字',
      `现在有 ${languages.join('、')}；要用别的语言，先照 src/text/zh-CN/ 写一个 src/text/${language}/`,
    ),
  ];
}
