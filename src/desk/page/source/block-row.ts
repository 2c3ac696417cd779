/** One block of a source, with its numbers as buttons and what it belongs to. */
import { source as words } from '#words/desk-write.ts';
import type { Belongs, SourceBlock, Span } from '../../api.ts';
import { button, element, type Child } from '../elements.ts';
import { blockElement, textOfBlock, withBold } from './block-elements.ts';
import { numbersIn, type SourceNumber } from './numbers.ts';

export interface BlockUses {
  readonly index: number;
  readonly isAttributing: boolean;
  readonly onNumber?: (number: SourceNumber) => void;
  readonly onSection?: () => void;
  readonly onBelongs: (belongs: Belongs) => void;
}

const choices: readonly Belongs[] = ['this', 'another', 'unused'];

export function sourceBlock({ block, belongs }: SourceBlock, uses: BlockUses): HTMLElement {
  const row = element('div', {
    role: 'listitem',
    class: 'source-block',
    'data-is': block.is,
    'data-belongs': belongs,
    'aria-label': labelOf(uses, belongs, textOfBlock(block)),
    tabindex: -1,
  });
  if (uses.isAttributing) row.append(belongsTools(belongs, uses));
  row.append(
    block.is === 'heading' && uses.onSection
      ? headingButton(block.text, uses.onSection)
      : block.is === 'table' || block.is === 'heading'
        ? blockElement(block)
        : element('p', {}, ...withNumbers(block.text, block.bold, uses.onNumber)),
  );
  return row;
}

/** What a screen reader says first: where one is; the words follow. */
const labelOf = ({ index, isAttributing }: BlockUses, belongs: Belongs, text: string): string =>
  [
    words.paragraph(index + 1),
    isAttributing || belongs === 'another' || belongs === 'unused' ? words.belongs[belongs] : '',
    text.slice(0, 200),
  ]
    .filter((part) => part !== '')
    .join('，');

function headingButton(text: string, onPress: () => void): HTMLElement {
  const made = button(text, onPress, { look: 'plain', title: words.toSection });
  made.classList.add('source-heading');
  made.tabIndex = -1;
  return made;
}

function belongsTools(belongs: Belongs, { onBelongs }: BlockUses): HTMLElement {
  return element(
    'span',
    { class: 'belongs' },
    ...choices.map((choice) => {
      const made = button(words.belongs[choice] ?? choice, () => onBelongs(choice), {
        look: 'quiet',
      });
      made.tabIndex = -1;
      made.setAttribute('aria-pressed', String(choice === belongs));
      return made;
    }),
  );
}

/** The text, bold kept, each number a button. */
function withNumbers(
  text: string,
  bold: readonly Span[],
  onNumber: BlockUses['onNumber'],
): readonly Child[] {
  if (!onNumber) return withBold(text, bold);
  const parts: Child[] = [];
  let at = 0;
  const plain = (to: number) => {
    const spans = bold
      .map(({ from, to: end }) => ({ from: Math.max(from, at) - at, to: Math.min(end, to) - at }))
      .filter(({ from, to: end }) => end > from);
    parts.push(...withBold(text.slice(at, to), spans));
    at = to;
  };
  for (const number of numbersIn(text)) {
    plain(number.from);
    const label = text.slice(number.from, number.to);
    const made = element(
      'button',
      { type: 'button', class: 'source-number', title: words.figureOf(label) },
      label,
    );
    made.addEventListener('click', () => onNumber(number));
    parts.push(made);
    at = number.to;
  }
  plain(text.length);
  return parts;
}
