/** Where the library holds a practice up: in lists, and as what took the place of another. */
import { hash } from 'node:crypto';
import type { CardEdit } from '#editing/card-splices.ts';
import { spliceCard } from '#editing/card-splices.ts';
import type { CardPath } from '#editing/card-tree.ts';
import { putBack, save, standingOf, type Before } from '#editing/saving.ts';
import { idsAt } from '#domain/lists/ids-at.ts';
import { valueAt } from '#gate/values.ts';
import { splitFrontmatter } from '#reading/frontmatter.ts';
import { idsIn, listContent } from '#reading/listing.ts';
import { isYaml, readYaml } from '#reading/yaml.ts';
import { shownName } from '#folders.ts';
import { refuse } from '#refusal.ts';

export interface NamingPlace {
  /** Tells it from others, and from itself once it says something else. */
  readonly key: string;
  /** As an editor knows it: `content/problems.yml`. */
  readonly file: string;
  /** Title of the entry it stands in. */
  readonly entry: string;
  /** What is said there of the practice. */
  readonly words: string;
  /** `needs another`: what it stands in cannot do without it, so another has to take its place. */
  readonly without: 'stands' | 'needs another';
}

/** What an editor decided of a place: taken out, or given to another practice. */
export interface PlaceDecided {
  readonly key: string;
  readonly instead: string | null;
}

interface Found extends NamingPlace {
  /** Below the content folder. */
  readonly name: string;
  /** Of the id itself. */
  readonly path: CardPath;
}

/** Lists that name practices, the places of the ids in one entry, and the text that rests on them. */
const naming = [
  { list: 'problems', pattern: 'answers.*.ways.*.practice', wordsAt: -1 },
  { list: 'topics', pattern: 'overview.*.practices.*', wordsAt: -2 },
  { list: 'comparisons', pattern: 'practices.*', wordsAt: null },
] as const;

/** A comparison of fewer compares nothing. */
const leastCompared = 2;

/** All places that name a practice, in the order of their files. */
export const placesNaming = (id: string, root = '.'): readonly NamingPlace[] =>
  found(id, root).map(({ key, file, entry, words, without }) => ({
    key,
    file,
    entry,
    words,
    without,
  }));

function found(id: string, root: string): readonly Found[] {
  const inLists = naming.flatMap(({ list, pattern, wordsAt }) => {
    const name = `${list}.yml`;
    return entriesOf(name, root).flatMap((entry, at): Found[] =>
      idsAt(entry, pattern)
        .filter(([, named]) => named === id)
        .map(([path]) => {
          const words = wordsAt === null ? field(entry, 'reading') : said(entry, path, wordsAt);
          const isShort = list === 'comparisons' && idsAt(entry, pattern).length <= leastCompared;
          return placeOf({
            name,
            path: [at, ...path],
            entry: field(entry, 'label') || field(entry, 'title'),
            words,
            without: isShort ? 'needs another' : 'stands',
          });
        }),
    );
  });
  const names = idsIn(listContent(root), 'practices').map((other) => `practices/${other}.mdx`);
  const asSuccessor = names.flatMap((name): Found[] => {
    const card = cardOf(name, root);
    if (card?.includes(id) !== true) return [];
    const data = dataOf(card);
    return idsAt(data, 'retired.successor')
      .filter(([, named]) => named === id)
      .map(([path]) =>
        placeOf({
          name,
          path,
          entry: field(data, 'title'),
          words: said(data, path, -1, 'reason'),
          without: 'stands',
        }),
      );
  });
  return [...inLists, ...asSuccessor];
}

function placeOf(place: Omit<Found, 'key' | 'file'>): Found {
  const { name, path, entry, words } = place;
  const key = hash('sha256', JSON.stringify([name, path, entry, words])).slice(0, 16);
  return { ...place, key, file: shownName(name) };
}

/** The text of the group that stands `up` steps above an id. */
const said = (entry: unknown, path: CardPath, up: number, key = 'text'): string =>
  field(valueAt(entry, path.slice(0, up)), key);

function field(data: unknown, key: string): string {
  const value = valueAt(data, [key]);
  return typeof value === 'string' ? value : '';
}

function entriesOf(name: string, root: string): readonly unknown[] {
  const { text } = standingOf(name, root);
  const data = text === null ? null : dataOf(text);
  return Array.isArray(data) ? data : [];
}

function dataOf(yaml: string): unknown {
  const read = readYaml(yaml);
  return isYaml(read) ? read.data : null;
}

function cardOf(name: string, root: string): string | null {
  const { text } = standingOf(name, root);
  const parts = text === null ? null : splitFrontmatter(text);
  return parts && !('problem' in parts) ? parts.card : null;
}

/**
 * Takes a practice out of the places decided on, file by file; nothing else of them changes. Refuses
 * before anything is written where a place is not as it was shown. The files as they were.
 */
export function takeOut(
  id: string,
  decided: readonly PlaceDecided[],
  root = '.',
): readonly Before[] {
  const places = found(id, root);
  const wanted = decided.map(({ key, instead }) => {
    const place = places.find((one) => one.key === key);
    if (!place) refuse('写着这一篇的地方刚刚改过，什么也没有动。请重新打开这个窗口再看一遍。');
    if (place.without === 'needs another' && instead === null) {
      refuse(`${place.file} 的对照“${place.entry}”少了这一篇就不够两篇，要选一篇代替。`);
    }
    return { ...place, instead };
  });
  const files = [...new Set(wanted.map(({ name }) => name))].map((name) => {
    const { text, digest } = standingOf(name, root);
    const before = text ?? refuse(`没有 ${shownName(name)}。`);
    const own = wanted.filter((place) => place.name === name);
    return { name, before, digest, after: edited(name, before, own) };
  });
  const done: Before[] = [];
  try {
    for (const { name, before, digest, after } of files) {
      const saved = save(name, after, digest, root);
      if ('changed' in saved) refuse(`${shownName(name)} 刚刚被别人改过，什么也没有动。再试一次。`);
      done.push({ name, before });
    }
  } catch (error) {
    putBack(done, root);
    throw error;
  }
  return done;
}

type Wanted = Found & { readonly instead: string | null };

function edited(name: string, text: string, places: readonly Wanted[]): string {
  const parts = name.endsWith('.mdx') ? splitFrontmatter(text) : null;
  if (parts && 'problem' in parts) return refuse(`${shownName(name)} 现在读不懂，先把它改好。`);
  const yaml = parts?.card ?? text;
  // From behind, so that the places of those before stay right.
  const after = places.toReversed().reduce((now, { path, instead }) => {
    const edit: CardEdit =
      instead === null
        ? { edit: 'remove', path: whatGoes(dataOf(now), path) }
        : { edit: 'set', path, value: instead };
    return spliceCard(now, edit, () => []);
  }, yaml);
  // What stands around a card stays as it is.
  return parts ? text.replace(yaml, () => after) : after;
}

/**
 * What goes with an id: the row that says what this practice does, and whatever would be left with
 * nothing in it.
 */
function whatGoes(data: unknown, path: CardPath): CardPath {
  let goes = path.at(-1) === 'practice' ? path.slice(0, -1) : path;
  while (goes.length > 1 && typeof goes.at(-1) === 'number') {
    const list = valueAt(data, goes.slice(0, -1));
    if (!Array.isArray(list) || list.length > 1) break;
    // The last row goes with its list, and where that was what a group was for, with the group.
    const group = goes.slice(0, -2);
    goes = typeof group.at(-1) === 'number' && group.length > 1 ? group : goes.slice(0, -1);
  }
  return goes;
}
