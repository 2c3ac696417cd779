import { saveFile } from '#browser/shell/saved-file.ts';
import { today } from '#browser/shell/today.ts';
import { withDayIn } from '#domain/citation/access-slot.ts';
import { onePageTools as words } from '#words/one-page.ts';

/** Adds to one page for the leader what needs the reader's machine: the day, and taking it away. */
export function startOnePage(): void {
  const sheet = document.querySelector<HTMLElement>('[data-sheet]');
  const tools = document.querySelector<HTMLElement>('[data-one-page]');
  if (!sheet || !tools) return;
  sheet.querySelectorAll('.references li').forEach((reference) => {
    reference.innerHTML = withDayIn(reference.innerHTML, today());
  });
  const status = tools.querySelector('[role="status"]');
  const say = (message: string): void => {
    if (status) status.textContent = message;
  };
  tools.addEventListener('click', ({ target }) => {
    const use = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    if (use?.dataset['do'] === 'print') window.print();
    if (use?.dataset['do'] !== 'word') return;
    say(words.making);
    void import('#browser/handout/one-page-file.ts')
      .then(({ onePageFile }) => onePageFile(tools.dataset))
      .then(
        ({ name, type, bytes }) => {
          saveFile(name, type, bytes);
          say(words.saved(name));
        },
        () => say(words.notMade),
      );
  });
}
