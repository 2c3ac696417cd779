import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asWritten, linesChanged } from '#domain/editing/lines.ts';

test('lines that stay end as they did, new ones as most do', () => {
  assert.equal(asWritten('甲\r\n乙\r\n丙\r\n', '甲\n改\n丙\n'), '甲\r\n改\r\n丙\r\n');
  assert.equal(asWritten('甲\n乙\n', '甲\n新\n乙\n'), '甲\n新\n乙\n');
  assert.equal(asWritten('甲\r\n乙\n丙\n', '甲\n乙\n新\n丙\n'), '甲\r\n乙\n新\n丙\n');
  assert.equal(asWritten('甲\r\n乙\r\n', '甲\n乙'), '甲\r\n乙');
  assert.equal(asWritten('', '甲\n'), '甲\n');
});

test('lines behind and before a change keep the ends they had, however many were added or left out', () => {
  const file = '甲\n乙\r\n丙\r\n丁\r\n戊\n';
  assert.equal(asWritten(file, '甲\n改\n丙\n丁\n戊\n'), '甲\n改\r\n丙\r\n丁\r\n戊\n');
  assert.equal(asWritten(file, '甲\n戊\n'), '甲\n戊\n');
  assert.equal(asWritten(file, '甲\n一\n二\n戊\n'), '甲\n一\r\n二\r\n戊\n');
  assert.equal(asWritten(file, '新\n丁\n戊\n'), '新\r\n丁\r\n戊\n');
  assert.equal(asWritten(file, '甲\n乙\n丙\n'), '甲\n乙\r\n丙\r\n');
  assert.equal(asWritten('甲\r乙\r', '甲\n新\n乙\n'), '甲\r新\n乙\r');
  assert.equal(asWritten('甲\n甲\r\n', '甲\n'), '甲\n');
});

test('the mark at the beginning of a file stays', () => {
  assert.equal(asWritten('\uFEFF甲\r\n', '改\n'), '\uFEFF改\r\n');
});

test('two lines far apart are two lines changed, not all between', () => {
  assert.equal(linesChanged('甲\n乙\n丙\n丁\n', '改\n乙\n丙\n也改\n'), 2);
  assert.equal(linesChanged('甲\n乙\n', '甲\n新\n乙\n'), 1);
  assert.equal(linesChanged('甲\n', '甲\n'), 0);
  assert.equal(linesChanged('甲\n甲\n', '甲\n'), 1);
  assert.equal(linesChanged('一\n甲\n乙\n丙\n二', '三\n乙\n丙\n甲\n四'), 3);
  assert.equal(linesChanged('一\n甲\n乙', '三\n甲\n丙\n丁\n戊'), 4);
});
