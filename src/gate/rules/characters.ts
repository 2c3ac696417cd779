import { codePointsOf, lengthOf, madeVisible } from '#domain/words/characters.ts';
import { matchesOf } from '#domain/words/matches.ts';
import { fault, mendingAt, type Fault, type Mending } from '#gate/fault.ts';
import type { Library } from '#gate/library.ts';
import type { ContentFiles } from '#gate/records.ts';
import {
  strangeCharacters,
  strangeInOurWords,
  type StrangeCharacter,
} from '#gate/strange-characters.ts';
import { textsOf, type Text } from '#gate/texts.ts';

/** So many faults of a file are told; one that holds more was pasted as a whole. */
const most = 20;

/** Characters nobody can see or search for, in every line of every file, comments included. */
export function unseenCharacters(files: ContentFiles): Fault[] {
  return [...files].flatMap(([file, content]) => {
    const text = content.replace(/^\uFEFF/, '');
    if (!strangeCharacters(text).length && !/\u3000/.test(text)) return [];
    // Registers of paragraphs repeat the prose as it was, rows of tables parted by blanks.
    const isRegister = file.startsWith('content/paragraphs/');
    const lines = text.split('\n');
    const bodyFrom = file.endsWith('.mdx') ? lines.indexOf('---', 1) : -1;
    const faults = lines.flatMap((line, index) => {
      const isProse = bodyFrom >= 0 && index > bodyFrom;
      const blanks = isRegister ? [] : wideBlanks(line, isProse ? anyWideBlank : wideBlank);
      const strange = [...strangeCharacters(line), ...blanks];
      return oncePerKind(strange).map((found) => {
        const column = lengthOf(line.slice(0, found.at)) + 1;
        const place = { file, line: index + 1, field: '这一行', value: around(line, found) };
        return fault(
          place,
          `第 ${column} 个字是${nameOf(found)}`,
          found.remedy,
          mendOf(line, found),
        );
      });
    });
    const last = faults[most - 1];
    if (!last || faults.length === most) return faults;
    const remedy = `${last.remedy}。这个文件里这样的还有 ${faults.length - most} 处，改好再查一遍`;
    return [...faults.slice(0, most - 1), { ...last, remedy }];
  });
}

/** Blanks of full width where a paragraph or value begins or ends, or two together. */
const wideBlank = /^(?:[ \t]|[-*+>]\s|#+)*\u3000+|\u3000{2,}|\u3000+(?=\s*$)/gu;

const anyWideBlank = /\u3000/gu;

const wideBlanks = (line: string, pattern: RegExp): StrangeCharacter[] =>
  [...line.matchAll(pattern)].map((match) => ({
    at: match.index + match[0].indexOf('\u3000'),
    text: '\u3000',
    name: '全角空格',
    remedy: /^\s*#/.test(line)
      ? '# 后面用一个半角空格，写成“## 标题”'
      : '删去它；段首不用空格，网页会自己排版',
    instead: /^\s*#/.test(line) ? null : '',
  }));

/** The same for values, which may bring characters in by an escape, and for what only our words lack. */
export function strangeText(library: Library, files: ContentFiles): Fault[] {
  return textsOf(library).flatMap(({ text: words, voice, kind, place }) => {
    const ours = voice === 'printed' ? [] : [...strangeInOurWords(words), ...blanksIn(words, kind)];
    const escaped = strangeCharacters(words).filter(
      ({ text }) => files.get(place().file)?.includes(text) !== true,
    );
    return oncePerKind([...escaped, ...ours]).map((found) =>
      fault(
        { ...place(), value: around(words, found) },
        `里面有${nameOf(found)}`,
        escaped.includes(found) ? `${found.remedy}；它可能写成了 \\u 或 &#…; 的样子` : found.remedy,
        mendOf(words, found),
      ),
    );
  });
}

const mark = '[\\p{Script=Han}，。；：、？！“”‘’《》（）]';
/** Asked first: most texts have none. */
const anyBlank = /[ \t\u3000]/;
const blankInProse = new RegExp(`(?<=${mark})[ \\t]+(?=${mark})|(?<=\\S)\\t(?=\\S)`, 'gu');
const blankInField = new RegExp(`(?<=${mark})[ \\t\\u3000]+(?=${mark})|(?<=\\S)\\t(?=\\S)`, 'gu');

/**
 * Blanks between Han, which part a word from who searches for it. In passages one of full width
 * stands for what is not judged, and those that were typed are found in the lines of the file.
 */
const blanksIn = (text: string, kind: Text['kind']): StrangeCharacter[] =>
  (anyBlank.test(text) ? matchesOf(kind === 'prose' ? blankInProse : blankInField, text) : []).map(
    (match) => ({
      at: match.index,
      text: match[0],
      name: match[0].includes('\u3000') ? '汉字之间的全角空格' : '汉字之间的空格',
      remedy: '删去空格；要停顿就用标点',
      instead: '',
    }),
  );

const mendOf = (text: string, { at, text: found, instead }: StrangeCharacter): Mending | null =>
  instead === null ? null : mendingAt(text, at, found.length, instead);

const nameOf = ({ name, text }: StrangeCharacter): string =>
  `${name}（${codePointsOf([...new Set(text)].slice(0, 6).join(''))}）`;

/** The words to both sides, what cannot be seen named. */
const around = (text: string, { at, text: found }: StrangeCharacter): string =>
  madeVisible(
    [
      [...text.slice(0, at)].slice(-8).join(''),
      found,
      [...text.slice(at + found.length)].slice(0, 8).join(''),
    ].join(''),
  ).replaceAll('\u3000', '[U+3000]');

/** One of each kind: a pasted line holds the same fault many times. */
const oncePerKind = (found: readonly StrangeCharacter[]): StrangeCharacter[] =>
  found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
