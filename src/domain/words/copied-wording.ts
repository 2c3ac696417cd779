/**
 * Wording shared with the sources. Facts, figures and names carry over, sentences do not. Texts are
 * compared by their Han characters and numbers alone, so that neither punctuation nor blanks hide
 * anything.
 */

/** Shorter runs are names and set phrases. */
export const leastCopied = 24;

/** What stands inside “ ” is a name or a slogan, up to this many characters. */
const longestQuotation = 40;

/** Among any `leastCopied` characters there are this many from a multiple of it on. */
const stride = leastCopied / 2;

/** Stands between texts, and for what is passed over: no run goes across. */
const gap = '\u0001';

const comparable = (text: string): string => text.replace(/[^\p{Script=Han}\p{Number}]/gu, '');

export interface SharedWording {
  /** For a text, each run of characters it shares with a source, punctuation left out. */
  readonly runsIn: (text: string) => readonly string[];
}

/** Made once of all sources; asking costs the same however many there are. */
export function sharedWording(sources: readonly string[]): SharedWording {
  const all = sources.map(comparable).join(gap);
  const places = new Map<string, number[]>();
  for (let place = 0; place + stride <= all.length; place += stride) {
    const gram = all.slice(place, place + stride);
    const known = places.get(gram);
    if (known) known.push(place);
    else places.set(gram, [place]);
  }
  return {
    runsIn: (text) =>
      withoutQuotations(text)
        .split(gap)
        .flatMap((piece) => runsIn(comparable(piece), all, places)),
  };
}

/** Titles and names are not ours, and stand in lines of their own. */
const withoutQuotations = (text: string): string =>
  text
    .replace(/“([^”]{1,60})”/gu, (whole, inside: string) =>
      comparable(inside).length <= longestQuotation ? gap : whole,
    )
    .split('\n')
    .filter((line) => !/^\s*(title|name):/u.test(line))
    .join(gap);

function runsIn(
  piece: string,
  all: string,
  places: ReadonlyMap<string, readonly number[]>,
): readonly string[] {
  if (piece.length < leastCopied) return [];
  /** Whether the `leastCopied` characters from here on stand in a source. */
  const isShared = new Uint8Array(piece.length);
  /** How far the piece has been followed, by the distance between the two places. */
  const followed = new Map<number, number>();
  for (let at = 0; at + stride <= piece.length; at += 1) {
    for (const place of places.get(piece.slice(at, at + stride)) ?? []) {
      if ((followed.get(place - at) ?? -1) > at) continue;
      let start = 0;
      while (start < at && piece[at - start - 1] === all[place - start - 1]) start += 1;
      let end = stride;
      while (at + end < piece.length && piece[at + end] === all[place + end]) end += 1;
      followed.set(place - at, at + end);
      const last = at + end - leastCopied;
      if (last >= at - start) isShared.fill(1, at - start, last + 1);
    }
  }
  const runs: string[] = [];
  for (let from = 0; from < piece.length; from += 1) {
    if (isShared[from] !== 1) continue;
    const start = from;
    while (isShared[from] === 1) from += 1;
    runs.push(piece.slice(start, from - 1 + leastCopied));
  }
  return runs;
}
