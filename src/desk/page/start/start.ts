/** A practice is begun in three steps: the manuscript, what is cleaned of it, what it is called. */
import { start as words } from '#words/desk.ts';
import { ask } from '../ask.ts';
import { button, element, fill } from '../elements.ts';
import { complain } from '../messages.ts';
import type { View } from '../view.ts';
import { cleaningStep } from './cleaning.ts';
import { namingStep } from './naming.ts';

export async function openStart(): Promise<View> {
  const [{ sources }, form] = await Promise.all([ask('GET sources'), ask('GET form')]);
  const step = element('div', { class: 'step' });
  const steps = element('ol', { class: 'steps', role: 'list' });

  const enter = (at: number, ...content: readonly HTMLElement[]) => {
    fill(
      steps,
      ...words.steps.map((name, index) =>
        element('li', { 'aria-current': index === at ? 'step' : null }, name),
      ),
    );
    const heading = element('h2', { tabindex: -1 }, words.step(at + 1, words.steps[at] ?? ''));
    fill(step, heading, ...content);
    heading.focus();
  };
  const name = (source: string | null, sourceTitle: string, kind: string | null = null) =>
    enter(2, ...namingStep({ form, source, sourceTitle, kind }));
  const choose = () =>
    enter(
      0,
      dropPlace((file) => void read(file)),
      button(words.without, () => name(null, '')),
      ...(sources.length === 0 ? [] : [element('p', {}, words.earlier)]),
      element(
        'ul',
        { role: 'list', class: 'earlier' },
        ...sources.map((source) =>
          element(
            'li',
            {},
            element('span', {}, source.name),
            button(words.use, () => name(source.name, bareName(source.name), 'manuscript'), {
              look: 'plain',
              says: `${words.use}：${source.name}`,
            }),
          ),
        ),
      ),
    );
  const read = async (file: File) => {
    try {
      enter(1, element('p', { role: 'status' }, words.read));
      const found = await ask('POST take-in', file, { name: file.name });
      enter(
        1,
        ...cleaningStep(found, file, {
          onAccepted: (source, title, kind) => name(source, title ?? bareName(source), kind),
          onBack: choose,
        }),
      );
    } catch (error) {
      choose();
      complain(error);
    }
  };
  const node = element(
    'div',
    { class: 'start-view' },
    element('h1', { tabindex: -1 }, words.title),
    steps,
    step,
  );
  choose();
  return { title: words.title, node };
}

const bareName = (file: string): string => file.replace(/\.[a-z]+$/i, '');

/** Where a file is dropped, or chosen by whoever does not drag. */
function dropPlace(onFile: (file: File) => void): HTMLElement {
  const input = element('input', { type: 'file', accept: '.docx,.txt,.md', hidden: true });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) onFile(file);
  });
  const place = element(
    'div',
    { class: 'drop' },
    element('p', {}, words.drop),
    button(words.choose, () => input.click(), { look: 'main' }),
    input,
  );
  place.addEventListener('dragover', (event) => {
    event.preventDefault();
    place.dataset['over'] = '';
  });
  place.addEventListener('dragleave', () => delete place.dataset['over']);
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    delete place.dataset['over'];
    const file = event.dataTransfer?.files[0];
    if (file) onFile(file);
  });
  return place;
}
