/**
 * Makes the frozen library of the tests the one this process reads, whatever stands in `content/`.
 * To be imported before anything that asks where the content is.
 */
import { resolve } from 'node:path';

/** Absolute path of its content folder. */
export const libraryContent = resolve(import.meta.dirname, 'library/content');

process.env['CONTENT_DIR'] = libraryContent;
