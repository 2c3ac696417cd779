import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import type { PinyinFile } from '#domain/search/data.ts';

/**
 * Place names that pinyin-pro reads otherwise than their people do. Found by comparing with
 * the pinyin in `content/regions.yml`.
 */
const readingsOfPlaces: Readonly<Record<string, string>> = {
  单县: 'shan xian',
  黄陂: 'huang pi',
  莘庄: 'xin zhuang',
};

/** Family names of people are read as such. */
export function readingsOf(words: readonly string[], people: readonly string[]): PinyinFile {
  const read = new Map<string, string[]>();
  for (const word of words) read.set(word, syllablesOf(word, 'off'));
  for (const person of people) read.set(person, syllablesOf(person, 'head'));
  const counts = new Map<string, Map<string, number>>();
  for (const [word, syllables] of read) {
    hanOf(word).forEach((character, at) => {
      const of = counts.get(character) ?? new Map<string, number>();
      of.set(syllables[at] ?? '', (of.get(syllables[at] ?? '') ?? 0) + 1);
      counts.set(character, of);
    });
  }
  const commonest = new Map(
    [...counts].map(([character, of]) => {
      const [first] = [...of].sort((a, b) => b[1] - a[1]);
      return [character, first?.[0] ?? ''];
    }),
  );
  return {
    characters: [...commonest].map(([character, syllable]) => character + syllable).join(' '),
    words: [...read]
      .filter(([word, syllables]) =>
        hanOf(word).some((character, at) => commonest.get(character) !== syllables[at]),
      )
      .map(([word, syllables]) => `${word}\t${syllables.join(' ')}`),
  };
}

const hanOf = (word: string): string[] =>
  [...word].filter((character) => /\p{Script=Han}/u.test(character));

function syllablesOf(word: string, surname: 'head' | 'off'): string[] {
  return (
    readingsOfPlaces[word]?.split(' ') ??
    pinyin(hanOf(word).join(''), { toneType: 'none', type: 'array', surname, v: true })
  );
}

/** Blocks of Unicode that hold the Traditional characters people type. */
const unified: readonly (readonly [number, number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
];

/**
 * Traditional and Simplified characters in turn, for the characters of this corpus only. A
 * character that occurs here itself is left alone: 乾 is also a word of its own.
 */
export function traditionalOf(text: string): string {
  const used = new Set(text);
  const candidates: string[] = [];
  for (const [first, last] of unified) {
    for (let code = first; code <= last; code += 1) {
      const character = String.fromCodePoint(code);
      if (!used.has(character)) candidates.push(character);
    }
  }
  const all = candidates.join('\n');
  const converted = (['t', 'tw', 'hk'] as const).map((from) =>
    Converter({ from, to: 'cn' })(all).split('\n'),
  );
  return candidates
    .map((character, at) => {
      const simple = converted
        .map((characters) => characters[at] ?? character)
        .find((other) => other !== character && used.has(other));
      return simple ? character + simple : '';
    })
    .join('');
}
