import { readFileSync, statSync } from 'node:fs';
import { isBig5 } from '#domain/verification/decoded.ts';
import { codeOf, FaultyContent, type TextFault } from '#reading/fault.ts';
import { shownName } from '#folders.ts';

/** Most bytes of a file of each ending: many times what has ever been written. */
const mostBytes: Readonly<Record<string, number>> = { mdx: 64 * 1024, yml: 8 * 1024 * 1024 };

/** Not one of them belongs into a text; some readers of files take some of them for the end of a line. */
const strange = /[\0-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/;

/** What editors may have heard the strange ones called. */
const strangeNames: Readonly<Record<string, string>> = {
  '\0': '空字符',
  '\u000B': '纵向制表符',
  '\u000C': '换页符',
  '\u0085': '不通用的换行符',
  '\u2028': '行分隔符',
  '\u2029': '段分隔符',
};

const saveAsUtf8 = '用记事本打开，“文件”“另存为”，编码选 UTF-8，再保存';

/** The text of a file of ours with `\n` for every end of a line and no BOM, or why there is none. */
export function decodeText(bytes: Uint8Array, most = mostBytes['yml'] ?? 0): string | TextFault {
  if (bytes.length > most) return tooLarge(bytes.length, most);
  const wide = utf16In(bytes);
  if (wide !== null) return whole(`这个文件是 ${wide} 编码，不是 UTF-8`, saveAsUtf8);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return notUtf8(bytes);
  }
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const at = lines.search(strange);
  if (at < 0) return lines;
  const mark = lines[at] ?? '';
  return {
    line: lineAt(lines, at),
    value: lines.slice(Math.max(0, at - 10), at + 10),
    problem: `这里有一个看不见的控制字符${nameOf(mark)}`,
    remedy: '把前后的字连同它一起删掉，重新打一遍',
  };
}

/** The first strange character of a text, by its name; null where there is none. */
export const strangeIn = (text: string): string | null => {
  const mark = strange.exec(text)?.[0];
  return mark === undefined ? null : nameOf(mark);
};

const nameOf = (mark: string): string => {
  const name = strangeNames[mark];
  return `（${name === undefined ? '' : `${name}，`}U+${codeOf(mark)}）`;
};

const whole = (problem: string, remedy: string): TextFault => ({
  line: null,
  value: null,
  problem,
  remedy,
});

const tooLarge = (bytes: number, most: number): TextFault =>
  whole(
    `文件太大，有 ${Math.ceil(bytes / 1024)} KB，最多 ${most / 1024} KB`,
    '这里只放文字；看看是不是误存了别的内容，或者同一段重复了许多遍',
  );

/** UTF-16 by its mark, or by the zero bytes of its Latin letters and line ends. */
function utf16In(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'UTF-16 LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16 BE';
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return null;
  const zeros: [even: number, odd: number] = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  if (even + odd < bytes.length / 50) return null;
  if (odd > even * 9) return 'UTF-16 LE';
  return even > odd * 9 ? 'UTF-16 BE' : null;
}

function notUtf8(bytes: Uint8Array): TextFault {
  const guessed = new TextDecoder('utf-8').decode(bytes);
  const lost = guessed.split('\uFFFD').length - 1;
  const kept = guessed.match(/\p{Script=Han}/gu)?.length ?? 0;
  // A damaged file is still readable for the most part; one of another encoding is not.
  if (kept > lost * 4) {
    return {
      line: lineAt(
        guessed.replace(/\r\n?/g, '\n'),
        guessed.replace(/\r\n?/g, '\n').indexOf('\uFFFD'),
      ),
      value: null,
      problem: '这里有坏掉的字节，显示出来是 �',
      remedy: '把这一处重新打一遍，编码选 UTF-8 保存；或者从备份里找回这个文件',
    };
  }
  const chinese = isBig5(bytes) ? 'Big5（繁体）' : decodedFromChinese(bytes);
  return chinese === null
    ? whole('这个文件不是 UTF-8 编码的文字', saveAsUtf8)
    : whole(`这个文件是 ${chinese} 编码，不是 UTF-8`, saveAsUtf8);
}

/** Which of the Chinese encodings a text is in, if it is in one. */
function decodedFromChinese(bytes: Uint8Array): 'GBK' | 'GB18030' | null {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    if (!/\p{Script=Han}/u.test(text)) return null;
  } catch {
    return null;
  }
  // Only GB18030 has characters of four bytes, and their second byte is a digit.
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x81) continue;
    const second = bytes[at + 1] ?? 0;
    if (second >= 0x30 && second <= 0x39) return 'GB18030';
    at += 1;
  }
  return 'GBK';
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** The text of a file below the content folder, or what keeps it from being read. `path` is its place on disk. */
export function readText(path: string): string | TextFault {
  const most = mostBytes[path.slice(path.lastIndexOf('.') + 1)] ?? mostBytes['yml'] ?? 0;
  try {
    const found = statSync(path);
    // Whoever opens a pipe waits for what comes out of it.
    if (!found.isFile()) return whole('这不是普通文件', '删去它，恢复原来的文件');
    const { size } = found;
    return size > most ? tooLarge(size, most) : decodeText(readFileSync(path), most);
  } catch (error) {
    return unreadable(error);
  }
}

function unreadable(error: unknown): TextFault {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  switch (code) {
    case 'ENOENT':
      return whole('找不到这个文件', '恢复它，不要改名或移走');
    case 'EACCES':
    case 'EPERM':
      return whole('没有权限读这个文件', '在文件的属性里给自己读的权限，或请管理员处理');
    default:
      return whole(
        `这个文件读不出来${code === '' ? '' : `（${String(code)}）`}`,
        '检查磁盘，或者从备份里找回它',
      );
  }
}

/** The same for who builds from the file, and takes it for sound. `name` as in `shownName`. */
export function readSoundText(path: string, name: string): string {
  const text = readText(path);
  if (typeof text === 'string') return text;
  throw new FaultyContent([{ ...text, file: shownName(name), field: '整个文件' }]);
}
