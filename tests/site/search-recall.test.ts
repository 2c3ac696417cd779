import { atRoot } from './sites.ts';
import { expect, test } from './reader.ts';
import { asking, openOnDisk, seeded } from './search-on-disk.ts';
import { holding, readShown, thingsToFind } from './search-truth.ts';

/**
 * What allows Pagefind to move: its index is read file by file, and must still give every
 * practice that holds a query, and no other.
 */
test.describe('no page is lost', () => {
  test.slow();

  for (const segmenter of ['with', 'without'] as const) {
    test(`every term, place, author, title and 300 pieces of text are found ${segmenter} Intl.Segmenter`, async ({
      page,
    }) => {
      const shown = await readShown(page);
      const disk = openOnDisk(atRoot.folder);
      const words = thingsToFind(disk, shown, { pieces: 300, seed: 20261120 });
      expect(words.length).toBeGreaterThan(500);
      const Segmenter = Intl.Segmenter;
      if (segmenter === 'without') Reflect.deleteProperty(Intl, 'Segmenter');
      const faults: string[] = [];
      try {
        for (const word of words) {
          const expected = holding(shown, word).sort();
          for (const [name, search] of Object.entries(disk.searches)) {
            const { exact } = await search.query(asking(word));
            const results = await search.page(0, exact);
            const found = results.map(({ id }) => id).sort();
            if (found.join() !== expected.join()) {
              faults.push(`${word} by ${name}: [${found.join()}], not [${expected.join()}]`);
            }
          }
        }
      } finally {
        Object.defineProperty(Intl, 'Segmenter', { value: Segmenter, configurable: true });
      }
      expect(faults).toEqual([]);
    });
  }

  test('a single character is found wherever it stands', async ({ page }) => {
    const shown = await readShown(page);
    const disk = openOnDisk(atRoot.folder);
    const random = seeded(7);
    const characters = [
      ...new Set([...[...shown.values()].flat().join('')].filter((c) => /\p{Script=Han}/u.test(c))),
    ];
    for (let times = 0; times < 60; times += 1) {
      const character = characters[random(characters.length)] ?? '治';
      const { exact } = await disk.searches.index.query(asking(character));
      expect(exact, character).toBe(holding(shown, character).length);
    }
  });
});

test('both engines give the same results, facets, order and words', async ({ page }) => {
  const shown = await readShown(page);
  const disk = openOnDisk(atRoot.folder);
  const words = thingsToFind(disk, shown, { pieces: 60, seed: 42 }).filter((_, at) => at % 5 === 0);
  const odd = [
    '',
    '治',
    '1134个',
    '“微法庭+巡回审判”',
    '蚌埠 微法庭',
    'bengbu',
    'AI',
    '狠抓落实',
    '2022年10月',
  ];
  for (const word of [...odd, ...words]) {
    const { index, scan } = disk.searches;
    expect(await scan.query(asking(word)), word).toEqual(await index.query(asking(word)));
    expect(await scan.page(0, 50), word).toEqual(await index.page(0, 50));
  }
});

test('a title leads to its practice first', async ({ page }) => {
  const shown = await readShown(page);
  expect(shown.size).toBeGreaterThan(0);
  const disk = openOnDisk(atRoot.folder);
  for (const [id, title] of disk.titles) {
    await disk.searches.index.query(asking(title));
    const [first] = await disk.searches.index.page(0, 1);
    expect(first?.id, title).toBe(id);
  }
});

for (const [typed, meant] of [
  ['訴源治理', '诉源治理'],
  ['檢察', '检察'],
  ['綜治中心', '综治中心'],
] as const) {
  test(`${typed} finds what ${meant} finds`, async () => {
    const { index } = openOnDisk(atRoot.folder).searches;
    const expected = await index.query(asking(meant));
    expect(expected.exact).toBeGreaterThan(0);
    expect(await index.query(asking(typed))).toEqual(expected);
  });
}

test('pinyin and initials of every place, topic, institution and author suggest it', async () => {
  const disk = openOnDisk(atRoot.folder);
  for (const [typed, label] of [
    ['bengbu', '蚌埠'],
    ['bb', '蚌埠'],
    ['suyuan zhili', '诉源治理'],
    ['syzl', '诉源治理'],
    ['chongqing', '重庆'],
    ['jcy', '检察院'],
    ['huangxiaowu', '黄晓武'],
    ['hxw', '黄晓武'],
  ] as const) {
    const labels = (await disk.searches.index.suggest(typed)).map((suggestion) => suggestion.label);
    expect(labels.slice(0, 8), typed).toContain(label);
  }
});
