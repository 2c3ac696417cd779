/**
 * Imported first by every command: a refusal is told as it is; whatever else goes wrong behind it,
 * who runs the command gets a sentence, and the details go to a file.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { refusalIn } from '#refusal.ts';

const details = 'node_modules/.cache/last-error.log';

const end = (error: unknown): never => {
  const refusal = refusalIn(error);
  console.error(refusal ? refusal.message : sentenceOf(error));
  if (!refusal && !isMistyped(error) && writeDetails(error))
    console.error(`详情在 ${details}，报告问题时请附上。`);
  process.exit(1);
};
process.on('uncaughtException', end);
process.on('unhandledRejection', end);

/** A command line that is not one of the README's: no fault of the program. */
const isMistyped = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

function writeDetails(error: unknown): boolean {
  try {
    mkdirSync('node_modules/.cache', { recursive: true });
    writeFileSync(details, `${new Date().toISOString()}\n${inspect(error, { depth: 4 })}\n`);
    return true;
  } catch {
    return false;
  }
}

/** What systems say most, and what to do about it. */
const systemFaults: Readonly<Record<string, (path: string) => string>> = {
  EACCES: (path) => `没有权限读写 ${path}。请把项目放在自己可以写的文件夹里，或请管理员给权限。`,
  EPERM: (path) => `没有权限读写 ${path}。请把项目放在自己可以写的文件夹里，或请管理员给权限。`,
  EROFS: (path) => `${path} 所在的磁盘只能读，不能写。请把项目复制到能写的地方。`,
  ENOSPC: () => '磁盘满了。请腾出空间再试。',
  ENOENT: (path) => `找不到 ${path}。请检查它是不是被改名或移走了。`,
  EEXIST: (path) => `${path} 应当是一个文件夹，那里却有一个文件。请把它移走再试。`,
  ENOTDIR: (path) => `${path} 的上一级应当是文件夹，却是一个文件。请把它移走再试。`,
  EISDIR: (path) => `${path} 应当是一个文件，那里却有一个文件夹。请把它移走再试。`,
  EDQUOT: () => '磁盘的配额用完了。请腾出空间再试。',
  EIO: (path) => `${path} 所在的磁盘读写出错。请检查磁盘，换一个地方再试。`,
  EBUSY: (path) => `${path} 正被别的程序占用。请关掉打开它的程序再试。`,
  ENAMETOOLONG: (path) => `${path} 的路径太长。请把项目放在路径短一些的文件夹里。`,
  EMFILE: () => '同时打开的文件太多。请关掉别的程序再试。',
  EADDRINUSE: () => '这个端口已被占用。请用 --port 换一个，例如 --port 4322。',
};

/** The error in words for someone who does not program. */
export function sentenceOf(error: unknown): string {
  const told = [...messagesOf(error)].flatMap((message) =>
    message.split('\n').filter((line) => /\p{Script=Han}/u.test(line)),
  );
  if (told.length > 0) {
    return [...new Set(told.map((line) => line.replace(/^\s*(?:\[[^\]]*\] )?\w*Error: /, '')))]
      .slice(0, 10)
      .join('\n');
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS')) {
    const option = /'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    if (option === '--help' || option === '-h') {
      return '各个命令的写法在 README.md 里，内容怎么写在内容文件夹的 README.md 里。';
    }
    return `命令后面的“${option}”写得不对。请对照 README.md 里的写法。`;
  }
  const path = error instanceof Error && 'path' in error ? String(error.path) : '文件';
  const known = systemFaults[code];
  if (known) return known(path);
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `没有做完，程序出了错（${first.slice(0, 160)}）。`;
}

/** The messages of an error and of all it was caused by. */
function* messagesOf(error: unknown, depth = 0): Generator<string> {
  if (!(error instanceof Error) || depth > 5) return;
  yield error.message;
  yield* messagesOf(error.cause, depth + 1);
  const inner: unknown = 'errors' in error ? error.errors : [];
  if (Array.isArray(inner)) for (const one of inner) yield* messagesOf(one, depth + 1);
}
