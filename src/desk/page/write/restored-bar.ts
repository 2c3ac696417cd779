/** Says that typing was found again which was never saved, and lets the editor keep or drop it. */
import { restored as words } from '#words/desk-write.ts';
import type { OpenPractice } from '../../api.ts';
import { ask } from '../ask.ts';
import { button, element } from '../elements.ts';
import { complain } from '../messages.ts';
import { timeOf } from '../time.ts';
import { reopen } from '../view.ts';
import { forgetTyping, keptTyping } from './kept-typing.ts';
import type { WorkingCopy } from './working-copy.ts';

export function restoredBars(opened: OpenPractice, copy: WorkingCopy): readonly HTMLElement[] {
  const bars: HTMLElement[] = [];
  const { restored, id } = opened;
  if (restored) {
    const bar = barOf(
      words.found(timeOf(restored.at)) + (restored.isStale ? words.stale : ''),
      button(words.keep, () => bar.remove(), { look: 'main' }),
      button(words.drop, () => {
        forgetTyping(id);
        ask('POST drop', { id }).then(reopen, complain);
      }),
    );
    bars.push(bar);
  }
  const here = keptTyping(id);
  const isOther = here !== null && (here.edits.length > 0 || here.text !== opened.text);
  const isNewer = here !== null && (restored === null || here.at > restored.at);
  if (here && isOther && isNewer) {
    const bar = barOf(
      words.local(timeOf(here.at)),
      button(
        words.use,
        () => {
          bar.remove();
          void copy
            .setText(here.text)
            .then(() => (here.edits.length > 0 ? copy.edit(...here.edits) : undefined))
            .catch(complain);
        },
        { look: 'main' },
      ),
      button(words.drop, () => {
        forgetTyping(id);
        bar.remove();
      }),
    );
    bars.push(bar);
  }
  return bars;
}

const barOf = (sentence: string, ...buttons: readonly HTMLElement[]): HTMLElement =>
  element(
    'div',
    { class: 'restored', role: 'region', 'aria-label': words.label },
    element('p', { role: 'status' }, sentence),
    ...buttons,
  );
