import { openSearchFiles, type SearchFiles } from '#browser/search/files.ts';
import { simplifiedFrom } from '#browser/search/suggestions.ts';
import { Passages } from '#browser/verification/passages.ts';
import { fold, type SimplifiedBy } from '#domain/search/fold.ts';
import { checkedFigures, checkedReference, recordOf } from '#browser/verification/cited.ts';
import { findingOf, formerFinding, type Finding } from '#domain/verification/findings.ts';
import { everyRun, fingerprintsOf, type FingerPrint } from '#domain/verification/fingerprints.ts';
import { judge } from '#domain/verification/judge.ts';
import { lettersOf } from '#domain/verification/letters.ts';
import { isReference, sentencesOf } from '#domain/verification/sentences.ts';

/** So many sentences are looked up together. */
const together = 40;

/** First a few fingerprints of each sentence are asked for, then, of what is not found so, more. */
const rounds = [
  { prints: 2, practices: 2 },
  { prints: 6, practices: 2 },
] as const;

/** A shorter sentence may share none of its few fingerprints once a letter of it was changed. */
const shortSentence = 24;

/** So many milliseconds the page may stand still. */
const longest = 16;

export interface Checking {
  /** Findings as they come, in the order of the text, and of how many sentences. */
  readonly onFindings: (findings: readonly Finding[], all: number) => void;
  readonly signal: AbortSignal;
}

/** Judges a text sentence by sentence, leaving the page its turns. Rejects where a file does not come. */
export const checkText = async (text: string, checking: Checking): Promise<void> =>
  checkWith(await openSearchFiles(), text, checking);

/** The same with the search data at hand. */
export async function checkWith(
  files: SearchFiles,
  text: string,
  { onFindings, signal }: Checking,
): Promise<void> {
  const [passages, simplified] = await Promise.all([
    Passages.open(files),
    simplifiedFrom(files, text),
  ]);
  await passages.openSmall();
  const sentences = sentencesOf(text).map(({ from, to }) => text.slice(from, to));
  for (let from = 0; from < sentences.length; from += together) {
    if (signal.aborted) return;
    const own = sentences.slice(from, from + together);
    const findings = await checkSome(own, { files, passages, simplified, signal });
    if (signal.aborted) return;
    onFindings(findings, sentences.length);
  }
}

interface Means {
  readonly files: SearchFiles;
  readonly passages: Passages;
  readonly simplified: SimplifiedBy;
  readonly signal: AbortSignal;
}

async function checkSome(
  sentences: readonly string[],
  { files, passages, simplified, signal }: Means,
): Promise<readonly Finding[]> {
  const letters = sentences.map((sentence) => lettersOf(sentence, simplified).text);
  const findings: (Finding | undefined)[] = sentences.map(() => undefined);
  for (const round of rounds) {
    const open = sentences.flatMap((_, at) => (isSettled(findings[at]) ? [] : [at]));
    await passages.fetchFor(
      open.map((at) => spread(printsOf(letters[at] ?? '', round), round.prints)),
      round.practices,
    );
    let lastTurn = performance.now();
    for (const at of open) {
      const sentence = sentences[at] ?? '';
      findings[at] = findingOf(sentence, judge(sentence, passages.shelf, simplified));
      if (performance.now() - lastTurn < longest) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return [];
      lastTurn = performance.now();
    }
  }
  for (const [at, finding] of findings.entries()) {
    if (isSettled(finding)) continue;
    const sentence = sentences[at] ?? '';
    findings[at] =
      (isReference(sentence) ? await checkedReference(sentence, passages) : null) ??
      (await formerOf(sentence, { passages, simplified })) ??
      (finding?.verdict === 'foreign' || finding?.verdict === 'within'
        ? await checkedFigures(fold(sentence, simplified), sentence, passages, files)
        : null) ??
      finding;
  }
  return findings.filter((finding) => finding !== undefined);
}

/** The sentence as one of an earlier edition; null where none had it. */
async function formerOf(
  sentence: string,
  { passages, simplified }: Pick<Means, 'passages' | 'simplified'>,
): Promise<Finding | null> {
  const found = await passages.former(lettersOf(sentence, simplified).text);
  if (!found) return null;
  const [practice, key, edition] = found;
  const text = await passages.text(practice);
  const record = await recordOf(text.id);
  if (!record) return null;
  const { edition: now, retiredParagraphs } = record;
  const left = retiredParagraphs.find(({ id }) => id === key)?.note ?? null;
  return formerFinding(sentence, judge(sentence, passages.shelf, simplified), {
    text,
    key,
    wording: { edition, now, left },
  });
}

/** In the last round a short sentence is looked for by all its runs. */
const printsOf = (letters: string, round: (typeof rounds)[number]): readonly FingerPrint[] =>
  round !== rounds[0] && letters.length < shortSentence
    ? everyRun(letters)
    : fingerprintsOf(letters);

const isSettled = (finding: Finding | undefined): boolean =>
  finding?.verdict === 'exact' || finding?.verdict === 'short';

/** So many of all, from one end to the other. */
function spread(prints: readonly FingerPrint[], most: number): readonly FingerPrint[] {
  if (prints.length <= most) return prints;
  const step = (prints.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => prints[Math.round(at * step)]).filter(
    (print) => print !== undefined,
  );
}
