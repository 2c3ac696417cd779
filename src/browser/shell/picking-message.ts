/** Milliseconds a message stays: long enough to be read twice. */
const messageTime = 8000;

let fading = 0;

/** Says what became of a click on a button that picks something. */
export function say(message: string): void {
  const status = document.querySelector<HTMLElement>('[data-picking-status]');
  if (!status) return;
  status.textContent = message;
  status.hidden = false;
  clearTimeout(fading);
  fading = window.setTimeout(() => (status.hidden = true), messageTime);
}
