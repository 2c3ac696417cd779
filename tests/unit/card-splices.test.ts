import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseDocument } from 'yaml';
import { spliceCard, type CardEdit } from '#editing/card-splices.ts';
import type { CardPath } from '#editing/card-tree.ts';
import { keysAt } from '#gate/schema-fields.ts';
import { splitFrontmatter } from '#reading/frontmatter.ts';
import { isYaml, readYaml } from '#reading/yaml.ts';
import { practice } from '#schema/practice.ts';

const order = (path: CardPath, data: unknown): readonly string[] => keysAt(practice, path, data);
const splice = (card: string, edit: CardEdit): string => spliceCard(card, edit, order);

const folder = 'tests/library/content/practices';
const cards = readdirSync(folder)
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => {
    const parts = splitFrontmatter(
      readFileSync(`${folder}/${name}`, 'utf8').replace(/\r\n/g, '\n'),
    );
    assert.ok('card' in parts, name);
    return { name, card: parts.card };
  });

/** Lines of the second text that the first has not, and the other way round, whichever is more. */
function linesChanged(before: string, after: string): number {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) {
    tail += 1;
  }
  return Math.max(a.length, b.length) - head - tail;
}

/** Paths of all values of a card that are no groups or lists, and of all lists. */
function* pathsIn(data: unknown, path: CardPath = []): Generator<readonly [CardPath, unknown]> {
  yield [path, data];
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    yield* pathsIn(value, [...path, Array.isArray(data) ? Number(key) : key]);
  }
}

/** Every kind of field a few times, and some of every practice: all of them take minutes. */
function* someOf(
  chosen: (value: unknown, path: CardPath) => boolean,
): Generator<{ name: string; card: string; path: CardPath; value: unknown }> {
  const seen = new Map<string, number>();
  for (const { name, card } of cards) {
    let ofCard = 0;
    for (const [path, value] of pathsIn(dataOf(card))) {
      if (path.length === 0 || !chosen(value, path)) continue;
      const kind = path.map((key) => (typeof key === 'number' ? '*' : key)).join('.');
      const times = seen.get(kind) ?? 0;
      if (times >= 1 && (ofCard += 1) > 1) continue;
      seen.set(kind, times + 1);
      yield { name, card, path, value };
    }
  }
}

const dataOf = (card: string): unknown => parseDocument(card).toJS();
const commentsOf = (card: string): number => card.match(/(^|\s)# /gm)?.length ?? 0;

test('an editor changes any one value of any practice, and one line differs', () => {
  for (const { name, card, path, value } of someOf((one) => typeof one !== 'object')) {
    const wanted =
      typeof value === 'number' ? value + 1 : `${String(value)}，改：'一' “二”, 三 #四`;
    const after = splice(card, { edit: 'set', path, value: wanted });
    assert.ok(linesChanged(card, after) <= 1, `${name} ${path.join('.')}`);
    assert.ok(isYaml(readYaml(after)), `${name} ${path.join('.')}: ${after}`);
    // Typed back, it is the same text again, unless it had to be quoted meanwhile.
    const back = splice(after, { edit: 'set', path, value });
    assert.deepEqual(dataOf(back), dataOf(card));
    assert.ok(linesChanged(card, back) <= 1, `${name} ${path.join('.')} back`);
  }
});

test('a row is put in, and taken out again, and the card is as it was', () => {
  for (const { name, card, path, value } of someOf(Array.isArray)) {
    if (!Array.isArray(value) || value.length === 0) continue;
    for (const at of [0, Math.floor(value.length / 2), value.length]) {
      const row: unknown = value[Math.min(at, value.length - 1)];
      const place = [...path, at];
      const more = splice(card, { edit: 'insert', path: place, value: row });
      const most = typeof row === 'object' && row !== null ? Object.keys(row).length : 1;
      assert.ok(linesChanged(card, more) <= most, `${name} ${place.join('.')}`);
      assert.equal(
        splice(more, { edit: 'remove', path: place }),
        card,
        `${name} ${place.join('.')}`,
      );
    }
  }
});

test('rows change places, and back', () => {
  for (const { name, card, path, value } of someOf((one) => Array.isArray(one) && one.length > 2)) {
    const last = (value as readonly unknown[]).length - 1;
    const moved = splice(card, { edit: 'move', path: [...path, last], to: 0 });
    assert.notEqual(moved, card);
    const back = splice(moved, { edit: 'move', path: [...path, 0], to: last });
    assert.equal(back, card, `${name} ${path.join('.')}`);
  }
});

test('any field of a group is taken out and written again in its place', () => {
  for (const { name, card, path, value } of someOf((_, way) => typeof way.at(-1) === 'string')) {
    const without = splice(card, { edit: 'remove', path });
    const again = splice(without, { edit: 'set', path, value });
    assert.deepEqual(dataOf(again), dataOf(card), `${name} ${path.join('.')}`);
    assert.ok(isYaml(readYaml(again)), `${name} ${path.join('.')}`);
  }
});

/** Says the same in every run. */
function* chance(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

test('twenty edits of an afternoon change three lines each at most, and lose no comment', () => {
  const random = chance(7);
  const pick = <T>(from: readonly T[]): T =>
    from[Math.floor(random.next().value * from.length)] as T;
  for (const { name, card: clean } of cards) {
    let card = clean.replace(/^(figures|source|changes):/gm, '# 编者备忘：$1\n$&');
    for (let edits = 0; edits < 20; edits += 1) {
      const all = [...pathsIn(dataOf(card))].filter(([path]) => path.length > 0);
      const lists = all.filter(([, value]) => Array.isArray(value));
      const values = all.filter(([, value]) => typeof value === 'string');
      const before = card;
      if (random.next().value < 0.6) {
        const [path] = pick(values);
        card = splice(card, {
          edit: 'set',
          path,
          value: pick(['改过的一句话', "it's #1: a", '0815', '[甲]', '- 乙', '丙, 丁']),
        });
      } else {
        const [path] = pick(lists);
        card = splice(card, { edit: 'insert', path: [...path, 0], value: '新的一条' });
      }
      assert.ok(linesChanged(before, card) <= 3, `${name}\n${before}\n${card}`);
      assert.equal(commentsOf(card), commentsOf(before), name);
    }
  }
});

const written = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

test('comments stay where their editor put them', () => {
  const card = written(
    'title: 标题 # 还要斟酌',
    'source:',
    '  # 照印',
    '  authors: # 没有署名写 []',
    '    - { author: zhang-san, office: 书记 } # 第一位',
    '    # 第二位看不清',
    '    - { author: li-si, office: 无 }',
    '  gaps: []',
  );
  const path = ['source', 'authors'];
  const retitled = splice(card, { edit: 'set', path: ['title'], value: '另一个' });
  assert.match(retitled, /^title: 另一个 # 还要斟酌$/m);
  const one = splice(card, { edit: 'remove', path: [...path, 1] });
  assert.match(one, /第一位\n {4}# 第二位看不清\n {2}gaps/);
  const none = splice(card, { edit: 'set', path, value: [] });
  assert.match(none, /^ {2}authors: \[\] # 没有署名写 \[\]$/m);
  const gap = splice(card, { edit: 'insert', path: ['source', 'gaps', 0], value: '缺一页' });
  assert.match(gap, /^ {2}gaps:\n {4}- 缺一页$/m);
});

test('a field that was left empty, null or several lines long takes a value', () => {
  const card = written('title:', 'summary: null', 'note: |', '  一行', '  又一行', 'edition: 1');
  const titled = splice(card, { edit: 'set', path: ['title'], value: '标题' });
  assert.match(titled, /^title: 标题$/m);
  const grouped = splice(card, { edit: 'set', path: ['summary', 'on'], value: '2023' });
  assert.match(grouped, /^summary:\n {2}on: '2023'$/m);
  const short = splice(card, { edit: 'set', path: ['note'], value: '一行' });
  assert.match(short, /^note: 一行\nedition: 1$/m);
});

test('the first entry of an empty list stands under what was written above it', () => {
  const first = splice('# 署名人\n[]\n', {
    edit: 'insert',
    path: [0],
    value: { id: 'a', name: '甲' },
  });
  assert.equal(first, '# 署名人\n- id: a\n  name: 甲\n');
  const second = splice(first, { edit: 'insert', path: [1], value: { id: 'b', name: '乙' } });
  assert.equal(second, `${first}- id: b\n  name: 乙\n`);
});

test('a name that is no field leads nowhere', () => {
  for (const path of [
    ['__proto__', 'polluted'],
    ['constructor', 'prototype', 'polluted'],
    ['a b'],
  ]) {
    assert.throws(() => splice('title: a\n', { edit: 'remove', path }), { name: 'Refusal' });
  }
  const made = splice('title: a\n', { edit: 'set', path: ['constructor', 'x'], value: 'y' });
  assert.equal(made, 'title: a\nconstructor:\n  x: y\n');
  assert.equal(Reflect.get({}, 'polluted') ?? Reflect.get({}, 'x'), undefined);
});

test('a card that cannot be read is left alone', () => {
  assert.throws(() => splice('title: "a\nb: [', { edit: 'set', path: ['title'], value: 'x' }), {
    name: 'Refusal',
  });
  assert.throws(() => splice('title: a\n', { edit: 'insert', path: ['title', 0], value: 'x' }), {
    name: 'Refusal',
  });
});
