import { unzipSync, strFromU8 } from 'fflate';
import mammoth from 'mammoth';
import { refuse } from '#refusal.ts';

export interface WordDocument {
  readonly html: string;
  readonly pictures: number;
  readonly notices: readonly string[];
}

/** What a document may come to when it is unpacked, in bytes. */
const mostUnpacked = 200 * 1024 * 1024;

const isOle = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);

const utf16 = (words: string): Buffer => Buffer.from(words, 'utf16le');

/**
 * The words of a Word document with its headings, lists, tables and what is bold. Refuses, with the
 * way out: old formats, passwords, macros, what is damaged.
 */
export async function readWordDocument(bytes: Uint8Array): Promise<WordDocument> {
  const buffer = Buffer.from(bytes);
  if (isOle(bytes)) {
    refuse(
      buffer.includes(utf16('EncryptedPackage'))
        ? '这个文档加了密码，读不出来，没有收下。在 Word 里打开它，“文件”“信息”“保护文档”去掉密码，另存以后再试。'
        : '这是旧格式的 Word 文档（.doc），没有收下。用 Word 或 WPS 打开它，另存为 .docx 再试。',
    );
  }
  const parts = partsOf(bytes);
  const macros = parts.find((name) => /vbaProject|\/macrosheets\//i.test(name));
  if (macros !== undefined || /macroEnabled/i.test(contentTypesOf(bytes))) {
    refuse('这个文档里带有宏（程序），没有收下。在 Word 里另存为不带宏的 .docx 再试。');
  }
  if (!parts.includes('word/document.xml')) {
    refuse('这不是 Word 文档（.docx），没有收下。用 Word 或 WPS 打开它，另存为 .docx 再试。');
  }
  let pictures = 0;
  const { value } = await mammoth
    .convertToHtml(
      { buffer },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(() => {
          pictures += 1;
          return Promise.resolve({ src: '' });
        }),
      },
    )
    .catch(() => refuse('这个文档坏了，读不出来，没有收下。用 Word 打开它，另存一份再试。'));
  return { html: value, pictures, notices: noticesOf(parts, pictures) };
}

function partsOf(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        unpacked += originalSize;
        return false;
      },
    });
  } catch {
    refuse('这个文件不是完整的 Word 文档（.docx），没有收下。用 Word 打开它，另存一份再试。');
  }
  if (unpacked > mostUnpacked) {
    refuse('这个文档展开以后太大，没有收下。删去里面的图片，只留文字，另存以后再试。');
  }
  return names;
}

function contentTypesOf(bytes: Uint8Array): string {
  const name = '[Content_Types].xml';
  const { [name]: part } = unzipSync(bytes, {
    filter: (file) => file.name === name && file.originalSize < 1_000_000,
  });
  return part ? strFromU8(part) : '';
}

const noticesOf = (parts: readonly string[], pictures: number): readonly string[] => [
  ...(pictures > 0 ? [`文档里有 ${pictures} 张图片，没有取；图里的内容要用文字或图示写出。`] : []),
  ...(parts.includes('word/comments.xml') ? ['文档里有批注，没有取。'] : []),
  ...(parts.includes('word/footnotes.xml') ? ['文档里如有脚注，排在文末。'] : []),
];
