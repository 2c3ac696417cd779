import { openArchive, UnreadableArchive } from '#browser/verification/archive.ts';
import { decodedText } from '#domain/verification/decoded.ts';

/** Why a file cannot be read, or what it is. */
export type ReadFile =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly unread: readonly number[];
      readonly isMixed: boolean;
    }
  | { readonly kind: 'copy'; readonly file: File }
  | { readonly kind: 'refused'; readonly why: Unread };

export type Unread =
  | 'protected'
  | 'old-word'
  | 'pdf'
  | 'picture'
  | 'pictures-only'
  | 'other-office'
  | 'rich-text'
  | 'damaged'
  | 'no-text'
  | 'empty'
  | 'too-large';

const longest = 200e6;

const refused = (why: Unread): ReadFile => ({ kind: 'refused', why });

/** A file as what it is, whatever its name ends in. */
export async function readFile(file: File): Promise<ReadFile> {
  if (file.size === 0) return refused('empty');
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  const starts = (...bytes: readonly number[]): boolean =>
    bytes.every((byte, at) => head[at] === byte);
  if (starts(0x50, 0x4b)) return readArchive(file);
  if (file.size > longest) return refused('too-large');
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    return refused((await holdsPackage(file)) ? 'protected' : 'old-word');
  }
  if (starts(0x25, 0x50, 0x44, 0x46)) return refused('pdf');
  if (
    starts(0x89, 0x50, 0x4e, 0x47) ||
    starts(0xff, 0xd8, 0xff) ||
    starts(0x47, 0x49, 0x46, 0x38)
  ) {
    return refused('picture');
  }
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) return refused('rich-text');
  const decoded = decodedText(new Uint8Array(await file.arrayBuffer()));
  if (decoded === null) return refused('no-text');
  return decoded.text.trim() === '' ? refused('empty') : { kind: 'text', ...decoded };
}

/** A document with a password is a file of another kind that holds it, locked. */
async function holdsPackage(file: File): Promise<boolean> {
  const text = new TextDecoder('utf-16le').decode(await file.arrayBuffer());
  return text.includes('EncryptedPackage');
}

async function readArchive(file: File): Promise<ReadFile> {
  try {
    const { entries } = await openArchive(file);
    const has = (part: RegExp): boolean => entries.some(({ name }) => part.test(name));
    if (!has(/^word\/document\d*\.xml$/)) {
      const isOffice = has(/^(?:xl|ppt)\//) || has(/^mimetype$/);
      return isOffice ? refused('other-office') : { kind: 'copy', file };
    }
    const { textOfWord } = await import('#browser/verification/word-document.ts');
    const text = await textOfWord(file);
    if (text === null) return refused('damaged');
    if (text.trim() !== '') return { kind: 'text', text, unread: [], isMixed: false };
    return refused(has(/^word\/media\//) ? 'pictures-only' : 'empty');
  } catch (error) {
    if (!(error instanceof UnreadableArchive)) throw error;
    return /\.zip$/i.test(file.name) ? { kind: 'copy', file } : refused('damaged');
  }
}
