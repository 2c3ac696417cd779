/**
 * The real page of the practice, in a frame that runs nothing. A new page is made behind the one
 * that is shown and takes its place, at the same height, when it is there.
 */
import { page as words } from '#words/desk-write.ts';
import { ask, sentenceOfError } from '../ask.ts';
import { button, element } from '../elements.ts';
import type { WorkingCopy } from './working-copy.ts';

/** After what is typed is in the text, which for a field waits for a pause of its own. */
const pause = 250;

export interface PreviewPane {
  readonly node: HTMLElement;
  /** Not asked for while nobody sees it. */
  readonly setVisible: (isVisible: boolean) => void;
  readonly close: () => void;
}

export function previewPane(copy: WorkingCopy): PreviewPane {
  const state = element('p', { class: 'muted', role: 'status' }, words.waiting);
  const frames = element('div', { class: 'frames' });
  const width = button(
    words.wide,
    () => {
      const isWide = frames.toggleAttribute('data-wide');
      width.textContent = isWide ? words.narrow : words.wide;
    },
    { look: 'plain' },
  );
  const node = element(
    'div',
    { class: 'preview-pane' },
    element('div', { class: 'preview-tools' }, state, width),
    frames,
  );
  let timer = 0;
  let isVisible = true;
  let isStale = true;
  let isMaking = false;

  const make = async () => {
    if (isMaking || !isVisible || !isStale) return;
    isMaking = true;
    isStale = false;
    state.textContent = frames.childElementCount === 0 ? words.waiting : words.making;
    try {
      const answer = await ask('POST preview', { id: copy.id, text: copy.text });
      if ('address' in answer) await show(answer.address);
      state.textContent = 'address' in answer ? words.newest : answer.waiting;
    } catch (error) {
      state.textContent = sentenceOfError(error);
    } finally {
      isMaking = false;
      if (isStale) soon();
    }
  };
  const show = (address: string) =>
    new Promise<void>((resolve) => {
      // May be read from here, for its height, and runs no script.
      const frame = element('iframe', {
        sandbox: 'allow-same-origin',
        title: words.title,
        'data-coming': true,
      });
      const done = () => {
        const former = frames.querySelector<HTMLIFrameElement>('iframe:not([data-coming])');
        const height = former?.contentWindow?.scrollY ?? 0;
        frame.contentWindow?.scrollTo(0, height);
        delete frame.dataset['coming'];
        former?.remove();
        resolve();
      };
      frame.addEventListener('load', done, { once: true });
      frame.src = address;
      frames.querySelectorAll('iframe[data-coming]').forEach((other) => other.remove());
      frames.append(frame);
    });
  const soon = () => {
    isStale = true;
    clearTimeout(timer);
    timer = window.setTimeout(() => void make(), pause);
  };
  copy.on('text', soon);
  timer = window.setTimeout(() => void make(), 0);
  return {
    node,
    setVisible: (visible) => {
      isVisible = visible;
      if (visible && isStale) soon();
    },
    close: () => clearTimeout(timer),
  };
}
