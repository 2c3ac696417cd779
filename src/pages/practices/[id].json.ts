import type { APIRoute, GetStaticPaths } from 'astro';
import { getLibrary } from '#corpus.ts';
import { practiceRecord } from '#domain/practice/practice-record.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { site } from '#domain/site/site.ts';
import { text } from '#words/index.ts';
import { keyed } from '#page-key.ts';

export const getStaticPaths = (async () => {
  const { practices, retired } = await getLibrary();
  return keyed(
    [...practices, ...retired].map((practice) => ({
      params: { id: practice.id },
      props: { practice },
    })),
  );
}) satisfies GetStaticPaths;

/** One practice as data: for others to use, and what a comparison loads. */
export const GET: APIRoute<{ practice: Practice }> = ({ props }) =>
  Response.json(practiceRecord(props.practice, { origin: site.origin, words: text }));
