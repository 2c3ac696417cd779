import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { slideFile, wordFile } from '#browser/handout/office-file.ts';
import type { HandoutDocument } from '#domain/handout/document.ts';
import { widthOf } from '#domain/handout/office/text-width.ts';
import { places } from '#domain/handout/slides/master.ts';
import { slidesOf } from '#domain/handout/slides/plan.ts';
import { heightOf } from '#domain/handout/slides/text.ts';
import { office } from '#words/office.ts';
import { everyKind, held, randomHandout, textsIn } from './handout-samples.ts';
import { faultsOf, textsOf } from './office-package.ts';

const formats = [
  { name: 'Word file', write: wordFile, body: /^word\/document\.xml$/ },
  { name: 'file of slides', write: slideFile, body: /^ppt\/(slides|notesSlides)\/[^/]*\.xml$/ },
];

const random = Array.from({ length: 9 }, (_, seed) => randomHandout(seed));

/** The file with one part of it written anew. */
function tampered(file: Uint8Array, path: string, change: (text: string) => string): Uint8Array {
  const files = unzipSync(file);
  const before = strFromU8(files[path] ?? assert.fail(path));
  assert.notEqual(change(before), before);
  return zipSync({ ...files, [path]: strToU8(change(before)) });
}

for (const { name, write, body } of formats) {
  test(`a ${name} made twice on a day is the same to the byte`, async () => {
    assert.deepEqual(await write(everyKind), await write(everyKind));
  });

  test(`a ${name} is put together as the standard asks, whatever is in the handout`, async () => {
    for (const handout of [everyKind, ...random])
      assert.deepEqual(faultsOf(await write(handout)), [], handout.title);
  });

  test(`a ${name} leaves out no text, and marks what XML cannot hold`, async () => {
    for (const handout of [everyKind, ...random]) {
      const text = textsOf(await write(handout), body).replace(/\s+/gu, '');
      const lost = textsIn(handout).filter((given) => !text.includes(held(given)));
      assert.deepEqual(lost, []);
    }
  });

  test(`a ${name} without an address has no code, and is right all the same`, async () => {
    const file = await write({ ...everyKind, address: null });
    assert.deepEqual(faultsOf(file), []);
    assert.ok(!Object.keys(unzipSync(file)).some((path) => path.endsWith('.png')));
  });
}

/** The same in a style of notes, cited beside a title, in a list and in a table. */
const inNotes: HandoutDocument = {
  ...everyKind,
  style: 'law-journals-note',
  parts: everyKind.parts.map((part) => ({
    ...part,
    references: [{ number: 2, text: '②' }],
    blocks: [
      {
        kind: 'list',
        isOrdered: false,
        items: [{ text: '东城先收口', mark: { number: 1, text: '①' } }],
        place: null,
      },
      {
        kind: 'table',
        caption: null,
        header: ['', { text: '北京市', mark: { number: 1, text: '①' } }],
        rows: [['谁牵头', '政法委']],
        place: null,
      },
    ],
  })),
};

test('a Word file in a style of notes has them at the foot of the page, circled, one for each mark', async () => {
  const file = await wordFile(inNotes);
  assert.deepEqual(faultsOf(file), []);
  const files = unzipSync(file);
  const read = (path: string): string => strFromU8(files[path] ?? assert.fail(path));
  const body = read('word/document.xml');
  assert.match(body, /decimalEnclosedCircleChinese.*eachPage/s);
  const asked = [...body.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => id);
  assert.deepEqual(asked, ['2', '3', '4', '5', '6', '7']);
  const notes = read('word/footnotes.xml');
  for (const id of asked) assert.match(notes, new RegExp(`<w:footnote w:id="${id}"`));
  assert.equal(notes.match(/张三\. 四级漏斗/g)?.length, 4);
  assert.doesNotMatch(body, /[①②]|参考文献/);
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) });
  assert.match(value, /<li id="footnote-2">.*张三/s);
});

test('notes in English run on through the file in plain numbers', async () => {
  const file = await wordFile({ ...inNotes, style: 'chicago-18-note' });
  const body = strFromU8(unzipSync(file)['word/document.xml'] ?? assert.fail('no document'));
  assert.match(body, /<w:numFmt w:val="decimal"\/><w:numRestart w:val="continuous"\/>/);
});

test('a list that goes by names has no numbers', async () => {
  const file = await wordFile({ ...everyKind, style: 'gbt-7714-2025-author-date' });
  const body = strFromU8(unzipSync(file)['word/document.xml'] ?? assert.fail('no document'));
  assert.doesNotMatch(body, /<w:pStyle w:val="Reference"\/><w:numPr>/);
  assert.ok(!Object.keys(unzipSync(file)).includes('word/footnotes.xml'));
});

test('a fault in a Word file or in slides would be named', async () => {
  const word = await wordFile(everyKind);
  const slides = await slideFile(everyKind);
  const seen = (file: Uint8Array, path: string, from: RegExp | string, to: string): string =>
    faultsOf(tampered(file, path, (text) => text.replace(from, to))).join('\n');
  const body = 'word/document.xml';
  for (const [fault, says] of [
    [seen(word, body, /(<w:pStyle[^>]*>)(<w:keepNext\/>)/, '$2$1'), /w:pStyle.* where it may not/],
    [seen(word, body, /r:id="rId\d+"/, 'r:id="rId999"'), /asks for rId999/],
    [seen(word, body, 'w:name="part_2"', 'w:name="part_1"'), /bookmark part_1 twice/],
    [seen(word, body, /<w:tbl>.*?<\/w:tblPr>/, '<w:tbl>'), /lacks <w:tblPr>/],
    [seen(word, body, /<w:gridCol[^>]*>/, ''), /another number of cells/],
    [seen(word, body, '“', '\u0001'), /cannot hold/],
    [seen(word, body, '</w:p>', ''), /closes/],
    [seen(word, 'word/_rels/document.xml.rels', 'styles.xml', 'style.xml'), /no word\/style\.xml/],
    [seen(word, '[Content_Types].xml', /<Override[^>]*styles[^>]*>/, ''), /no type of its own/],
    [seen(slides, 'ppt/slides/slide1.xml', 'id="3"', 'id="2"'), /shape 2 twice/],
    [seen(slides, 'ppt/slides/slide2.xml', /sz="\d+"/, 'sz="10.5"'), /no whole number/],
    [seen(slides, 'ppt/slides/slide1.xml', /<a:off x="\d+"/, '<a:off x="99999999"'), /leaves/],
  ] as const)
    assert.match(fault, says);
});

test('no text of a slide is larger than the box it stands in', () => {
  for (const handout of [everyKind, ...random])
    for (const { layout, shapes } of slidesOf(handout, office, true))
      for (const shape of shapes) {
        if (shape.kind === 'table') {
          const rows = shape.rows.reduce((sum, { height }) => sum + height, 0);
          assert.ok(rows <= places.body.height + 1, `a table of ${rows} points`);
        }
        if (shape.kind !== 'text' && shape.kind !== 'placeholder') continue;
        const box =
          shape.kind === 'text' ? shape.box : places[placeOf(layout, shape.type) ?? 'body'];
        const inset = shape.kind === 'text' ? (shape.padding ?? 0) : 0;
        const height = heightOf(shape.paragraphs, box.width - 2 * inset);
        assert.ok(
          height <= box.height - 2 * inset + 1,
          `${shape.name} of ${handout.title}: ${height} points in ${box.height}`,
        );
      }
});

function placeOf(layout: string, type: string): keyof typeof places | null {
  if (type === 'ftr') return 'foot';
  if (type === 'sldNum') return 'number';
  if (layout === 'cover') return type === 'ctrTitle' ? 'coverTitle' : 'coverText';
  if (layout === 'part') return type === 'title' ? 'partTitle' : 'partText';
  return type === 'title' ? 'title' : null;
}

test('a trainer sees one idea a slide, and reads the rest in the notes', () => {
  const slides = slidesOf(everyKind, office, true);
  const said = (index: number): string =>
    (slides[index]?.shapes ?? [])
      .flatMap((shape) => ('paragraphs' in shape ? shape.paragraphs : []))
      .flatMap(({ runs }) => runs.map(({ text }) => text))
      .join(' ');
  assert.match(said(0), /怎样把纠纷化解在诉前.*第三讲/);
  assert.match(said(1), /目录.*四级漏斗/);
  assert.match(said(2), /四级漏斗 北京市东城区.*一句话说明/);
  assert.match(said(3), /做法.*先调后诉/);
  const notes = slides[3]?.notes.map(({ text }) => text).join('\n') ?? '';
  assert.match(notes, /第 1 段 https:\/\/practices\.example\.org\/practices\/p\/#p-1/);
  assert.match(notes, /\[1\] 张三\. 四级漏斗\[J\]\. 2022\./);
  const own = slides.findIndex((_, index) => said(index).includes('请带着两个问题去听。'));
  assert.match(said(own), /讲义编者自撰，不出自本库/);
  const figures = slides.filter(({ shapes }) =>
    shapes.some(({ name }) => /^(1971|17|7|12)/.test(name)),
  );
  assert.equal(figures.length, 2);
  const arrows = slides.flatMap(({ shapes }) => shapes.filter(({ kind }) => kind === 'arrow'));
  assert.equal(arrows.length, 2 + 3, 'two between three steps, three round a loop of three');
});

test('a reader of a Word file is led from contents to parts, and from paragraphs to the site', async () => {
  const document = strFromU8(
    unzipSync(await wordFile(everyKind))['word/document.xml'] ?? assert.fail(),
  );
  assert.match(document, /<w:hyperlink w:anchor="part_1"/);
  assert.match(document, /<w:hyperlink w:anchor="reference_2"/);
  const headings = document.match(/<w:p><w:pPr><w:pStyle w:val="Heading1"\/>.*?<\/w:p>/g) ?? [];
  assert.deepEqual(
    headings.map((heading) => heading.includes('<w:numPr>')),
    [true, true, false],
    'parts are counted, references are not',
  );
  assert.doesNotMatch(document, /updateFields|TOC \\o|w:fldChar/);
  const links = strFromU8(
    unzipSync(await wordFile(everyKind))['word/_rels/document.xml.rels'] ?? assert.fail(),
  );
  assert.match(
    links,
    /Target="https:\/\/practices\.example\.org\/practices\/p\/#p-1" TargetMode="External"/,
  );
});

test('another program reads headings, lists, tables, italics and links out of a Word file', async () => {
  const buffer = Buffer.from(await wordFile(everyKind));
  const { value } = await mammoth.convertToHtml({ buffer });
  for (const piece of [
    /<h1><a id="part_1"><\/a>四级漏斗<\/h1>/,
    /<h2>做法<\/h2>/,
    /<h3>怎么运转<\/h3>/,
    /<ol><li>登记<\/li><li>受理/,
    /<ul><li>街道<\/li><li>社区<\/li><\/ul>/,
    /<th><p>谁<\/p><\/th><th><p>做什么<\/p><\/th>/,
    /<td><p>就地化解<br \/>上报<\/p><\/td>/,
    /<em>The Funnel<\/em>/,
    /<a href="https:\/\/practices\.example\.org\/practices\/p\/#p-1">/,
    /<a href="#part_1">/,
    /<img alt="[^"]+" src="data:image\/png/,
  ])
    assert.match(value, piece);
  for (const handout of random) {
    const read = await mammoth.extractRawText({ buffer: Buffer.from(await wordFile(handout)) });
    const text = read.value.replace(/\s+/gu, '');
    assert.deepEqual(
      textsIn(handout).filter((given) => !text.includes(held(given))),
      [],
    );
  }
});

test('every style of a Word file names its fonts outright, and Chinese is Chinese to it', async () => {
  const styles = strFromU8(
    unzipSync(await wordFile(everyKind))['word/styles.xml'] ?? assert.fail(),
  );
  for (const [fonts] of styles.matchAll(/<w:rFonts[^>]*>/g))
    for (const slot of ['ascii', 'hAnsi', 'eastAsia', 'cs'])
      assert.match(fonts, new RegExp(`w:${slot}="[^"]+"`));
  assert.doesNotMatch(styles, /Theme=/);
  assert.match(styles, /<w:lang [^>]*w:eastAsia="zh-CN"/);
});

test('text is counted wide enough: Chinese a full square, a capital three quarters', () => {
  assert.equal(widthOf('治理“库”'), 5);
  assert.equal(widthOf('W'), 0.75);
});

test('a basket of two hundred things with a note of fifty thousand characters is written at once', async () => {
  const long = '说下去。'.repeat(12_500);
  const [part] = everyKind.parts;
  assert.ok(part);
  const handout: HandoutDocument = {
    ...everyKind,
    parts: Array.from({ length: 200 }, (_, index) => ({
      ...part,
      title: `${part.title}${index}`,
      blocks: index === 7 ? [{ kind: 'own', paragraphs: [long] }] : part.blocks.slice(0, 3),
    })),
  };
  for (const { write, body } of formats) {
    const file = await write(handout);
    assert.ok(textsOf(file, body).includes(long));
  }
});
