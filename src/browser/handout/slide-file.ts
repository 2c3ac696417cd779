import type { HandoutDocument } from '#domain/handout/document.ts';
import { slideFiles } from '#domain/handout/slides/slide-file.ts';
import { office } from '#words/office.ts';
import { codePicture } from '#browser/handout/code-picture.ts';
import { zipped } from '#browser/handout/zipped.ts';

export const writeSlideFile = (document: HandoutDocument): Uint8Array =>
  zipped(slideFiles(document, office, codePicture(document.address)));
