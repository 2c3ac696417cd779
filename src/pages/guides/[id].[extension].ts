import type { GetStaticPaths } from 'astro';
import { getGuides } from '#corpus.ts';
import { guidePage } from '#domain/citation/own-pages.ts';
import { keyed } from '#page-key.ts';
import { citationFileOf, citationFilesOf } from '../_citation-files.ts';

export const getStaticPaths = (async () => {
  const guides = await getGuides();
  return keyed(citationFilesOf(guides.map((guide) => ({ id: guide.id, page: guidePage(guide) }))));
}) satisfies GetStaticPaths;

export const GET = citationFileOf;
