import type { Root } from 'mdast';
import { shownName } from '#folders.ts';
import { parseProse } from '#prose/blocks.ts';
import { ProseOutOfBounds } from '#prose/bounds.ts';
import { FaultyContent, type TextFault } from '#reading/fault.ts';
import type { Parts } from '#reading/frontmatter.ts';

/** The tree of a body, or the one fault that keeps it from being read, its line counted in the body. */
export function readProse(body: string): { readonly tree: Root } | (TextFault & { line: number }) {
  try {
    return { tree: parseProse(body) };
  } catch (error) {
    const line = lineOfError(error);
    const value = body.split('\n')[line - 1] ?? null;
    if (error instanceof ProseOutOfBounds) {
      return { line, value, problem: error.message, remedy: error.remedy };
    }
    const remedy = value?.includes('<!--')
      ? '正文里不能写 <!-- --> 注释，删去它；要让读者看到的写成编者注 <Note>'
      : '检查这一行附近的尖括号和花括号：绘图组件要成对，例如 <Steps caption="…"> 与 </Steps>；文字里不用 < > { }';
    return { line, value, problem: '正文的标记程序读不懂', remedy };
  }
}

/** The tree of prose that has passed the gate. Throws on any other. `name` as in `shownName`. */
export function readSoundProse({ body, bodyLine }: Parts, name: string): Root {
  const read = readProse(body);
  if ('tree' in read) return read.tree;
  const line = bodyLine + read.line - 1;
  throw new FaultyContent([{ ...read, line, file: shownName(name), field: '正文' }]);
}

/** Parsers of MDX throw a message with a place, of a point or of a range. */
function lineOfError(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 1;
  const line: unknown = Reflect.get(error, 'line');
  return typeof line === 'number' ? line : 1;
}
