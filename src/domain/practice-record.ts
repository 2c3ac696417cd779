import { placedFigures } from '#domain/figure.ts';
import type { Term } from '#domain/lists.ts';
import { absolute, practicePath } from '#domain/paths.ts';
import type { Practice } from '#domain/practice.ts';

const entry = ({ id, label }: Term) => ({ id, label });

/**
 * A practice as published data: plain values, ids with their labels, full addresses.
 * `null` and an empty list mean that the source does not say.
 */
export function practiceRecord(practice: Practice, origin: URL | string | null) {
  const { region, institution, topics, problems, source, sections, ...facts } = practice;
  const { bylines, ...rest } = source;
  return {
    id: facts.id,
    url: absolute(practicePath(facts.id), origin),
    title: facts.title,
    summary: facts.summary,
    region: region.path.map(({ id, name }) => ({ code: id, name })),
    institution: entry(institution),
    topics: topics.map(entry),
    problems: problems.map(entry),
    measures: facts.measures,
    figures: placedFigures(practice).map(({ figure, place }) => ({
      ...figure,
      /** Id of the first paragraph that gives it. */
      paragraph: place?.id ?? null,
    })),
    outcomes: facts.outcomes,
    conditions: facts.conditions,
    limits: facts.limits,
    notStated: facts.notStated,
    unverified: facts.unverified,
    questions: facts.questions,
    source: {
      ...rest,
      authors: bylines.map(({ author, office }) => ({ id: author.id, name: author.label, office })),
    },
    textStatus: facts.textStatus,
    edition: facts.edition,
    reviewedOn: facts.reviewedOn,
    changes: facts.changes,
    retiredParagraphs: facts.retiredParagraphs,
    text: sections.map(({ id, heading, blocks }) => ({
      id,
      heading,
      paragraphs: blocks.map((block) => ({
        id: block.id,
        number: block.number,
        kind: block.kind,
        caption: block.caption,
        lines: block.lines,
        cells: block.cells,
      })),
    })),
  };
}

export type PracticeRecord = ReturnType<typeof practiceRecord>;
