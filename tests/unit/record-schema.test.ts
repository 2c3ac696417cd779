import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { practiceSchema, type JsonSchema } from '#domain/exports/record-schema.ts';
import { practiceRecord } from '#domain/practice/practice-record.ts';
import { text as words } from '#words/index.ts';
import { recordSchema } from '#words/record-schema.ts';
import {
  aBlock,
  aPractice,
  aSection,
  aSource,
  everyKindOfSource,
  someGrounds,
} from './builders.ts';

const schema = practiceSchema(recordSchema);
const validate = new Ajv2020({ strict: false }).compile(schema);

const published = (overrides: Parameters<typeof aPractice>[0] = {}): unknown =>
  JSON.parse(
    JSON.stringify(practiceRecord(aPractice(overrides), { origin: 'https://example.org', words })),
  );

test('what is published is what the dictionary says, whatever a practice lacks', () => {
  const bare = aPractice({ figures: [], figurePlaces: [], outcomes: [], measures: [] });
  for (const record of [
    published(),
    published(bare),
    published({ grounds: someGrounds }),
    published({ source: aSource({ title: 'unknown', writtenAfter: null }) }),
    ...Object.values(everyKindOfSource).map((source) => published({ source })),
    published({
      sections: [aSection({ blocks: [aBlock({ kind: 'grid', caption: '图', cells: [['甲']] })] })],
    }),
  ]) {
    assert.ok(validate(record), JSON.stringify(validate.errors));
  }
});

test('a field nobody explained is noticed', () => {
  assert.equal(validate({ ...Object(published()), secret: 1 }), false);
});

test('every field is explained in a sentence', () => {
  const mute: string[] = [];
  const look = (schema: JsonSchema, path: string): void => {
    for (const [key, field] of Object.entries(schema.properties ?? {})) {
      if (field.description === undefined) mute.push(`${path}.${key}`);
      look(field, `${path}.${key}`);
      if (field.items) look(field.items, `${path}.${key}[]`);
    }
  };
  look(schema, '');
  assert.deepEqual(mute, []);
});
