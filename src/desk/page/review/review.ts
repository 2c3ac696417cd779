/** Where a practice is read against its source: claim by claim, word by word, then signed. */
import { board as boardWords } from '#words/desk.ts';
import { publish as publishWords, review as words } from '#words/desk-review.ts';
import { ask } from '../ask.ts';
import type { Review } from '../../api.ts';
import { button, element, fill } from '../elements.ts';
import { complain } from '../messages.ts';
import { askToPublish } from '../publish/publish-dialog.ts';
import { addresses, go, reopen, type View } from '../view.ts';
import { columnsOf } from '../write/columns.ts';
import { sourceColumn } from '../source/column.ts';
import { tabsOf } from '../write/tabs.ts';
import { asTyped, valueAt } from '../write/values.ts';
import { changesPage } from './changes.ts';
import { claimList } from './claim-list.ts';
import { carries } from './grounding.ts';
import { signingPage } from './signing.ts';

export async function openReview(id: string): Promise<View> {
  const [review, practice] = await Promise.all([
    ask('GET review', undefined, { id }),
    ask('GET practice', undefined, { id }),
  ]);
  const source = await sourceColumn(id, practice.source, {
    onGround: (spots, replaces) => claims.choose(spots, replaces),
    // Places are counted anew.
    onAttributed: reopen,
  });
  const title = asTyped(valueAt(practice.data, ['title'])) || id;
  const claims = claimList(review, practice.source !== null, ({ claim, sentence }) => {
    const passages = claim.ground?.passages ?? [];
    const spots = passages
      .filter((passage) => carries(passage, sentence, claim))
      .flatMap((passage) => passage.spots);
    source.mark(spots);
    if (spots.length > 0) return;
    if (claim.inSource === null || !source.reveal(claim.inSource)) source.reveal(claim.section);
  });
  const edition = element('span', { class: 'mark' });
  const changes = element('div', {});
  const signing = element('div', {});
  /** What a signature may change: the edition that is read, and who has read it. */
  const show = (now: Review) => {
    edition.textContent = boardWords.edition(now.edition);
    fill(changes, changesPage(now));
    fill(
      signing,
      signingPage(now, { openClaims: claims.open, ticksSaved: claims.saved, onSigned: show }),
    );
  };
  show(review);
  const tabs = tabsOf(
    [
      { name: 'claims', label: words.claims, content: claims.node },
      { name: 'changes', label: words.changes, content: changes },
      { name: 'signing', label: words.signing, content: signing },
    ],
    title,
  );
  const columns = columnsOf(
    [
      { name: 'source', label: words.source, content: source.node, share: 1 },
      {
        name: 'claims',
        label: words.reading,
        content: element('div', { class: 'form-column' }, tabs.list, tabs.panels),
        share: 1.1,
        isMain: true,
      },
    ],
    'desk-review-columns',
  );
  const publish = button(
    publishWords.publish,
    () =>
      void askToPublish(id)
        .then((isDone) => isDone && reopen())
        .catch(complain),
    { look: 'main' },
  );
  const node = element(
    'div',
    { class: 'write-view' },
    element(
      'div',
      { class: 'write-head' },
      element(
        'div',
        { class: 'write-title' },
        element('h1', { tabindex: -1 }, words.title(title)),
        edition,
      ),
      element(
        'div',
        { class: 'write-actions' },
        claims.progress,
        button(words.nextOpen, () => {
          tabs.select('claims');
          claims.goToOpen();
        }),
        button(words.write, () => go(addresses.write(id))),
        publish,
        columns.switches,
      ),
    ),
    columns.node,
  );
  return { title: words.title(title), node, fills: true };
}
