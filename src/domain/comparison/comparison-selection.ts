/** What a reader has put side by side: ids of practices, from left to right. */

/** More columns do not fit a sheet of A4, even lying. */
export const mostCompared = 4;
export const fewestCompared = 2;

/** What an address asks for, with what had to be left out. */
export interface Selection {
  readonly ids: readonly string[];
  /** Asked for more than once; shown once. */
  readonly repeated: readonly string[];
  /** Beyond the fourth. */
  readonly tooMany: readonly string[];
  /** Cannot be the id of a practice. */
  readonly malformed: readonly string[];
}

const idForm = /^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads `?p=a,b,c`. Takes Chinese commas too: addresses are typed and passed on by hand. */
export function readSelection(query: string): Selection {
  const asked = new URLSearchParams(query)
    .getAll('p')
    .flatMap((value) => value.split(/[,，、\s]+/))
    .map((id) => id.toLowerCase())
    .filter((id) => id !== '');
  const wellFormed = asked.filter((id) => idForm.test(id));
  const distinct = [...new Set(wellFormed)];
  return {
    ids: distinct.slice(0, mostCompared),
    repeated: distinct.filter((id) => wellFormed.indexOf(id) !== wellFormed.lastIndexOf(id)),
    tooMany: distinct.slice(mostCompared),
    malformed: [...new Set(asked.filter((id) => !idForm.test(id)))],
  };
}

/** What was kept between two pages; anything unreadable counts as nothing. */
export const readKept = (kept: string | null): readonly string[] =>
  readSelection(new URLSearchParams({ p: kept ?? '' }).toString()).ids;

export const writeKept = (ids: readonly string[]): string => ids.join(',');
