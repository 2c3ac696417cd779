import { refuse } from '#refusal.ts';

/** What systems say when a file cannot be written, and what to do about it. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有权限写这个文件。在文件夹的属性里给自己写的权限，或请管理员处理',
  EPERM: '没有权限写这个文件，或者别的程序正开着它。关掉别的程序，或在文件夹的属性里给自己写的权限',
  EBUSY: '别的程序正开着这个文件。关掉它再保存',
  EROFS: '这个文件夹所在的磁盘只能读。把内容复制到能写的地方',
  ENOSPC: '磁盘满了。腾出空间再保存',
  EDQUOT: '给您的磁盘空间用完了。腾出空间再保存',
  EMFILE: '同时打开的文件太多。关掉别的程序再保存',
  ENOENT: '放它的文件夹不见了。恢复那个文件夹再保存',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Why a file could not be written, in words for an editor; without a full stop. */
export const reasonOf = (error: unknown): string => {
  const code = codeOf(error);
  return reasons[code] ?? `这个文件写不进去${code === '' ? '' : `（${code}）`}`;
};

export const refuseUnwritten = (name: string, error: unknown): never =>
  refuse(`${name} 没有保存：${reasonOf(error)}。打的字还在编辑台里，没有丢。`);
