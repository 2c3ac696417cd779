/** The line in which the desk says what it did or would not do: seen, and read out. */
import { desk as words } from '#words/desk.ts';
import { sentenceOfError } from './ask.ts';
import { button, element } from './elements.ts';

const said = element('p', {});
const closing = button('×', () => quiet(), { look: 'plain', says: words.close });
export const messageBar = element(
  'div',
  { class: 'messages', role: 'status', 'aria-label': words.messages, 'data-empty': true },
  said,
  closing,
);

/** `trouble` stays until it is closed or something else is said. */
export function say(sentence: string, tone: 'good' | 'trouble' = 'good'): void {
  clearTimeout(fading);
  said.textContent = sentence;
  messageBar.dataset['tone'] = tone;
  delete messageBar.dataset['empty'];
  if (tone === 'good') fading = window.setTimeout(quiet, 9000);
}

/** For what was thrown. */
export const complain = (error: unknown): void => say(sentenceOfError(error), 'trouble');

let fading = 0;

function quiet(): void {
  said.textContent = '';
  messageBar.dataset['empty'] = '';
}
