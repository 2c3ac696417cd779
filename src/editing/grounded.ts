/** Practices with what is known of the words in their source that they rest on. */
import { pairGrounds, type Ground, type Pairing } from '#domain/grounds/grounds.ts';
import type { Statement } from '#domain/grounds/statements.ts';
import { articlesOf, type KnownArticle } from '#gate/articles.ts';
import { readLibrary, type Library, type PracticeDocument } from '#gate/library.ts';
import { readContentFiles } from '#gate/report.ts';
import { statementsIn } from '#gate/rules/grounds.ts';
import { readSources } from '#gate/sources-at-hand.ts';
import { shortDigestOf } from '#prose/statement.ts';
import { namesOf } from '#reading/practice-names.ts';

/** A practice with all that is known of its grounds. */
export interface GroundedPractice {
  readonly id: string;
  readonly practice: PracticeDocument;
  /** Number of its document; null where its source has none. */
  readonly document: string | null;
  readonly statements: readonly Statement[];
  readonly grounds: readonly Ground[];
  readonly pairing: Pairing;
  readonly article: KnownArticle | null;
}

/** Every practice that can be read, drafts included; of one alone, where it is named, in no time. */
export function readGrounded(
  root = '.',
  only?: string,
): {
  readonly practices: readonly GroundedPractice[];
  readonly library: Library;
} {
  const files = readContentFiles(root, (name) => only === undefined || isOf(name, only));
  const { library } = readLibrary(files, {
    settled: [],
    ids: [],
    first: null,
    sources: readSources(root),
  });
  const ledgerOf = new Map(library.ledgers.map(({ id, data }) => [id, data]));
  const groundsOf = new Map(library.grounds.map(({ id, data }) => [id, data.statements]));
  const articles = articlesOf(library.listed);
  const practices = library.practices.map((practice): GroundedPractice => {
    const ledger = ledgerOf.get(practice.id) ?? { paragraphs: [], retired: [] };
    const statements = statementsIn(practice, ledger);
    const grounds = groundsOf.get(practice.id) ?? [];
    return {
      id: practice.id,
      practice,
      document: 'document' in practice.data.source ? practice.data.source.document : null,
      statements,
      grounds,
      pairing: pairGrounds(statements, grounds, shortDigestOf),
      article: articles.get(practice.id) ?? null,
    };
  });
  return { practices, library };
}

/** Whether a file is no practice's, or this one's. */
const isOf = (name: string, practice: string): boolean =>
  !/^(?:practices|paragraphs|reviews|grounds|published)\//.test(name) ||
  namesOf(practice).includes(name);
