import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officialDocument } from '#domain/editing/official-document.ts';

test('a document with a letterhead is known by its number, and called by its title', () => {
  assert.deepEqual(
    officialDocument([
      '湄水县人民政府办公室文件',
      '湄府办发〔2024〕17号',
      '湄水县人民政府办公室',
      '关于推广“马背调解队”的通知',
      '各乡镇人民政府：',
    ]),
    {
      number: '湄府办发〔2024〕17号',
      title: '湄水县人民政府办公室关于推广“马背调解队”的通知',
    },
  );
});

test('a number typed with other brackets is one as well, and a title that is not there is not made up', () => {
  assert.deepEqual(officialDocument(['青政法[2023] 5 号', '各街道：', '现将……']), {
    number: '青政法[2023] 5 号',
    title: null,
  });
});

test('an article that speaks of a document is none', () => {
  const lines = ['把议事桌搬到楼道口', '2023年起，区里照青政发〔2023〕5号文件的要求推行议事桌。'];
  assert.equal(officialDocument(lines), null);
});
