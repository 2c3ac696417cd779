import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, id, partialDate, text } from '#schema/fields.ts';

for (const { field, value, accepted } of [
  { field: { day }, value: '2026-11-20', accepted: true },
  { field: { day }, value: '2024-02-29', accepted: true },
  { field: { day }, value: '2023-02-29', accepted: false },
  { field: { day }, value: '2023-13-01', accepted: false },
  { field: { day }, value: '2023-7-1', accepted: false },
  { field: { day }, value: '2023-07', accepted: false },
  { field: { day }, value: '', accepted: false },
  { field: { partialDate }, value: '2023', accepted: true },
  { field: { partialDate }, value: 2023, accepted: true },
  { field: { partialDate }, value: '2023-07', accepted: true },
  { field: { partialDate }, value: '2023-13', accepted: false },
  { field: { partialDate }, value: '2023-99-99', accepted: false },
  { field: { partialDate }, value: '1023', accepted: false },
  { field: { partialDate }, value: null, accepted: false },
  { field: { id }, value: 'bengbu-wei-fating', accepted: true },
  { field: { id }, value: 'Bengbu', accepted: false },
  { field: { id }, value: '微法庭', accepted: false },
  { field: { id }, value: 'a--b', accepted: false },
  { field: { id }, value: 'a/b', accepted: false },
  { field: { text }, value: '　 ', accepted: false },
  { field: { text }, value: '一句话', accepted: true },
]) {
  const [[name, schema] = assert.fail()] = Object.entries(field);
  test(`an editor who writes ${JSON.stringify(value)} as ${name} is ${accepted ? 'understood' : 'told'}`, () => {
    const read = schema.safeParse(value);
    assert.equal(read.success, accepted);
    if (read.error) assert.match(read.error.issues[0]?.message ?? '', /\p{Script=Han}/u);
  });
}

test('a day YAML has already read is still that day', () => {
  assert.equal(day.parse(new Date('2026-11-20T00:00:00Z')), '2026-11-20');
});
