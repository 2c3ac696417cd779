import { existsSync, statSync } from 'node:fs';
import { judgeParts, judgingParts, type Judgement } from '#gate/check.ts';
import { copiedWording } from '#gate/copied.ts';
import { paragraphOf, type Fault } from '#gate/fault.ts';
import { Judges, type Briefing } from '#gate/judges.ts';
import type { ContentFiles } from '#gate/records.ts';
import { isPicture, siteImageFaults } from '#gate/site-images.ts';
import { siteLanguageFaults } from '#gate/site-language.ts';
import { seeContent, type SeenContent } from '#gate/seen-content.ts';
import { readSources } from '#gate/sources-at-hand.ts';
import {
  readSettled,
  saveSettled,
  startJudging,
  type DocumentGist,
  type Gist,
} from '#gate/verdict-cache.ts';
import { practiceKeeper, type ReadElsewhere } from '#reading/practices.ts';
import { progressOf } from '#reading/progress.ts';
import { contentPath, folderMeant, shownName } from '#folders.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { isDraft, namesOf } from '#reading/practice-names.ts';
import { readText } from '#reading/text-file.ts';
import { todayHere } from '#reading/today.ts';
import { refuse } from '#refusal.ts';

export interface Report {
  readonly faults: readonly Fault[];
  /** What practices that are still being written lack; it holds nobody up. */
  readonly drafts: readonly Fault[];
  /** How many are still being written. */
  readonly drafted: number;
  /** What could not be looked at, a sentence each. */
  readonly notices: readonly string[];
  readonly practices: number;
  /** Practices that were not looked at because others have faults. */
  readonly unread: number;
}

/** So many practices are read in one go unless told otherwise: more would fill the memory, and hold a fault back. */
const usualGo = 200;

interface Inspection {
  /** Spares a build that follows from reading all practices again. */
  readonly keeps?: boolean;
  /** False leaves open whether all is on record. */
  readonly registers?: boolean;
  readonly withDrafts?: boolean;
  /** How many practices are read in one go. */
  readonly inOneGo?: number;
  /** Called where few practices are to be judged, so that others need not wait for what is kept of them. */
  readonly onFew?: () => unknown;
  /** What the content looks like, where that was asked already. */
  readonly seen?: SeenContent;
}

/**
 * Reads `content/` below the root and applies every rule. Practices changed last are judged
 * first, and nothing is read behind a part with faults. Throws only where the disk fails.
 */
export function inspectContent(root: string, inspection: Inspection = {}): Report {
  const { judging, finish } = inspect(root, inspection);
  let step = judging.next();
  while (!step.done) step = judging.next(null);
  return finish(step.value);
}

/**
 * The same, with other processes judging along where there are many practices to judge: as many
 * as the machine has use for, or `judges`. The report is the same, whoever judged.
 */
export async function inspectTogether(
  root: string,
  { judges, ...inspection }: Inspection & { readonly judges?: number } = {},
): Promise<Report> {
  const { judging, finish, adopt, briefing } = inspect(root, inspection);
  const others = new Judges(briefing, judges);
  try {
    let step = judging.next();
    while (!step.done) {
      const verdict = await others.verdictOn(step.value);
      if (verdict) adopt(verdict.read);
      step = judging.next(verdict?.gists ?? null);
    }
    return finish(step.value);
  } finally {
    others.end();
  }
}

function inspect(root: string, inspection: Inspection) {
  const {
    keeps = false,
    registers = true,
    withDrafts = false,
    inOneGo = usualGo,
    onFew,
  } = inspection;
  const beginning = startJudging(root);
  const { seen = seeContent(root) } = inspection;
  const { listing } = seen;
  const names = listing.names.filter((name) => !isPicture(name));
  const all = idsIn(listing, 'practices');
  const attributed = idsIn(listing, 'attributions');
  const { gists: settled, documents } = readSettled(
    { practices: all, documents: attributed },
    root,
    beginning,
    seen.stateOf,
  );
  const known = new Set(settled.map(({ id }) => id));
  const drafts = readDrafts(
    all.filter((id) => !known.has(id)),
    root,
  );
  const ids = all.filter((id) => !drafts.has(id));
  const unsettled = ids.filter((id) => !known.has(id));
  const ofPractices = new Set([
    ...ids.flatMap(namesOf),
    // A record of what was published stays a witness, whatever has become of the practice.
    ...[...drafts.keys()].flatMap(namesOf).filter((name) => !name.startsWith('published/')),
  ]);
  const isNews = unsettled.length > 0 || documents.length < attributed.length;
  const left = leftAside(documents, { all, settled: known });
  const others = names.filter(
    (name) =>
      !ofPractices.has(name) && !left.has(/^attributions\/(.+)\.yml$/.exec(name)?.[1] ?? ''),
  );
  const present = new Set(names);
  const progress = progressOf('检查内容', unsettled.length);
  let unread = unsettled.length;
  const copied: ReturnType<typeof copiedWording>[] = [];
  const unreadable: Fault[] = [...listing.faults];
  const inTurn = inParts(lastChangedFirst(unsettled, root), inOneGo);
  const parts = inTurn.map((part) => part.flatMap(namesOf).filter((name) => present.has(name)));
  const passOver = (index: number): void => {
    if (index > 0) progress.advance(inOneGo);
    unread -= inTurn[index]?.length ?? 0;
  };
  const reading = parts.map((own, index) => () => {
    passOver(index);
    const { files, faults } = readFiles(root, index === 0 ? [...others, ...own] : own);
    unreadable.push(...faults);
    copied.push(copiedWording(root, files));
    return files;
  });
  // For a few practices it costs more to write the list of what is kept than to read them again.
  const keeper = keeps && unsettled.length > ids.length / 10 ? practiceKeeper(root) : null;
  if (!keeper) onFew?.();
  const drafted = [...drafts.values()].join('\n');
  const today = todayHere();
  const judging = judgingParts(reading, today, {
    settled,
    documents: documents.filter(({ id }) => left.has(id)),
    ids,
    drafted,
    draftIds: [...drafts.keys()],
    unreadable,
    registers,
    sources: readSources(root),
    passedOver: passOver,
    ...(keeper ? { keep: keeper.keep } : {}),
  });
  const finish = ({ faults: ofContent, gists, documents: judged }: Judgement): Report => {
    progress.end();
    keeper?.save();
    const silent = new Set(unreadable.map(({ file }) => file));
    const faults = [
      ...unreadable,
      // Nothing else can be said of a file that cannot be read.
      ...ofContent.filter(({ file }) => !silent.has(file)),
      ...copied.flatMap((part) => part.faults),
      ...siteImageFaults(root),
      ...siteLanguageFaults(root),
    ];
    if (faults.length === 0 && isNews && registers) {
      saveSettled({ gists, documents: judged }, root, beginning, seen.stateOf);
    }
    return {
      faults,
      drafts: withDrafts ? faultsOfDrafts([...drafts.keys()], gists, root, others) : [],
      drafted: drafts.size,
      notices: [
        ...new Set(copied.flatMap(({ notice }) => notice ?? [])),
        ...(ids.length > 0 && !present.has('published.yml') ? [nothingOnRecord] : []),
        ...ungrounded(ids, present),
        ...notCompared(judged, root),
      ],
      practices: ids.length,
      unread,
    };
  };
  const briefing: Briefing = {
    root,
    today,
    ids,
    drafted,
    registers,
    keeps: keeper !== null,
    others,
    parts,
  };
  return { judging, finish, briefing, adopt: (read: ReadElsewhere) => keeper?.adopt(read) };
}

const nothingOnRecord =
  '还没有 content/published.yml：发布过的文字改动或不见，现在不会被发现。运行 npm run publish 开始登记。';

/** One office rarely keeps the sources of all: what could not be compared is told, and no fault. */
function notCompared(documents: readonly DocumentGist[], root: string): readonly string[] {
  const sources = readSources(root);
  if (sources === null) return [];
  const files = documents.map(({ source }) => source).filter((file) => !sources.texts.has(file));
  if (files.length === 0) return [];
  const named = `${files.slice(0, 5).join('、')}${files.length > 5 ? '等' : ''}`;
  return [`有 ${files.length} 份原文不在原文文件夹里，它们的段落归属这次没有对照：${named}。`];
}

/**
 * Documents of which nothing has to be told: each practice they name is there, is not judged anew,
 * and is named by no other.
 */
function leftAside(
  documents: readonly DocumentGist[],
  { all, settled }: { all: readonly string[]; settled: ReadonlySet<string> },
): ReadonlySet<string> {
  const there = new Set(all);
  const named = new Set<string>();
  const twice = new Set<string>();
  for (const id of documents.flatMap(({ practices }) => practices)) {
    (named.has(id) ? twice : named).add(id);
  }
  const isSettled = (id: string): boolean => there.has(id) && settled.has(id) && !twice.has(id);
  return new Set(
    documents.filter(({ practices }) => practices.every(isSettled)).map(({ id }) => id),
  );
}

/** Where a library has begun to say what its practices rest on, those of which it does not yet. */
function ungrounded(ids: readonly string[], present: ReadonlySet<string>): readonly string[] {
  const open = ids.filter((id) => !present.has(`grounds/${id}.yml`));
  if (open.length === 0 || open.length === ids.length) return [];
  return [
    `${open.length} 篇还没有写各处陈述的原文出处，例如 ${open[0]}：npm run grounds -- ${open[0]}。`,
  ];
}

/** The texts of those that are still being written, by id. */
function readDrafts(ids: readonly string[], root: string): ReadonlyMap<string, string> {
  return new Map(
    ids.flatMap((id): [string, string][] => {
      const text = readText(contentPath(`practices/${id}.mdx`, root));
      return typeof text === 'string' && isDraft(text) ? [[id, text]] : [];
    }),
  );
}

/** What would keep each from being published, as far as it can be told of a draft. */
function faultsOfDrafts(
  drafts: readonly string[],
  settled: readonly Gist[],
  root: string,
  others: readonly string[],
): readonly Fault[] {
  if (drafts.length === 0) return [];
  const own = drafts.flatMap(namesOf).filter((name) => existsSync(contentPath(name, root)));
  const { files, faults } = readFiles(root, [...others, ...own]);
  const judged = judgeParts([() => files], todayHere(), {
    settled,
    ids: [...drafts, ...settled.map(({ id }) => id)],
    registers: false,
    sources: readSources(root),
  });
  const ofDrafts = new Set(own.map(shownName));
  return [...faults, ...judged.faults].filter(({ file }) => ofDrafts.has(file));
}

function lastChangedFirst(ids: readonly string[], root: string): readonly string[] {
  const changed = ids.map((id) => {
    const file = contentPath(`practices/${id}.mdx`, root);
    return { id, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  return changed.sort((a, b) => b.at - a.at).map(({ id }) => id);
}

/** At least one part, each in the order of the ids. */
const inParts = (ids: readonly string[], inOneGo: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.max(1, Math.ceil(ids.length / inOneGo)) }, (_, part) =>
    ids.slice(part * inOneGo, (part + 1) * inOneGo).sort(),
  );

/**
 * Refuses content that has faults, and names them; called before anything is built, so that the
 * last good site stays as it is.
 */
export async function refuseFaultyContent(
  root: string,
  inspection: Pick<Inspection, 'onFew' | 'seen'> = {},
): Promise<void> {
  const report = await inspectTogether(root, { keeps: true, ...inspection });
  if (report.faults.length === 0) return;
  refuse(`${reportOf(report)}\n\n网站没有重新生成，原来的 dist/ 保持不变。`);
}

/** All faults as paragraphs, with how many there are. */
export const reportOf = ({ faults, unread }: Report): string =>
  [
    `内容有 ${faults.length} 处要改${whichFolder()}：`,
    ...faults.map(paragraphOf),
    ...(unread > 0 ? [`另有 ${unread} 篇还没有查，改好以上各处再查。`] : []),
  ].join('\n\n');

const whichFolder = (): string => {
  const folder = folderMeant();
  return folder === null ? '' : `（下面写的 content/ 就是 ${folder}）`;
};

/** What is still to be done about practices that are being written; nothing of it holds others up. */
export const draftsOf = ({ drafts, drafted }: Report): string =>
  [
    `另有 ${drafted} 篇草稿或待审，不进网站，也不影响发布${drafts.length > 0 ? `；还差 ${drafts.length} 处：` : '，写法没有问题。'}`,
    ...drafts.map(paragraphOf),
  ].join('\n\n');

/** What the files say; one that is no text of ours is a fault and left out. */
export function readFiles(
  root: string,
  names: readonly string[],
): { files: ContentFiles; faults: readonly Fault[] } {
  const files = new Map<string, string>();
  const faults: Fault[] = [];
  for (const name of names) {
    const text = readText(contentPath(name, root));
    if (typeof text === 'string') files.set(shownName(name), text);
    else faults.push({ ...text, file: shownName(name), field: '整个文件' });
  }
  return { files, faults };
}

export const readContentFiles = (
  root: string,
  isWanted: (name: string) => boolean = () => true,
): ContentFiles => readFiles(root, listContent(root).names.filter(isWanted)).files;
