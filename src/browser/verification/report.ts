import type { Finding, Passage, Piece, ShownPart } from '#domain/verification/findings.ts';
import { figureText } from '#domain/figures/figure.ts';
import { verification as words } from '#words/verification.ts';

/** `《…》第 7 段` */
export const placeInWords = ({ title, number, section }: Passage): string =>
  words.place(title, number === null ? section || words.head : words.paragraph(number));

function faultInWords(fault: Finding['faults'][number]): string {
  const said = words.faults[fault.kind];
  return typeof said === 'string' ? said : said('right' in fault ? fault.right : '');
}

/** What is to be said of a finding besides its verdict. */
export function notesOf(finding: Finding): readonly string[] {
  const { verdict, former, isRetired, sameSigns, isTraditional, isWhole, isGrave } = finding;
  const { notes } = words;
  return [
    ...finding.faults.map(faultInWords),
    ...finding.strays.map(({ given, instead: [figure] }) =>
      figure ? words.strayInstead(given, figureText(figure), figure.counts) : words.stray(given),
    ),
    ...(isRetired ? [notes.retired] : []),
    ...(former ? [notes.former(former.edition, former.now)] : []),
    ...(former?.left ? [notes.left(former.left)] : []),
    ...(isGrave && !former && finding.strays.length === 0 ? [notes.grave] : []),
    ...(verdict === 'cut' || verdict === 'spliced' || verdict === 'within' ? [notes[verdict]] : []),
    ...(verdict === 'exact' && !isWhole ? [notes.part] : []),
    ...(sameSigns ? [] : [notes.signs]),
    ...(isTraditional && finding.parts.length > 0 ? [notes.traditional] : []),
  ];
}

/** One sentence of the report. `number` is its place in the text, from 1. */
export function findingItem(finding: Finding, number: number): HTMLElement {
  const { verdict, parts, sentence, alsoIn } = finding;
  const { sign, label } = words.verdicts[verdict];
  const item = element('li', { value: String(number), 'data-verdict': verdict });
  if (finding.isRetired) item.dataset['retired'] = '';
  if (finding.isGrave) item.dataset['grave'] = '';
  const head = element('p', { class: 'verdict' });
  head.append(element('span', { 'aria-hidden': 'true' }, sign), element('strong', {}, label));
  item.append(head);
  const isCompared =
    parts.some(({ isExact }) => !isExact) || (verdict !== 'exact' && verdict !== 'reference');
  if (parts.length === 0 || !isCompared) {
    item.append(element('p', { class: 'sentence' }, sentence));
  } else if (verdict === 'spliced' || verdict === 'within' || verdict === 'cut') {
    item.append(element('p', { class: 'sentence' }, sentence));
  }
  if (isCompared) item.append(...parts.map(comparison));
  else item.append(...parts.map(({ passage }) => placeLine(passage)));
  for (const note of notesOf(finding)) item.append(element('p', { class: 'note' }, note));
  if (alsoIn.length > 0) {
    const also = element(
      'p',
      { class: 'note' },
      verdict === 'figure' ? words.notes.against : words.notes.alsoIn,
    );
    alsoIn.slice(0, 3).forEach((passage) => also.append(link(passage), ' '));
    item.append(also);
  }
  return item;
}

function comparison({ theirs, ours, passage }: ShownPart): HTMLElement {
  const pair = element('div', { class: 'pair' });
  for (const [label, pieces] of [
    [words.theirs, theirs],
    [words.ours, ours],
  ] as const) {
    const side = element('div', {});
    const text = element('p', {});
    text.append(...pieces.map(shownPiece));
    side.append(element('p', { class: 'side' }, label), text);
    if (label === words.ours) side.append(placeLine(passage));
    pair.append(side);
  }
  return pair;
}

function shownPiece({ text, kind }: Piece): Node {
  if (kind === 'same') return document.createTextNode(text);
  if (kind === 'other') return element('span', { class: 'other' }, text);
  if (kind === 'differs') return element('mark', {}, text);
  const gap = element('mark', { class: 'lacks' });
  gap.append(
    element('span', { 'aria-hidden': 'true' }, '‸'),
    element('span', { class: 'visually-hidden' }, `（${words.lacks}）`),
  );
  return gap;
}

function placeLine(passage: Passage): HTMLElement {
  const line = element('p', { class: 'place' });
  line.append(link(passage));
  return line;
}

const link = (passage: Passage): HTMLElement =>
  element('a', { href: passage.href }, placeInWords(passage));

export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  text = '',
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

/** A row for each sentence, its head first: what is copied as a table or as text. */
export const reportRows = (findings: readonly Finding[]): readonly (readonly string[])[] => [
  Object.values(words.columns),
  ...findings.map((finding, at) => [
    String(at + 1),
    words.verdicts[finding.verdict].label,
    finding.sentence,
    finding.parts.map(({ ours }) => ours.map(({ text }) => text).join('')).join(' / '),
    finding.parts.map(({ passage }) => placeInWords(passage)).join('；'),
    notesOf(finding).join(''),
  ]),
];
