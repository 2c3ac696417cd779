import { isDeepStrictEqual } from 'node:util';
import { CORE_SCHEMA, load } from 'js-yaml';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
  type YAMLError,
} from 'yaml';
import { shownName } from '#folders.ts';
import { FaultyContent, type TextFault } from '#reading/fault.ts';
import { isHarmless } from '#reading/harmless-yaml.ts';
import { strangeIn } from '#reading/text-file.ts';

/** Where a value stands in a file: `['figures', 2, 'unit']`. */
type Path = readonly PropertyKey[];

/** YAML that could be read, with the way back from a field to its line. */
export interface YamlText {
  readonly data: unknown;
  /** Line of the field in its file, or of the nearest field above that stands there. */
  readonly lineOf: (path: Path) => number;
}

export interface YamlOptions {
  /** Line of the file on which the YAML begins. */
  readonly firstLine?: number;
  /** Whether a value may run over several lines, as a paragraph in a register does. */
  readonly keepsLines?: boolean;
}

/** More than any file of ours needs, and little enough to be read at once. */
const bounds = { depth: 16, keys: 5000, faults: 20 } as const;

/** What goes wrong most, by the parser's name for it. */
const explanations: Readonly<Partial<Record<YAMLError['code'], readonly [string, string]>>> = {
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
  MULTIPLE_DOCS: ['中间有单独一行 --- 或 ...，后面的内容读不到', '删去这一行'],
};

const quoteIt = '把整个值用英文单引号括起来，值里的单引号写两遍';

/** Slips of typing that the parser reports as something else, in the line it names or the one above. */
const slips: readonly (readonly [typed: RegExp, problem: string, remedy: string])[] = [
  [/^\s*(- )?[\w-]+：/, '字段名后面用了全角冒号', '改成半角冒号，后面空一格，例如 title: 标题'],
  [/^\s*(- )?[\w-]+:[\u3000\u00A0]/, '冒号后面是全角空格', '换成一个半角空格，例如 title: 标题'],
  [/^\s*(- )?[\w-]+:[^\s]/, '冒号后面少了一个空格', '冒号后面空一格，例如 title: 标题'],
  [/^\s*(- )*([\w-]+:\s+)?[*&!%@`]/, '值开头的符号在这里另有意思，整段读不出来', quoteIt],
];

const openBracket = ['列表或花括号没有收尾', '检查这一行和上一行的方括号、花括号是否成对'] as const;

const unclear = [
  '这里的写法程序读不懂',
  '对照 content/README.md 里的样例，检查冒号、引号、括号和行首空格',
] as const;

const tooDeep = ['一层套一层，套得太深', '检查括号和行首空格，恢复成样例里的样子'] as const;

function explanationOf(error: YAMLError, typed: readonly string[]): readonly [string, string] {
  for (const [pattern, problem, remedy] of slips) {
    if (typed.some((line) => pattern.test(line))) return [problem, remedy];
  }
  if (error.message.includes('must be sufficiently indented and end with')) return openBracket;
  return explanations[error.code] ?? unclear;
}

/**
 * What a YAML text says, or why it cannot be taken for what its editor meant. Only values that
 * come out as they were typed pass: no tags, anchors, aliases, folded lines, comments behind a
 * bare value or numbers that would change. Whoever reads YAML of the content reads it here.
 */
export function readYaml(text: string, options: YamlOptions = {}): YamlText | readonly TextFault[] {
  const { firstLine = 1, keepsLines = false } = options;
  const at = (line: number | null, problem: string, remedy: string): readonly TextFault[] => [
    { line: line === null ? null : line + firstLine - 1, value: null, problem, remedy },
  ];
  try {
    if (!isHarmless(text, keepsLines)) {
      const faults = faultsIn(text, firstLine, keepsLines);
      if (faults.length > 0) return faults;
    }
    return yamlText(text, valueOf(text), firstLine);
  } catch (error) {
    if (error instanceof RangeError) return at(null, ...tooDeep);
    // The fast reader refuses what the explaining one has no objection to, or was not asked about.
    const faults = faultsIn(text, firstLine, keepsLines);
    return faults.length > 0 ? faults : at(1, ...unclear);
  }
}

/** js-yaml reads eight times as fast as yaml, which explains mistakes. */
const valueOf = (text: string): unknown => load(text, { schema: CORE_SCHEMA }) ?? null;

/** The data of YAML that has passed the gate. Throws on any other. `name` as in `shownName`. */
export function readSoundYaml(text: string, name: string, options: YamlOptions = {}): unknown {
  const read = readYaml(text, options);
  if (isYaml(read)) return read.data;
  const file = shownName(name);
  throw new FaultyContent(read.map((fault) => ({ ...fault, file, field: fault.key ?? '这一行' })));
}

export const isYaml = (read: YamlText | readonly TextFault[]): read is YamlText => 'data' in read;

function yamlText(text: string, data: unknown, firstLine: number): YamlText {
  const offsetOf = (path: Path): number => {
    let node: unknown = parse(text).document.contents;
    let offset = 0;
    for (const key of path) {
      if (isMap(node)) {
        const pair = node.items.find(
          (item) => isScalar(item.key) && String(item.key.value) === String(key),
        );
        if (!pair || !isScalar(pair.key)) return offset;
        offset = pair.key.range?.[0] ?? offset;
        node = pair.value;
      } else if (isSeq(node) && typeof key === 'number') {
        node = node.items[key];
        if (isScalar(node) || isMap(node) || isSeq(node)) offset = node.range?.[0] ?? offset;
      } else {
        return offset;
      }
    }
    return offset;
  };
  return { data, lineOf: (path) => lineAt(text, offsetOf(path), firstLine) };
}

/** What is wrong with YAML that cannot be read, or would be read as something else. */
function faultsIn(text: string, firstLine: number, keepsLines: boolean): readonly TextFault[] {
  let parsed: Parsed;
  try {
    parsed = parse(text);
  } catch {
    return [{ line: null, value: null, problem: tooDeep[0], remedy: tooDeep[1] }];
  }
  const { document } = parsed;
  const lines = text.split('\n');
  const told = (offset: number, problem: string, remedy: string): TextFault => {
    const line = lineAt(text, offset, firstLine);
    return { line, value: lines[line - firstLine]?.trim() ?? null, problem, remedy };
  };
  const [error] = document.errors;
  if (error) {
    const line = lineAt(text, error.pos[0], 1);
    const [problem, remedy] = explanationOf(error, lines.slice(Math.max(0, line - 2), line));
    return [told(error.pos[0], problem, remedy)];
  }
  const marker = /^(%|---|\.\.\.)/m.exec(text);
  if (marker) return [told(marker.index, '这一行在这里另有意思', '删去这一行，或给它加上引号')];
  const faults: TextFault[] = [];
  for (const [offset, problem, remedy] of changes(text, document.contents, keepsLines)) {
    const found = told(offset, problem, remedy);
    const key = /^(?:- )*([\w-]+):/.exec(found.value ?? '')?.[1];
    faults.push(key === undefined ? found : { ...found, key });
    if (faults.length === bounds.faults) break;
  }
  if (faults.length > 0) return faults;
  // Where two readers do not agree, another program would read a third thing.
  return readersAgree(text, document) ? [] : [told(0, '有的值可以读成两样', doubt)];
}

const doubt = '把拿不准的值都用英文单引号括起来';

function readersAgree(text: string, document: Parsed['document']): boolean {
  try {
    return isDeepStrictEqual(document.toJS({ maxAliasCount: 0 }) ?? null, valueOf(text));
  } catch {
    return false;
  }
}

type Change = readonly [offset: number, problem: string, remedy: string];

/** Everything in a tree that reads differently from what was typed. */
function* changes(text: string, root: unknown, keepsLines: boolean): Generator<Change> {
  const waiting: [node: unknown, depth: number][] = [[root, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, depth] = next;
    if (isAlias(node)) {
      yield [node.range?.[0] ?? 0, '以 * 开头的值会被当成对别处的引用', quoteIt];
      continue;
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) continue;
    const offset = node.range?.[0] ?? 0;
    if (depth > bounds.depth) {
      yield [offset, ...tooDeep];
      return;
    }
    if (node.tag !== undefined) yield [offset, '以 ! 开头的值会被当成类型标记', quoteIt];
    if (node.anchor !== undefined) yield [offset, '以 & 开头的值会被当成名字，供别处引用', quoteIt];
    if (isScalar(node)) yield* changesOfScalar(text, node, keepsLines);
    else if (isSeq(node)) {
      for (const item of [...node.items].reverse()) waiting.push([item, depth + 1]);
    } else {
      if (node.items.length > bounds.keys) {
        yield [offset, `有 ${node.items.length} 个字段，太多了`, '删去多出来的字段'];
        return;
      }
      const keys = new Set<unknown>();
      for (const { key } of node.items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) {
          yield [key.range?.[0] ?? offset, '同一个字段写了两遍', '只留一处，另一处删掉'];
          return;
        }
        keys.add(key.value);
      }
      for (const { key, value } of [...node.items].reverse()) {
        waiting.push([value, depth + 1]);
        if (!isScalar(key)) yield [offset, '字段名不是一个词', unclear[1]];
        else if (key.value === '<<' || key.value === '__proto__') {
          yield [key.range?.[0] ?? offset, '这个字段名不能用', '删去这一行，或换一个字段名'];
        } else waiting.push([key, depth + 1]);
      }
    }
  }
}

const blankAtEnd = /^[\u3000\u00A0]|[\u3000\u00A0]$/u;

function* changesOfScalar(text: string, node: Scalar, keepsLines: boolean): Generator<Change> {
  const [start = 0, end = 0] = node.range ?? [];
  const typed = text.slice(start, end);
  const { value, type } = node;
  if (type === Scalar.BLOCK_FOLDED) {
    yield [start, '用 > 折成一段的文字，换行处会多出空格', '写成一行，不用 >'];
  } else if (type !== Scalar.BLOCK_LITERAL && typed.includes('\n')) {
    yield [start, '一个值分成了几行，换行处会多出空格', '写成一行'];
  } else if (!keepsLines && typeof value === 'string' && value.trim().includes('\n')) {
    yield [start, '一个值里有换行', '写成一行；有几条就写成列表，每条以“- ”开头'];
  }
  if (type === Scalar.PLAIN) {
    if (/^[ \t]+#/.test(text.slice(end, end + 9)) || (typed === '' && /^#/.test(text.slice(end)))) {
      yield [
        start,
        '值没有加引号，空格加 # 后面的字会被当成注释丢掉',
        '# 是正文的，把整个值用英文单引号括起来；是注释的，另起一行写',
      ];
    }
    if (typeof value === 'number' && String(value) !== typed) {
      yield [
        start,
        `没有加引号，“${typed.slice(0, 40)}”被当成了数字，会读成 ${value}`,
        `用英文单引号括起来，写成 '${typed.slice(0, 40)}'`,
      ];
    }
  }
  if (typeof value !== 'string') return;
  if (blankAtEnd.test(value)) yield [start, '值的两头有全角空格', '删去它'];
  if (!value.isWellFormed()) {
    yield [start, '\\u 后面的编码不是一个完整的字', '直接写出这个字'];
    return;
  }
  const strange = strangeIn(value);
  if (strange !== null) {
    yield [start, `值里写出了控制字符${strange}`, '删去它'];
    return;
  }
  const code = type === Scalar.QUOTE_DOUBLE ? escapeIn(typed) : null;
  if (code !== null && !(keepsLines && code === '\\n')) {
    yield [start, `双引号里的 ${code} 是代码，会变成别的字`, '直接写出要显示的字，去掉反斜杠'];
  }
}

/** The first escape that stands for something else than a quotation mark or a backslash. */
const escapeIn = (typed: string): string | null =>
  /\\(?:x.{2}|u.{4}|U.{8}|[^"\\/])/u.exec(typed.replaceAll('\\\\', ''))?.[0] ?? null;

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
  // Tags without a meaning are told below, and not by a warning of the parser's.
  // Its own search for equal keys takes half a minute for twenty thousand of them.
  const options = { lineCounter: lines, logLevel: 'silent', uniqueKeys: false } as const;
  last = { text, document: parseDocument(text, options), lines };
  return last;
}
