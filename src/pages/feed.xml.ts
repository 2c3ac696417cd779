import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { getLibrary } from '#corpus.ts';
import { absolute, homePath, practicePath } from '#domain/paths.ts';
import { site } from '#domain/site.ts';

/** The newest practices, for feed readers. */
export const GET: APIRoute = async ({ site: origin, url }) => {
  const { practices } = await getLibrary();
  return rss({
    title: site.name,
    description: site.description,
    site: absolute(homePath, origin ?? url),
    customData: `<language>${site.language}</language>`,
    items: practices.slice(0, 50).map((practice) => ({
      title: practice.title,
      description: practice.summary,
      link: absolute(practicePath(practice.id), origin ?? url),
      pubDate: new Date(practice.changes[0]?.changedOn ?? practice.reviewedOn),
      categories: practice.topics.map((topic) => topic.label),
    })),
  });
};
