/** What a new practice is called, and what kind of source it is taken from. */
import { start as words } from '#words/desk.ts';
import type { Form } from '../../api.ts';
import { ask } from '../ask.ts';
import { button, element, newId } from '../elements.ts';
import { complain, say } from '../messages.ts';
import { addresses, go } from '../view.ts';

export interface Naming {
  readonly form: Form;
  readonly source: string | null;
  readonly sourceTitle: string;
  /** What it seems to be taken from; null leaves the first there is. */
  readonly kind: string | null;
}

const longestTitle = 28;

export function namingStep({ form, source, sourceTitle, kind: likely }: Naming): HTMLElement[] {
  const kind = element(
    'select',
    {},
    ...kindsOf(form).map(({ value, label }) => element('option', { value }, label)),
  );
  if (likely !== null) kind.value = likely;
  const original = element('input', { type: 'text', value: sourceTitle });
  const title = element('input', { type: 'text', autocomplete: 'off' });
  const id = element('input', { type: 'text', autocomplete: 'off', spellcheck: 'false' });
  const length = element('span', { class: 'muted' }, words.length(0, longestTitle));
  let isIdOurs = true;
  let proposing = 0;
  id.addEventListener('input', () => (isIdOurs = id.value === ''));
  title.addEventListener('input', () => {
    length.textContent = words.length([...title.value.trim()].length, longestTitle);
    clearTimeout(proposing);
    proposing = window.setTimeout(() => void propose(), 400);
  });
  const propose = async () => {
    const name = title.value.trim();
    if (!isIdOurs || name === '') return;
    const proposed = await ask('POST propose', { name }).catch(() => null);
    if (proposed && isIdOurs) id.value = proposed.id;
  };
  const make = button(words.make, () => void begin(), { look: 'main' });
  const begin = async () => {
    if (title.value.trim() === '') {
      say(words.noTitle, 'trouble');
      title.focus();
      return;
    }
    make.disabled = true;
    try {
      clearTimeout(proposing);
      await propose();
      const begun = await ask('POST new-practice', {
        id: id.value.trim(),
        title: title.value.trim(),
        kind: kind.value,
        sourceTitle: original.value.trim(),
        source,
      });
      go(addresses.write(begun.id));
    } catch (error) {
      complain(error);
      make.disabled = false;
    }
  };
  const lines = element(
    'form',
    { class: 'naming' },
    line(words.kind, kind),
    line(words.sourceTitle, original, words.sourceTitleHint),
    line(words.practiceTitle, title, words.practiceTitleHint, length),
    line(words.id, id, words.idHint),
    element('div', { class: 'actions' }, make),
  );
  lines.addEventListener('submit', (event) => {
    event.preventDefault();
    void begin();
  });
  lines.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      void begin();
    }
  });
  return [lines];
}

function kindsOf({ fields }: Form): readonly { readonly value: string; readonly label: string }[] {
  const is = fields.find(({ key }) => key === 'source')?.is;
  return is?.kind === 'kinds' ? is.kinds.map(({ kind, label }) => ({ value: kind, label })) : [];
}

function line(label: string, control: HTMLElement, hint = '', ...more: HTMLElement[]): HTMLElement {
  control.id = newId('line');
  const hintId = newId('hint');
  if (hint !== '') control.setAttribute('aria-describedby', hintId);
  return element(
    'div',
    { class: 'field' },
    element('label', { for: control.id }, label),
    hint === '' ? null : element('p', { class: 'sentence', id: hintId }, hint),
    control,
    ...more,
  );
}
