import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestionFiles } from '#build/search/suggestions.ts';
import { listedReadings, readingsOf } from '#build/search/words.ts';
import type { LetterFile, TermEntry, TermsFile } from '#domain/search/data.ts';
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
  const packed = ' '.repeat(Math.max(0, practices - 1));
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

const letterFile = (files: Readonly<Record<string, unknown>>, letter: string): LetterFile =>
  (files[`letters/${letter}.bin`] ?? { entries: [], words: [] }) as LetterFile; // as made

test('short lists and few titles need no files by letter', () => {
  const { files, letters } = suggestionFiles(library(10, 20));
  assert.equal(letters, '');
  assert.deepEqual(Object.keys(files), ['terms.bin', 'titles.bin', 'pinyin.bin']);
});

test('a long list is found by the first letter of a name, as it is read', () => {
  const { files, letters } = suggestionFiles(library(mostAtHand, 20));
  assert.ok(letters.includes('h') && letters.includes('s'));
  const ids = (letter: string): string[] => letterFile(files, letter).entries.map(([, id]) => id);
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
  const { files } = suggestionFiles(library(0, mostAtHand + 1));
  assert.ok(!('titles.bin' in files));
  const { entries } = letterFile(files, 'w');
  assert.equal(entries.length, mostAtHand + 1);
  assert.deepEqual(entries[0], ['practice', 'p-0', '微法庭进村', []]);
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
