import { onceFor } from '#domain/lists/once-for.ts';
import { fold, scriptOf } from '#domain/search/fold.ts';
import { holdsFiller } from '#domain/search/pieces.ts';

/**
 * What a reader meant who typed a character that sounds the same (综制中心), left one out, took a
 * wrong one, or typed half of a word in pinyin (zongzhi中心). Only names of the library's lists are
 * meant, and only in place of what the library holds nowhere: a right word stays.
 */
export interface Slip {
  /** What was typed, folded, and what is looked for in its place. */
  readonly typed: string;
  readonly meant: string;
}

/** How a character may be read, its syllable without tone; empty where that is not known. */
export type Sounds = (character: string) => string;

interface Candidate extends Slip {
  readonly worth: number;
}

/** A name is worth more the longer it is, and a slip the likelier. */
const likely = { sameSound: 9, pinyin: 9, nearSound: 6, doubled: 5, wrong: 4, missing: 3 };

/** What may be meant. A phrase is only taken for another where it sounds the same. */
export interface Meant {
  /** Folded. */
  readonly name: string;
  readonly isPhrase: boolean;
}

/** The likeliest slips of a text, best first. */
export function slipsIn(
  text: string,
  names: readonly Meant[],
  sounds: Sounds,
  knows: (pair: string) => boolean,
): Slip[] {
  const typed = fold(text);
  const candidates = new Map<string, Candidate>();
  const right = new Set(names.map(({ name }) => name));
  const add = (slip: Slip, worth: number): void => {
    // 山西 sounds like 陕西 and is no slip, whether the library holds anything of it or not.
    if (right.has(slip.typed)) return;
    const key = `${slip.typed} ${slip.meant}`;
    if ((candidates.get(key)?.worth ?? 0) < worth) candidates.set(key, { ...slip, worth });
  };
  const runs = (typed.match(/\p{Script=Han}{2,}/gu) ?? []).map((run) => [...run]);
  // Among Han characters only: who types nothing but letters spells a name, and is not here.
  const mixed = /\p{Script=Han}/u.test(typed)
    ? (typed.match(/\p{Script=Han}*[a-z]{2,}(?: +[a-z]{2,})*\p{Script=Han}*/gu) ?? [])
    : [];
  const letters = new Set(runs.flat());
  const heard = new Set([...letters].map(sounds));
  const isHeard = (character: string): boolean =>
    letters.has(character) || heard.has(sounds(character));
  for (const meant of names) {
    for (const { part, wanted, isWhole } of meantPartsOf(meant)) {
      if (typed.includes(part)) continue;
      // Most names are nothing like the text, and are not held against every place of it.
      const maySound = wanted.every(isHeard);
      const mayLook =
        isWhole &&
        !meant.isPhrase &&
        wanted.filter((of) => letters.has(of)).length >= wanted.length / 2;
      for (const run of runs) {
        if (maySound) compareSounds(run, wanted, { sounds, knows, add });
        if (mayLook) compareLetters(run, wanted, { sounds, knows, add });
      }
      for (const spelled of mixed) spell(spelled, wanted, sounds, add);
    }
  }
  return [...candidates.values()]
    .sort((a, b) => b.worth - a.worth || (a.meant < b.meant ? -1 : 1))
    .map(({ typed: of, meant }) => ({ typed: of, meant }));
}

/** A name in Han characters and what it begins or ends with, as far as that is long enough to be told by. */
const meantPartsOf = onceFor(({ name }: Meant) =>
  partsOf(name)
    .map((part) => ({ part, wanted: [...part], isWhole: part === name }))
    .filter(({ wanted }) => wanted.every((of) => scriptOf(of) === 'han')),
);

function partsOf(name: string): string[] {
  const characters = [...name];
  const parts = [name];
  for (let length = 4; length < characters.length; length += 1) {
    parts.push(characters.slice(0, length).join(''), characters.slice(-length).join(''));
  }
  // 诉源治理 is also spoken of as 诉源.
  if (characters.length === 4) parts.push(characters.slice(0, 2).join(''));
  return parts;
}

interface Comparing {
  readonly sounds: Sounds;
  readonly knows: (pair: string) => boolean;
  readonly add: (slip: Slip, worth: number) => void;
}

/** Other characters that sound the same. */
function compareSounds(
  run: readonly string[],
  wanted: readonly string[],
  { sounds, knows, add }: Comparing,
): void {
  const { length } = wanted;
  for (let at = 0; at + length <= run.length; at += 1) {
    const window = run.slice(at, at + length);
    const isSame = window.every(
      (character, of) =>
        character === wanted[of] ||
        (sounds(character) !== '' && sounds(character) === sounds(wanted[of] ?? '')),
    );
    if (!isSame) continue;
    const slip = { typed: window.join(''), meant: wanted.join('') };
    if (length > 2) add(slip, length * 10 + likely.sameSound);
    // Two characters have many right words that sound alike: they stand alone, one of them right.
    else if (
      run.length === 2 &&
      window.some((character, of) => character === wanted[of]) &&
      !knows(slip.typed)
    ) {
      add(slip, length * 10);
    }
  }
}

/** A character that nearly sounds so, is another, stands twice or is left out. */
function compareLetters(
  run: readonly string[],
  wanted: readonly string[],
  { sounds, knows, add }: Comparing,
): void {
  const { length } = wanted;
  if (length < 3) return;
  const meant = wanted.join('');
  /** What stands at a place makes no word with what stands beside it, in this text or any other. */
  const isStrange = (place: number): boolean =>
    [place - 1, place].every((from) => {
      const pair = run.slice(Math.max(0, from), from + 2).join('');
      return from < 0 || from + 1 >= run.length || (!holdsFiller(pair) && !knows(pair));
    });
  for (let at = 0; at + length <= run.length; at += 1) {
    const window = run.slice(at, at + length);
    const slip = { typed: window.join(''), meant };
    const different = window.flatMap((character, of) => (character === wanted[of] ? [] : [of]));
    if (different.length > length / 2) continue;
    const isNear = different.every((of) =>
      areNear(sounds(window[of] ?? ''), sounds(wanted[of] ?? '')),
    );
    if (!different.every((of) => isStrange(at + of))) continue;
    if (isNear) add(slip, length * 10 + likely.nearSound);
    else if (different.length === 1 && length > 3) add(slip, length * 10 + likely.wrong);
  }
  for (let at = 0; at + length < run.length; at += 1) {
    const window = run.slice(at, at + length + 1);
    const twice = window.findIndex((character, of) => character === window[of - 1]);
    if (window.filter((_, of) => of !== twice).join('') === meant) {
      add({ typed: window.join(''), meant }, length * 10 + likely.doubled);
    }
  }
  // Of a short name what is left is often another word, so it has to stand alone.
  const isAlone = run.length === length - 1;
  for (let at = 0; length > (isAlone ? 3 : 4) && at + length - 1 <= run.length; at += 1) {
    const window = run.slice(at, at + length - 1);
    for (let left = 1; left < length - 1; left += 1) {
      if (wanted.filter((_, of) => of !== left).join('') !== window.join('')) continue;
      const pair = window.slice(left - 1, left + 1).join('');
      if (!knows(pair)) add({ typed: window.join(''), meant }, length * 10 + likely.missing);
    }
  }
}

/** Letters that spell whole syllables of a name, with the name's own characters before and behind. */
function spell(
  spelled: string,
  wanted: readonly string[],
  sounds: Sounds,
  add: (slip: Slip, worth: number) => void,
): void {
  const [, before = '', typed = '', behind = ''] =
    /^(\P{Script=Latin}*)([a-z ]+)(.*)$/u.exec(spelled) ?? [];
  const letters = typed.replace(/ /g, '');
  for (let start = 0; start < wanted.length; start += 1) {
    let left = letters;
    let end = start;
    while (left !== '' && end < wanted.length) {
      const syllable = sounds(wanted[end] ?? '');
      if (syllable === '' || !left.startsWith(syllable)) break;
      left = left.slice(syllable.length);
      end += 1;
    }
    if (left !== '') continue;
    const read = wanted.slice(start, end).join('');
    const lead = shared([...before].reverse(), wanted.slice(0, start).reverse());
    const tail = shared([...behind], wanted.slice(end));
    const isWhole = start === 0 && end === wanted.length;
    if (lead + tail === 0 && !isWhole) continue;
    add(
      { typed, meant: read },
      (lead + tail) * 20 + read.length * 10 + likely.pinyin - wanted.length,
    );
  }
}

function shared(typed: readonly string[], wanted: readonly string[]): number {
  let count = 0;
  while (count < typed.length && typed[count] === wanted[count]) count += 1;
  return count;
}

/** Sounds that speakers of many places do not tell apart. */
const plain = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/^h(?=u)/, 'f')
    .replace(/ng$/, 'n');

const areNear = (a: string, b: string): boolean => a !== '' && b !== '' && plain(a) === plain(b);
