import { isBig5 } from '#domain/verification/decoded.ts';
import { refuse } from '#refusal.ts';

export interface DecodedText {
  readonly text: string;
  /** As editors know it: UTF-8, UTF-16, GB18030, Big5. */
  readonly encoding: string;
}

const decoded = (bytes: Uint8Array, label: string): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * The text of a source, in the one encoding that all its bytes fit: no character is guessed.
 * Refuses where none does.
 */
export function decodeSource(bytes: Uint8Array): DecodedText {
  const wide = wideIn(bytes);
  const tried: readonly (readonly [label: string, encoding: string])[] = wide
    ? [[wide, wide === 'utf-16le' ? 'UTF-16' : 'UTF-16（大端）']]
    : [
        ['utf-8', 'UTF-8'],
        isBig5(bytes) ? ['big5', 'Big5（繁体）'] : ['gb18030', 'GB18030（GBK）'],
      ];
  for (const [label, encoding] of tried) {
    const text = decoded(bytes, label);
    if (text !== null && !text.includes('\0')) {
      return { text: text.replace(/\r\n?/g, '\n'), encoding };
    }
  }
  return refuse(
    '这个文件不是 UTF-8、UTF-16 或 GB18030 编码的文字，没有收下。用原来的程序打开它，另存为 UTF-8 的纯文本再试。',
  );
}

/** UTF-16 by its mark, or by the zero bytes of its Latin letters and ends of lines. */
function wideIn(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return null;
  let [even, odd] = [0, 0];
  for (const [at, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > even * 9) return 'utf-16le';
  return even > odd * 9 ? 'utf-16be' : null;
}
