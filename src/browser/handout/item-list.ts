import type { BasketItem, Extent } from '#domain/handout/basket.ts';
import { markup, type Markup } from '#domain/words/markup.ts';
import { handoutPage as words } from '#words/handout-page.ts';

export interface ListedItem {
  readonly item: BasketItem;
  /** As the handout calls it. */
  readonly title: string;
  /** Place, bodies, source; null where there is none. */
  readonly line: string | null;
  readonly fault: string | null;
}

/** The things of a basket with all that can be done to each: `data-do` names it. */
export const itemsMarkup = (items: readonly ListedItem[]): string =>
  markup`<ol role="list" data-handout-items>${items.map((item, at) => itemMarkup(item, at, items.length))}</ol>`
    .source;

function itemMarkup({ item, title, line, fault }: ListedItem, at: number, count: number): Markup {
  const use = (name: string, label: string, disabled = false): Markup =>
    markup`<button type="button" class="button" data-kind="small" data-do="${name}" aria-label="${words.named(label, title)}"${disabled ? { source: ' disabled' } : null}>${label}</button>`;
  const uses = [
    use('up', words.up, at === 0),
    use('down', words.down, at === count - 1),
    item.kind === 'unknown' ? markup`` : use('rename', words.rename),
    use('drop', words.drop),
    use('words-after', words.addHereWords),
    use('questions-after', words.addHereQuestions),
  ];
  return markup`<li data-at="${at}"><p class="kind">${at + 1}. ${words.kinds[item.kind]}</p><h3>${title}</h3>${[
    line === null ? markup`` : markup`<p class="kind">${line}</p>`,
    fault === null ? markup`` : markup`<p class="fault">${fault}</p>`,
    fieldsMarkup(item, at),
  ]}<div class="uses">${uses}</div></li>`;
}

function fieldsMarkup(item: BasketItem, at: number): Markup {
  switch (item.kind) {
    case 'practice':
    case 'problem':
      return extentMarkup(item.extent, words.extents[item.kind], at);
    case 'comparison':
    case 'practices':
      return extentMarkup(item.extent, words.extents.comparison, at);
    case 'words':
      return textMarkup(words.wordsLabel, item.text, 5);
    case 'questions':
      return textMarkup(words.questionsLabel, item.text, 4);
    case 'unknown':
      return markup`<p><code>${JSON.stringify(item.raw).slice(0, 200)}</code></p>`;
    default:
      return markup``;
  }
}

function extentMarkup(
  chosen: Extent,
  labels: Readonly<Record<Extent, string>>,
  at: number,
): Markup {
  const choice = (extent: Extent): Markup =>
    markup`<label><input type="radio" name="extent-${at}" value="${extent}" data-do="extent"${extent === chosen ? { source: ' checked' } : null}>${labels[extent]}</label>`;
  return markup`<fieldset aria-label="${words.extent}">${[choice('brief'), choice('whole')]}</fieldset>`;
}

/** A first line break is swallowed by the parser of a textarea. */
const textMarkup = (label: string, text: string, rows: number): Markup =>
  markup`<label>${label}<textarea rows="${rows}" data-do="text">${`\n${text}`}</textarea></label>`;
