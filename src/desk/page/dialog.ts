/** A window over the page: it takes the focus, and gives it back where it was. */
import { desk as words } from '#words/desk.ts';
import { button, element, newId, type Child } from './elements.ts';

export interface Dialog {
  readonly close: () => void;
  /** Resolved when it is closed, by whatever way. */
  readonly closed: Promise<void>;
}

export interface DialogParts {
  readonly title: string;
  readonly content: readonly Child[];
  /** In order; a button to leave without doing anything stands behind them. */
  readonly actions?: readonly HTMLButtonElement[];
  readonly leave?: string;
  readonly wide?: boolean;
}

export function openDialog(parts: DialogParts): Dialog {
  const before = document.activeElement;
  const titleId = newId('dialog');
  const leave = button(parts.leave ?? words.cancel, () => dialog.close());
  const dialog = element(
    'dialog',
    { 'aria-labelledby': titleId, 'data-wide': parts.wide },
    element('h2', { id: titleId }, parts.title),
    element('div', { class: 'dialog-content' }, ...parts.content),
    element('div', { class: 'dialog-actions' }, ...(parts.actions ?? []), leave),
  );
  document.body.append(dialog);
  dialog.showModal();
  const closed = new Promise<void>((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve();
    });
  });
  return { close: () => dialog.close(), closed };
}
