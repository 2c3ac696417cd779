/** The built sites as files. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import type { Site } from './sites.ts';

type Document = ReturnType<typeof parseDocument>;
export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

export interface BuiltPage {
  readonly site: Site;
  /** Path of the file below the site's folder: `practices/bengbu-wei-fating/index.html`. */
  readonly file: string;
  /** Path readers see, base included: `/practices/bengbu-wei-fating/`. */
  readonly path: string;
  readonly html: string;
  readonly tree: Document;
}

/** Every page of a site, the one for missing pages included. */
export function builtPages(site: Site): BuiltPage[] {
  const files = globSync('**/*.html', { cwd: site.folder }).sort();
  if (files.length === 0) throw new Error(`No page in ${site.folder}: run npm test, or build it.`);
  return files.map((found) => {
    const file = found.replaceAll('\\', '/');
    const html = readFileSync(join(site.folder, file), 'utf8');
    const path = site.base + file.replace(/(^|\/)index\.html$/, '$1');
    return { site, file, path, html, tree: parseDocument(html) };
  });
}

/** The elements of one name, or all, in document order. */
export const elementsOf = ({ tree }: BuiltPage, name = '*'): Element[] =>
  DomUtils.getElementsByTagName(name, tree);

/** An attribute's text, or null where the element has none. */
export const attribute = (element: Element, name: string): string | null =>
  DomUtils.getAttributeValue(element, name) ?? null;

export const textOf = (element: Element): string => DomUtils.textContent(element);
