import type { APIRoute } from 'astro';
import { getLibrary } from '#corpus.ts';
import { searchSource } from '#domain/search/source.ts';

/** Read by the build when it makes the search data, then taken away; no reader asks for it. */
export const GET: APIRoute = async () => Response.json(searchSource(await getLibrary()));
