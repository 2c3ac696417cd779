/** A process that reads Word documents, so that one that is too large takes nothing along. */
import { answerRequests } from '#build/beside.ts';
import { readWordDocument, type WordDocument } from '#editing/word-document.ts';

answerRequests<Uint8Array, WordDocument>(readWordDocument);
