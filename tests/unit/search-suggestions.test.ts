import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestionFiles } from '#build/search/suggestions.ts';
import { listedReadings, readingsOf } from '#build/search/words.ts';
import {
  packPlaces,
  type LetterFile,
  type TermEntry,
  type TermsFile,
} from '#domain/search/data.ts';
import { filesBeginning } from '#domain/search/letter-files.ts';
import { listFrom, packList } from '#domain/search/packed-list.ts';
import { mostAtHand } from '#domain/search/lists-at-hand.ts';
import { noTraditional } from '#domain/search/fold.ts';
import type { SearchSource } from '#domain/search/source.ts';
import { fittingEntry, namesakes } from '#domain/search/fitting.ts';
import {
  readReadings,
  suggest,
  termEntries,
  titleEntries,
  type SuggestionEntry,
} from '#domain/search/suggest.ts';

/** A library with so many authors besides two, and so many practices. */
function library(authors: number, practices: number): SearchSource {
  const others = Array.from({ length: authors }, (_, at): TermEntry => [`a-${at}`, '李某', -1, []]);
  const none = { topic: [], problem: [], institution: [], period: [] };
  const packed = packPlaces(Array.from({ length: practices }, () => []));
  return {
    facets: {
      ...none,
      region: [['500000', '重庆', -1, ['渝']]],
      author: [['huang-xiaowu', '黄晓武', -1, []], ['shan-xiong', '单雄', -1, []], ...others],
    },
    offered: { ...none, region: [], author: ['a-0'] },
    glossary: [],
    readings: [],
    records: {
      facets: {
        region: packed,
        topic: packed,
        problem: packed,
        institution: packed,
        author: packed,
        period: packed,
      },
      reviewedOn: [],
    },
    retired: [],
    practices: Array.from({ length: practices }, (_, at) => ({
      id: `p-${at}`,
      title: '微法庭进村',
      edition: 1,
      code: '7K2M-9QXA',
      measures: [],
      region: '500000',
    })),
    answers: { problems: [], topics: [], said: [], everyday: [] },
    cards: [],
  };
}

/** What stands under a letter, in all its files. */
const entriesUnder = (
  { files, letters }: ReturnType<typeof suggestionFiles>,
  letter: string,
): LetterFile['entries'] =>
  filesBeginning('', letter, letters).flatMap((name) => (files[name] as LetterFile).entries); // as made

test('short lists and few titles need no files by letter', () => {
  const { files, letters } = suggestionFiles(library(10, 20));
  assert.deepEqual(letters, {});
  assert.deepEqual(Object.keys(files), ['terms.bin', 'titles.bin', 'pinyin.bin']);
});

test('a long list is found by the first letter of a name, as it is read', () => {
  const made = suggestionFiles(library(mostAtHand, 20));
  const { files, letters } = made;
  assert.ok('h' in letters && 's' in letters);
  const ids = (letter: string): string[] => entriesUnder(made, letter).map(([, id]) => id);
  assert.deepEqual(ids('h'), ['huang-xiaowu']);
  // 单 is read shan as a family name, and dan elsewhere.
  assert.ok(ids('s').includes('shan-xiong'));
  assert.deepEqual(
    (files['terms.bin'] as TermsFile).facets.author.map(([id]) => id),
    ['a-0'],
  );
  assert.ok(!ids('l').includes('a-0') && ids('l').includes('a-1'));
  assert.ok('names.bin' in files);
  assert.equal((files['terms.bin'] as TermsFile).facets.region.length, 1);
  assert.ok('titles.bin' in files);
});

test('many titles stand by their first letter too, and nowhere else', () => {
  const made = suggestionFiles(library(0, mostAtHand + 1));
  assert.ok(!('titles.bin' in made.files));
  const entries = entriesUnder(made, 'w');
  assert.equal(entries.length, mostAtHand + 1);
  assert.deepEqual(entries[0], ['practice', 'p-0', '微法庭进村', []]);
});

test('who has typed two characters reads one file of a letter, whoever has typed less all of them', () => {
  const source = library(0, 1);
  const practices = Array.from({ length: 500 }, (_, at) => ({
    ...source.practices[0],
    id: `p-${at}`,
    title: `${'安新'[at % 10 === 0 ? 1 : 0]}${'阳山川水州城'[at % 6]}用微法庭化解纠纷的第${at}年`,
  })) as typeof source.practices;
  const { files, letters } = suggestionFiles({ ...source, practices });
  const titlesFor = (typed: string): string[] =>
    filesBeginning(typed, 'a', letters).flatMap((name) =>
      (files[name] as LetterFile).entries.map(([, , title]) => title),
    );
  const all = practices.filter(({ title }) => title.startsWith('安')).map(({ title }) => title);
  assert.ok((letters['a'] ?? 0) > 1);
  for (const typed of ['安', 'a', 'an', '安y']) {
    assert.deepEqual(titlesFor(typed).sort(), all.sort(), typed);
  }
  const begun = all.filter((title) => title.startsWith('安阳'));
  const read = titlesFor('“安阳”用');
  assert.ok(read.length < all.length);
  assert.deepEqual(begun.filter((title) => !read.includes(title)), []); // prettier-ignore
});

test('a long list is the same after it was packed', () => {
  const list: TermEntry[] = [
    ['340000', '安徽', -1, ['安徽省']],
    ['340302', '鼓楼', 2, ['鼓楼区', '蚌埠鼓楼', '鼓楼鼓楼']],
    ['340300', '蚌埠', 0, []],
    ['a', '', -1, ['甲']],
    ['340300-b', '蚌', 2, ['蚌埠', 'Bang']],
  ];
  assert.deepEqual(listFrom(packList(list)), list);
  assert.deepEqual(listFrom(packList([])), []);
});

/** What is suggested for letters, where some names are listed with their pinyin. */
function suggestedFor(typed: string): string[] {
  const known = listedReadings([
    ['涡阳', 'Guoyang'],
    ['覃忠', 'Tan Zhong'],
    ['吕明', 'Lü Ming'],
    ['西安', "Xi'an"],
    ['呼和浩特', 'Hohhot'],
  ]);
  const words = ['涡阳', '涡阳县', '西安'];
  const people = ['覃忠', '吕明'];
  const entries = [...words, ...people].map((label) => ({
    kind: 'region' as const,
    id: label,
    label,
    aliases: [],
  }));
  const readings = readReadings(readingsOf(words, people, known));
  return suggest(typed, { entries, readings, simplified: noTraditional }, 9).map(({ id }) => id);
}

test('a place or person is found as the list says they are read', () => {
  assert.deepEqual(suggestedFor('guoyang'), ['涡阳', '涡阳县']);
  assert.deepEqual(suggestedFor('guoyangxian'), ['涡阳县']);
  assert.deepEqual(suggestedFor('tanzhong'), ['覃忠']);
  assert.equal(suggestedFor("xi'an")[0], '西安');
  assert.deepEqual(suggestedFor('qinzhong'), []);
});

test('ü may be typed in every way that people type it', () => {
  for (const typed of ['lüming', 'lu:ming', 'lyuming', 'lvming', 'luming', 'lm']) {
    assert.deepEqual(suggestedFor(typed), ['吕明'], typed);
  }
});

test('a name that is not spelled in pinyin is looked for as the list writes it', () => {
  const source = library(0, 1);
  const region = [['150100', '呼和浩特', -1, []]] as const;
  const { files } = suggestionFiles({
    ...source,
    facets: { ...source.facets, region },
    readings: [['呼和浩特', 'Hohhot']],
  });
  assert.deepEqual((files['terms.bin'] as TermsFile).facets.region, [
    ['150100', '呼和浩特', -1, ['Hohhot']],
  ]);
});

const twins = (): SuggestionEntry[] => {
  const source = library(0, 1);
  const region = [
    ['320300', '徐州', -1, []],
    ['320302', '鼓楼区', 0, []],
    ['350100', '福州', -1, []],
    ['350102', '鼓楼区', 2, ['鼓楼']],
  ] as const;
  const { files } = suggestionFiles({ ...source, facets: { ...source.facets, region } });
  return termEntries(files['terms.bin'] as TermsFile);
};

test('two places of one name are both offered, told apart by what they are in', () => {
  const readings = readReadings(readingsOf(['鼓楼区', '徐州', '福州'], [], new Map()));
  const list = { entries: twins(), readings, simplified: noTraditional };
  for (const typed of ['鼓楼', 'gulouqu', 'glq']) {
    const offered = suggest(typed, list, 9).map(({ label, alias }) => [label, alias]);
    assert.deepEqual(
      offered,
      [
        ['鼓楼区', '徐州鼓楼区'],
        ['鼓楼区', '福州鼓楼区'],
      ],
      typed,
    );
  }
  assert.equal(suggest('福州鼓楼', list, 9)[0]?.id, '350102');
});

test('who asks for a place of which there are two is led to each and told nothing of one', () => {
  const understood = {
    meaning: { own: ['鼓楼区'], meant: [] },
    heard: [],
    said: [],
    practices: [],
    problems: [],
    knows: () => true,
  };
  assert.equal(fittingEntry('鼓楼区', understood, twins(), []), null);
  assert.deepEqual(
    namesakes('鼓楼区', twins()).map(({ id, label }) => [id, label]),
    [
      ['320302', '徐州鼓楼区'],
      ['350102', '福州鼓楼区'],
    ],
  );
  assert.deepEqual(namesakes('徐州', twins()), []);
});

test('a measure is offered with its practice to who types its pinyin or initials', () => {
  const measures = ['四级漏斗分流', '法官包村'];
  const entries = titleEntries([['dongcheng', '综治中心不扩场地', measures]]);
  const readings = readReadings(readingsOf(measures, [], new Map()));
  const list = { entries, readings, simplified: noTraditional };
  for (const typed of ['sijiloudou', 'sjld', 'faguan包村', 'fgbc']) {
    const [first] = suggest(typed, list, 9);
    assert.equal(first?.label, '综治中心不扩场地', typed);
    assert.ok(measures.includes(first.alias ?? ''), typed);
  }
});
