import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportAddress } from '#domain/site/error-report.ts';
import { reporting as words } from '#words/reporting.ts';

const reported = {
  title: '一千多个村设微法庭 & “纠纷”',
  address: 'https://shijian.qingchuan.test/practices/x/#p-k7m2',
  paragraph: 7,
};

test('a letter is begun with what a reader would have to look up', () => {
  const letter = new URL(
    reportAddress({ form: null, email: 'bianji@qingchuan.test' }, reported, words) ?? '',
  );
  assert.equal(letter.pathname, 'bianji@qingchuan.test');
  assert.equal(
    letter.searchParams.get('subject'),
    '内容有误：一千多个村设微法庭 & “纠纷”，第 7 段',
  );
  const body = letter.searchParams.get('body') ?? '';
  for (const words of [reported.title, reported.address, '位置：第 7 段', '依据：']) {
    assert.ok(body.includes(words), `"${words}" is not in: ${body}`);
  }
});

test('a web form comes before a letter, and nothing in a title can leave its field', () => {
  const form = 'https://www.qingchuan.test/jiucuo?t={title}&u={address}&p={paragraph}&x={other}';
  const address = new URL(
    reportAddress({ form, email: 'bianji@qingchuan.test' }, reported, words) ?? '',
  );
  assert.equal(address.searchParams.get('t'), reported.title);
  assert.equal(address.searchParams.get('u'), reported.address);
  assert.equal(address.searchParams.get('p'), '第 7 段');
  assert.equal(address.searchParams.get('x'), '{other}');
});

test('without form or letter box there is nothing to fill in', () => {
  assert.equal(reportAddress({ form: null, email: null }, reported, words), null);
});
