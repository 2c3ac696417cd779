/** What is begun at the desk: practices, and entries of lists that they name. */
import type { Division, NewEntry, NewPractice, OpenPractice, Proposal } from './api.ts';
import { claimSource } from './attribution.ts';
import { nameOfPractice, openPractice, record } from './practices.ts';
import { knownSource } from './sources.ts';
import { vocabularyNames } from '#domain/lists/vocabularies.ts';
import { divisionsAbove, findDivisions, regionDraft } from '#editing/divisions.ts';
import { addEntry } from '#editing/new-entries.ts';
import { newPractice } from '#editing/new-practice.ts';
import { idFor, personId, personName, placeName } from '#editing/proposed-names.ts';
import { save, standingOf } from '#editing/saving.ts';
import { rememberBegun } from '#editing/taken-sources.ts';

import type { PracticeJudge } from '#gate/practice-judge.ts';
import { shownName } from '#folders.ts';
import { refuse } from '#refusal.ts';

export async function beginPractice(asked: NewPractice): Promise<OpenPractice> {
  const { id, title, kind, sourceTitle, source } = asked;
  const name = nameOfPractice(id);
  const taken = source === null ? null : await knownSource(source);
  const text = newPractice(
    {
      id,
      title,
      kind,
      region: '',
      institution: '',
      'source-title': sourceTitle,
      author: '',
      office: '',
    },
    {},
  );
  const done = save(name, text, standingOf(name).digest);
  if ('changed' in done) refuse(`${shownName(name)} 已经存在。请换一个编号。`);
  if (source !== null) rememberBegun(id, source);
  record([{ name, before: null }], `新建 ${shownName(name)}`);
  if (taken) claimSource(taken, id);
  return openPractice(id);
}

export function beginEntry({ list, entry }: NewEntry): void {
  const known = vocabularyNames.find((name) => name === list);
  if (!known) return refuse('没有这个清单。');
  const { name, before } = addEntry(known, entry);
  record([{ name, before }], `在 ${shownName(name)} 里添 ${String(entry['id'])}`);
}

export const propose = (name: string): Proposal => ({
  id: idFor(name),
  personId: personId(name),
  personName: personName(name),
  placeName: placeName(name),
});

export function divisionsFor(said: string, gate: PracticeJudge): readonly Division[] {
  const listed = new Set(gate.lists.regions.map(({ id }) => id));
  return findDivisions(said).map(({ code, name, level }): Division => {
    const path = divisionsAbove(code);
    return {
      code,
      name,
      level,
      path: path.map((division) => division.name),
      isListed: listed.has(code),
      missing: path.filter((division) => !listed.has(division.code)).map(regionDraft),
    };
  });
}
