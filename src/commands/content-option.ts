/**
 * `--content DIR`, which every command takes that reads content: a library kept somewhere else. To
 * be imported before anything that asks where the content is. A relative path counts from where
 * npm was called.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { refuse } from '#refusal.ts';

const name = '--content';

/** Takes the option out of the command line, for the command itself knows nothing of it. */
function takeOption(args: string[]): string | null {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return null;
  const [arg = '', next = ''] = args.slice(at, at + 2);
  const isApart = arg === name;
  args.splice(at, isApart ? 2 : 1);
  return isApart ? next : arg.slice(name.length + 1);
}

const given = takeOption(process.argv);
if (given !== null) {
  const folder = resolve(process.env['INIT_CWD'] ?? '.', given);
  if (given === '' || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    refuse(
      `--content 后面要写内容文件夹，“${given}”不是文件夹（找的是 ${folder}）。新建一个：npm run new -- --library 文件夹`,
    );
  }
  process.env['CONTENT_DIR'] = folder;
}
