/**
 * A library of any size that looks like the real one: its sentences put together anew, places
 * exchanged, and for each practice a method with a coined name. The same seed gives the same
 * library.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { SearchPage } from '#build/search/searched.ts';
import { digestOfBlocks } from '#build/search/part.ts';
import { byFacet } from '#domain/lists/facet-keys.ts';
import { answerSource, everydayWordsOf, type AnswerSource } from '#domain/search/answer-source.ts';
import {
  blocksOf,
  packPlaces,
  placesFrom,
  type BlockEntry,
  type Records,
  type TermEntry,
} from '#domain/search/data.ts';
import { kindNumber } from '#domain/search/kinds.ts';
import type { Problem, Topic } from '#domain/lists/lists.ts';
import type { Practice } from '#domain/practice/practice.ts';
import { readEverydayWords } from '#reading/everyday-words.ts';
import type { SearchSource } from '#domain/search/source.ts';
import { openOnDisk } from '../site/search-on-disk.ts';

export interface Corpus {
  readonly source: SearchSource;
  /** By practice number. */
  readonly blocks: readonly (readonly BlockEntry[])[];
  readonly page: (practice: number) => SearchPage;
}

const corpusOf = (source: SearchSource, blocks: readonly (readonly BlockEntry[])[]): Corpus => ({
  source,
  blocks,
  page: (practice) => {
    const { id = '', title = '' } = source.practices[practice] ?? {};
    const own = blocks[practice] ?? [];
    const card = `<article><h3><a href="/practices/${id}/">${title}</a></h3><p>${own[1]?.[2]}</p></article>`;
    return { id, card, file: null, digest: digestOfBlocks(own), blocks: () => own };
  },
});

/** The library of a built site, from its search data. */
export function readReal(folder: string): Corpus {
  const disk = openOnDisk(folder);
  const { facets, glossary } = disk.terms;
  const source = {
    facets,
    offered: offeredIn(facets),
    readings: [],
    glossary,
    records: disk.records,
    practices: disk.titles.map(([id, title, measures]) => ({
      id,
      title,
      edition: 1,
      code: '',
      measures,
    })),
    retired: [],
  };
  return corpusOf(
    { ...source, answers: answersFromContent(source), cards: [] },
    disk.titles.map((_, number) => blocksOf(disk.read(number))),
  );
}

/** The most that the page could offer of each list: no more than the top of a tree, or some people. */
const offeredIn = (facets: SearchSource['facets']): SearchSource['offered'] =>
  byFacet((key) =>
    facets[key]
      .filter(([, , parent]) => parent === -1)
      .slice(0, 60)
      .map(([id]) => id),
  );

/** What `content/` says of the practices, by the ids they have there. */
function answersFromContent(source: Omit<SearchSource, 'answers' | 'cards'>): AnswerSource {
  const listed = (file: string, key: 'problem' | 'topic'): unknown[] => {
    const entries = parse(readFileSync(`content/${file}.yml`, 'utf8')) as { id: string }[]; // passed the gate
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    return source.facets[key].map(([id]) => ({
      aliases: [],
      answers: [],
      overview: [],
      ...byId.get(id),
    }));
  };
  return answerSource(
    source.practices as unknown as Practice[], // no more than their ids is asked for
    listed('problems', 'problem') as Problem[],
    listed('topics', 'topic') as Topic[],
    everydayWordsOf(readEverydayWords()),
  );
}

/** The records of some practices, in their order. */
function recordsOf({ facets, reviewedOn }: Records, practices: readonly number[]): Records {
  const of = (packed: string): string => {
    const places = placesFrom(packed);
    return packPlaces(practices.map((practice) => places[practice] ?? []));
  };
  return {
    facets: byFacet((key) => of(facets[key])),
    reviewedOn: practices.map((practice) => reviewedOn[practice] ?? ''),
  };
}

/** A library of some practices of another, in their order. */
export const someOf = ({ source, blocks }: Corpus, numbers: readonly number[]): Corpus =>
  corpusOf(
    {
      ...source,
      records: recordsOf(source.records, numbers),
      practices: numbers.flatMap((number) => source.practices[number] ?? []),
      retired: [],
      answers: {
        ...source.answers,
        said: numbers.map((number) => source.answers.said[number] ?? [[], []]),
      },
    },
    numbers.map((number) => blocks[number] ?? []),
  );

type Random = (below: number) => number;

const pick = <T>(random: Random, list: readonly T[]): T => {
  const value = list[random(list.length)];
  if (value === undefined) throw new Error('Nothing to pick from.');
  return value;
};

const methods = {
  first: [...'一二三四五六七八九'].flatMap((number) =>
    ['色', '级', '联', '访', '清'].map((of) => number + of),
  ),
  second: '邻里 板凳 流动 云上 码上 屋场 院落 田间 渔港 驿站 茶馆 夜谈 马背 廊桥 灯塔 银杏'.split(
    ' ',
  ),
  third: '工作法 议事会 调解室 联调站 预警单 评议团 服务队 积分制 闭环链 快办窗'.split(' '),
};
const placeNames = {
  first: [...'安宁福清永泰和顺长新临平广昌德怀江海'],
  second: [...'阳山川水州城陵浦溪源河岭岗湖'],
};
const familyNames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'];
const givenNames = [...'明华建国文志强伟军平海波峰丽敏静芳霞燕玲'];

/** `real` is the library the sentences come from. */
export function coinCorpus(real: Corpus, size: number, random: Random): Corpus {
  const text = kindNumber('text');
  const sentences = real.blocks
    .flat()
    .filter(([kind, , words]) => kind === text && words.length > 15)
    .flatMap(([, , words]) => words.match(/[^。；]+[。；]?/g) ?? []);
  const regions = coinRegions(real, Math.ceil(size / 4), random);
  const realPlaces = real.source.facets.region
    .map((entry) => entry[1])
    .filter((of) => of.length > 1);
  const authors = Array.from({ length: Math.ceil(size * 0.8) }, (_, at): TermEntry => {
    const name = pick(random, familyNames) + pick(random, givenNames) + pick(random, givenNames);
    return [`author-${at}`, name, -1, []];
  });
  const { topic, problem, institution, period } = real.source.facets;

  const practices: { id: string; title: string }[] = [];
  const records = {
    facets: byFacet((): number[][] => []),
    reviewedOn: [] as string[],
  };
  const pages: BlockEntry[][] = [];
  for (let number = 0; number < size; number += 1) {
    const region = random(regions.length);
    const place = regions[region]?.[1] ?? '';
    const method =
      pick(random, methods.first) + pick(random, methods.second) + pick(random, methods.third);
    const title = `${place}用“${method}”${pick(random, ['化解纠纷', '管好小事', '看住风险', '带强队伍'])}`;
    const swapPlace = (sentence: string): string =>
      realPlaces.reduce((swapped, known) => swapped.split(known).join(place), sentence);
    const id = `practice-${number}`;
    const blocks: BlockEntry[] = [
      [kindNumber('title'), '', title],
      [kindNumber('summary'), '', swapPlace(pick(random, sentences))],
      [kindNumber('facts'), '', place],
    ];
    for (const section of ['问题', '做法', '怎么运转', '成效与数据', '条件与局限']) {
      blocks.push([kindNumber('heading'), `s-${blocks.length}`, section]);
      for (let left = 2; left > 0; left -= 1) {
        const words = [pick(random, sentences), pick(random, sentences)].map(swapPlace);
        if (random(3) === 0) words.push(`当地称之为“${method}”。`);
        blocks.push([text, `p-${blocks.length}`, words.join('')]);
      }
    }
    practices.push({ id, title });
    pages.push(blocks);
    const some = (list: readonly unknown[], most: number): number[] => [
      ...new Set(Array.from({ length: 1 + random(most) }, () => random(list.length))),
    ];
    records.facets.region.push([region]);
    records.facets.topic.push(some(topic, 4));
    records.facets.problem.push(some(problem, 3));
    records.facets.institution.push([random(institution.length)]);
    records.facets.author.push([random(authors.length)]);
    records.facets.period.push([random(period.length)]);
    records.reviewedOn.push(`2026-${String(1 + random(12)).padStart(2, '0')}-01`);
  }
  const facets = { region: regions, topic, problem, institution, author: authors, period };
  return corpusOf(
    {
      readings: [],
      facets,
      offered: offeredIn(facets),
      retired: [],
      glossary: real.source.glossary,
      records: {
        facets: byFacet((key) => packPlaces(records.facets[key])),
        reviewedOn: records.reviewedOn,
      },
      practices: practices.map((own) => ({ ...own, edition: 1, code: '', measures: [] })),
      answers: { ...real.source.answers, said: [] },
      cards: [],
    },
    pages,
  );
}

function coinRegions(real: Corpus, count: number, random: Random): TermEntry[] {
  const provinces = real.source.facets.region.filter((entry) => entry[2] === -1);
  const coined = Array.from({ length: count }, (_, at): TermEntry => {
    const name = pick(random, placeNames.first) + pick(random, placeNames.second);
    const province = random(provinces.length);
    // Prefectures 71 to 99 are nobody's.
    const code = `${provinces[province]?.[0].slice(0, 2)}${7100 + (at % 2900)}`;
    return [code, name, province, [`${name}县`]];
  });
  return [...provinces, ...coined];
}
