import type { HandoutDocument } from '#domain/handout/document.ts';
import { wordFiles } from '#domain/handout/word/word-file.ts';
import { office } from '#words/office.ts';
import { codePicture } from '#browser/handout/code-picture.ts';
import { zipped } from '#browser/handout/zipped.ts';

export const writeWordFile = (document: HandoutDocument): Uint8Array =>
  zipped(
    wordFiles(document, office, codePicture(document.isSheet === true ? null : document.address)),
  );
