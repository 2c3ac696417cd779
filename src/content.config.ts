import { defineCollection, reference } from 'astro:content';
import { file } from 'astro/loaders';
import { z } from 'astro/zod';
import { guideLoader } from '#prose/guide-files.ts';
import { practiceLoader } from '#prose/practice-loader.ts';
import { contentPath } from '#reading/content-folder.ts';
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
  regions: defineCollection({ loader: file(contentPath('regions.yml')), schema: region }),
  topics: defineCollection({ loader: file(contentPath('topics.yml')), schema: topic }),
  problems: defineCollection({ loader: file(contentPath('problems.yml')), schema: problem }),
  institutions: defineCollection({
    loader: file(contentPath('institutions.yml')),
    schema: institution,
  }),
  authors: defineCollection({ loader: file(contentPath('authors.yml')), schema: author }),
  terms: defineCollection({ loader: file(contentPath('terms.yml')), schema: term }),
  comparisons: defineCollection({
    loader: file(contentPath('comparisons.yml')),
    schema: comparison,
  }),
  guides: defineCollection({ loader: guideLoader(), schema: guide }),
};
