import type { APIRoute } from 'astro';
import { getLibrary } from '#corpus.ts';
import { homePath } from '#domain/site/paths.ts';
import { site } from '#domain/site/site.ts';
import { feedOf } from './_feed.ts';

/** The newest practices, for feed readers. */
export const GET: APIRoute = async () => {
  const { practices } = await getLibrary();
  return feedOf({
    title: site.name,
    description: site.description,
    path: homePath,
    practices: practices.slice(0, 50),
  });
};
