import { execFileSync } from 'node:child_process';
import { parseProse, notesOf, textsOf } from '#prose/blocks.ts';
import { statementOf } from '#prose/statement.ts';
import { forgetInDesk, keepInDesk, keptInDesk, namesInDesk } from '#editing/desk-folder.ts';
import { readEditions } from '#editing/published-files.ts';
import { contentFolder, contentPath } from '#folders.ts';
import { readLedger } from '#reading/ledgers.ts';
import { splitFrontmatter } from '#reading/frontmatter.ts';
import { decodeText, readText } from '#reading/text-file.ts';
import { isYaml, readYaml } from '#reading/yaml.ts';
import { practice } from '#schema/practice.ts';

const folder = 'published';

/** So many commits of a practice are looked through for what was published. */
const mostCommits = 50;

/**
 * The text of a practice that readers have, found by the digests on record: its file as it stands, what
 * the desk kept, or what the repository remembers. Null where it was never published, or is not at hand.
 */
export function publishedText(id: string, root = '.'): string | null {
  const newest = readEditions(id, root)[0];
  if (!newest) return null;
  const standing = readText(contentPath(`practices/${id}.mdx`, root));
  const isIt = (text: string | null): text is string =>
    text !== null && saysWhatWasPublished(id, text, root);
  if (typeof standing === 'string' && isIt(standing)) return standing;
  const kept = keptInDesk<string>(nameOf(id, newest.edition), root);
  if (isIt(kept)) return kept;
  for (const text of pastTexts(id, root)) if (isIt(text)) return text;
  return null;
}

const nameOf = (id: string, edition: number): string => `${folder}/${id}.${edition}.json`;

/** Keeps what is about to be overwritten, where it is what readers have. */
export function keepPublishedText(id: string, text: string, root = '.'): void {
  const newest = readEditions(id, root)[0];
  if (!newest || !saysWhatWasPublished(id, text, root)) return;
  for (const name of namesInDesk(folder, root)) {
    if (name.startsWith(`${id}.`)) forgetInDesk(`${folder}/${name}`, root);
  }
  keepInDesk(nameOf(id, newest.edition), text, root);
}

function statementIn(id: string, text: string, root: string) {
  const parts = splitFrontmatter(text);
  if ('problem' in parts) return null;
  const yaml = readYaml(parts.card);
  const checked = isYaml(yaml) ? practice.safeParse(yaml.data) : null;
  if (!checked?.success) return null;
  try {
    const tree = parseProse(parts.body);
    const written = { data: checked.data, paragraphs: textsOf(tree), notes: notesOf(tree) };
    return statementOf(written, readLedger(id, root));
  } catch {
    return null;
  }
}

function saysWhatWasPublished(id: string, text: string, root: string): boolean {
  const newest = readEditions(id, root)[0];
  const statement = statementIn(id, text, root);
  if (!newest || !statement) return false;
  // Paragraphs of another state of the text have no ids in the register of today; their words count.
  const words = (paragraphs: Readonly<Record<string, string>>): string =>
    JSON.stringify(Object.values(paragraphs).toSorted());
  return (
    JSON.stringify(statement.fields) === JSON.stringify(newest.fields) &&
    statement.notes === newest.notes &&
    words(statement.paragraphs) === words(newest.paragraphs)
  );
}

/** What the repository remembers of a practice, newest first; nothing where there is none. */
function* pastTexts(id: string, root: string): Generator<string> {
  const git = (...args: readonly string[]): Buffer | null => {
    try {
      return execFileSync('git', args, {
        cwd: contentFolder(root),
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: 20_000,
        maxBuffer: 16 * 1024 * 1024,
      });
    } catch {
      return null;
    }
  };
  const name = `practices/${id}.mdx`;
  const commits = git('log', `-${mostCommits}`, '--format=%H', '--', name)?.toString() ?? '';
  for (const commit of commits.split('\n').filter((line) => line !== '')) {
    const bytes = git('show', `${commit}:./${name}`);
    const text = bytes ? decodeText(bytes) : null;
    if (typeof text === 'string') yield text;
  }
}
