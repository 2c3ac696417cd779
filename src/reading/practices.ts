import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Root } from 'mdast';
import type { z } from 'astro/zod';
import { pairGrounds } from '#domain/grounds/grounds.ts';
import { shownGrounds, type ShownGrounds } from '#domain/grounds/notes.ts';
import { statementsOf } from '#domain/grounds/statements.ts';
import {
  idsOf,
  type ParagraphLedger,
  type RetiredParagraph,
} from '#domain/practice/paragraph-ledger.ts';
import { placesOf } from '#domain/figures/figure.ts';
import { termsUsedIn } from '#domain/lists/glossary.ts';
import type { Practice, Section } from '#domain/practice/practice.ts';
import { codeOfEdition } from '#domain/practice/code-of-edition.ts';
import { notesOf, oursOf, textsOf } from '#prose/blocks.ts';
import { digestOfStatement, shortDigestOf, statementOf } from '#prose/statement.ts';
import { digestOfFiles } from '#cache/fingerprints.ts';
import { parseLedger } from '#reading/ledgers.ts';
import { PracticeCache, type SourceTexts } from '#cache/practice-cache.ts';
import { readSoundText, readText } from '#reading/text-file.ts';
import { renderTree } from '#prose/render.ts';
import { progressOf } from '#reading/progress.ts';
import { readTermFinder } from '#reading/terms.ts';
import { cacheFolder, contentFolder, contentPath, shownName } from '#folders.ts';
import { readSoundYaml } from '#reading/yaml.ts';
import { FaultyContent } from '#reading/fault.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { cardName, splitFrontmatter } from '#reading/frontmatter.ts';
import { isDraft, sourceNamesOf } from '#reading/practice-names.ts';
import { grounds } from '#schema/grounds.ts';
import { practice } from '#schema/practice.ts';
import { reviews } from '#schema/reviews.ts';
import { readSoundProse } from '#reading/prose.ts';
import { soundRecord } from '#reading/sound-record.ts';

type Frontmatter = z.output<typeof practice>;

/** Fields that hardly anything but a practice's own page and downloads shows. */
type BodyFields = Pick<
  Frontmatter,
  'measures' | 'outcomes' | 'conditions' | 'limits' | 'notStated' | 'unverified' | 'questions'
>;

/** What lists and counts ask of any practice. */
type Head = Omit<Frontmatter, keyof BodyFields> & Pick<Practice, 'reviews'>;

/** The parts of a practice that hardly anything but its own page and downloads shows. */
export interface PracticeBody extends BodyFields {
  readonly sections: readonly Section[];
  /** The prose as HTML. */
  readonly prose: string;
  readonly grounds: ShownGrounds | null;
  readonly retiredParagraphs: readonly RetiredParagraph[];
}

/** One file of `content/practices/`, read and rendered. */
export interface PracticeFile extends Head, Found {
  readonly id: string;
  /** Path from the project's folder on. */
  readonly file: string;
  /** Changes exactly when anything read from the file or its register of paragraphs does. */
  readonly digest: string;
  /** Fetched from disk, and not held on to: a library is larger than a memory should be. */
  readonly body: () => PracticeBody;
}

interface Reading {
  readonly data: Head & Found;
  readonly digest: string;
}

/** What is found in the prose, or follows from all there is, and is asked for by pages that show many practices. */
type Found = Pick<Practice, 'measureNames' | 'figurePlaces' | 'usedTerms' | 'code'>;

interface ReadPractice {
  readonly head: Reading;
  readonly body: PracticeBody;
}

/**
 * All practices, in the order of their ids. What has been read and rendered before is not read
 * again. Those still being written are left out, or given as far as they can be read. Throws on any
 * other file that is not as the schema wants it.
 */
export const readPracticeFiles = (root = '.', { drafts = false } = {}): PracticeFile[] => [
  ...practiceFiles(root, drafts),
];

/** So many milliseconds may pass until others have their turn. */
const longest = 20;

/**
 * The same for who must not be kept waiting meanwhile: the development server gives up, and never
 * answers a reader again, when nothing of its own is heard for a minute.
 */
export async function readPracticeFilesInTurns(
  root = '.',
  { drafts = false } = {},
): Promise<PracticeFile[]> {
  const files: PracticeFile[] = [];
  let lastTurn = performance.now();
  for (const file of practiceFiles(root, drafts)) {
    files.push(file);
    if (performance.now() - lastTurn < longest) continue;
    await setImmediate();
    lastTurn = performance.now();
  }
  return files;
}

function* practiceFiles(root: string, drafts: boolean): Generator<PracticeFile> {
  const kept = keptIn(root);
  const ids = idsIn(listContent(root), 'practices');
  const progress = progressOf('读取实践', ids.length);
  for (const id of ids) {
    const file = shownName(`practices/${id}.mdx`);
    const sources = sourcesOf(id, root);
    const read = (texts: SourceTexts): ReadPractice => readPractice(id, texts, root);
    const head = headOf(() => kept.head(id, sources, read), sources);
    progress.advance();
    if (!head || (!drafts && isUnfinished(head.data))) continue;
    const { data, digest } = head;
    yield { ...data, id, file, digest, body: () => kept.body(id, sources, read) };
  }
  progress.end();
  kept.save({ isWhole: true });
}

/** Null for a draft that cannot be read yet. */
function headOf(read: () => Reading, [file = '']: readonly string[]): Reading | null {
  try {
    return read();
  } catch (error) {
    if (isDraft(readFileSync(file, 'utf8'))) return null;
    throw error;
  }
}

const isUnfinished = ({ state }: Pick<Practice, 'state'>): boolean =>
  state === 'draft' || state === 'review';

/** For who has read practices anyway: keeps what comes of it, so that none is read a second time. */
export function practiceKeeper(root: string) {
  const kept = keptIn(root);
  return {
    /**
     * `written` is what the practice's files say, without a fault; `texts` what they said when they
     * were read, in the order of `sourceNamesOf`. Changes the tree.
     */
    keep: (id: string, written: WrittenPractice, texts: SourceTexts): void => {
      kept.head(id, sourcesOf(id, root), () => toPractice(id, written, root), texts);
    },
    /** What was read since this was asked last, for another process to adopt. */
    taken: (): ReadElsewhere => kept.taken(),
    adopt: (read: ReadElsewhere): void => kept.adopt(read),
    save: (): void => kept.save({ isWhole: false }),
  };
}

/** The heads of practices that another process read, and whose bodies it has written. */
export type ReadElsewhere = ReturnType<PracticeCache<Reading, PracticeBody>['taken']>;

export type PracticeKeeper = ReturnType<typeof practiceKeeper>;

const keptIn = (root: string): PracticeCache<Reading, PracticeBody> =>
  new PracticeCache(
    `${cacheFolder(root)}/practices`,
    digestOfFiles(root, program) + digestOfFiles(contentFolder(root), ['terms.yml']),
    textOf,
  );

/** What a file says; null where there is none that can be read. */
function textOf(file: string): string | null {
  const text = readText(file);
  return typeof text === 'string' ? text : null;
}

const sourcesOf = (id: string, root: string): readonly string[] =>
  sourceNamesOf(id).map((name) => contentPath(name, root));

/** What the files of a practice say, by their schemas. */
export interface WrittenPractice {
  readonly card: Frontmatter;
  readonly tree: Root;
  readonly ledger: ParagraphLedger;
  readonly signed: z.output<typeof reviews>;
  /** Null where nothing is on record. */
  readonly grounds: z.output<typeof grounds> | null;
}

function readPractice(id: string, texts: SourceTexts, root: string): ReadPractice {
  const file = shownName(`practices/${id}.mdx`);
  const name = `practices/${id}.mdx`;
  const [text = null, ledgerText = null, reviewsText = null, groundsText = null] = texts;
  const parts = splitFrontmatter(text ?? readSoundText(contentPath(name, root), name));
  if ('problem' in parts) throw new FaultyContent([{ ...parts, file, field: cardName }]);
  const readBeside = <Schema extends z.ZodType>(
    schema: Schema,
    says: string | null,
    named: string,
  ): z.output<Schema> | null =>
    says === null ? null : soundRecord(schema, readSoundYaml(says, named), named);
  const written = {
    card: soundRecord(practice, readSoundYaml(parts.card, name, { firstLine: 2 }), name),
    tree: readSoundProse(parts, name),
    ledger: parseLedger(id, ledgerText),
    signed: readBeside(reviews, reviewsText, `reviews/${id}.yml`) ?? [],
    grounds: readBeside(grounds, groundsText, `grounds/${id}.yml`),
  };
  return toPractice(id, written, root);
}

function toPractice(
  id: string,
  { card: frontmatter, tree, ledger, signed, grounds: onRecord }: WrittenPractice,
  root: string,
): ReadPractice {
  const { measures, outcomes, conditions, limits, ...others } = frontmatter;
  const { notStated, unverified, questions, ...data } = others;
  const claims = { measures, outcomes, conditions, limits };
  const terms = readTermFinder(root);
  // Rendering changes the tree, so what it says is taken down before.
  const written = { data: frontmatter, paragraphs: textsOf(tree), notes: notesOf(tree) };
  const statement = statementOf(written, ledger);
  const now = digestOfStatement(statement);
  const shown = onRecord && toGrounds(onRecord, written, { ledger, tree });
  const surroundings = { ledger, terms, region: data.region, grounds: shown };
  const { html, sections } = renderTree(tree, surroundings);
  const found: Found = {
    measureNames: measures.map(({ name }) => name),
    figurePlaces: placesOf(data.figures, sections),
    usedTerms: termsUsedIn(sections, terms, data.region),
    code: codeOfEdition(id, data.edition, statement),
  };
  const head = {
    ...data,
    ...found,
    reviews: signed.map(({ read, ...review }) => ({
      ...review,
      isCurrent: read === now && review.edition === data.edition,
    })),
  };
  const rest = { ...claims, notStated, unverified, questions };
  const body = {
    ...rest,
    sections,
    prose: html,
    grounds: shown,
    retiredParagraphs: ledger.retired,
  };
  return {
    head: { data: head, digest: hash('sha256', JSON.stringify([head, body])) },
    body,
  };
}

function toGrounds(
  { statements: given, sections = {} }: z.output<typeof grounds>,
  { data, paragraphs }: { readonly data: Frontmatter; readonly paragraphs: readonly string[] },
  { ledger, tree }: Pick<WrittenPractice, 'ledger' | 'tree'>,
): ShownGrounds | null {
  const ids = idsOf(ledger, paragraphs);
  const ours = oursOf(tree);
  const statements = statementsOf(
    data,
    paragraphs.map((text, index) => ({
      id: ids[index] ?? `unregistered-${index + 1}`,
      text,
      isOurs: ours[index] ?? false,
    })),
  );
  return shownGrounds(pairGrounds(statements, given, shortDigestOf).pairs, sections);
}

/** All that takes part in turning a file into a practice, besides the file and its register. */
const program = ['src/{cache,reading,prose,schema,domain,text}/**/*.ts', 'package-lock.json'];
