import { element } from '../elements.ts';

/** One line of text, in a box that grows with it: what is one line in the file is rarely one here. */
export function growingText(onInput: (text: string) => void): {
  readonly box: HTMLElement;
  readonly control: HTMLTextAreaElement;
  readonly show: (text: string) => void;
} {
  const control = element('textarea', { rows: 1, spellcheck: 'false' });
  const box = element('div', { class: 'grow' }, control);
  const mirror = () => (box.dataset['value'] = control.value);
  control.addEventListener('input', () => {
    // A line break, pasted for instance, would be another paragraph, which no field has.
    if (/[\r\n]/.test(control.value)) control.value = control.value.replace(/\s*[\r\n]+\s*/g, '');
    mirror();
    onInput(control.value);
  });
  control.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
  });
  return {
    box,
    control,
    show: (text) => {
      if (control.value !== text) control.value = text;
      mirror();
    },
  };
}
