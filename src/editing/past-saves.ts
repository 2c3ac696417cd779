import { forgetInDesk, keepInDesk, keptInDesk, namesInDesk } from '#editing/desk-folder.ts';
import { save, standingOf } from '#editing/saving.ts';
import { shownName } from '#folders.ts';
import { refuse } from '#refusal.ts';

/** A save that can be undone: the files it wrote, as they were before. */
export interface PastSave {
  /** ISO 8601 */
  readonly at: string;
  readonly said: string;
  readonly files: readonly {
    readonly name: string;
    /** Null where there was none. */
    readonly before: string | null;
    /** Digest of what the save wrote. */
    readonly digest: string;
  }[];
}

const folder = 'saves';
const most = 10;

/** Remembers a save, and forgets the eleventh before it. */
export function rememberSave(past: PastSave, root = '.'): void {
  const stamp = past.at.replace(/\D/g, '');
  const taken = new Set(namesInDesk(folder, root));
  let number = 0;
  while (taken.has(`${stamp}-${number}.json`)) number += 1;
  keepInDesk(`${folder}/${stamp}-${number}.json`, past, root);
  for (const name of namesInDesk(folder, root).slice(0, -most))
    forgetInDesk(`${folder}/${name}`, root);
}

/** Newest first, each with its name. */
export const pastSaves = (root = '.'): readonly (PastSave & { readonly save: string })[] =>
  namesInDesk(folder, root)
    .toReversed()
    .flatMap((name) => {
      const past = keptInDesk<PastSave>(`${folder}/${name}`, root);
      return past ? [{ ...past, save: name }] : [];
    });

/** Puts the files of a save back as they were; refuses where one has been changed since. */
export function undoSave(name: string, root = '.'): PastSave {
  const past = pastSaves(root).find((one) => one.save === name);
  if (!past) refuse('没有这一次保存，它可能已经撤销过了。');
  const changed = past.files.find((file) => standingOf(file.name, root).digest !== file.digest);
  if (changed) {
    refuse(
      `${shownName(changed.name)} 后来又改过，撤销会丢掉后来的改动。先撤销后面的，或者直接改。`,
    );
  }
  const made = past.files.find(({ before }) => before === null);
  if (made) refuse(`${shownName(made.name)} 是这一次新建的，撤销等于删去它；请自己删。`);
  for (const file of past.files) save(file.name, file.before ?? '', file.digest, root);
  forgetInDesk(`${folder}/${name}`, root);
  return past;
}
