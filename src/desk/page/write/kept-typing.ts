/** Typing kept in this browser until it is saved, should the server be gone when the tab is. */
import type { FieldEdit } from '../../api.ts';

export interface KeptTyping {
  readonly text: string;
  /** Values of fields that the text did not say yet. */
  readonly edits: readonly FieldEdit[];
}

const keyOf = (id: string): string => `desk-typing:${id}`;

/** A browser without room, or that keeps nothing, leaves it to the server. */
export function keepTyping(id: string, typing: KeptTyping): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify({ ...typing, at: new Date().toISOString() }));
  } catch {
    // The server keeps it too.
  }
}

export function forgetTyping(id: string): void {
  localStorage.removeItem(keyOf(id));
}

export function keptTyping(id: string): (KeptTyping & { readonly at: string }) | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null');
    return kept !== null && typeof kept.text === 'string' && Array.isArray(kept.edits)
      ? kept
      : null;
  } catch {
    return null;
  }
}
