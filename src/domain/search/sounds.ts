/** Syllables of characters in order, and how many follow one another with the same: `a2 ai13`. */
export function packSounds(syllables: readonly string[]): string {
  const runs: { syllable: string; length: number }[] = [];
  for (const syllable of syllables) {
    const last = runs[runs.length - 1];
    if (last?.syllable === syllable) last.length += 1;
    else runs.push({ syllable, length: 1 });
  }
  return runs.map(({ syllable, length }) => `${syllable}${length > 1 ? length : ''}`).join(' ');
}

/** By character. */
export function soundsFrom(packed: string, characters: readonly string[]): Map<string, string> {
  const sounds = new Map<string, string>();
  let at = 0;
  for (const [, syllable = '', length = ''] of packed.matchAll(/([a-z]+)(\d*)/g)) {
    for (let left = length === '' ? 1 : Number(length); left > 0; left -= 1, at += 1) {
      sounds.set(characters[at] ?? '', syllable);
    }
  }
  return sounds;
}
