/** Faults as a form shows them: with the field they are about, and the mend in the text. */
import type { DeskFault, FieldPath, Mend, Span } from './api.ts';
import { desk as words } from '#words/desk-server.ts';
import type { Fault } from '#gate/fault.ts';
import { fieldName } from '#gate/field-names.ts';
import { keysAt } from '#gate/schema-fields.ts';
import { isYaml, readYaml } from '#reading/yaml.ts';
import { splitFrontmatter } from '#reading/frontmatter.ts';
import { shownName } from '#folders.ts';
import { practice } from '#schema/practice.ts';
import { treePlaces } from '#editing/card-tree.ts';

/** So many lines behind the one a fault names may hold what is to be mended: a paragraph begins there. */
const farthest = 40;

/** `text` is what was judged; faults of other files keep neither path nor mend. */
export function deskFaults(faults: readonly Fault[], file: string, text: string): DeskFault[] {
  const { places, data } = placesIn(text);
  const lines = text.split('\n');
  return faults.map((fault): DeskFault => {
    const { field, line, value, problem, remedy } = fault;
    const isOwn = fault.file === file;
    return {
      file: fault.file,
      field,
      line,
      value,
      problem,
      // Where a command would be named, the desk has a place of its own.
      remedy: isOfGrounds(fault) ? words.inReview : remedy,
      path: isOwn && line !== null ? pathOf(fault, places, data) : null,
      mend: isOwn ? mendOf(fault, lines) : null,
    };
  });
}

const isOfGrounds = ({ file }: Pick<Fault, 'file'>): boolean =>
  file.startsWith(shownName('grounds/'));

type Places = ReadonlyMap<number, readonly FieldPath[]>;

/** The fields that stand in each line of a file. */
function placesIn(text: string): { readonly places: Places; readonly data: unknown } {
  const parts = splitFrontmatter(text);
  const places = new Map<number, FieldPath[]>();
  const yaml = 'problem' in parts ? [] : readYaml(parts.card);
  if ('problem' in parts || !isYaml(yaml)) return { places, data: null };
  for (const [path, line] of treePlaces(parts.card)) {
    const at = line + 1; // the first line is that of `---`
    places.set(at, [...(places.get(at) ?? []), path]);
  }
  return { places, data: yaml.data };
}

/**
 * Where several fields stand in one line, the fault's own words tell them apart. One that is missing
 * is told of in the line of what it belongs to.
 */
function pathOf({ field, line }: Fault, places: Places, data: unknown): FieldPath | null {
  const here = places.get(line ?? 0) ?? [];
  const missing = here.flatMap((path) =>
    keysAt(practice, path, data).map((key): FieldPath => [...path, key]),
  );
  return [...here, ...missing].find((path) => fieldName(path) === field) ?? here[0] ?? null;
}

function mendOf({ line, mend }: Fault, lines: readonly string[]): Mend | null {
  if (!mend || line === null) return null;
  for (let at = line - 1; at < Math.min(lines.length, line - 1 + farthest); at += 1) {
    const column = (lines[at] ?? '').indexOf(mend.from);
    if (column < 0) continue;
    const start = lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0) + column;
    return narrowed(start, mend.from, mend.to);
  }
  return null;
}

/** Without what stays the same at both ends. */
function narrowed(start: number, from: string, to: string): Mend {
  const most = Math.min(from.length, to.length);
  let head = 0;
  while (head < most && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < most - head && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  const text = to.slice(head, to.length - tail);
  const label = text.trim() === '' ? '删去' : `改成“${text}”`;
  return { from: start + head, to: start + from.length - tail, text, label };
}

/** Where a run of Han and numbers stands in a text, punctuation in between taken along. */
export function rangesOf(runs: readonly string[], text: string): (Span & { length: number })[] {
  const places: number[] = [];
  let bare = '';
  for (const { 0: character, index } of text.matchAll(/[\p{Script=Han}\p{Number}]/gu)) {
    for (let unit = 0; unit < character.length; unit += 1) places.push(index + unit);
    bare += character;
  }
  const ranges: (Span & { length: number })[] = [];
  for (const run of new Set(runs)) {
    for (let at = bare.indexOf(run); at >= 0 && run !== ''; at = bare.indexOf(run, at + 1)) {
      const from = places[at] ?? 0;
      const to = (places[at + run.length - 1] ?? 0) + 1;
      ranges.push({ from, to, length: run.length });
    }
  }
  return ranges.sort((a, b) => a.from - b.from);
}
