import { getRssString } from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { getLibrary } from '#corpus.ts';
import { absolute, homePath, practicePath } from '#domain/site/paths.ts';
import { site } from '#domain/site/site.ts';

/** What a feed of a library without an address is made with, and taken out again: paths stay. */
const nowhere = 'http://nowhere.invalid';

/** The newest practices, for feed readers. */
export const GET: APIRoute = async () => {
  const { practices } = await getLibrary();
  const origin = site.origin ?? nowhere;
  const feed = await getRssString({
    title: site.name,
    description: site.description,
    site: absolute(homePath, origin),
    customData: `<language>${site.language}</language>`,
    items: practices.slice(0, 50).map((practice) => ({
      title: practice.title,
      description: practice.summary,
      link: absolute(practicePath(practice.id), origin),
      pubDate: new Date(practice.changes[0]?.changedOn ?? ''),
      categories: practice.topics.map((topic) => topic.label),
    })),
  });
  return new Response(feed.replaceAll(nowhere, ''), {
    headers: { 'content-type': 'application/xml' },
  });
};
