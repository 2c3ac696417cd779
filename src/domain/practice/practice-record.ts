import { namedFields, type EntryRecord } from '#domain/exports/named-fields.ts';
import { valueOf } from '#domain/practice/fact.ts';
import { placedFigures } from '#domain/figures/figure.ts';
import { noteInWords, type GroundWords } from '#domain/grounds/notes.ts';
import type { Term } from '#domain/lists/lists.ts';
import { absolute, practicePath } from '#domain/site/paths.ts';
import type { Block, Practice } from '#domain/practice/practice.ts';
import { publishedIn, titleInWords } from '#domain/practice/publication.ts';
import { sectionKindOf } from '#domain/practice/sections.ts';
import type { SourceWords } from '#domain/practice/source-words.ts';
import { dateOf, openFacts, sourceFacts, type Source } from '#domain/practice/source.ts';
import { writtenPeriod } from '#domain/practice/written.ts';

const entry = ({ id, label }: Term): EntryRecord => ({ id, label });

/**
 * A practice as published data: plain values, ids with their labels, full addresses.
 * `null` and an empty list mean that the source does not say.
 */
export function practiceRecord(
  practice: Practice,
  {
    origin,
    words,
  }: {
    readonly origin: URL | string | null;
    readonly words: { readonly source: SourceWords; readonly grounds: GroundWords };
  },
) {
  const { region, source, sections, ...facts } = practice;
  return {
    id: facts.id,
    url: absolute(practicePath(facts.id), origin),
    title: facts.title,
    summary: facts.summary,
    region: region.path.map(({ id, name }) => ({ code: id, name })),
    ...namedFields(practice, entry),
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
    source: sourceRecord(source, words.source),
    textStatus: facts.textStatus,
    edition: facts.edition,
    state: facts.state,
    retired: facts.retired,
    reviews: facts.reviews,
    aftermath: facts.aftermath,
    changes: facts.changes,
    retiredParagraphs: facts.retiredParagraphs,
    grounds: groundsRecord(practice, words.grounds),
    text: sections.map(({ id, heading, blocks }) => ({
      id,
      heading,
      paragraphs: blocks.map((block) => ({
        id: block.id,
        number: block.number,
        kind: block.kind,
        voice: voiceOf(heading, block.kind),
        caption: block.caption,
        lines: block.lines,
        cells: block.cells,
      })),
    })),
  };
}

/** What the editors say of themselves must not be taken for the source's, by whoever joins the lines of a record. */
const voiceOf = (heading: string, kind: Block['kind']): 'source' | 'editor' =>
  kind === 'note' || sectionKindOf(heading)?.ours === true ? 'editor' : 'source';

/** Null where nobody has confirmed what a practice rests on. */
function groundsRecord({ grounds, sections }: Practice, words: GroundWords) {
  if (grounds === null) return null;
  const blocks = sections.flatMap((part) => part.blocks).filter(({ id }) => id !== null);
  return {
    notes: grounds.notes.map((note, index) => ({
      number: index + 1,
      kind: note.kind,
      section: note.place?.section ?? null,
      paragraph: note.place?.paragraph ?? null,
      from: note.kind === 'passage' ? note.from : null,
      to: note.kind === 'passage' ? note.to : null,
      words: note.kind === 'absent' ? note.words : [],
      inWords: noteInWords(note, words),
    })),
    statements: grounds.statements.map(({ of, index, rests, notes, editor }) => ({
      of,
      index,
      /** Id of the paragraph; null for a statement of the record. */
      paragraph: of === 'paragraph' ? (blocks[index]?.id ?? null) : null,
      rests,
      notes: notes.map(({ note, for: sentences }) => ({ note, sentences })),
      editor,
    })),
  };
}

/** What is unknown is null and named in `unknown`; what is null and not named there does not exist. */
const sourceRecord = (source: Source, words: SourceWords) => ({
  kind: source.kind,
  title: valueOf(source.title),
  titleNote: source.titleNote,
  authors: source.bylines.map(({ author, office }) => ({
    id: author.id,
    name: author.label,
    kind: author.kind,
    pinyin: author.pinyin,
    western: author.western,
    office,
  })),
  language: source.language,
  document: source.document,
  /** What a source of this kind says of itself. */
  facts: Object.fromEntries(sourceFacts(source).map(({ key, fact }) => [key, valueOf(fact)])),
  unknown: [
    ...(source.title === 'unknown' ? ['title'] : []),
    ...(source.authorsUnknown ? ['authors'] : []),
    ...openFacts(source).map(({ key }) => key),
  ],
  writtenAfter: source.writtenAfter,
  writtenBefore: source.writtenBefore,
  gaps: source.gaps,
  /** The same for readers, in the language of the library. */
  inWords: {
    title: titleInWords(source, words),
    publishedIn: publishedIn(source, words),
    written: writtenPeriod(source, words),
    isDated: dateOf(source) !== null,
    unknown: openFacts(source).map(({ name }) => words.facts[name]),
  },
});

export type PracticeRecord = ReturnType<typeof practiceRecord>;
