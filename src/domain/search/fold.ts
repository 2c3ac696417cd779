/**
 * Text as search compares it: full-width letters become half-width, capitals small, accents
 * fall away, and Traditional characters become Simplified where a map is given.
 */

export type Script = 'han' | 'word' | 'none';

/** Traditional character → the Simplified one this corpus uses. */
export type SimplifiedBy = ReadonlyMap<string, string>;

export const noTraditional: SimplifiedBy = new Map();

/** What characters are folded to, as far as they have been seen and do not stay what they are. */
const foldedCharacters = new Map<string, string>();

/** By UTF-16 unit: 1 for a character that folding leaves as it is, as it does nearly all of a library. */
const staysAsItIs = new Uint8Array(2 ** 16);

function foldCharacter(character: string): string {
  if (character.length === 1 && staysAsItIs[character.charCodeAt(0)] === 1) return character;
  let folded = foldedCharacters.get(character);
  if (folded === undefined) {
    folded = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFKC');
    if (folded === character && character.length === 1) staysAsItIs[character.charCodeAt(0)] = 1;
    else foldedCharacters.set(character, folded);
  }
  return folded;
}

/** By UTF-16 unit: one more than the place of its script in this list, 0 where it was not looked at. */
const scripts = new Uint8Array(2 ** 16);
const scriptNames: readonly Script[] = ['han', 'word', 'none'];

function findScript(character: string): Script {
  if (/^\p{Script=Han}/u.test(character)) return 'han';
  return /^[\p{L}\p{N}]/u.test(character) ? 'word' : 'none';
}

/** What a single character is to search; everything but letters and digits separates words. */
export function scriptOf(character: string): Script {
  if (character.length !== 1) return findScript(character);
  const unit = character.charCodeAt(0);
  const known = scriptNames[(scripts[unit] ?? 0) - 1];
  if (known !== undefined) return known;
  const script = findScript(character);
  scripts[unit] = scriptNames.indexOf(script) + 1;
  return script;
}

export function fold(text: string, simplified: SimplifiedBy = noTraditional): string {
  if (simplified.size === 0 && staysWhole(text)) return text;
  let folded = '';
  for (const character of text) {
    const plain = foldCharacter(character);
    folded += simplified.size === 0 ? plain : (simplified.get(plain) ?? plain);
  }
  return folded;
}

/** True only of what is known to come out as it is. */
function staysWhole(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (staysAsItIs[text.charCodeAt(at)] !== 1) return false;
  }
  return true;
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
