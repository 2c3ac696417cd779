/** A practice at work: opened, edited field by field, judged, kept, saved. */
import { existsSync } from 'node:fs';
import type {
  Edited,
  EditAsked,
  Judged,
  Kept,
  OpenPractice,
  SaveAsked,
  Saved,
  Taken,
  Working,
} from './api.ts';
import { deskFaults, rangesOf } from './faults.ts';
import { spliceCard, type FieldOrder } from '#editing/card-splices.ts';
import { commitFiles, isInRepository } from '#editing/commits.ts';
import { forgetTyping, keepTyping, typingOf } from '#editing/kept-typing.ts';
import { keepPublishedText } from '#editing/published-texts.ts';
import { rememberSave } from '#editing/past-saves.ts';
import { obstacleTo, save, standingOf, type Standing } from '#editing/saving.ts';
import { documentOnRecordFor, fileOnRecordFor } from '#editing/sources-on-record.ts';
import { sourceTakenFor } from '#editing/taken-sources.ts';
import { keysAt } from '#gate/schema-fields.ts';
import type { PracticeJudge } from '#gate/practice-judge.ts';
import { contentPath, shownName } from '#folders.ts';
import { namesOf } from '#reading/practice-names.ts';
import { splitFrontmatter } from '#reading/frontmatter.ts';
import { isYaml, readYaml } from '#reading/yaml.ts';
import { id as idSchema } from '#schema/fields.ts';
import { practice } from '#schema/practice.ts';
import { refusalIn, refuse } from '#refusal.ts';

/** The file changed since it was read; nothing was written. */
export class ChangedMeanwhile extends Error {
  readonly theirs: Standing;

  constructor(theirs: Standing) {
    super('这个文件在您打开以后被别人改过，没有覆盖它。请把两边对照，再决定存哪一个。');
    this.theirs = theirs;
  }
}

/** Its path in the content folder. Refuses what is no id, so that no request leads out of the folder. */
export function nameOfPractice(id: string): string {
  if (!idSchema.safeParse(id).success) refuse(`编号“${id.slice(0, 60)}”不合格。`);
  return `practices/${id}.mdx`;
}

export function openPractice(id: string): OpenPractice {
  const name = nameOfPractice(id);
  const { text: saved, digest } = standingOf(name);
  const typing = typingOf(id);
  if (saved === null && typing === null) refuse(`没有 ${shownName(name)}。`);
  const isRestored = typing !== null && typing.text !== saved;
  const text = isRestored ? typing.text : (saved ?? '');
  return {
    id,
    file: shownName(name),
    digest,
    saved: saved ?? '',
    text,
    ...takenApart(text),
    restored: isRestored ? { at: typing.at, isStale: typing.digest !== digest } : null,
    cannotSave: obstacleTo(name),
    source: sourceTakenFor(id) ?? fileOnRecordFor(id),
  };
}

/** What a text says, as far as it can be read. */
export function takenApart(text: string): Taken {
  const parts = splitFrontmatter(text);
  if ('problem' in parts) return { data: null, body: text, bodyLine: 1 };
  const { card, body, bodyLine } = parts;
  const yaml = readYaml(card, { firstLine: 2 });
  return { data: isYaml(yaml) ? yaml.data : null, body, bodyLine };
}

const order: FieldOrder = (path, data) => keysAt(practice, path, data);

/** A text after edits of its fields and prose; only the lines of what was edited differ. */
export function editText(text: string, edits: EditAsked['edits']): string {
  return edits.reduce((now, edit) => {
    const parts = splitFrontmatter(now);
    if ('problem' in parts) return refuse('表头现在读不懂，先照提示把它改好，再改各栏。');
    const { card, body, bodyLine } = parts;
    const lines = now.split('\n');
    const marks = { open: lines[0] ?? '---', close: lines[bodyLine - 2] ?? '---' };
    const [nextCard, nextBody] =
      edit.edit === 'prose' ? [card, edit.body] : [spliceCard(card, edit, order), body];
    return `${marks.open}\n${nextCard}\n${marks.close}\n${nextBody}`;
  }, text);
}

export function edit({ text, edits }: EditAsked): Edited {
  const after = editText(text, edits);
  return { text: after, ...takenApart(after) };
}

export function judge({ id, text }: Working, gate: PracticeJudge): Judged {
  const file = shownName(nameOfPractice(id));
  const { faults, notices } = gate.judge(id, text);
  const copied = faults.filter(({ problem }) => /^与原文连续 \d+ 个字相同$/.test(problem));
  const runs = copied.flatMap(({ value }) => value ?? []);
  return {
    ...takenApart(text),
    faults: deskFaults(faults, file, text),
    copied: rangesOf(runs, text),
    notices,
  };
}

export function keep({ id, text, digest, window = '' }: Kept): { readonly at: string } {
  nameOfPractice(id);
  const at = new Date().toISOString();
  keepTyping(id, window, { text, digest, at });
  return { at };
}

export function drop(id: string): OpenPractice {
  nameOfPractice(id);
  forgetTyping(id, {});
  return openPractice(id);
}

export function saveText({ id, text, digest, window }: SaveAsked): Saved {
  const name = nameOfPractice(id);
  const standing = standingOf(name);
  if (standing.text !== null && standing.digest === digest) {
    try {
      keepPublishedText(id, standing.text);
    } catch {
      // A review has less to compare with; that must not keep anybody from saving.
    }
  }
  const done = save(name, text, digest);
  if ('changed' in done) throw new ChangedMeanwhile(done.changed);
  forgetTyping(id, { ...(window === undefined ? {} : { window }), saying: text });
  const said = `保存 ${shownName(name)}，改了 ${done.changedLines} 行`;
  const recorded =
    done.digest === digest
      ? nothingRecorded
      : record([{ name, before: done.before }], said, { besides: filesBeside(id) });
  return { digest: done.digest, changedLines: done.changedLines, ...recorded };
}

const nothingRecorded = { commit: null, notice: null } as const;

/** What else is written of a practice while it is read, a tick at a time: it goes with the next commit. */
export const filesBeside = (id: string): readonly string[] => {
  const document = documentOnRecordFor(id);
  return [...namesOf(id), ...(document === null ? [] : [`attributions/${document}.yml`])].filter(
    (name) => existsSync(contentPath(name)),
  );
};

/** Puts saved files on record: as a commit, or so that they can be undone. */
export function record(
  files: readonly { readonly name: string; readonly before: string | null }[],
  said: string,
  {
    canBeUndone = true,
    besides = [],
  }: { readonly canBeUndone?: boolean; readonly besides?: readonly string[] } = {},
): { readonly commit: string | null; readonly notice: string | null } {
  const written = files
    .map((file) => ({ ...file, ...standingOf(file.name) }))
    .filter(({ before, text }) => before !== text)
    .map(({ name, before, digest }) => ({ name, before, digest }));
  if (written.length === 0) return nothingRecorded;
  if (isInRepository()) {
    const names = [...written.map(({ name }) => name), ...besides];
    return commitFiles([...new Set(names)], said);
  }
  if (!canBeUndone) return nothingRecorded;
  try {
    rememberSave({ at: new Date().toISOString(), said, files: written });
    return nothingRecorded;
  } catch (error) {
    const reason = refusalIn(error)?.message ?? '';
    return { commit: null, notice: `文件已经保存，但这一次不能撤销。${reason}` };
  }
}
