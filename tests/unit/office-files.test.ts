import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { HandoutDocument } from '#domain/handout/document.ts';
import { slideFile, wordFile } from '#browser/handout/office-file.ts';

const handout: HandoutDocument = {
  title: '怎样把纠纷化解在诉前',
  subtitles: ['第三讲'],
  imprint: ['治理实践库'],
  address: 'https://practices.example.org/handout/',
  day: '2026-11-29',
  parts: [
    {
      title: '四级漏斗',
      line: '北京市东城区',
      edition: '第 2 版',
      address: 'https://practices.example.org/practices/dongcheng/',
      blocks: [
        { kind: 'heading', level: 1, text: '做法' },
        {
          kind: 'paragraph',
          text: '“先调\u0000后诉”，𠮷\ud800。',
          place: { number: 3, address: 'https://practices.example.org/practices/dongcheng/#p-a1' },
        },
      ],
      references: [1],
    },
  ],
  references: [[{ text: '张三. 四级漏斗[J]. ', italic: false }]],
  referencesHeading: '参考文献',
};

const textOf = (file: Uint8Array, path: RegExp): string =>
  Object.entries(unzipSync(file))
    .filter(([name]) => path.test(name))
    .map(([, content]) => strFromU8(content))
    .join('\n');

for (const [name, write, body] of [
  ['Word file', wordFile, /^word\/document\.xml$/],
  ['file of slides', slideFile, /^ppt\/(slides|notesSlides)\/[^/]*\.xml$/],
] as const) {
  test(`a ${name} made twice on a day is the same to the byte`, async () => {
    assert.deepEqual(await write(handout), await write(handout));
  });

  test(`a ${name} holds the text, and a mark for what XML cannot hold`, async () => {
    const text = textOf(await write(handout), body);
    for (const words of ['四级漏斗', '“先调\ufffd后诉”，𠮷\ufffd。', '张三. 四级漏斗[J]. '])
      assert.ok(text.includes(words), words);
  });
}
