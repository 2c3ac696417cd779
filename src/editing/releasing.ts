/** A practice on its way to readers: counted, put on record, withdrawn. One practice at a time. */
import { differenceOf } from '#domain/practice/published-record.ts';
import { spliceCard, type CardEdit } from '#editing/card-splices.ts';
import { carriedRegister } from '#editing/paragraph-registers.ts';
import { readEditions, readPractice } from '#editing/published-files.ts';
import { publish } from '#editing/publishing.ts';
import { putBack, save, standingOf, type Before, type Standing } from '#editing/saving.ts';
import { keysAt } from '#gate/schema-fields.ts';
import { paragraphOf, type Fault } from '#gate/fault.ts';
import { splitFrontmatter } from '#reading/frontmatter.ts';
import { namesOf } from '#reading/practice-names.ts';
import { todayHere } from '#reading/today.ts';
import { shownName } from '#folders.ts';
import { practice } from '#schema/practice.ts';
import { refuse } from '#refusal.ts';

/** So many faults are told; the form shows them all. */
const mostTold = 12;

const nameOf = (id: string): string => `practices/${id}.mdx`;

/** Refuses a practice there is not. */
function standing(id: string, root: string): Standing & { readonly text: string } {
  const now = standingOf(nameOf(id), root);
  return now.text === null ? refuse(`没有 ${shownName(nameOf(id))}。`) : { ...now, text: now.text };
}

/** The whole text of a practice after edits of its card. */
export function withCard(text: string, edits: readonly CardEdit[]): string {
  const parts = splitFrontmatter(text);
  if ('problem' in parts) return refuse('表头现在读不懂，先照提示把它改好。');
  const { card, body } = parts;
  const after = edits.reduce(
    (now, edit) => spliceCard(now, edit, (path, data) => keysAt(practice, path, data)),
    card,
  );
  return `---\n${after}\n---\n${body}`;
}

/** The newest edition readers have; null where they have none. */
export const publishedEdition = (id: string, root = '.'): number | null =>
  readEditions(id, root)[0]?.edition ?? null;

/** Whether the words differ from what readers have under the same edition. */
export function asksWhatChanged(id: string, root = '.'): boolean {
  const newest = readEditions(id, root)[0];
  if (!newest) return false;
  const { data, statement } = readPractice(id, root);
  return data.edition === newest.edition && differenceOf(newest, statement) !== null;
}

/** Texts of paragraphs that leave the prose, which readers may have quoted. */
export const leaving = (id: string, root = '.'): readonly string[] =>
  carriedRegister(id, root).retired.map(({ text }) => text);

/** Counts a new edition in the card, and says what changed; null where none is to be counted. */
export function countedEdition(id: string, whatChanged: string | null, root = '.'): string | null {
  if (!asksWhatChanged(id, root)) return null;
  const note = whatChanged?.replace(/\s+/gu, ' ').trim() ?? '';
  if (note === '') refuse('这一篇和读者手里的不同，要写明改了什么。');
  const edition = (publishedEdition(id, root) ?? 0) + 1;
  return withCard(standing(id, root).text, [
    { edit: 'set', path: ['edition'], value: edition },
    {
      edit: 'insert',
      path: ['changes', 0],
      value: { edition, changedOn: todayHere(), note },
    },
  ]);
}

/** Writes a text in place of a practice that nobody has changed meanwhile. */
function write(id: string, text: string, now: Standing, root: string): void {
  const done = save(nameOf(id), text, now.digest, root);
  if ('changed' in done) refuse(`${shownName(nameOf(id))} 刚刚被别人改过，没有动它。再试一次。`);
}

/** Everything of a practice, and the record of all ids, as it is now. */
export const filesNow = (id: string, root = '.'): readonly Before[] =>
  [...namesOf(id), 'published.yml'].map((name) => ({
    name,
    before: standingOf(name, root).text,
  }));

export interface Released {
  readonly edition: number;
  readonly files: readonly Before[];
}

/** Counts an edition where one is to be counted; the files as they were. */
export function countEdition(
  id: string,
  whatChanged: string | null,
  root = '.',
): readonly Before[] {
  const before = filesNow(id, root);
  const text = countedEdition(id, whatChanged, root);
  if (text !== null) write(id, text, standing(id, root), root);
  return before;
}

/** Faults that a text of a practice would have, by the gate. */
export type Judging = (id: string, text: string) => readonly Fault[];

/**
 * Gives a practice to readers: counts the edition, puts state, paragraphs and record right. Refuses,
 * with everything as it was, what the gate would not let through.
 */
export function release(
  id: string,
  { whatChanged, accept }: { readonly whatChanged: string | null; readonly accept: boolean },
  judge: Judging,
  root = '.',
): Released {
  const files = filesNow(id, root);
  const now = standing(id, root);
  const counted = countedEdition(id, whatChanged, root) ?? now.text;
  const text = withCard(counted, [{ edit: 'set', path: ['state'], value: 'published' }]);
  refuseFaults(judge(id, text));
  write(id, text, now, root);
  return putOnRecord(id, accept, files, root);
}

function putOnRecord(
  id: string,
  accept: boolean,
  files: readonly Before[],
  root: string,
): Released {
  let isDone = false;
  try {
    const done = publish({ accept, only: id, says: false }, root);
    if ('refused' in done) return refuse(saidOf(done.refused.faults));
    if ('waiting' in done) {
      return refuse('有段落要从正文中撤下，读者可能引用过它们。看过以后，勾上同意再发布。');
    }
    isDone = true;
    return { edition: publishedEdition(id, root) ?? 1, files };
  } finally {
    if (!isDone) putBack(files, root);
  }
}

function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) refuse(saidOf(faults));
}

function saidOf(faults: readonly Fault[]): string {
  const rest = faults.length - mostTold;
  return [
    `还有 ${faults.length} 处要改，什么也没有动：`,
    ...faults.slice(0, mostTold).map(paragraphOf),
    ...(rest > 0 ? [`另有 ${rest} 处。`] : []),
  ].join('\n');
}

export interface Retiring {
  readonly by: string;
  readonly reason: string;
  readonly successor: string | null;
}

/** Withdraws a practice that readers have: its address, paragraphs and references stay. */
export function retire(
  id: string,
  { by, reason, successor }: Retiring,
  judge: Judging,
  root = '.',
): Released {
  if (publishedEdition(id, root) === null) {
    refuse('这一篇还没有发布过，读者手里没有它，不用撤下；不要了就把文件删去。');
  }
  const files = filesNow(id, root);
  const now = standing(id, root);
  const said = { on: todayHere(), by, reason, ...(successor === null ? {} : { successor }) };
  const text = withCard(now.text, [
    { edit: 'set', path: ['state'], value: 'retired' },
    { edit: 'set', path: ['retired'], value: said },
  ]);
  refuseFaults(judge(id, text));
  write(id, text, now, root);
  return putOnRecord(id, false, files, root);
}

/** Sets the state of a practice no reader has yet. */
export function moveTo(id: string, to: 'draft' | 'review', root = '.'): readonly Before[] {
  if (publishedEdition(id, root) !== null) {
    refuse('这一篇已经发布过，不能退回草稿：改好以后再发布一版，或者撤下。');
  }
  const files = filesNow(id, root);
  const now = standing(id, root);
  write(id, withCard(now.text, [{ edit: 'set', path: ['state'], value: to }]), now, root);
  return files;
}
