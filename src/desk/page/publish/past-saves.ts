/** Going back to before a save. */
import { desk } from '#words/desk.ts';
import { history as words } from '#words/desk-write.ts';
import { ask } from '../ask.ts';
import { openDialog } from '../dialog.ts';
import { button, element } from '../elements.ts';
import { complain, say } from '../messages.ts';
import { timeOf } from '../time.ts';

/** True where a save was undone, and what is open has to be opened anew. */
export async function askToUndo(): Promise<boolean> {
  const { saves } = await ask('GET undo');
  let isDone = false;
  const undo = (save: string) => {
    ask('POST undo', { save })
      .then(({ said }) => {
        isDone = true;
        say(said);
        dialog.close();
      })
      .catch(complain);
  };
  const dialog = openDialog({
    title: words.title,
    content: [
      element('p', {}, saves.length === 0 ? words.none : words.lead),
      element(
        'ul',
        { role: 'list', class: 'past-saves' },
        ...saves.map(({ save, at, said }) =>
          element(
            'li',
            {},
            element('span', { class: 'muted' }, timeOf(at)),
            element('span', {}, said),
            button(words.undo, () => undo(save), { says: `${words.undo}：${timeOf(at)}，${said}` }),
          ),
        ),
      ),
    ],
    leave: desk.close,
  });
  await dialog.closed;
  return isDone;
}
