import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { canWrite, linesOf, widthOf } from '#domain/pictures/lines.ts';
import { shareCard, shareSize } from '#domain/pictures/share-card.ts';
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
