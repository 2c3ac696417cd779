import { getRssString } from '@astrojs/rss';
import type { Practice } from '#domain/practice/practice.ts';
import { absolute, editionPath, feedPathOf } from '#domain/site/paths.ts';
import { site } from '#domain/site/site.ts';
import { sinceVisit } from '#words/since-visit.ts';

interface Feed {
  readonly title: string;
  readonly description: string;
  /** Of the page whose practices it announces. */
  readonly path: string;
  readonly practices: readonly Practice[];
}

/** What a feed of a library without an address is made with, and taken out again: paths stay. */
const nowhere = 'http://nowhere.invalid';

/** RSS 2.0, as feed readers take it. */
export async function feedOf({ title, description, path, practices }: Feed): Promise<Response> {
  const origin = site.origin ?? nowhere;
  const feed = await getRssString({
    title,
    description,
    site: absolute(path, origin),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    // Where a reader finds the feed again that was passed on as a file.
    customData: `<language>${site.language}</language><atom:link href="${absolute(feedPathOf(path), origin)}" rel="self" type="application/rss+xml"/>`,
    items: practices.map((practice) => ({
      title: `${practice.title}${changed(practice)}`,
      description: practice.summary,
      link: absolute(editionPath(practice.id, practice.edition), origin),
      pubDate: new Date(practice.changes[0]?.changedOn ?? ''),
      categories: practice.topics.map((topic) => topic.label),
    })),
  });
  return new Response(feed.replaceAll(nowhere, ''), {
    headers: { 'content-type': 'application/xml' },
  });
}

const changed = ({ edition }: Practice): string =>
  edition === 1 ? '' : `（${sinceVisit.changed(edition)}）`;
