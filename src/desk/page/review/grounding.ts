/** What a claim rests on, as the reviewer changes it: plain data in, what is asked of the server out. */
import type { Claim, ClaimGround, GroundAsked, Spot } from '../../api.ts';

type Passages = GroundAsked['passages'];
type Change = Pick<GroundAsked, 'passages' | 'absent' | 'editor'>;

/** As it stands, to be confirmed or not. */
export const standing = ({ passages, absent, editor }: ClaimGround): Change => ({
  passages: passages.map(({ at, from, to, for: of }) => ({
    at,
    from,
    ...(to === undefined ? {} : { to }),
    ...(of ? { for: of } : {}),
  })),
  absent,
  editor,
});

/** The sentences something carries; all where it names none. */
const carried = (of: readonly number[] | undefined, { sentences }: Claim): readonly number[] =>
  of ?? sentences.map((_sentence, index) => index + 1);

export const carries = (
  { for: of }: { readonly for?: readonly number[] | undefined },
  sentence: number,
  claim: Claim,
): boolean => carried(of, claim).includes(sentence);

/** Without what carries one sentence; what carries others as well goes on doing so. */
function released<Part extends { readonly for?: readonly number[] | undefined }>(
  parts: readonly Part[],
  sentence: number,
  claim: Claim,
): readonly Part[] {
  return parts.flatMap((part) => {
    const left = carried(part.for, claim).filter((number) => number !== sentence);
    if (left.length === carried(part.for, claim).length) return [part];
    return left.length === 0 ? [] : [{ ...part, for: left }];
  });
}

const forSentence = (sentence: number, { sentences }: Claim): { for?: readonly number[] } =>
  sentences.length === 1 ? {} : { for: [sentence] };

/** Not ours any more: one of the sentences, where all were told to be. */
const notOurs = (
  editor: GroundAsked['editor'],
  sentence: number,
  claim: Claim,
): GroundAsked['editor'] => {
  const left = (editor === true ? carried(undefined, claim) : (editor ?? [])).filter(
    (number) => number !== sentence,
  );
  return left.length === 0 ? null : left;
};

/** Words of the source for one sentence, in place of what it rested on or besides. */
export function withWords(
  claim: Claim,
  sentence: number,
  chosen: { readonly spots: readonly Spot[]; readonly replaces: boolean },
): Change {
  const now = changeOf(claim);
  const passages: Passages = chosen.replaces
    ? released(now.passages, sentence, claim)
    : now.passages;
  return {
    passages: [...passages, { ...forSentence(sentence, claim), spots: chosen.spots }],
    absent: chosen.replaces ? released(now.absent, sentence, claim) : now.absent,
    editor: notOurs(now.editor, sentence, claim),
  };
}

export function withPassage(claim: Claim, passage: ClaimGround['passages'][number]): Change {
  const now = changeOf(claim);
  const { at, from, to, for: of } = passage;
  const known = { at, from, ...(to === undefined ? {} : { to }), ...(of ? { for: of } : {}) };
  return { ...now, passages: [...now.passages, known] };
}

export const withoutPassage = (claim: Claim, index: number): Change => {
  const now = changeOf(claim);
  return { ...now, passages: now.passages.filter((_passage, other) => other !== index) };
};

/** Marks a sentence as ours, or takes that back. */
export function asOurs(claim: Claim, sentence: number, isOurs: boolean): Change {
  const now = changeOf(claim);
  if (!isOurs) return { ...now, editor: notOurs(now.editor, sentence, claim) };
  if (claim.sentences.length === 1) return { passages: [], absent: [], editor: true };
  const ours = new Set(now.editor === true ? carried(undefined, claim) : (now.editor ?? []));
  return {
    passages: released(now.passages, sentence, claim),
    absent: released(now.absent, sentence, claim),
    editor: [...ours.add(sentence)].sort((a, b) => a - b),
  };
}

/** Words that were looked for and are not in the source. */
export function withSought(claim: Claim, sentence: number, words: readonly string[]): Change {
  const now = changeOf(claim);
  const others = released(now.absent, sentence, claim);
  return {
    ...now,
    absent: words.length === 0 ? others : [...others, { ...forSentence(sentence, claim), words }],
  };
}

const changeOf = ({ ground }: Claim): Change =>
  ground ? standing(ground) : { passages: [], absent: [], editor: null };

export const isOurs = ({ ground }: Claim, sentence: number): boolean =>
  ground?.editor === true || (ground?.editor?.includes(sentence) ?? false);
