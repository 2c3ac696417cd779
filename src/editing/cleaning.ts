import { madeVisible } from '#domain/words/characters.ts';
import {
  strangeCharacters,
  strangeInOurWords,
  type StrangeCharacter,
} from '#gate/strange-characters.ts';

/** Changes of one kind that a text would need to be worked with. */
export interface CleaningKind {
  readonly kind: string;
  readonly count: number;
  readonly examples: readonly { readonly before: string; readonly after: string }[];
}

const mostExamples = 5;

const mark = '[\\p{Script=Han}，。；：、？！“”‘’《》（）]';
/** One of full width parts an office from a name as it was printed, and stays. */
const blank = new RegExp(`(?<=${mark})[ \\t]+(?=${mark})`, 'gu');

/** What can be changed without a doubt, in the order of the text; nothing twice. */
function changesIn(text: string): readonly StrangeCharacter[] {
  const blanks = [...text.matchAll(blank)].map((match): StrangeCharacter => ({
    at: match.index,
    text: match[0],
    name: '汉字之间的空格',
    remedy: '删去空格',
    instead: '',
  }));
  const all = [...strangeCharacters(text), ...strangeInOurWords(text), ...blanks]
    .filter(({ instead }) => instead !== null)
    .sort((a, b) => a.at - b.at);
  let end = 0;
  return all.filter((change) => {
    if (change.at < end) return false;
    end = change.at + change.text.length;
    return true;
  });
}

/** Every kind of change that texts need, each counted, with some of its places. */
export function cleaningOf(texts: readonly string[]): readonly CleaningKind[] {
  const kinds = new Map<string, { count: number; examples: CleaningKind['examples'][number][] }>();
  for (const text of texts) {
    for (const change of changesIn(text)) {
      const kind = kinds.get(change.name) ?? { count: 0, examples: [] };
      kinds.set(change.name, kind);
      kind.count += 1;
      if (kind.examples.length < mostExamples) kind.examples.push(exampleOf(text, change));
    }
  }
  return [...kinds].map(([kind, found]) => ({ kind, ...found }));
}

function exampleOf(text: string, { at, text: found, instead }: StrangeCharacter) {
  const before = [...text.slice(0, at)].slice(-8).join('');
  const behind = [...text.slice(at + found.length)].slice(0, 8).join('');
  const shown = (words: string): string => madeVisible(words).replaceAll('\u3000', '[全角空格]');
  return {
    before: shown(before + found + behind),
    after: shown(before + (instead ?? '') + behind),
  };
}

/** A text after the kinds of changes that were accepted, and no others. */
export function cleaned(text: string, accepted: ReadonlySet<string>): string {
  let result = '';
  let end = 0;
  for (const { at, text: found, name, instead } of changesIn(text)) {
    if (!accepted.has(name)) continue;
    result += text.slice(end, at) + (instead ?? '');
    end = at + found.length;
  }
  return result + text.slice(end);
}
