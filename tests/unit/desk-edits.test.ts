import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { editText, takenApart } from '#desk/practices.ts';
import type { FieldEdit } from '#desk/api.ts';
import { drawingAt, drawingText } from '#desk/page/write/drawing-text.ts';
import { save, standingOf } from '#editing/saving.ts';

const name = 'practices/bengbu-wei-fating.mdx';
const mark = '\uFEFF';

/** A library whose practice is written as another system or program would. */
function libraryOf(context: TestContext, written: (text: string) => string) {
  const root = mkdtempSync(join(tmpdir(), 'desk-edits-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  cpSync('tests/library/content', join(root, 'content'), { recursive: true });
  const file = join(root, 'content', name);
  const clean = readFileSync(file, 'utf8').replace(/^(figures|source|limits):/gm, '# 备忘：$1\n$&');
  writeFileSync(file, written(clean));
  return { root, read: () => readFileSync(file, 'utf8') };
}

const body = (text: string): string => takenApart(text).body;
const data = (text: string, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((at, key) => Reflect.get(Object(at), key), takenApart(text).data);

function withDrawingRow(text: string): FieldEdit {
  const prose = body(text);
  const at = /^<(Steps|Tiers|Loop|Grid)\b/m.exec(prose);
  const found = drawingAt(prose, at?.index ?? -1, ['Steps', 'Tiers', 'Loop', 'Grid']);
  assert.ok(found, 'The practice has no drawing.');
  const { items, rows } = found.drawing;
  const drawing = {
    ...found.drawing,
    items: items.map((item, row) => (row === 0 ? { ...item, text: `${item.text}（改）` } : item)),
    rows: rows.map((row, line) => (line === 1 ? [`${row[0]}（改）`, ...row.slice(1)] : row)),
  };
  const after = prose.slice(0, found.from) + drawingText(drawing) + prose.slice(found.to);
  return { edit: 'prose', body: after };
}

/** One of each kind of field of the form, as the page asks for it. */
const edits: readonly (readonly [what: string, edit: (text: string) => FieldEdit])[] = [
  ['a text', () => ({ edit: 'set', path: ['title'], value: '另起的题目：一头调解' })],
  ['a text with signs', () => ({ edit: 'set', path: ['summary'], value: "#1: '甲', [乙] - 丙" })],
  ['a pick', () => ({ edit: 'set', path: ['region'], value: '110000' })],
  [
    'picks',
    (text) => ({ edit: 'set', path: ['topics'], value: (data(text, 'topics') as []).slice(1) }),
  ],
  ['a choice', () => ({ edit: 'set', path: ['state'], value: 'review' })],
  ['a number', () => ({ edit: 'set', path: ['edition'], value: 9 })],
  ['a field of a figure', () => ({ edit: 'set', path: ['figures', 0, 'counts'], value: '改数的' })],
  [
    'a row of a figure',
    (text) => ({ edit: 'insert', path: ['figures', 1], value: data(text, 'figures', 0) }),
  ],
  ['a figure that goes', () => ({ edit: 'remove', path: ['figures', 0] })],
  ['a field of a group', () => ({ edit: 'set', path: ['source', 'title'], value: '原文的题目' })],
  [
    'a text of a list',
    (text) => ({
      edit: 'insert',
      path: ['source', 'gaps', (data(text, 'source', 'gaps') as []).length],
      value: '缺一页',
    }),
  ],
  [
    'a row of measures',
    (text) => ({ edit: 'insert', path: ['measures', 0], value: data(text, 'measures', 0) }),
  ],
  ['a word of the prose', (text) => ({ edit: 'prose', body: body(text).replace('。', '；') })],
  ['a row of a drawing', withDrawingRow],
];

for (const [system, written] of [
  ['this system', (text: string) => text],
  ['Windows, with a mark', (text: string) => mark + text.replaceAll('\n', '\r\n')],
  ['two systems by turns', (text: string) => text.replace(/(.*)\n(.*)\n/g, '$1\n$2\r\n')],
] as const) {
  test(`one edit changes three lines at most in a file written by ${system}`, (context) => {
    const { root, read } = libraryOf(context, written);
    for (const [what, edit] of edits) {
      const before = read();
      const { text, digest } = standingOf(name, root);
      const done = save(name, editText(text ?? '', [edit(text ?? '')]), digest, root);
      assert.ok('changedLines' in done && done.changedLines > 0, what);
      // Byte for byte, ends of lines and the mark too.
      const [old, now] = [before, read()].map((bytes) => bytes.split('\n'));
      const gone = (old ?? []).filter((line) => !now?.includes(line));
      const come = (now ?? []).filter((line) => !old?.includes(line));
      assert.ok(
        gone.length <= 3 && come.length <= 3,
        `${what}\n${gone.join('\n')}\n${come.join('\n')}`,
      );
      assert.equal(read().startsWith(mark), before.startsWith(mark), what);
      assert.equal(read().match(/^# 备忘：/gm)?.length, before.match(/^# 备忘：/gm)?.length, what);
    }
  });
}
