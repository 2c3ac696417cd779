/** The window in which an entry of a list is made, whatever its fields are. */
import { newEntry as words } from '#words/desk-write.ts';
import type { Lists } from '../../api.ts';
import { ask, sentenceOfError } from '../ask.ts';
import { openDialog } from '../dialog.ts';
import { button, element } from '../elements.ts';
import { say } from '../messages.ts';

/** The id of the new entry, null where none was made; the lists as they are then. */
export interface MadeEntry {
  readonly id: string | null;
  readonly lists: Lists | null;
}

export interface FilledIn {
  /** To be added in this order: what an entry lies in, then the entry. */
  readonly entries: readonly Readonly<Record<string, unknown>>[];
  readonly id: string;
  readonly name: string;
}

export async function entryDialog(
  list: string,
  content: readonly HTMLElement[],
  read: () => FilledIn,
): Promise<MadeEntry> {
  let made: MadeEntry = { id: null, lists: null };
  const trouble = element('p', { class: 'fault', role: 'alert', hidden: true });
  const add = async () => {
    const { entries, id, name } = read();
    make.disabled = true;
    try {
      for (const entry of entries) {
        made = { id: null, lists: (await ask('POST new-entry', { list, entry })).lists };
      }
      made = { ...made, id };
      say(words.made(name));
      dialog.close();
    } catch (error) {
      trouble.hidden = false;
      trouble.textContent = sentenceOfError(error);
      make.disabled = false;
    }
  };
  const make = button(words.make, () => void add(), { look: 'main' });
  const dialog = openDialog({
    title: words.title(words.lists[list] ?? list),
    content: [...content, trouble],
    actions: [make],
  });
  await dialog.closed;
  return made;
}
