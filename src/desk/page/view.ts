/** A view of the desk, as the shell around it shows it. */
export interface View {
  /** Of the window. */
  readonly title: string;
  readonly node: HTMLElement;
  /** Called when the view is about to be left; nothing that was typed may be lost by it. */
  readonly leave?: () => Promise<void>;
  /** Whether the view fills the window and scrolls inside itself. */
  readonly fills?: boolean;
  /** What takes the focus first; the heading where nothing is named. */
  readonly first?: HTMLElement;
}

export const addresses = {
  board: '#/',
  start: '#/start',
  write: (id: string): string => `#/write/${id}`,
  review: (id: string): string => `#/review/${id}`,
} as const;

export const go = (address: string): void => {
  location.hash = address;
};

/** Opens anew what the address names: the file is other than it was read. */
export const reopen = (): void => {
  window.dispatchEvent(new HashChangeEvent('hashchange'));
};
