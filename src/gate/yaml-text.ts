import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { FieldPath } from '#gate/field-names.ts';
import { parseYaml } from '#prose/yaml.ts';

/** YAML that could be read, with the way back from a field to its line. */
export interface YamlText {
  readonly data: unknown;
  /** Line of the field in its file, or of the nearest field above that stands there. */
  readonly lineOf: (path: FieldPath) => number;
  /** A value letter for letter as the editor typed it, without quotes; null where none stands. */
  readonly typedAt: (path: FieldPath) => string | null;
}

export interface YamlFault {
  readonly line: number;
  readonly value: string | null;
  readonly problem: string;
  readonly remedy: string;
}

/** What goes wrong most, by the parser's name for it. */
const explanations: Readonly<Partial<Record<YAMLError['code'], readonly [string, string]>>> = {
  DUPLICATE_KEY: ['同一个字段写了两遍', '只留一处，另一处删掉'],
  TAB_AS_INDENT: ['行首用了制表符（Tab）', '把行首的 Tab 换成空格'],
  BAD_INDENT: ['行首空格的数目和上下行对不齐', '同一级的字段行首空格要一样多'],
  MISSING_CHAR: ['少了收尾的引号、括号或冒号', '检查这一行和上一行的引号、方括号、花括号是否成对'],
  BLOCK_AS_IMPLICIT_KEY: [
    '一行里出现了两处“冒号加空格”，程序分不清哪个是字段名',
    '把冒号后面的整段文字用英文单引号括起来，或改用中文冒号',
  ],
  MULTILINE_IMPLICIT_KEY: [
    '字段名后面少了“冒号加空格”',
    '写成“字段名: 内容”的样子，冒号用半角，后面空一格',
  ],
};

/** Slips of typing that the parser reports as something else, in the line it names or the one above. */
const slips: readonly (readonly [typed: RegExp, problem: string, remedy: string])[] = [
  [/^\s*(- )?[\w-]+：/, '字段名后面用了全角冒号', '改成半角冒号，后面空一格，例如 title: 标题'],
  [/^\s*(- )?[\w-]+:[^\s]/, '冒号后面少了一个空格', '冒号后面空一格，例如 title: 标题'],
];

const openBracket = ['列表或花括号没有收尾', '检查这一行和上一行的方括号、花括号是否成对'] as const;

function explanationOf(error: YAMLError, typed: readonly string[]): readonly [string, string] {
  for (const [pattern, problem, remedy] of slips) {
    if (typed.some((line) => pattern.test(line))) return [problem, remedy];
  }
  if (error.message.includes('must be sufficiently indented and end with')) return openBracket;
  return (
    explanations[error.code] ?? [
      '这里的写法程序读不懂',
      '对照 content/README.md 里的样例，检查冒号、引号、括号和行首空格',
    ]
  );
}

/** Reads YAML that begins on the given line of its file. */
export function readYaml(text: string, firstLine: number): YamlText | YamlFault {
  let data: unknown;
  try {
    data = parseYaml(text);
  } catch {
    return faultIn(text, firstLine);
  }
  const find = (path: FieldPath): { offset: number; node: unknown } => {
    let node: unknown = parse(text).document.contents;
    let offset = 0;
    for (const key of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
        if (!pair || !isScalar(pair.key)) return { offset, node: null };
        offset = pair.key.range?.[0] ?? offset;
        node = pair.value;
      } else if (isSeq(node) && typeof key === 'number') {
        node = node.items[key];
        if (isScalar(node) || isMap(node) || isSeq(node)) offset = node.range?.[0] ?? offset;
      } else {
        return { offset, node: null };
      }
    }
    return { offset, node };
  };
  return {
    data,
    lineOf: (path) => lineAt(text, find(path).offset, firstLine),
    typedAt: (path) => {
      const { node } = find(path);
      return isScalar(node) ? (node.source ?? null) : null;
    },
  };
}

/** What is wrong first with YAML that cannot be read. */
function faultIn(text: string, firstLine: number): YamlFault {
  const [error] = parse(text).document.errors;
  if (!error) throw new Error(`This YAML could not be read and has no fault:\n${text}`);
  const line = lineAt(text, error.pos[0], firstLine);
  const typed = text.split('\n').slice(Math.max(0, line - firstLine - 1), line - firstLine + 1);
  const [problem, remedy] = explanationOf(error, typed);
  return { line, value: typed.at(-1)?.trim() ?? null, problem, remedy };
}

const lineAt = (text: string, offset: number, firstLine: number): number =>
  parse(text).lines.linePos(offset).line + firstLine - 1;

interface Parsed {
  readonly text: string;
  readonly document: ReturnType<typeof parseDocument>;
  readonly lines: LineCounter;
}

/**
 * Syntax trees are large and wanted again only where something is wrong, many times in one file:
 * the last one is kept, the others are made anew.
 */
let last: Parsed | null = null;

function parse(text: string): Parsed {
  if (last?.text === text) return last;
  const lines = new LineCounter();
  last = { text, document: parseDocument(text, { lineCounter: lines }), lines };
  return last;
}

export const isYamlFault = (read: YamlText | YamlFault): read is YamlFault => 'problem' in read;
