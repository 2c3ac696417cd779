/** What would be cleaned of a manuscript, and how it was read; nothing is kept before 收下. */
import { start as words } from '#words/desk.ts';
import { officialDocument } from '#domain/editing/official-document.ts';
import type { Block, Cleaning, TakenIn } from '../../api.ts';
import { ask } from '../ask.ts';
import { button, element } from '../elements.ts';
import { complain } from '../messages.ts';
import { blockElement } from '../source/block-elements.ts';

export interface CleaningEnds {
  /** With the name the source has now, its title where its text begins with one, and what it seems to be. */
  readonly onAccepted: (source: string, title: string | null, kind: string) => void;
  readonly onBack: () => void;
}

export function cleaningStep(found: TakenIn, file: File, ends: CleaningEnds): HTMLElement[] {
  const kinds = found.cleaning.map((cleaning) => ({ cleaning, box: boxOf(cleaning) }));
  const accept = button(
    words.accept,
    () => {
      accept.disabled = true;
      const clean = kinds.filter(({ box }) => box.checked).map(({ cleaning }) => cleaning.kind);
      void base64Of(file)
        .then((base64) => ask('POST accept-source', { name: file.name, file: base64, clean }))
        .then(({ name }) => ends.onAccepted(name, ...seen(found)))
        .catch((error: unknown) => {
          accept.disabled = false;
          complain(error);
        });
    },
    { look: 'main' },
  );
  return [
    element('p', {}, words.found(found.name, found.characters, found.encoding)),
    ...found.notices.map((notice) => element('p', { class: 'notice' }, notice)),
    element(
      'p',
      { class: 'muted' },
      kinds.length === 0 ? words.nothingToClean : words.cleaningLead,
    ),
    ...kinds.map(({ cleaning, box }) => kindOf(cleaning, box)),
    element('div', { class: 'actions' }, accept, button(words.back, ends.onBack)),
    element(
      'details',
      { class: 'besides', open: true },
      element('summary', {}, words.preview),
      element('div', { class: 'read-out', tabindex: 0 }, ...found.blocks.map(blockElement)),
    ),
  ];
}

const boxOf = ({ kind }: Cleaning): HTMLInputElement =>
  element('input', { type: 'checkbox', name: kind, checked: true });

const kindOf = ({ label, count, examples }: Cleaning, box: HTMLInputElement): HTMLElement =>
  element(
    'div',
    { class: 'cleaning' },
    element('label', {}, box, element('span', {}, words.cleanKind(label, count))),
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, words.before),
          element('th', { scope: 'col' }, words.after),
        ),
      ),
      element(
        'tbody',
        {},
        ...examples.map(({ before, after }) =>
          element('tr', {}, element('td', {}, before), element('td', {}, after)),
        ),
      ),
    ),
  );

/** What its first lines tell of a source: its title, and whether it is an official document. */
function seen({ blocks }: TakenIn): [title: string | null, kind: string] {
  const lines = blocks.slice(0, 20).flatMap((block) => (block.is === 'table' ? [] : block.text));
  const document = officialDocument(lines);
  if (document) return [document.title ?? '', 'report'];
  return [titleIn(blocks[0]), 'manuscript'];
}

/** The first line, where it is short enough to be what the article is called. */
function titleIn(first: Block | undefined): string | null {
  if (!first || first.is === 'table') return null;
  const isTitle =
    first.is === 'heading' || (first.text.length <= 40 && !/[。！？]$/.test(first.text));
  return isTitle ? first.text : null;
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)));
    reader.addEventListener('load', () => {
      const address = String(reader.result);
      resolve(address.slice(address.indexOf(',') + 1));
    });
    reader.readAsDataURL(file);
  });
}
