import { scriptOf, type Script } from '#domain/search/fold.ts';

/** Characters of one script standing together: `诉源治理`, `1134`, `a4`. */
export interface Run {
  readonly script: Exclude<Script, 'none'>;
  readonly text: string;
}

/** Runs that stand together with nothing between them, then those of the next group, and so on. */
export function runGroups(folded: string): Run[][] {
  const groups: Run[][] = [];
  let group: Run[] = [];
  let script: Script = 'none';
  let start = 0;
  let at = 0;
  const endRun = (): void => {
    if (script !== 'none') group.push({ script, text: folded.slice(start, at) });
    start = at;
  };
  for (const character of folded) {
    const next = scriptOf(character);
    if (next !== script) {
      endRun();
      script = next;
    }
    if (next === 'none' && group.length > 0) {
      groups.push(group);
      group = [];
    }
    at += character.length;
  }
  endRun();
  if (group.length > 0) groups.push(group);
  return groups;
}

/**
 * What the index holds of a run, one word for each place in it: the pairs of neighbouring
 * characters and then the last character alone, twice. So every single character starts some
 * word, and pairs two places apart in the index are four characters in a row in the text: where
 * something stood between them, they would be four places apart.
 */
export function indexWords({ script, text }: Run): string[] {
  if (script === 'word') return [text];
  const characters = [...text];
  const words = characters.map((character, at) => character + (characters[at + 1] ?? ''));
  return [...words, characters[characters.length - 1] ?? ''];
}
