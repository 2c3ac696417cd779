import assert from 'node:assert/strict';
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { toCitable } from '#domain/citation/library.ts';
import { toBibLatex } from '#domain/exports/biblatex.ts';
import { toCslJson } from '#domain/exports/csl-json.ts';
import {
  csvHead,
  figureColumns,
  figureRows,
  practiceColumns,
  practiceRows,
} from '#domain/exports/csv.ts';
import { libraryFiles, partsOf, type LibraryFile } from '#domain/exports/library-file.ts';
import { toRis } from '#domain/exports/ris.ts';
import { practiceRecord } from '#domain/practice/practice-record.ts';
import { site } from '#domain/site/site.ts';
import { keptFragment, programVariable, Room } from '#cache/fragment-cache.ts';
import { text as words } from '#words/index.ts';
import { aFigure, aPractice, aRegion } from './builders.ts';

const publication = { origin: 'https://example.org', words };
const unread = { accessedOn: null };
const figures = [aFigure(), aFigure({ value: '数十' })];
const inBeijing = aRegion({ id: '110105' });
const inAnhui = aRegion({ id: '340300' });
const inHefei = aRegion({ id: '340100' });

/** As the library has them: newest first, wherever they are. */
const practices = [
  aPractice({ id: 'newest', region: inAnhui, title: '“最新”，一篇', figures }),
  aPractice({ id: 'second', region: inBeijing, figures: [] }),
  aPractice({ id: 'third', region: inHefei, figures }),
  aPractice({ id: 'oldest', region: inBeijing, figures: [] }),
];
const inOrder = ['second', 'oldest', 'newest', 'third'].map(
  (id) => practices.find((practice) => practice.id === id) ?? assert.fail(id),
);
const cited = inOrder.map((practice) => toCitable(practice, publication));

/** What each file would be, were it written in one go. */
const inOneGo: Readonly<Record<string, string>> = {
  'practices.json': JSON.stringify({
    $schema: 'practices.schema.json',
    name: site.name,
    licence: site.licence.url,
    version: '2026.09.01',
    releasedOn: '2026-09-01',
    practices: inOrder.map((practice) => practiceRecord(practice, publication)),
  }),
  'practices.csv':
    csvHead(practiceColumns, words.exports.practiceColumns) + practiceRows(inOrder, publication),
  'figures.csv':
    csvHead(figureColumns, words.exports.figureColumns) + figureRows(inOrder, publication),
  'references.csl.json': toCslJson(cited, unread),
  'references.ris': toRis(cited, unread),
  'references.bib': toBibLatex(cited, unread),
};

test('the files go by province, and in a province in the order of the library', () => {
  assert.deepEqual(
    libraryFiles.map(({ name }) => name),
    Object.keys(inOneGo),
  );
  for (const file of libraryFiles) {
    const parts = partsOf(file, practices, publication, (own) =>
      file.piece(own.practices, publication),
    );
    assert.equal([...parts].join(''), inOneGo[file.name], file.name);
  }
});

const root = mkdtempSync(join(tmpdir(), 'pieces-'));
after(() => rmSync(root, { recursive: true }));
const pieces = join(root, 'node_modules/.cache/pieces');

process.env[programVariable] = 'one';

let made: string[] = [];
beforeEach(() => {
  made = [];
});

/** The file as a build puts it together that keeps pieces from one run to the next. */
async function written(file: LibraryFile, madeOf = 'this'): Promise<string> {
  const room = new Room();
  const parts = partsOf(file, practices, publication, ({ province, practices: own }) => {
    const make = (): string => {
      made.push(province);
      return file.piece(own, publication);
    };
    return keptFragment(`${file.name}/${province}`, madeOf, make, { root, room });
  });
  let text = '';
  for (const part of parts) text += String(await part);
  return text;
}

for (const file of libraryFiles) {
  test(`${file.name} is the same whether its pieces are kept, missing or damaged`, async () => {
    const folder = join(pieces, file.name);
    const expected = inOneGo[file.name];
    assert.equal(await written(file), expected);
    assert.deepEqual(made.splice(0), ['11', '34']);
    assert.equal(await written(file), expected);
    assert.deepEqual(made.splice(0), []);

    rmSync(join(folder, '11'));
    assert.equal(await written(file), expected);
    assert.deepEqual(made.splice(0), ['11']);

    const whole = readFileSync(join(folder, '34'));
    truncateSync(join(folder, '34'), whole.length - 1);
    assert.equal(await written(file), expected);
    assert.deepEqual(made.splice(0), ['34']);

    whole[whole.length - 3] = 88;
    writeFileSync(join(folder, '34'), whole);
    assert.equal(await written(file), expected);
    assert.deepEqual(made.splice(0), ['34']);

    writeFileSync(join(folder, '34'), '');
    assert.equal(await written(file), expected);
    assert.deepEqual(made.splice(0), ['34']);
    assert.deepEqual(readdirSync(folder).sort(), ['11', '34']);
  });
}

const ofPlace = (madeOf: string, text: string): Promise<string> =>
  keptFragment('place', madeOf, () => text, { root }).then(String);

test('a piece made of something else is not taken', async () => {
  assert.equal(await ofPlace('one', 'one'), 'one');
  assert.equal(await ofPlace('one', 'never made'), 'one');
  assert.equal(await ofPlace('other', 'other'), 'other');
  assert.equal(await ofPlace('one', 'one again'), 'one again');
});

test('nothing is kept or taken by another program, or by one that was not compiled', async () => {
  assert.equal(await ofPlace('one', 'one again'), 'one again');
  process.env[programVariable] = 'another';
  assert.equal(await ofPlace('one', 'by another'), 'by another');
  delete process.env[programVariable];
  assert.equal(await ofPlace('one', 'while editing'), 'while editing');
  process.env[programVariable] = 'another';
  assert.equal(await ofPlace('one', 'never made'), 'by another');
});
