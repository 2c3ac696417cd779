import { facetOf, practicesUnder } from '#domain/lists/facets.ts';
import type { GlossaryTerm, Problem, Region, Topic } from '#domain/lists/lists.ts';
import type { Practice } from '#domain/practice/practice.ts';
import type { CardKind } from '#domain/search/card-kinds.ts';
import type { SuggestionKind } from '#domain/search/suggestion-kinds.ts';

/** `cards/<kind>-<id>.bin`: what stands above the results where an entry clearly fits. */
export interface AnswerCard {
  readonly kind: CardKind;
  readonly id: string;
  readonly label: string;
  /** What it is, in a sentence; empty for a place. */
  readonly line: string;
  /** How many practices it has; null for a term, which is a word and not a heading. */
  readonly practices: number | null;
  /** Kinds of answers with the practices that give them; one without a name for all others. */
  readonly ways: readonly CardWay[];
  /** Where to go on from here. */
  readonly near: readonly CardLink[];
}

export interface CardWay {
  readonly kind: string;
  /** Id and place of each practice, the first of them. */
  readonly places: readonly (readonly [practice: string, place: string])[];
}

export type CardLink = readonly [
  kind: SuggestionKind,
  id: string,
  label: string,
  practices: number,
];

interface Listed {
  readonly practices: readonly Practice[];
  readonly practiceOf: (id: string) => Practice;
  readonly regions: readonly Region[];
  readonly topics: readonly Topic[];
  readonly problems: readonly Problem[];
  readonly terms: readonly GlossaryTerm[];
}

const mostPlaces = 8;
const mostNear = 6;

export function answerCards(library: Listed): AnswerCard[] {
  const { practices, practiceOf, regions, topics, problems, terms } = library;
  const under = (kind: 'problem' | 'topic' | 'region', id: string): readonly Practice[] =>
    practicesUnder(facetOf(kind), id, practices);
  const placesOf = (of: readonly Practice[]): CardWay['places'] =>
    of
      .slice(0, mostPlaces)
      .map(({ id, region, institution }) => [id, `${region.label}${institution.label}`]);
  const together = (of: readonly Practice[]): CardWay[] =>
    of.length === 0 ? [] : [{ kind: '', places: placesOf(of) }];
  const linkTo = (
    kind: 'problem' | 'topic' | 'region',
    { id, label }: { readonly id: string; readonly label: string },
  ): CardLink => [kind, id, label, under(kind, id).length];
  const withPractices = (links: readonly CardLink[]): CardLink[] =>
    links.filter(([, , , count]) => count > 0).slice(0, mostNear);

  return [
    ...problems.map(({ id, label, definition, answers, related }): AnswerCard => ({
      kind: 'problem',
      id,
      label,
      line: definition,
      practices: under('problem', id).length,
      ways:
        answers.length > 0
          ? answers.map(({ kind, ways }) => ({
              kind,
              places: placesOf([...new Set(ways.map((way) => practiceOf(way.practice)))]),
            }))
          : together(under('problem', id)),
      near: withPractices(
        problems.filter((of) => related.includes(of.id)).map((of) => linkTo('problem', of)),
      ),
    })),
    ...topics.map((topic): AnswerCard => ({
      kind: 'topic',
      id: topic.id,
      label: topic.label,
      line: topic.definition,
      practices: under('topic', topic.id).length,
      ways: together(under('topic', topic.id)),
      near: withPractices(
        topics
          .filter(({ broader }) => broader === topic.id || broader === (topic.broader ?? ''))
          .filter(({ id }) => id !== topic.id)
          .map((of) => linkTo('topic', of)),
      ),
    })),
    ...terms.map(({ id, label, definition }): AnswerCard => ({
      kind: 'term',
      id,
      label,
      line: definition,
      practices: null,
      ways: [],
      near: withPractices(
        problems.filter((problem) => problem.terms.includes(id)).map((of) => linkTo('problem', of)),
      ),
    })),
    ...regions.map((region): AnswerCard => {
      const here = under('region', region.id);
      return {
        kind: 'region',
        id: region.id,
        label: region.label,
        line: '',
        practices: here.length,
        ways: together(here),
        near:
          here.length > 0
            ? []
            : withPractices(nearPlaces(region, regions).map((of) => linkTo('region', of))),
      };
    }),
  ];
}

/** Its own prefecture and province, then the provinces whose codes begin alike: 华北 1, 东北 2 … */
function nearPlaces(region: Region, regions: readonly Region[]): Region[] {
  const around = regions.filter(
    ({ id, level }) => level === 'province' && id[0] === region.id[0] && id !== region.path[0]?.id,
  );
  return [...region.path.slice(0, -1).reverse(), ...around];
}
