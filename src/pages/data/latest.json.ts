import type { APIRoute } from 'astro';
import { getLibrary } from '#corpus.ts';
import type { Latest } from '#domain/site/last-visit.ts';

/** The practices last added or changed, the latest first; what tells a reader who comes back. */
export const GET: APIRoute = async () => {
  const { practices } = await getLibrary();
  const latest: Latest[] = practices
    .map((practice) => ({ practice, on: practice.changes[0]?.changedOn ?? '' }))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .slice(0, 50)
    .map(({ practice: { id, title, edition } }) => ({ id, title, edition }));
  return Response.json(latest);
};
