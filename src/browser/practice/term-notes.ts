import { terms } from '#words/terms.ts';

const noteId = 'term-note';

/**
 * Shows the definition of a term where it is used: on hover, on focus, and on the first touch; a
 * second touch follows the link. Esc closes. Without script the term is a link to its entry.
 */
export function startTermNotes(): void {
  if (!document.querySelector('a.term')) return;
  const note = document.createElement('div');
  note.id = noteId;
  note.setAttribute('role', 'tooltip');
  note.hidden = true;
  document.body.append(note);
  let shownFor: HTMLAnchorElement | null = null;
  let closing = 0;

  const open = (term: HTMLAnchorElement): void => {
    clearTimeout(closing);
    if (shownFor === term) return;
    shownFor?.removeAttribute('aria-describedby');
    shownFor = term;
    const more = document.createElement('a');
    more.href = term.href;
    more.textContent = terms.more;
    note.replaceChildren(term.dataset['definition'] ?? '', ' ', more);
    note.hidden = false;
    term.setAttribute('aria-describedby', noteId);
    place(note, term);
  };
  const close = (): void => {
    clearTimeout(closing);
    shownFor?.removeAttribute('aria-describedby');
    shownFor = null;
    note.hidden = true;
  };
  // The pointer has time to move from the term into its note.
  const closeSoon = (): void => {
    clearTimeout(closing);
    closing = window.setTimeout(close, 250);
  };
  const termAt = ({ target }: Event): HTMLAnchorElement | null =>
    target instanceof Element ? target.closest<HTMLAnchorElement>('a.term') : null;

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const term = termAt(event);
    if (term) open(term);
    else if (event.target instanceof Node && note.contains(event.target)) clearTimeout(closing);
    else if (shownFor && shownFor !== document.activeElement) closeSoon();
  });
  document.addEventListener('focusin', (event) => {
    const term = termAt(event);
    if (term) open(term);
    else if (!(event.target instanceof Node && note.contains(event.target))) close();
  });

  // A touch gives focus before it clicks: what was open before the touch decides.
  let openBefore: HTMLAnchorElement | null = null;
  let byTouch = false;
  document.addEventListener('pointerdown', (event) => {
    openBefore = shownFor;
    byTouch = event.pointerType === 'touch';
    if (!termAt(event) && !(event.target instanceof Node && note.contains(event.target))) close();
  });
  document.addEventListener('click', (event) => {
    const term = termAt(event);
    if (!term || !byTouch || openBefore === term) return;
    event.preventDefault();
    open(term);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
}

/** Below the term, within the window. */
function place(note: HTMLElement, term: HTMLElement): void {
  const edge = 12;
  const box = term.getClientRects()[0] ?? term.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - note.offsetWidth - edge);
  note.style.left = `${Math.max(edge, left) + window.scrollX}px`;
  note.style.top = `${box.bottom + window.scrollY + 4}px`;
}
