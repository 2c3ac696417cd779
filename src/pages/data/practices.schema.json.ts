import type { APIRoute } from 'astro';
import { librarySchema } from '#domain/exports/record-schema.ts';
import { recordSchema } from '#words/record-schema.ts';

/** What every field of `practices.json` means, for people and for programs. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(librarySchema(recordSchema), null, 2)}\n`, {
    headers: { 'content-type': 'application/schema+json; charset=utf-8' },
  });
