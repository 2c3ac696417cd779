import { defineCollection, reference } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { practiceLoader } from '#prose/practice-loader.ts';
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
  regions: defineCollection({ loader: file('content/regions.yml'), schema: region }),
  topics: defineCollection({ loader: file('content/topics.yml'), schema: topic }),
  problems: defineCollection({ loader: file('content/problems.yml'), schema: problem }),
  institutions: defineCollection({ loader: file('content/institutions.yml'), schema: institution }),
  authors: defineCollection({ loader: file('content/authors.yml'), schema: author }),
  terms: defineCollection({ loader: file('content/terms.yml'), schema: term }),
  comparisons: defineCollection({ loader: file('content/comparisons.yml'), schema: comparison }),
  guides: defineCollection({
    loader: glob({ base: 'content/guides', pattern: '*.mdx' }),
    schema: guide,
  }),
};
