/** A plain text out of bytes, whatever of the usual encodings it is in; nothing is guessed away. */
export interface DecodedText {
  readonly text: string;
  /** Numbers of the lines, from 1, in which some bytes mean nothing in any encoding. */
  readonly unread: readonly number[];
  /** True where lines are in different encodings. */
  readonly isMixed: boolean;
}

/** Null where the bytes are no text. */
export function decodedText(bytes: Uint8Array): DecodedText | null {
  const whole = (text: string | null): DecodedText | null =>
    text === null ? null : { text, unread: [], isMixed: false };
  const marked = markedAs(bytes);
  if (marked !== null) return whole(read(marked, bytes));
  const wide = wideAs(bytes);
  if (wide !== null) return whole(read(wide, bytes));
  if (bytes.includes(0)) return null;
  return whole(read('utf-8', bytes) ?? chinese(bytes)) ?? byLine(bytes);
}

function read(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const markedAs = ([first, second, third]: Uint8Array): string | null => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
};

/** Blanks, line ends and Latin letters have a zero beside them in UTF-16, always on the same side. */
function wideAs(bytes: Uint8Array): string | null {
  if (bytes.length % 2 === 1) return null;
  const start = bytes.subarray(0, 4096);
  const [even, odd] = [0, 1].map((side) => start.some((byte, at) => byte === 0 && at % 2 === side));
  if (even === odd) return null;
  return odd ? 'utf-16le' : 'utf-16be';
}

/** The commonest characters and signs, by which an encoding is known from another that reads it too. */
const common = /[的一是在不了有和人这這中国國，。、]/gu;

/** GB18030, or Big5 where that reads as Chinese and GB18030 does not. */
function chinese(bytes: Uint8Array): string | null {
  const [mainland, taiwan] = [read('gb18030', bytes), read('big5', bytes)];
  const worth = (text: string | null): number => text?.match(common)?.length ?? 0;
  return worth(taiwan) > worth(mainland) * 3 ? taiwan : mainland;
}

/** Every text in Big5 can be read as GB18030 as well, but not as anything a person writes. */
export function isBig5(bytes: Uint8Array): boolean {
  if (markedAs(bytes) ?? wideAs(bytes) ?? read('utf-8', bytes)) return false;
  const text = chinese(bytes);
  return text !== null && text === read('big5', bytes);
}

function byLine(bytes: Uint8Array): DecodedText | null {
  const lines: string[] = [];
  const unread: number[] = [];
  let from = 0;
  while (from <= bytes.length) {
    const end = bytes.indexOf(0x0a, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end);
    const text = read('utf-8', line) ?? read('gb18030', line);
    if (text === null) unread.push(lines.length + 1);
    lines.push(text ?? new TextDecoder().decode(line));
    if (end < 0) break;
    from = end + 1;
  }
  if (unread.length * 4 > lines.length) return null;
  return { text: lines.join('\n'), unread, isMixed: true };
}
