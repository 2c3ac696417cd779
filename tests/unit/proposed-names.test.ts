import assert from 'node:assert/strict';
import { test } from 'node:test';
import { divisionsAbove, findDivisions, regionDraft, shortNameOf } from '#editing/divisions.ts';
import { idFor, personId, personName, placeName } from '#editing/proposed-names.ts';
import { isLatinName } from '#schema/fields.ts';

test('a name is proposed as the gate wants it written', () => {
  for (const [name, latin] of [
    ['黄晓武', 'Huang Xiaowu'],
    ['李建安', "Li Jian'an"],
    ['吕明', 'Lü Ming'],
    ['欧阳修', 'Ouyang Xiu'],
    ['单雄信', 'Shan Xiongxin'],
    ['买买提·艾尼', 'Maimaiti·Aini'],
  ] as const) {
    assert.equal(personName(name), latin);
    assert.ok(isLatinName(latin));
  }
  assert.equal(personId('吕建安'), 'lv-jianan');
});

test('places are called as their people call them', () => {
  for (const [name, latin] of [
    ['六安', "Lu'an"],
    ['涡阳', 'Guoyang'],
    ['陕西', 'Shaanxi'],
    ['喀什', 'Kashi'],
    ['都匀', 'Duyun'],
    ['歙县', 'Shexian'],
    ['丽水', 'Lishui'],
  ] as const) {
    assert.equal(placeName(name), latin);
  }
});

test('an id is an address that can be read, and not too long', () => {
  assert.match(idFor('“一站式”多元解纷：把桌子摆到楼下，再请人来坐'), /^[a-z0-9]+(-[a-z0-9]+)*$/);
  assert.ok(idFor('把桌子摆到楼下'.repeat(9)).length <= 40);
});

test('an editor finds a county by its names, with what it lies in', () => {
  const [county] = findDivisions('安徽固镇');
  assert.deepEqual(
    divisionsAbove(county?.code ?? '').map(({ name }) => name),
    ['安徽省', '蚌埠市', '固镇县'],
  );
  assert.deepEqual(
    divisionsAbove('500102').map(({ name }) => name),
    ['重庆市', '涪陵区'],
  );
  assert.equal(divisionsAbove('419001').length, 2, 'governed by the province itself');
  assert.deepEqual(divisionsAbove('999999'), []);
});

test('short names are short, and names of one character stay whole', () => {
  assert.equal(shortNameOf('黔东南苗族侗族自治州'), '黔东南');
  assert.equal(shortNameOf('新疆维吾尔自治区'), '新疆');
  assert.equal(shortNameOf('歙县'), '歙县');
  const [, , county] = divisionsAbove('340323');
  assert.deepEqual(county && regionDraft(county), {
    id: '340323',
    name: '固镇县',
    short: '固镇',
    pinyin: 'Guzhen',
    level: 'county',
    parent: '340300',
  });
});
