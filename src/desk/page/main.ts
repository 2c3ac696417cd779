/** The shell of the desk: its head, the line of messages, and the view the address names. */
import { desk as words } from '#words/desk.ts';
import { openBoard } from './board/board.ts';
import { button, element, fill } from './elements.ts';
import { complain, messageBar } from './messages.ts';
import { sentenceOfError } from './ask.ts';
import { openReview } from './review/review.ts';
import { openShortcuts } from './shortcuts.ts';
import { openStart } from './start/start.ts';
import { addresses, type View } from './view.ts';
import { openWrite } from './write/write.ts';

const main = element('main', { id: 'main', tabindex: -1 });
const boardLink = element('a', { href: addresses.board }, words.board);
const skip = element('a', { href: '#main', class: 'skip' }, words.toContent);
skip.addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
document.body.replaceChildren(
  skip,
  element(
    'header',
    { class: 'shell' },
    element('a', { href: addresses.board, class: 'brand' }, words.name),
    element('nav', { 'aria-label': words.name }, boardLink),
    button(words.lightOrDark, switchTheme, { look: 'plain' }),
    button(words.help, openShortcuts, { look: 'plain', keys: 'F1' }),
  ),
  main,
  messageBar,
);

const routes: readonly (readonly [RegExp, (id: string) => Promise<View>])[] = [
  [/^#?\/?$/, openBoard],
  [/^#\/start$/, openStart],
  [/^#\/write\/([a-z0-9-]+)$/, openWrite],
  [/^#\/review\/([a-z0-9-]+)$/, openReview],
];

let shown: View | null = null;
let turn = 0;

async function show(): Promise<void> {
  const mine = ++turn;
  await shown?.leave?.().catch(complain);
  if (mine !== turn) return;
  shown = null;
  const wait = window.setTimeout(
    () => fill(main, element('p', { class: 'waiting' }, words.loading)),
    400,
  );
  try {
    const view = await viewAt(location.hash);
    if (mine !== turn) return;
    shown = view;
    document.title = `${view.title} · ${words.name}`;
    document.body.dataset['fills'] = String(view.fills ?? false);
    fill(main, view.node);
    const first = view.first ?? main.querySelector<HTMLElement>('h1');
    if (first?.tabIndex === -1) first.tabIndex = -1;
    first?.focus({ preventScroll: true });
  } catch (error) {
    document.body.dataset['fills'] = 'false';
    fill(
      main,
      element(
        'div',
        { class: 'stopped' },
        element('h1', { tabindex: -1 }, words.name),
        element('p', { role: 'alert' }, sentenceOfError(error)),
        button(words.again, () => void show(), { look: 'main' }),
      ),
    );
  } finally {
    clearTimeout(wait);
  }
}

function viewAt(hash: string): Promise<View> {
  for (const [pattern, open] of routes) {
    const found = pattern.exec(hash);
    if (found) return open(found[1] ?? '');
  }
  return Promise.reject(new Error(words.noSuchView));
}

const themeKept = 'desk-theme';

function switchTheme(): void {
  const root = document.documentElement;
  const isDark =
    root.dataset['theme'] === 'dark' ||
    (root.dataset['theme'] === undefined && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset['theme'] = isDark ? 'light' : 'dark';
  localStorage.setItem(themeKept, root.dataset['theme']);
}

const kept = localStorage.getItem(themeKept);
if (kept !== null) document.documentElement.dataset['theme'] = kept;
window.addEventListener('hashchange', () => void show());
window.addEventListener('keydown', (event) => {
  if (event.key === 'F1') {
    event.preventDefault();
    openShortcuts();
  }
});
void show();
