/** A practice on its way to readers, as the desk asks and answers. */
import type { BeforePublishing, Done, PastSave, PublishAsked, RetireAsked } from './api.ts';
import { deskFaults } from './faults.ts';
import { filesBeside, nameOfPractice, record } from './practices.ts';
import { takeOut } from '#editing/naming-places.ts';
import { pastSaves, undoSave } from '#editing/past-saves.ts';
import { readPractice } from '#editing/published-files.ts';
import {
  asksWhatChanged,
  countedEdition,
  leaving,
  moveTo,
  publishedEdition,
  release,
  retire,
  withCard,
  type Judging,
} from '#editing/releasing.ts';
import { putBack, standingOf, type Before } from '#editing/saving.ts';
import { readReviewing, readSignatures } from '#editing/signing.ts';
import type { PracticeJudge } from '#gate/practice-judge.ts';
import { groundsFile } from '#gate/records.ts';
import { digestOfStatement } from '#prose/statement.ts';
import { shownName } from '#folders.ts';
import { refuse } from '#refusal.ts';

const by =
  (gate: PracticeJudge): Judging =>
  (id, text) =>
    gate.judge(id, text).faults;

export function beforePublishing(id: string, gate: PracticeJudge): BeforePublishing {
  const name = nameOfPractice(id);
  const text = standingOf(name).text ?? refuse(`没有 ${shownName(name)}。`);
  const inShape = gate.judge(id, withState(text));
  // As long as it cannot be read as a record, nothing else can be said of it.
  const asks = isReadable(id) && asksWhatChanged(id);
  const wanted = asks ? (countedEdition(id, '……') ?? text) : text;
  const all = asks ? gate.judge(id, withState(wanted)).faults : inShape.faults;
  // Those are mended where the practice is read against its source, statement by statement.
  const faults = all.filter(({ file }) => file !== groundsFile(id));
  return {
    faults: deskFaults(faults, shownName(name), withState(text)),
    ungrounded: all.length - faults.length,
    edition: (publishedEdition(id) ?? 0) + (asks || publishedEdition(id) === null ? 1 : 0),
    asksWhatChanged: asks,
    leaving: isReadable(id) ? leaving(id) : [],
    unsigned: unsigned(id, asks),
  };
}

function withState(text: string): string {
  try {
    return withCard(text, [{ edit: 'set', path: ['state'], value: 'published' }]);
  } catch {
    return text;
  }
}

function isReadable(id: string): boolean {
  try {
    readPractice(id);
    return true;
  } catch {
    return false;
  }
}

/** Rounds nobody has signed for the text as it stands; a new edition has none. */
function unsigned(id: string, isNewEdition: boolean): readonly string[] {
  const { rounds } = readReviewing();
  if (isNewEdition || !isReadable(id)) return rounds;
  const { data, statement } = readPractice(id);
  const read = digestOfStatement(statement);
  const signed = new Set(
    readSignatures(id)
      .filter((signature) => signature.read === read && signature.edition === data.edition)
      .map(({ round }) => round),
  );
  return rounds.filter((round) => !signed.has(round));
}

export function publishPractice(asked: PublishAsked, gate: PracticeJudge): Done {
  const { id, whatChanged, acceptLeaving } = asked;
  nameOfPractice(id);
  const { edition, files } = release(id, { whatChanged, accept: acceptLeaving }, by(gate));
  const said = `发布了 ${id} 第 ${edition} 版`;
  return { said: `${said}。再建网站，读者就能看到。`, ...recordForGood(id, files, said) };
}

/** What else names it goes first, since the gate would not have it withdrawn; all or nothing. */
export function retirePractice({ id, places, ...asked }: RetireAsked, gate: PracticeJudge): Done {
  nameOfPractice(id);
  const changed = takeOut(id, places);
  let files: readonly Before[];
  try {
    ({ files } = retire(id, asked, by(gate)));
  } catch (error) {
    putBack(changed);
    throw error;
  }
  const said = `撤下了 ${id}`;
  const along = changed.length === 0 ? '' : `写着它的 ${places.length} 处一并改了。`;
  return {
    said: `${said}：地址、段落和引用都还在，页首写明缘由。${along}`,
    // Readers have what is withdrawn as long as the site is not built, so it can be taken back.
    ...record([...changed, ...files], said, { besides: filesBeside(id) }),
  };
}

export function movePractice({ id, to }: { id: string; to: 'draft' | 'review' }): Done {
  nameOfPractice(id);
  const said = to === 'review' ? `${id} 送审` : `${id} 退回草稿`;
  return { said: `${said}。`, ...record(moveTo(id, to), said, { besides: filesBeside(id) }) };
}

/** What readers may have is not taken back by one click: without a repository it is only saved. */
const recordForGood = (id: string, files: Parameters<typeof record>[0], said: string) =>
  record(files, said, { canBeUndone: false, besides: filesBeside(id) });

export const undoable = (): readonly PastSave[] =>
  pastSaves().map(({ save, at, said }) => ({ save, at, said }));

export function undo(save: string): Done {
  const { said } = undoSave(save);
  return { said: `撤销了：${said}。`, commit: null, notice: null };
}
