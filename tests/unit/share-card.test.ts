import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { canWrite, linesOf, widthOf } from '#domain/pictures/lines.ts';
import { shareCard, shareColours, shareSize } from '#domain/pictures/share-card.ts';
import { readLetters } from '#pictures/letters.ts';
import { sharePicture } from '#pictures/share-picture.ts';

const letters = readLetters();
const card = {
  kind: '实践 · 安徽 · 蚌埠',
  title: '微法庭建到村和社区，一头接调解一头接巡回审判',
  library: '治理实践库',
  accent: null,
};
const measure = { size: 36, width: 488, most: 3 };

test('a title is broken after a clause, and never inside a word', () => {
  assert.deepEqual(linesOf(card.title, measure, letters), [
    '微法庭建到村和社区，',
    '一头接调解一头接巡回审判',
  ]);
  const asked = '别处遇到同样的问题，是怎么办的？';
  assert.deepEqual(linesOf(asked, { ...measure, size: 42, most: 2 }, letters), [
    '别处遇到同样的问题，',
    '是怎么办的？',
  ]);
});

test('no line of a title is wider than the card, a mark at its end aside', () => {
  const title = '街道看得见管不了的十二件事怎么交到区里去办而且办得完';
  const lines = linesOf(title, measure, letters) ?? [];
  assert.equal(lines.join(''), title);
  assert.ok(lines.length > 1);
  for (const line of lines) assert.ok(widthOf(line, measure.size, letters) <= measure.width, line);
});

test('a title too long for the lines there are is no title for a picture', () => {
  assert.equal(linesOf('长'.repeat(200), measure, letters), null);
});

test('a letter that is not there makes a card without words, and never a box', () => {
  const strange = '\u{20bb7}';
  assert.equal(canWrite(strange, letters), false);
  const without = shareCard({ ...card, title: `${strange}野家` }, letters);
  assert.deepEqual(without.lines, []);
  assert.deepEqual(without, shareCard({ ...card, title: '长'.repeat(200) }, letters));
  assert.notDeepEqual(without, shareCard(card, letters));
  assert.deepEqual(without, shareCard({ ...card, library: strange }, letters));
});

test('every letter of the titles and places of common use is there', () => {
  const texts = [
    '“”‘’《》（）·——…、，。：；？！',
    '0123456789%',
    'APP ABC abc',
    '亳郓睢盱眙儋婺暹歙黟栾濮',
  ];
  const missing = [...texts.join('')].filter((letter) => !letters.has(letter));
  assert.deepEqual(missing, []);
});

test('a picture is a PNG of the size that pages name, in the colour of the library', async () => {
  const png = await sharePicture({ ...card, accent: '#1f5c8a' });
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  assert.deepEqual({ width, height }, shareSize);
  const bar = (30 * width + 300) * 4;
  assert.equal(data.readUInt32BE(bar) >>> 8, 0x1f5c8a);
  assert.ok(png.length < 15_000, `${png.length} bytes`);
});

test('the same card is the same picture, whatever was drawn before', async () => {
  const first = await sharePicture(card);
  await sharePicture({ ...card, title: '案多人少' });
  assert.deepEqual(await sharePicture(card), first);
});

test('letters of a picture stand where they are put, whatever stands beside them', async () => {
  const ofTitle = async (title: string) =>
    PNG.sync.read(Buffer.from(await sharePicture({ ...card, title })));
  const [one, two] = [await ofTitle('案多人少'), await ofTitle('案少人多')];
  const inkIn = ({ data, width }: PNG, left: number, right: number): Buffer[] =>
    Array.from({ length: 60 }, (_, row) => {
      const start = (130 + row) * width;
      return data.subarray((start + left) * 4, (start + right) * 4);
    });
  const [margin, size] = [56, 42];
  // The first and the third letter are the same in both, the second and the fourth are not.
  for (const place of [0, 2]) {
    const [left, right] = [margin + place * size, margin + (place + 1) * size];
    assert.deepEqual(inkIn(one, left, right), inkIn(two, left, right));
    assert.notDeepEqual(
      inkIn(one, left + size, right + size),
      inkIn(two, left + size, right + size),
    );
  }
});

/** Letters as wide as they are high. */
const squares = new Map(
  [...'甲乙丙丁一·，长'].map((letter) => [letter, [250, ''] as const] as const),
);
const drawn = (words: Partial<typeof card>, accent: string | null = null) => {
  const { boxes, lines } = shareCard(
    { kind: '甲·乙', title: '长', library: '丙丁', ...words, accent },
    squares,
  );
  return {
    boxes: boxes.map(({ x, y, width, height, colour }) => `${colour} ${x} ${y} ${width} ${height}`),
    lines: lines.map(({ text, x, y, size, colour }) => `${text} ${x} ${y} ${size} ${colour}`),
  };
};

const ground = [
  ...['#fbf9f5 0 0 600 315', '#ddd6ca 28 28 544 259', '#fffefb 29 29 542 257'],
  '#a8321f 28 28 544 6',
];

test('a card stands as it was drawn: kind above, title in the middle, library at the foot', () => {
  assert.deepEqual(drawn({}), {
    boxes: [...ground, '#ddd6ca 56 236 488 1', '#a8321f 100 262 7 7'],
    lines: ['甲·乙 56 74 18 #655e56', '长 56 178 42 #1f1c19', '丙丁 56 268 19 #1f1c19'],
  });
  const blue = drawn({}, '#1f5c8a').boxes.filter((box) => box.startsWith('#1f5c8a'));
  assert.deepEqual(blue, ['#1f5c8a 28 28 544 6', '#1f5c8a 100 262 7 7']);
});

test('a longer title is set smaller and in more lines, around the same middle', () => {
  const lines = (title: string): string => {
    const { lines } = drawn({ title });
    return lines
      .slice(1, -1)
      .map((line) => line.split(' ')[2])
      .join(' ');
  };
  const clause = '甲乙丙，';
  assert.deepEqual(
    [3, 6, 9, 12, 13, 16, 17].map((clauses) => lines(clause.repeat(clauses))),
    ['178', '150 207', '132 174 216', '132 174 216', '117 154 191 228', '117 154 191 228', ''],
  );
  assert.equal(lines('甲乙丙丁甲，甲乙丙丁甲乙，'.repeat(2)), '151 200');
});

test('a kind or a library too long for the card leaves it without words', () => {
  const isWordless = (words: Partial<typeof card>): boolean => drawn(words).lines.length === 0;
  assert.equal(isWordless({ kind: '甲'.repeat(27) }), false);
  assert.equal(isWordless({ kind: '甲'.repeat(28) }), true);
  assert.equal(isWordless({ library: '甲'.repeat(24) }), false);
  assert.equal(isWordless({ library: '甲'.repeat(25) }), true);
});

test('a card without words shows bars in their place', () => {
  assert.deepEqual(drawn({ title: '？' }), {
    boxes: [
      ...[...ground, '#1f1c19 56 84 235 17'],
      ...['#ddd6ca 56 134 35 7', '#655e56 111 134 210 7', '#ddd6ca 56 152 488 1'],
      ...['#ddd6ca 56 164 35 7', '#655e56 111 164 130 7', '#ddd6ca 56 182 488 1'],
      ...['#ddd6ca 56 194 35 7', '#655e56 111 194 250 7', '#ddd6ca 56 212 488 1'],
      ...['#ddd6ca 56 224 35 7', '#655e56 111 224 120 7', '#ddd6ca 56 242 488 1'],
    ],
    lines: [],
  });
});

test('a card is drawn in the colours of the house and the shades where letters end', () => {
  assert.deepEqual(shareColours(null), [
    ...['#fbf9f5', '#fffefb', '#ddd6ca', '#a8321f', '#d4988d'],
    ...['#dfdedb', '#bfbdba', '#9f9d9a', '#7f7d7a', '#5f5d5a', '#3f3c39', '#1f1c19'],
    ...['#d9d6d2', '#b2aea9', '#8c867f', '#655e56'],
  ]);
  assert.equal(shareColours('#1f5c8a')[3], '#1f5c8a');
});
