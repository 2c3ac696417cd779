import { onceFor } from '#domain/lists/once-for.ts';
import type { Place } from '#gate/fault.ts';
import type { FieldPath } from '#gate/field-names.ts';
import type { Library } from '#gate/library.ts';
import { listNames } from '#domain/lists/vocabularies.ts';
import type { RawRecord } from '#gate/records.ts';

/** A text of the content, with whether it is our wording or repeats what is printed elsewhere. */
export interface Text {
  readonly text: string;
  /** Made only when asked for: most texts have no fault. */
  readonly place: () => Place;
  /** `printed`: carried over letter for letter, misprints included. `quoting`: ours, but may quote such. */
  readonly voice: 'ours' | 'quoting' | 'printed';
  readonly kind: 'prose' | 'field';
}

/** Fields whose words are not ours, or may quote what is not. */
const voices: readonly { readonly path: RegExp; readonly voice: Text['voice'] }[] = [
  { path: /(^|\.)section$/, voice: 'printed' },
  { path: /^source\.authors\.\d+\.office$/, voice: 'printed' },
  { path: /^(wrong|unless|misprints|jargon)\b/, voice: 'printed' },
  { path: /^source\./, voice: 'quoting' },
];

/** What is said of a field is asked of it in every practice. */
const knownVoices = new Map<string, Text['voice']>();

function voiceAt(path: string): Text['voice'] {
  const known = knownVoices.get(path);
  if (known !== undefined) return known;
  const voice = voices.find((entry) => entry.path.test(path))?.voice ?? 'ours';
  // Whoever invents fields invents no end of them.
  if (knownVoices.size < 10_000) knownVoices.set(path, voice);
  return voice;
}

/** Every text of the library, in the order of the files. */
export const textsOf = onceFor(({ practices, guides, lists, site }: Library): readonly Text[] => {
  const documents = [...practices, ...guides];
  const entries = listNames.flatMap((name): readonly RawRecord[] => lists[name]);
  return [
    ...documents.flatMap((document) => [
      ...fieldTexts(document),
      ...document.passages.map(({ kind, section, line, text }): Text => ({
        text,
        place: () => document.prosePlace(section, line, null),
        voice: kind === 'note' ? 'quoting' : 'ours',
        kind: 'prose',
      })),
    ]),
    ...entries.flatMap((entry) => fieldTexts(entry)),
    ...(site ? fieldTexts(site, isWording) : []),
  ];
});

/** Of a site, what readers are told in words; its addresses, numbers and colours have forms of their own. */
const isWording = (path: FieldPath): boolean =>
  /^(?:name|shortName|description|team|english\.\w+|bodies\.\d+\.\w+|(?:licence|contact)\.name)$/.test(
    path.join('.'),
  );

function fieldTexts(
  record: RawRecord,
  isJudged: (path: FieldPath) => boolean = () => true,
): Text[] {
  const texts: Text[] = [];
  const visit = (value: unknown, path: FieldPath): void => {
    if (typeof value === 'string') {
      if (!isJudged(path)) return;
      if (path[0] === 'source' && (value === 'unknown' || value === 'none')) return;
      const voice = voiceAt(path.join('.'));
      texts.push({ text: value, place: () => record.place(path), voice, kind: 'field' });
    } else if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => visit(item, [...path, index]));
    } else if (typeof value === 'object' && value !== null) {
      const datum = path[0] === 'source' ? datumOf(value) : null;
      if (datum !== null) {
        texts.push({
          text: datum,
          place: () => record.place(path),
          voice: 'printed',
          kind: 'field',
        });
        return;
      }
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
    }
  };
  visit(record.data, []);
  return texts;
}

/** What the source says of itself, carried over as it is printed; null for anything else. */
function datumOf(value: object): string | null {
  const entries = Object.entries(value);
  const [[key, datum] = []] = entries;
  return entries.length === 1 && key === 'value' && typeof datum === 'string' ? datum : null;
}
