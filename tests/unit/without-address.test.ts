import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCitable } from '#domain/citation/library.ts';
import { plain } from '#domain/citation/rich-text.ts';
import { citationStyles, formatReference } from '#domain/citation/styles.ts';
import { coinsTitle } from '#domain/exports/coins.ts';
import { practiceFormats } from '#domain/exports/formats.ts';
import { practiceFile } from '#domain/exports/practice-file.ts';
import { practiceMetadata } from '#domain/site/page-metadata.ts';
import { text as words } from '#words/index.ts';
import { aPractice } from './builders.ts';

const nowhere = { origin: null, words };
const isAddress = /https?:\/\/(?!creativecommons\.org|schema\.org)|example\.|localhost/;

test('as long as a library has no address, no reference makes one up', () => {
  const record = toCitable(aPractice(), nowhere);
  for (const id of citationStyles) {
    assert.doesNotMatch(
      plain(formatReference(record, id, { accessedOn: '2026-12-01' })),
      isAddress,
    );
  }
  assert.doesNotMatch(decodeURIComponent(coinsTitle(record)), isAddress);
});

test('nor does anything a reader takes away, nor what machines are told', () => {
  for (const { extension } of practiceFormats) {
    assert.doesNotMatch(practiceFile(aPractice(), extension, nowhere), isAddress, extension);
  }
  const { metas, links, jsonLd } = practiceMetadata(aPractice(), nowhere);
  const said = JSON.stringify([metas, links.filter(({ rel }) => rel !== 'type'), jsonLd['@graph']]);
  assert.doesNotMatch(said, isAddress);
  assert.ok(!metas.some((meta) => 'property' in meta && meta.property === 'og:url'));
});
