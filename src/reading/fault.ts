import { Refusal } from '#refusal.ts';

/** One thing an editor has to put right before the library can be published. */
export interface Fault {
  /** From the project's folder on: `content/practices/bengbu-wei-fating.mdx`. */
  readonly file: string;
  /** Line in that file, counted from 1; null where the fault is the whole file's. */
  readonly line: number | null;
  /** In an editor's words, the field's own name behind it: `摘要（summary）`. */
  readonly field: string;
  /** What stands there now; null where nothing does. */
  readonly value: string | null;
  /** What is wrong, without a full stop. */
  readonly problem: string;
  /** Where to look or what to write instead, without a full stop. */
  readonly remedy: string;
  /** Where nothing else can be meant: what is to be written in place of what. */
  readonly mend?: Mending;
}

/** Words that stand in the fault's line, or behind it in the same paragraph, and what they become. */
export interface Mending {
  readonly from: string;
  readonly to: string;
}

/** Where a fault is, before it is said what is wrong there. */
export type Place = Pick<Fault, 'file' | 'line' | 'field' | 'value'>;

/** What is wrong with a text whose file is not known here. */
export interface TextFault extends Omit<Fault, 'file' | 'field'> {
  /** Name of the field whose line it is in. */
  readonly key?: string;
}

export const fault = (
  place: Place,
  problem: string,
  remedy: string,
  mend: Mending | null = null,
): Fault => ({ ...place, problem, remedy, ...(mend === null ? {} : { mend }) });

/** Some words to both sides tell the place that is meant from others like it. */
export const mendingAt = (text: string, at: number, length: number, to: string): Mending => {
  const before = [...text.slice(0, at)].slice(-6).join('');
  const behind = [...text.slice(at + length)].slice(0, 6).join('');
  return { from: before + text.slice(at, at + length) + behind, to: before + to + behind };
};

/** The fault as one paragraph for someone who does not program. */
export function paragraphOf({ file, line, field, value, problem, remedy }: Fault): string {
  const where = line === null ? file : `${file} 第 ${line} 行`;
  const what = value === null ? field : `${field}写着「${shortened(value)}」`;
  return `${where}，${what}：${problem}。${remedy}。`;
}

/** Marks what would break the line, or would not be seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;

const shortened = (value: string): string => {
  const line = value
    .slice(0, 200)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(unseen, (mark) => `[U+${codeOf(mark)}]`);
  const characters = [...line];
  return characters.length > 60 ? `${characters.slice(0, 58).join('')}……` : line;
};

/** `200B` */
export const codeOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** Some characters to both sides of a place in a text, so that an editor can find it. */
export const excerpt = (text: string, at: number, length = 1): string =>
  [
    ...[...text.slice(0, at)].slice(-10),
    text.slice(at, at + length),
    ...[...text.slice(at + length)].slice(0, 10),
  ]
    .join('')
    .replace(/\s+/g, ' ');

/** Content that cannot be read, told in the words of its faults. */
export class FaultyContent extends Refusal {
  constructor(faults: readonly Fault[]) {
    super(faults.map(paragraphOf).join('\n'));
  }
}
