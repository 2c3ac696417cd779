import { start } from '#browser/handout/basket-buttons.ts';
import { siteText } from '#browser/shell/site-file.ts';
import { say } from '#browser/shell/picking-message.ts';
import { practiceDataPath } from '#domain/site/paths.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';
import { markup, type Markup } from '#domain/words/markup.ts';
import { handoutPicking as words } from '#words/handout-picking.ts';

/**
 * Lets a reader put in parts of what the page shows: the paragraphs, drawings and numbers of the
 * practice that `data-handout-parts` names, or, where it names none, the rows of a table of numbers.
 */
export async function offerParts(button: HTMLElement): Promise<void> {
  const id = button.dataset['handoutParts'] ?? '';
  start();
  if (id === '') offerRows();
  else if (!button.hasAttribute('aria-expanded')) await openPanel(button, id);
  else toggle(button);
}

function toggle(button: HTMLElement): void {
  const isOpen = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', String(!isOpen));
  const panel = document.getElementById(button.getAttribute('aria-controls') ?? '');
  if (panel) panel.hidden = isOpen;
}

async function openPanel(button: HTMLElement, id: string): Promise<void> {
  let record: PracticeRecord;
  try {
    record = JSON.parse(await siteText(practiceDataPath(id))) as PracticeRecord;
  } catch {
    return say(words.partsFailed);
  }
  const panel = document.createElement('div');
  panel.id = 'handout-parts';
  panel.className = 'screen-only';
  panel.innerHTML = partsMarkup(record);
  (button.closest('p') ?? button).after(panel);
  button.setAttribute('aria-controls', panel.id);
  button.setAttribute('aria-expanded', 'true');
}

function partsMarkup({ id, text, figures }: PracticeRecord): string {
  const paragraphs = text
    .flatMap((section) => section.paragraphs)
    .flatMap((paragraph) =>
      paragraph.id === null || paragraph.number === null
        ? []
        : [
            rowMarkup(
              `paragraph ${id} ${paragraph.id}`,
              words.part(paragraph.number, paragraph.caption ?? paragraph.lines.join(' ')),
            ),
          ],
    );
  const numbers = figures.map(({ value, unit, counts }) =>
    rowMarkup(`figure ${id} ${value}${unit} ${counts}`, words.figure(`${value}${unit}`, counts)),
  );
  return markup`<ul role="list" aria-label="${words.parts}">${[...paragraphs, ...numbers]}</ul>`
    .source;
}

const rowMarkup = (item: string, label: string): Markup =>
  markup`<li><button type="button" class="button" data-kind="small" data-handout="${item}" aria-label="${words.add}：${label}">${words.add}</button> ${label}</li>`;

/** A button in every row of the table of numbers, once. */
function offerRows(): void {
  document.querySelectorAll<HTMLTableRowElement>('tr[data-practice]').forEach((row) => {
    const [head, told] = Array.from(row.cells);
    if (!head || !told || head.querySelector('button')) return;
    const amount = (head.textContent ?? '').replace(/\s+/g, '');
    const counts = (told.firstChild?.textContent ?? '').trim();
    const place = document.createElement('div');
    place.innerHTML = rowButton(
      `figure ${row.dataset['practice'] ?? ''} ${amount} ${counts}`,
      words.figure(amount, counts),
    );
    head.append(place);
  });
  document.querySelector<HTMLElement>('tr[data-practice] button')?.focus();
}

const rowButton = (item: string, label: string): string =>
  markup`<button type="button" class="button" data-kind="small" data-handout="${item}" aria-label="${words.add}：${label}">${words.add}</button>`
    .source;
