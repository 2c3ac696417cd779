import type { HandoutDocument } from '#domain/handout/document.ts';

/** The handout as a Word file (.docx). What writes it is loaded when it is asked for. */
export async function wordFile(document: HandoutDocument): Promise<Uint8Array> {
  const { writeWordFile } = await import('#browser/handout/word-file.ts');
  return writeWordFile(document);
}

/** The handout as slides (.pptx). */
export async function slideFile(document: HandoutDocument): Promise<Uint8Array> {
  const { writeSlideFile } = await import('#browser/handout/slide-file.ts');
  return writeSlideFile(document);
}
