import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leastCopied, sharedWording } from '#domain/words/copied-wording.ts';

const source =
  '来立案的人里，有一部分其实还没有想好要不要打官司。他们来法院，是因为不知道还能去哪里。';
const { runsIn } = sharedWording(['别的文章，没有关系。', source]);

test('a sentence taken over is found, whatever its punctuation and blanks', () => {
  assert.deepEqual(
    runsIn('我们听说：来立案的人里 有一部分、其实还没有想好要不要打官司——他们不急'),
    ['来立案的人里有一部分其实还没有想好要不要打官司他们'],
  );
});

test('a name or a short phrase is no sentence', () => {
  assert.deepEqual(runsIn('有一部分其实还没有想好要不要打官司'), []);
});

test('a slogan may be quoted, a paragraph may not', () => {
  assert.deepEqual(runsIn('叫作“来立案的人里有一部分其实还没有想好要不要打官司他们”'), []);
  const long = source.replace(/[，。]/gu, '');
  assert.equal(long.length > 40 && runsIn(`他说“${source}”`).length === 0, false);
});

test('the title of a source may be carried over', () => {
  assert.deepEqual(runsIn(`source:\n  title: ${source}\n`), []);
  assert.equal(runsIn(`summary: ${source}\n`).length, 1);
});

test('runs do not go from one source into the next', () => {
  const apart = sharedWording(['甲乙丙丁戊己庚辛壬癸子丑', '寅卯辰巳午未申酉戌亥东西']);
  assert.deepEqual(apart.runsIn('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥东西'), []);
});

test('what is found is what looking at every place would find', () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const words = (length: number): string =>
    Array.from({ length }, () => '法院调解'[random(4)] ?? '').join('');
  for (let round = 0; round < 200; round += 1) {
    const sources = [words(60 + random(80)), words(40 + random(90))];
    const piece = (): string => {
      const [from = ''] = [sources[random(2)]];
      const start = random(from.length);
      return random(2) === 0 ? words(random(30)) : from.slice(start, start + random(50));
    };
    const text = [piece(), piece(), piece(), piece()].join('');
    assert.deepEqual(sharedWording(sources).runsIn(text), everyRun(text, sources), text);
  }
});

function everyRun(text: string, sources: readonly string[]): string[] {
  const runs: string[] = [];
  let from = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const gram = text.slice(at, at + leastCopied);
    const isShared = gram.length === leastCopied && sources.some((one) => one.includes(gram));
    if (isShared && from < 0) from = at;
    if (isShared || from < 0) continue;
    runs.push(text.slice(from, at - 1 + leastCopied));
    from = -1;
  }
  return runs;
}
