/**
 * The register of paragraphs: each gets a short id once, which follows it through every edit, so
 * that a link to a paragraph works for as long as the practice does. The register is kept beside
 * the content (`content/paragraphs/<practice>.yml`) and changes only through `npm run paragraphs`.
 */
export interface ParagraphLedger {
  readonly paragraphs: readonly RegisteredParagraph[];
  readonly retired: readonly RetiredParagraph[];
}

export interface RegisteredParagraph {
  readonly id: string;
  /** The whole text as last registered. */
  readonly text: string;
}

/** A paragraph that is gone; its id stays on the page as a note. */
export interface RetiredParagraph extends RegisteredParagraph {
  /** `yyyy-mm-dd` */
  readonly retiredOn: string;
  /** What became of it, for readers. */
  readonly note: string;
  /** The paragraph that took it in, where there is one. */
  readonly now: string | null;
}

export const emptyLedger: ParagraphLedger = { paragraphs: [], retired: [] };

/** From this share of common character pairs on, two texts are the same paragraph, edited. */
const sameParagraph = 0.5;

/** From this share on, a vanished paragraph was taken in by a longer one. */
const takenIn = 0.6;

/** How a register is carried from one state of the text to the next. */
export interface CarriedLedger {
  readonly ledger: ParagraphLedger;
  /** Paragraphs that changed and kept their id. */
  readonly edited: readonly {
    readonly id: string;
    readonly before: string;
    readonly after: string;
  }[];
  /** Ids given for the first time. */
  readonly minted: readonly RegisteredParagraph[];
  /** Ids that leave the text. An editor has to agree before they do. */
  readonly retired: readonly RetiredParagraph[];
}

/**
 * Carries the ids over to `texts`, the paragraphs as they stand now: unchanged ones first, then
 * edited ones, the most alike first; new ones get ids from `mint`, vanished ones are retired.
 */
export function carryForward(
  ledger: ParagraphLedger,
  texts: readonly string[],
  { on, mint }: { on: string; mint: (text: string, taken: ReadonlySet<string>) => string },
): CarriedLedger {
  const idByPlace = new Map<number, string>();
  const left = new Map(ledger.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const edited: CarriedLedger['edited'][number][] = [];

  for (const [place, text] of texts.entries()) {
    const same = [...left.values()].find((paragraph) => paragraph.text === text);
    if (!same) continue;
    idByPlace.set(place, same.id);
    left.delete(same.id);
  }
  for (const { place, id } of mostAlike(texts, idByPlace, [...left.values()])) {
    const before = left.get(id);
    const after = texts[place];
    if (!before || after === undefined || idByPlace.has(place)) continue;
    idByPlace.set(place, id);
    left.delete(id);
    edited.push({ id, before: before.text, after });
  }

  // What comes back word for word comes back under the id its readers know.
  const away = new Map(ledger.retired.map((paragraph) => [paragraph.text, paragraph.id]));
  for (const [place, text] of texts.entries()) {
    const id = away.get(text);
    if (idByPlace.has(place) || id === undefined) continue;
    idByPlace.set(place, id);
    away.delete(text);
  }

  const taken = new Set([...ledger.paragraphs, ...ledger.retired].map(({ id }) => id));
  const minted: RegisteredParagraph[] = [];
  const paragraphs = texts.map((text, place) => {
    const known = idByPlace.get(place);
    if (known) return { id: known, text };
    const paragraph = { id: mint(text, taken), text };
    taken.add(paragraph.id);
    minted.push(paragraph);
    return paragraph;
  });
  const retired = [...left.values()].map((paragraph) => retire(paragraph, paragraphs, on));
  return {
    ledger: { paragraphs, retired: stillAway([...ledger.retired, ...retired], paragraphs) },
    edited,
    minted,
    retired,
  };
}

/**
 * Retired paragraphs without those that came back. One that was taken in by another which is gone
 * by now leads to what became of that.
 */
function stillAway(
  retired: readonly RetiredParagraph[],
  paragraphs: readonly RegisteredParagraph[],
): RetiredParagraph[] {
  const standing = new Set(paragraphs.map(({ id }) => id));
  const goneTo = new Map(retired.map(({ id, now }) => [id, now]));
  return retired
    .filter(({ id }) => !standing.has(id))
    .map((paragraph) => {
      let now = paragraph.now;
      const seen = new Set([paragraph.id]);
      while (now !== null && !standing.has(now) && !seen.has(now)) {
        seen.add(now);
        now = goneTo.get(now) ?? null;
      }
      const isKept = now === null || standing.has(now);
      return { ...paragraph, now: isKept ? now : null };
    });
}

/**
 * The id of each paragraph of a text, or null where the register does not hold it word for word.
 * Equal paragraphs take their ids in the order of the register.
 */
export function idsOf(ledger: ParagraphLedger, texts: readonly string[]): (string | null)[] {
  const left = new Map<string, string[]>();
  for (const { id, text } of ledger.paragraphs) left.set(text, [...(left.get(text) ?? []), id]);
  return texts.map((text) => left.get(text)?.shift() ?? null);
}

/** Pairs of a place without id and a paragraph without place, the most alike first. */
function mostAlike(
  texts: readonly string[],
  settled: ReadonlyMap<number, string>,
  candidates: readonly RegisteredParagraph[],
): { place: number; id: string; likeness: number }[] {
  return [...texts.entries()]
    .filter(([place]) => !settled.has(place))
    .flatMap(([place, text]) =>
      candidates.map(({ id, text: before }) => ({ place, id, likeness: likeness(before, text) })),
    )
    .filter((pair) => pair.likeness >= sameParagraph)
    .sort((a, b) => b.likeness - a.likeness);
}

function retire(
  { id, text }: RegisteredParagraph,
  paragraphs: readonly RegisteredParagraph[],
  retiredOn: string,
): RetiredParagraph {
  const pairs = pairsOf(text);
  const shareIn = (other: string): number =>
    common(pairs, pairsOf(other)) / Math.max(pairs.length, 1);
  const place = paragraphs.findIndex((paragraph) => shareIn(paragraph.text) >= takenIn);
  const now = paragraphs[place];
  return now
    ? { id, text, retiredOn, note: '本段已并入另一段', now: now.id }
    : { id, text, retiredOn, note: '本段已删除', now: null };
}

/** Share of character pairs two texts have in common, 0 to 1 (Dice's coefficient). */
export function likeness(a: string, b: string): number {
  const [pairsA, pairsB] = [pairsOf(a), pairsOf(b)];
  const all = pairsA.length + pairsB.length;
  return all === 0 ? 1 : (2 * common(pairsA, pairsB)) / all;
}

function pairsOf(text: string): string[] {
  const characters = [...text.replace(/[\s\p{P}]/gu, '')];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function common(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const pair of b) left.set(pair, (left.get(pair) ?? 0) + 1);
  return a.filter((pair) => {
    const count = left.get(pair) ?? 0;
    left.set(pair, count - 1);
    return count > 0;
  }).length;
}
