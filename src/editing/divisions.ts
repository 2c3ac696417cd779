import { readFileSync } from 'node:fs';
import { placeName } from '#editing/proposed-names.ts';

/** A division of the country with a code of six digits (GB/T 2260). */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'prefecture' | 'county';
  /** Code of what it lies in; null for a province. */
  readonly parent: string | null;
}

/** An entry of `regions.yml` for a division; short name and pinyin are proposals. */
export interface RegionDraft {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly pinyin: string;
  readonly level: Division['level'];
  readonly parent: string | null;
}

/**
 * The codes as the National Bureau of Statistics publishes them, without what it counts for itself
 * alone (development zones, “市辖区”): a line each, code and name. A new one of these may be added by
 * hand; whoever needs an old one takes the present one and its `former`.
 */
let all: ReadonlyMap<string, Division> | null = null;

function divisions(): ReadonlyMap<string, Division> {
  if (all) return all;
  const lines = readFileSync(new URL('./divisions.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const names = new Map(lines.map((line): [string, string] => [line.slice(0, 6), line.slice(7)]));
  all = new Map(
    [...names].map(([code, name]): [string, Division] => {
      const [province, prefecture] = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`];
      const level = code === province ? 'province' : code === prefecture ? 'prefecture' : 'county';
      // Districts of the four municipalities, and counties governed directly, lie in the province.
      const above = level === 'county' && names.has(prefecture) ? prefecture : province;
      return [code, { code, name, level, parent: level === 'province' ? null : above }];
    }),
  );
  return all;
}

/** The division and all it lies in, from the top; none for a code that there is not. */
export function divisionsAbove(code: string): readonly Division[] {
  const path: Division[] = [];
  let next = divisions().get(code);
  while (next) {
    path.unshift(next);
    next = next.parent === null ? undefined : divisions().get(next.parent);
  }
  return path;
}

/** Divisions whose code begins so, or whose names, one in the other, are said: “安徽固镇”. */
export function findDivisions(said: string, most = 40): readonly Division[] {
  const words = said.replace(/\s+/gu, '');
  if (words === '') return [];
  const found = [...divisions().values()].filter(({ code, name }) => {
    if (/^\d+$/.test(words)) return code.startsWith(words);
    if (name.includes(words)) return true;
    const path = divisionsAbove(code).map((division) => shortNameOf(division.name));
    return words.length > path.at(-1)!.length && isSaidOf(words, path);
  });
  return found
    .sort((a, b) => rank(a.name, words) - rank(b.name, words) || (a.code < b.code ? -1 : 1))
    .slice(0, most);
}

/** What was typed in full comes first, then what begins with it. */
const rank = (name: string, words: string): number =>
  name === words || shortNameOf(name) === words ? 0 : name.startsWith(words) ? 1 : 2;

/** Whether words name the last of a path by some of what it lies in: “安徽蚌埠固镇县”. */
function isSaidOf(words: string, path: readonly string[]): boolean {
  let rest = words;
  for (const name of path.slice(0, -1)) {
    if (rest.startsWith(name))
      rest = rest.slice(name.length).replace(/^(?:省|市|自治区|自治州|地区|盟)/u, '');
  }
  return rest !== words && rest !== '' && rest.startsWith(path.at(-1) ?? '');
}

const peoples =
  /(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|各)族/gu;

/** 蚌埠 of 蚌埠市, 黔东南 of 黔东南苗族侗族自治州; what would be one character stays whole. */
export function shortNameOf(name: string): string {
  const bare = name
    .replace(/特别行政区$/u, '')
    .replace(/自治[区州县旗]$/u, '\u0001')
    .replace(/(?:省|市|地区|盟|林区|特区|区|县|旗)$/u, '');
  const short = bare.endsWith('\u0001')
    ? bare
        .replace('\u0001', '')
        .replace(peoples, '')
        .replace(/(?<=^.{2,})(?:维吾尔|回族|壮族)$/u, '')
    : bare;
  return [...short].length > 1 ? short : name;
}

export const regionDraft = ({ code, name, level, parent }: Division): RegionDraft => {
  const short = shortNameOf(name);
  return { id: code, name, short, pinyin: placeName(short), level, parent };
};
