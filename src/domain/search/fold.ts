/**
 * Text as search compares it: full-width letters become half-width, capitals small, accents
 * fall away, and Traditional characters become Simplified where a map is given.
 */

export type Script = 'han' | 'word' | 'none';

/** Traditional character → the Simplified one this corpus uses. */
export type SimplifiedBy = ReadonlyMap<string, string>;

export const noTraditional: SimplifiedBy = new Map();

/** By code point: whole libraries are folded, and a list is found in faster than a map. */
const foldedCharacters: (string | undefined)[] = [];
const scripts: (Script | undefined)[] = [];

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let folded = foldedCharacters[code];
  if (folded === undefined) {
    folded = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFKC');
    foldedCharacters[code] = folded;
  }
  return folded;
}

/** What a single character is to search; everything but letters and digits separates words. */
export function scriptOf(character: string): Script {
  const code = character.codePointAt(0) ?? -1;
  let script = scripts[code];
  if (script === undefined) {
    if (/\p{Script=Han}/u.test(character)) script = 'han';
    else script = /[\p{L}\p{N}]/u.test(character) ? 'word' : 'none';
    scripts[code] = script;
  }
  return script;
}

export function fold(text: string, simplified: SimplifiedBy = noTraditional): string {
  let folded = '';
  for (const character of text) {
    const plain = foldCharacter(character);
    folded += simplified.size === 0 ? plain : (simplified.get(plain) ?? plain);
  }
  return folded;
}

/** `offsets[i]` is where in the original text the folded text's character `i` comes from. */
export interface Folded {
  readonly text: string;
  readonly offsets: readonly number[];
}

export function foldKeepingPlaces(original: string): Folded {
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of original) {
    const plain = foldCharacter(character);
    for (let unit = 0; unit < plain.length; unit += 1) offsets.push(at);
    text += plain;
    at += character.length;
  }
  offsets.push(at);
  return { text, offsets };
}
