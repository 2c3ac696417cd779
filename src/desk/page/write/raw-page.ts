/** The file as it is, for a card that can be read no longer; and for who wants to see it. */
import { prose as proseWords } from '#words/desk-write.ts';
import { element } from '../elements.ts';
import { faultSentence } from '../fault-line.ts';
import { complain } from '../messages.ts';
import { proseEditor } from './prose-editor.ts';
import type { WorkingCopy } from './working-copy.ts';

const pause = 400;

export function rawPage(copy: WorkingCopy): HTMLElement {
  let timer = 0;
  let isOurs = false;
  const editor = proseEditor({
    text: copy.text,
    label: proseWords.file,
    onInput: (text) => {
      clearTimeout(timer);
      if (isOurs || text === copy.text) return;
      timer = window.setTimeout(() => void copy.setText(text).catch(complain), pause);
    },
  });
  const follow = () => {
    if (editor.view.hasFocus) return;
    isOurs = true;
    editor.show(copy.text);
    isOurs = false;
  };
  copy.on('text', follow);
  copy.on('judged', () => {
    follow();
    const { doc } = editor.view.state;
    const known = copy.faults.filter(({ line, file }) => line !== null && file === copy.file);
    editor.mark(
      known.map((fault) => {
        const { from, to } = doc.line(Math.min(Math.max(fault.line ?? 1, 1), doc.lines));
        return { from, to, severity: 'error', message: faultSentence(fault) };
      }),
      [],
    );
  });
  return element('div', { class: 'raw-page' }, editor.node);
}
