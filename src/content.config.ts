import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { listNames, type ListName } from '#domain/lists/vocabularies.ts';
import { guideLoader } from '#reading/guides.ts';
import { listLoader } from '#reading/list-loader.ts';
import { practiceLoader } from '#reading/practice-loader.ts';
import { guide } from '#schema/guide.ts';
import { listSchemas } from '#schema/lists.ts';

const lists = Object.fromEntries(
  listNames.map((list) => [
    list,
    defineCollection({ loader: listLoader(list), schema: listSchemas[list] }),
  ]),
) as {
  readonly [List in ListName]: { readonly loader: Loader; schema: (typeof listSchemas)[List] };
}; // every name

/** Every kind of file in `content/`. The corpus finds what practices and lists name. */
export const collections = {
  practices: defineCollection({ loader: practiceLoader(), schema: z.strictObject({}) }),
  ...lists,
  guides: defineCollection({ loader: guideLoader(), schema: guide }),
};
