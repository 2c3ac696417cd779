import { defineCollection, reference } from 'astro:content';
import { z } from 'astro/zod';
import { guideLoader } from '#reading/guides.ts';
import { listLoader } from '#reading/list-loader.ts';
import { practiceLoader } from '#reading/practice-loader.ts';
import { guide } from '#schema/guide.ts';
import { author, comparison, institution, problem, region, term, topic } from '#schema/lists.ts';

/** Every kind of file in `content/`, and which list each id of a practice is taken from. */
export const collections = {
  practices: defineCollection({
    loader: practiceLoader(),
    schema: z.strictObject({
      region: reference('regions'),
      institution: reference('institutions'),
      topics: z.array(reference('topics')),
      problems: z.array(reference('problems')),
    }),
  }),
  regions: defineCollection({ loader: listLoader('regions'), schema: region }),
  topics: defineCollection({ loader: listLoader('topics'), schema: topic }),
  problems: defineCollection({ loader: listLoader('problems'), schema: problem }),
  institutions: defineCollection({
    loader: listLoader('institutions'),
    schema: institution,
  }),
  authors: defineCollection({ loader: listLoader('authors'), schema: author }),
  terms: defineCollection({ loader: listLoader('terms'), schema: term }),
  comparisons: defineCollection({
    loader: listLoader('comparisons'),
    schema: comparison,
  }),
  guides: defineCollection({ loader: guideLoader(), schema: guide }),
};
