import assert from 'node:assert/strict';
import { test } from 'node:test';
import { titleWords } from '#domain/words/title-words.ts';

test('no part of a title between two possible line ends is a lone character or mark', () => {
  for (const title of [
    '微法庭建到村和社区',
    '一头接调解一头接巡回审判',
    '公安把服务送到项目上',
    '能不能办完',
    '综治中心不扩场地',
    '用四级“漏斗”逐层化解矛盾',
    '“枫桥经验”落在哪里',
    '1+5+N队伍',
  ]) {
    const parts = titleWords(title);
    assert.equal(parts.join(''), title);
    if (parts.length > 1) {
      for (const part of parts) assert.ok([...part].length > 1, `${title}: ${parts.join('|')}`);
    }
    for (const part of parts)
      assert.doesNotMatch(part, /^[，。”’》）]|[“‘《（]$/u, parts.join('|'));
  }
});

test('a word stays whole', () => {
  assert.ok(titleWords('公安把服务送到项目上').some((part) => part.includes('公安')));
  assert.ok(titleWords('先把调解做在前面').some((part) => part.includes('调解')));
});

test('a title that is cut gains no blank and a suffix stays with its word', () => {
  const parts = titleWords('老法官搭档人民调解员，');
  assert.equal(parts.join(''), '老法官搭档人民调解员，');
  assert.match(parts[parts.length - 1] ?? '', /调解员，$/u);
});
