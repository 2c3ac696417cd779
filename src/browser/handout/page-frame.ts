import { citationStyles } from '#domain/citation/styles.ts';
import { markup, type Markup } from '#domain/words/markup.ts';
import { citationStyles as styles } from '#words/citation-styles.ts';
import { handoutPage as words } from '#words/handout-page.ts';

const button = (use: string, label: string, primary = false): Markup =>
  markup`<button type="button" class="button" data-do="${use}"${primary ? { source: ' data-kind="primary"' } : null}>${label}</button>`;

/** Everything on the page that stays while the things in the basket change. */
export const frameMarkup = (): string =>
  markup`<div class="screen-only">
    <p role="status" tabindex="-1"></p>
    <ul class="faults" hidden></ul>
    <div class="offer" hidden></div>
    <div data-when-filled hidden>
      <section aria-labelledby="handout-away"><h2 class="sealed" id="handout-away">${words.takeAway}</h2>
        <div class="tools">${[
          button('word', words.word, true),
          button('slides', words.slides),
          button('print', words.print),
          button('page', words.page),
          button('list', words.list),
          button('copy-list', words.copyList),
        ]}</div>
      </section>
      <section aria-labelledby="handout-head"><h2 class="sealed" id="handout-head">${words.heading}</h2>
        <label>${words.titleLabel}<input data-field="title" autocomplete="off"></label>
        <label>${words.occasionLabel}<textarea data-field="occasion" rows="2"></textarea></label>
        <label>${words.styleLabel}<select data-field="style">${citationStyles.map(
          (style) => markup`<option value="${style}">${styles[style].label}</option>`,
        )}</select></label>
      </section>
      <section aria-labelledby="handout-items"><h2 class="sealed" id="handout-items">${words.items}</h2>
        <div data-handout-list></div>
      </section>
    </div>
    <div class="tools">${[button('add-words', words.addWords), button('add-questions', words.addQuestions)]}</div>
    <section aria-labelledby="handout-keep"><h2 class="sealed" id="handout-keep">${words.keep}</h2>
      <div class="tools">
        <span data-when-filled hidden>${[button('link', words.link), { source: ' ' }, button('save', words.save), { source: ' ' }, button('clear', words.clear)]}</span>
        ${button('open', words.open)}${button('undo', words.undo)}
        <input type="file" accept=".json,application/json" hidden aria-label="${words.open}">
      </div>
    </section>
    <h2 class="sealed" data-when-filled hidden>${words.preview}</h2>
  </div>
  <article class="handout" data-handout-paper data-when-filled hidden></article>`.source;
