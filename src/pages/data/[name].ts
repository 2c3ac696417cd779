import type { APIRoute, GetStaticPaths } from 'astro';
import { getLibrary } from '#corpus.ts';
import { libraryFiles, partsOf, type LibraryFile } from '#domain/exports/library-file.ts';
import { homePath } from '#domain/site/paths.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { site } from '#domain/site/site.ts';
import { text } from '#words/index.ts';
import { digestOf, keyed } from '#page-key.ts';
import { keptFragment, Room } from '#cache/fragment-cache.ts';

/** The whole library in every format it can be taken away in. */
export const getStaticPaths = (async () => {
  const { practices } = await getLibrary();
  return keyed(
    libraryFiles.map((file) => ({ params: { name: file.name }, props: { file, practices } })),
  );
}) satisfies GetStaticPaths;

interface Props {
  file: LibraryFile;
  practices: readonly Practice[];
}

export const GET: APIRoute<Props> = ({ props: { file, practices } }) => {
  const publication = { origin: site.origin, words: text };
  const room = new Room();
  const parts = partsOf(file, practices, publication, (own) =>
    keptFragment(
      `${file.name}/${own.province}`,
      digestOf({ ...own, origin: site.origin, homePath }),
      () => file.piece(own.practices, publication),
      { room },
    ),
  );
  return new Response(streamOf(parts), {
    headers: { 'content-type': `${file.mediaType}; charset=utf-8` },
  });
};

/**
 * A file is given part by part: as one text it would be held in memory several times. No part is
 * asked for before the last has been taken, for it takes the place of that in memory.
 */
const streamOf = (parts: Iterator<string | Promise<Buffer>>): ReadableStream =>
  new ReadableStream(
    {
      pull: async (controller) => {
        const { done, value } = parts.next();
        if (done) return controller.close();
        const part = await value;
        controller.enqueue(typeof part === 'string' ? Buffer.from(part) : part);
      },
    },
    { highWaterMark: 0 },
  );
