import type { z } from 'astro/zod';
import type { Root } from 'mdast';
import { emptyLedger } from '#domain/practice/paragraph-ledger.ts';
import { byList, type ListName } from '#domain/lists/vocabularies.ts';
import type { Fault, Place } from '#gate/fault.ts';
import { passagesOf, type Passage } from '#gate/passages.ts';
import {
  documentSchemas,
  readDocuments,
  readList,
  readEveryday,
  readLedgers,
  readWhole,
  siteFileName,
  wordingFile,
  readPublished,
  readPublishedIds,
  readRedirects,
  readReviewing,
  readReviews,
  type CheckedRecord,
  attributionFile,
  readAttributions,
  readGrounds,
  type AttributionData,
  type ContentFiles,
  type EverydayData,
  type GroundsData,
  type GuideData,
  type LedgerData,
  type ListEntry,
  type PracticeData,
  type PublishedData,
  type PublishedIdsData,
  type RedirectData,
  type ReviewsData,
  type RawDocument,
  type RawRecord,
  type WordingData,
} from '#gate/records.ts';
import { markupFaults } from '#gate/rules/markup.ts';
import { readWords } from '#gate/rules/everyday-words.ts';
import { grammarFaults, sectionFaults } from '#gate/rules/prose.ts';
import { gistOf, type DocumentGist, type Gist } from '#gate/verdict-cache.ts';
import { checkShape } from '#gate/shape.ts';
import type { SourcesAtHand } from '#gate/sources-at-hand.ts';
import { notesOf, oursOf, textsOf as paragraphsOf } from '#prose/blocks.ts';
import { readProse } from '#reading/prose.ts';
import type { PracticeKeeper } from '#reading/practices.ts';
import { shownName } from '#folders.ts';
import { sourceNamesOf } from '#reading/practice-names.ts';
import { attribution, grounds } from '#schema/grounds.ts';
import { listSchemas } from '#schema/lists.ts';
import { paragraphs as ledger } from '#schema/paragraphs.ts';
import { siteFile } from '#schema/site.ts';
import { published, publishedIds, redirect } from '#schema/published.ts';
import { reviewing, reviews } from '#schema/reviews.ts';
import { usualReviewing, type Reviewing } from '#domain/practice/review.ts';
import { wording } from '#schema/wording.ts';

/** A practice or guide whose frontmatter is as the schema wants it and whose body could be parsed. */
export interface Document<T> extends CheckedRecord<T> {
  /** As typed, the frontmatter left out. */
  readonly body: string;
  readonly passages: readonly Passage[];
  /** A place in the body; `line` is counted in the body. */
  readonly prosePlace: (section: string | null, line: number, value: string | null) => Place;
}

export interface PracticeDocument extends Document<PracticeData> {
  /** Text of every counted block, as the register of paragraphs keeps it. */
  readonly paragraphs: readonly string[];
  /** Of each of these, whether it stands under a heading of ours. */
  readonly ours: readonly boolean[];
  /** Text of every editor's note. */
  readonly notes: readonly string[];
}

export type Lists = { readonly [Name in ListName]: readonly CheckedRecord<ListEntry<Name>>[] };

type RawLists = { readonly [Name in ListName]: readonly RawRecord[] | null };

/** What practices may name, as against what is to be judged. */
interface Listed {
  readonly lists: Lists;
  /** null where the file itself cannot be read. */
  readonly raw: RawLists;
  readonly wording: WordingData;
  readonly everyday: CheckedRecord<EverydayData> | null;
  readonly redirects: readonly CheckedRecord<RedirectData>[];
  readonly reviewing: Reviewing;
  /** The id of each is its document. */
  readonly attributions: readonly CheckedRecord<AttributionData>[];
  /** File of the attribution, by practice, of documents that are known to be sound and were not read. */
  readonly attributedElsewhere: ReadonlyMap<string, string>;
  /** Null where none are at hand. */
  readonly sources: SourcesAtHand | null;
  /** Null where the library keeps no record of what was published. */
  readonly publishedIds: CheckedRecord<PublishedIdsData> | null;
  /** Words of practices that are still being written, whatever state they are in. */
  readonly drafted: string;
  readonly draftIds: ReadonlySet<string>;
}

/** What the rules look at. Records with a fault in their shape are left out of the typed parts. */
export interface Library {
  /** Those that are to be judged. */
  readonly practices: readonly PracticeDocument[];
  /** Those known to be sound. */
  readonly settled: readonly Gist[];
  /** All that can be read, settled or not. */
  readonly gists: readonly Gist[];
  readonly guides: readonly Document<GuideData>[];
  readonly lists: Lists;
  /** What the library is called and who answers for it, where that is to be judged. */
  readonly site: RawRecord | null;
  readonly listed: Listed;
  /** The everyday words, where they are to be judged. */
  readonly everyday: CheckedRecord<EverydayData> | null;
  /** Registers of paragraphs; the id of each is its practice's. */
  readonly ledgers: readonly CheckedRecord<LedgerData>[];
  /** What was published of practices; the id of each is its practice's. */
  readonly published: readonly CheckedRecord<PublishedData>[];
  /** Signatures under practices; the id of each is its practice's. */
  readonly reviews: readonly CheckedRecord<ReviewsData>[];
  /** What the statements of practices rest on; the id of each is its practice's. */
  readonly grounds: readonly CheckedRecord<GroundsData>[];
  /** The same records as written, for what can be said of them in any shape. */
  readonly raw: {
    readonly practices: readonly RawRecord[];
    /** Ids of all practices, those that cannot be read included. */
    readonly practiceIds: ReadonlySet<string>;
    /** Ids of all practices of which something is written about their grounds, readable or not. */
    readonly groundedIds: ReadonlySet<string>;
    readonly lists: RawLists;
  };
}

/** What is known besides the files that are to be judged. */
export interface Surroundings {
  readonly settled: readonly Gist[];
  /** Of all practices that are or were published, also of such as are read later. */
  readonly ids: readonly string[];
  /** Of source documents that are known to be sound, and are not read. */
  readonly documents?: readonly DocumentGist[];
  /** Words of practices that are still being written. */
  readonly drafted?: string;
  /** Of practices that are still being written. */
  readonly draftIds?: readonly string[];
  /** The texts practices are written from; null or left out where none are at hand. */
  readonly sources?: SourcesAtHand | null;
  /** Of files that cannot be read, as far as parts were read: what they use may seem unused. */
  readonly unreadable?: readonly unknown[];
  /** False leaves open whether all is on record: for who is about to put it there. */
  readonly registers?: boolean;
  /** Told of each part that another process has judged. */
  readonly passedOver?: (part: number) => void;
  /** Takes over what was read of a practice. */
  readonly keep?: PracticeKeeper['keep'];
}

/**
 * Reads and types content. Each file is judged for itself here, never against another; its
 * syntax tree is let go afterwards, for ten thousand of them would fill the memory. `first`
 * is what was read before, where `files` holds only more practices.
 */
export function readLibrary(
  files: ContentFiles,
  { settled, ids, first, keep, ...surroundings }: Surroundings & { first: Library | null },
): { library: Library; faults: Fault[] } {
  const frame = first ? { ...nothing, listed: first.listed } : readFrame(files, surroundings);
  const faults: Fault[] = [...frame.faults];
  const practices = readDocuments(files, 'practices');
  faults.push(...practices.faults);

  const ledgers = readLedgers(files);
  const ledgerShapes = ledgers.records.map((raw) => checkShape(ledger, raw));
  faults.push(...ledgers.faults, ...ledgerShapes.flatMap((shape) => shape.faults));
  const records = readPublished(files);
  const recordShapes = records.records.map((raw) => checkShape(published, raw));
  faults.push(...records.faults, ...recordShapes.flatMap((shape) => shape.faults));
  const signed = readReviews(files);
  const signedShapes = signed.records.map((raw) => checkShape(reviews, raw));
  faults.push(...signed.faults, ...signedShapes.flatMap((shape) => shape.faults));
  const grounded = readGrounds(files);
  const groundShapes = grounded.records.map((raw) => checkShape(grounds, raw));
  faults.push(...grounded.faults, ...groundShapes.flatMap((shape) => shape.faults));

  const dataBy = <Data>(shapes: readonly { readonly checked: CheckedRecord<Data> | null }[]) =>
    new Map(shapes.flatMap(({ checked }) => (checked ? [[checked.id, checked.data]] : [])));
  const beside = {
    ledgers: dataBy(ledgerShapes),
    signed: dataBy(signedShapes),
    grounds: dataBy(groundShapes),
  };
  const checkedPractices = practices.records.flatMap((raw): PracticeDocument[] => {
    const { checked, faults: shapeFaults } = checkShape(documentSchemas.practices, raw);
    const body = parseBody(raw);
    faults.push(...shapeFaults, ...body.faults);
    if (!checked || !body.tree) return [];
    const document = toDocument(raw, checked.data, body.tree);
    faults.push(
      ...sectionFaults(document, body.tree),
      ...grammarFaults(document, body.tree),
      ...markupFaults(document, body.tree, 'practice'),
    );
    const practice = {
      ...document,
      paragraphs: paragraphsOf(body.tree),
      ours: oursOf(body.tree),
      notes: notesOf(body.tree),
    };
    if (faults.length === 0) {
      const texts = sourceNamesOf(raw.id).map((name) => files.get(shownName(name)) ?? null);
      const written = {
        card: practice.data,
        tree: body.tree,
        ledger: beside.ledgers.get(raw.id) ?? emptyLedger,
        signed: beside.signed.get(raw.id) ?? [],
        grounds: beside.grounds.get(raw.id) ?? null,
      };
      keep?.(practice.id, written, texts);
    }
    return [practice];
  });
  const words = [
    ...frame.listed.lists.terms.flatMap(({ data }) => [data.label, ...data.aliases]),
    ...new Set(Object.values(frame.listed.everyday?.data ?? {}).flat()),
  ];
  return {
    faults,
    library: {
      practices: checkedPractices,
      settled,
      gists: [...settled, ...checkedPractices.map((practice) => gistOf(practice, words))],
      guides: frame.guides,
      lists: frame.lists,
      site: frame.site,
      listed: frame.listed,
      everyday: frame.everyday,
      ledgers: ledgerShapes.flatMap(({ checked }) => checked ?? []),
      reviews: signedShapes.flatMap(({ checked }) => checked ?? []),
      grounds: groundShapes.flatMap(({ checked }) => checked ?? []),
      published: recordShapes.flatMap(({ checked }) => checked ?? []),
      raw: {
        practices: practices.records,
        practiceIds: new Set([...ids, ...practices.ids, ...settled.map(({ id }) => id)]),
        groundedIds: grounded.ids,
        lists: frame.rawLists,
      },
    },
  };
}

interface Frame extends Pick<Library, 'guides' | 'lists' | 'site' | 'everyday'> {
  readonly rawLists: RawLists;
  readonly faults: readonly Fault[];
}

/** Where guides and lists have been judged already. */
const nothing: Frame = {
  guides: [],
  site: null,
  everyday: null,
  lists: byList(() => []),
  rawLists: byList(() => null),
  faults: [],
};

/** All that is no practice. */
function readFrame(
  files: ContentFiles,
  {
    documents = [],
    drafted = '',
    draftIds = [],
    sources = null,
  }: Omit<Surroundings, 'settled' | 'ids'>,
): Frame & Pick<Library, 'listed'> {
  const faults: Fault[] = [];
  const guides = readDocuments(files, 'guides');
  faults.push(...guides.faults);

  const { record, faults: wordingFaults } = readWhole(files, wordingFile);
  faults.push(...wordingFaults);
  const wordings = record && checkShape(wording, record);
  if (wordings) faults.push(...wordings.faults);

  const site = readWhole(files, siteFileName);
  faults.push(...site.faults);
  if (site.record) faults.push(...checkShape(siteFile, site.record).faults);
  const everydayFile = readEveryday(files);
  const everydayShape = everydayFile.record && readWords(everydayFile.record);
  faults.push(...everydayFile.faults, ...(everydayShape?.faults ?? []));
  const everyday = everydayShape?.checked ?? null;
  const moved = readRedirects(files);
  const redirects = (moved.records ?? []).map((entry) => checkShape(redirect, entry));
  faults.push(...moved.faults, ...redirects.flatMap((shape) => shape.faults));

  const known = readPublishedIds(files);
  const knownIds = known.record && checkShape(publishedIds, known.record);
  faults.push(...known.faults, ...(knownIds?.faults ?? []));

  const rounds = readReviewing(files);
  const roundsShape = rounds.record && checkShape(reviewing, rounds.record);
  faults.push(...rounds.faults, ...(roundsShape?.faults ?? []));

  const attributed = readAttributions(files);
  const attributions = attributed.records.map((raw) => checkShape(attribution, raw));
  faults.push(...attributed.faults, ...attributions.flatMap((shape) => shape.faults));

  const rawLists = byList((name) => {
    const list = readList(files, name);
    faults.push(...list.faults);
    return list.records;
  });
  const lists = byList((name): readonly CheckedRecord<unknown>[] => {
    const schema: z.ZodType = listSchemas[name];
    const shapes = (rawLists[name] ?? []).map((entry) => checkShape(schema, entry));
    faults.push(...shapes.flatMap((shape) => shape.faults));
    return shapes.flatMap(({ checked }) => checked ?? []);
  }) as Lists; // each by the schema of its own

  const checkedGuides = guides.records.flatMap((raw): Document<GuideData>[] => {
    const { checked, faults: shapeFaults } = checkShape(documentSchemas.guides, raw);
    const body = parseBody(raw);
    faults.push(...shapeFaults, ...body.faults);
    if (!checked || !body.tree) return [];
    const document = toDocument(raw, checked.data, body.tree);
    faults.push(
      ...grammarFaults(document, body.tree),
      ...markupFaults(document, body.tree, 'guide'),
    );
    return [document];
  });

  const wordingOf = wordings?.checked?.data ?? { misprints: [], jargon: [] };
  return {
    faults,
    guides: checkedGuides,
    lists,
    rawLists,
    site: site.record,
    everyday,
    listed: {
      lists,
      raw: rawLists,
      wording: wordingOf,
      everyday,
      redirects: redirects.flatMap(({ checked }) => checked ?? []),
      reviewing: roundsShape?.checked?.data ?? usualReviewing,
      publishedIds: knownIds?.checked ?? null,
      attributions: attributions.flatMap(({ checked }) => checked ?? []),
      attributedElsewhere: new Map(
        documents.flatMap(({ id, practices }) =>
          practices.map((practice) => [practice, attributionFile(id)]),
        ),
      ),
      sources,
      drafted,
      draftIds: new Set(draftIds),
    },
  };
}

function toDocument<T>(raw: RawDocument, data: T, tree: Root): Document<T> {
  return {
    ...raw,
    data,
    passages: passagesOf(tree),
    prosePlace: (section, line, value) => ({
      file: raw.file,
      line: raw.bodyLine + line - 1,
      field: section === null ? '正文' : `正文“${section}”一节`,
      value,
    }),
  };
}

/** The body's tree, or the one fault that keeps it from being read. */
function parseBody({ body, bodyLine, file }: RawDocument): { tree: Root | null; faults: Fault[] } {
  const read = readProse(body);
  if ('tree' in read) return { tree: read.tree, faults: [] };
  const line = bodyLine + read.line - 1;
  return { tree: null, faults: [{ ...read, line, file, field: '正文' }] };
}
