import { tag, xmlFile } from '#domain/handout/office/xml.ts';
import { wordNamespaces } from '#domain/handout/word/namespaces.ts';

/** What is counted, each with its look; a list that counts anew gets a `w:num` of its own. */
const kinds = ['heading', 'bullet', 'ordered', 'question', 'reference'] as const;
export type NumberingKind = (typeof kinds)[number];

interface Look {
  readonly format: 'decimal' | 'bullet';
  readonly text: string;
  readonly left: number;
  readonly hanging: number;
  readonly isBold?: boolean;
}

const looks: Readonly<Record<NumberingKind, Look>> = {
  heading: { format: 'decimal', text: '%1', left: 567, hanging: 567 },
  bullet: { format: 'bullet', text: '•', left: 482, hanging: 340 },
  ordered: { format: 'decimal', text: '%1.', left: 567, hanging: 425 },
  question: { format: 'decimal', text: '%1.', left: 567, hanging: 425, isBold: true },
  reference: { format: 'decimal', text: '[%1]', left: 624, hanging: 624 },
};

/** Hands out numbers of lists: one for all headings, bullets and references, a new one for each counted list. */
export class Numberings {
  readonly #numbers: NumberingKind[] = [...kinds];

  shared(kind: 'heading' | 'bullet' | 'reference'): number {
    return kinds.indexOf(kind) + 1;
  }

  counted(kind: 'ordered' | 'question'): number {
    this.#numbers.push(kind);
    return this.#numbers.length;
  }

  /** `word/numbering.xml`. */
  file(): string {
    return xmlFile(
      tag(
        'w:numbering',
        wordNamespaces,
        ...kinds.map(abstractNumbering),
        ...this.#numbers.map((kind, index) =>
          tag(
            'w:num',
            { 'w:numId': index + 1 },
            tag('w:abstractNumId', { 'w:val': kinds.indexOf(kind) }),
            index < kinds.length
              ? ''
              : tag('w:lvlOverride', { 'w:ilvl': 0 }, tag('w:startOverride', { 'w:val': 1 })),
          ),
        ),
      ),
    );
  }
}

function abstractNumbering(kind: NumberingKind, id: number): string {
  const { format, text, left, hanging, isBold } = looks[kind];
  return tag(
    'w:abstractNum',
    { 'w:abstractNumId': id },
    tag('w:multiLevelType', { 'w:val': 'singleLevel' }),
    tag(
      'w:lvl',
      { 'w:ilvl': 0 },
      tag('w:start', { 'w:val': 1 }),
      tag('w:numFmt', { 'w:val': format }),
      tag('w:lvlText', { 'w:val': text }),
      tag('w:lvlJc', { 'w:val': 'left' }),
      tag('w:pPr', null, tag('w:ind', { 'w:left': left, 'w:hanging': hanging })),
      isBold === true ? tag('w:rPr', null, tag('w:b')) : '',
    ),
  );
}
