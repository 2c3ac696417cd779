/** Where a practice is written: the source, the form and the prose, the page. */
import {
  faults as faultWords,
  saveState as saveWords,
  source as sourceWords,
  write as words,
} from '#words/desk-write.ts';
import type { DeskFault } from '../../api.ts';
import { ask } from '../ask.ts';
import { element } from '../elements.ts';
import { faultLine } from '../fault-line.ts';
import { complain, say } from '../messages.ts';
import type { View } from '../view.ts';
import { columnsOf } from './columns.ts';
import { settleConflict } from './conflict.ts';
import { faultPanel } from './fault-panel.ts';
import { FaultSlots } from './fault-slots.ts';
import type { FormContext } from './field-line.ts';
import { fieldView } from './fields.ts';
import { formPages, tabOf } from './form.ts';
import { makeEntry } from './new-entry.ts';
import { previewPane } from './preview-pane.ts';
import { isOfProse, prosePage } from './prose-page.ts';
import { rawPage } from './raw-page.ts';
import { restoredBars } from './restored-bar.ts';
import { sourceColumn } from '../source/column.ts';
import { tabsOf } from './tabs.ts';
import { asList, asTyped, valueAt } from './values.ts';
import { WorkingCopy } from './working-copy.ts';
import { writeHead } from './write-head.ts';

export async function openWrite(id: string): Promise<View> {
  const [opened, form] = await Promise.all([
    ask('GET practice', undefined, { id }),
    ask('GET form'),
  ]);
  const copy = new WorkingCopy(opened);
  const slots = new FaultSlots();
  /** The row that was worked in last: a heading of the source goes there. */
  let lastRow: Element | null = null;

  const source = await sourceColumn(id, opened.source, {
    onSection: (section) => fillSection(section),
    onFigure: (number, section) => void addFigure(number, section),
  });
  const context: FormContext = {
    copy,
    form,
    slots,
    headings: () => [...new Set([sourceWords.beginning, ...source.headings()])],
    view: (field, path) => fieldView(field, path, context),
    makeEntry: async (list, typed) => {
      const { id: entry, lists } = await makeEntry(context.form, list, typed);
      if (lists) context.form = { ...context.form, lists };
      return entry;
    },
  };
  const { pages, show } = formPages(context);
  const prose = prosePage({
    copy,
    form,
    onCopied: (text) => {
      if (text !== null) source.reveal(text);
    },
  });
  const order = [
    'basics',
    'measures',
    'figures',
    'claims',
    'asked',
    'prose',
    'source',
    'other',
    'editions',
    'file',
  ] as const;
  const tabs = tabsOf(
    order.flatMap((name) => {
      const content =
        name === 'prose' ? prose.node : name === 'file' ? rawPage(copy) : pages.get(name);
      return content ? [{ name, label: words.tabs[name], content }] : [];
    }),
    words.columns.form,
  );
  const goTo = (fault: DeskFault) => {
    columns.open('form');
    if (isOfProse(fault, copy)) {
      tabs.select('prose');
      prose.goTo(fault);
      return;
    }
    const field = form.fields.find(({ key }) => key === fault.path?.[0]);
    if (field) tabs.select(tabOf(field));
    const slot = slots.slotOf(fault);
    if (slot) slot.focus();
    else say(faultLine(fault), 'trouble');
  };
  const panel = faultPanel(copy, goTo);
  const unreadable = element('p', { class: 'notice', hidden: true }, words.unreadable);
  const main = element(
    'div',
    { class: 'form-column' },
    ...restoredBars(opened, copy),
    opened.cannotSave === null
      ? null
      : element('p', { class: 'notice' }, words.cannotSave(opened.cannotSave)),
    unreadable,
    tabs.list,
    tabs.panels,
    panel.node,
  );
  main.addEventListener('focusin', (event) => {
    const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    if (row) lastRow = row;
  });
  const preview = previewPane(copy);
  const columns = columnsOf(
    [
      { name: 'source', label: words.columns.source, content: source.node, share: 0.8 },
      { name: 'form', label: words.columns.form, content: main, share: 1.2, isMain: true },
      {
        name: 'page',
        label: words.columns.page,
        content: preview.node,
        share: 0.9,
        onShown: preview.setVisible,
      },
    ],
    'desk-columns',
  );

  function fillSection(section: string): void {
    const row = lastRow?.isConnected ? lastRow : null;
    const input = row?.querySelector<HTMLInputElement>('input[data-section]');
    if (!input) {
      say(sourceWords.noRow, 'trouble');
      return;
    }
    input.value = section;
    input.dispatchEvent(new Event('input'));
    say(sourceWords.sectionFilled(section));
  }

  async function addFigure(number: { value: string; unit: string }, section: string) {
    const count = asList(valueAt(copy.data, ['figures'])).length;
    const value = { value: number.value, unit: number.unit, counts: '', section };
    try {
      await copy.edit(
        count > 0
          ? { edit: 'insert', path: ['figures', count], value }
          : { edit: 'set', path: ['figures'], value: [value] },
      );
    } catch (error) {
      complain(error);
      return;
    }
    columns.open('form');
    tabs.select('figures');
    const row = main.querySelector(`[data-row='${JSON.stringify(['figures', count])}']`);
    const fields = row?.querySelectorAll<HTMLElement>('textarea, input') ?? [];
    // Value and unit are there; what it counts is for the editor to say.
    (fields[2] ?? fields[0])?.focus();
    row?.scrollIntoView({ block: 'center' });
    say(sourceWords.figureMade(number.value + number.unit, section));
  }

  async function save(): Promise<boolean> {
    try {
      const done = await copy.save();
      if ('theirs' in done) {
        if (!(await settleConflict(copy, form, done))) return false;
        return await save();
      }
      const { changedLines, commit, notice } = done;
      say(
        [
          saveWords.done(changedLines),
          notice ?? '',
          commit === null ? '' : saveWords.commit(commit),
        ].join(''),
      );
      return !copy.isUnsaved;
    } catch (error) {
      complain(error);
      return false;
    }
  }

  const showCard = () => {
    const isReadable = copy.data !== null;
    unreadable.hidden = isReadable;
    main.toggleAttribute('data-unreadable', !isReadable);
    if (isReadable) show();
    else tabs.select('file');
  };
  copy.on('card', showCard);
  copy.on('judged', () => {
    if (copy.judged) showCard();
    slots.place(copy.faults.filter((fault) => !isOfProse(fault, copy)));
    const counts = new Map<string, number>();
    // What is wrong in other files stands on no tab.
    for (const fault of copy.faults.filter(({ file }) => file === copy.file)) {
      const field = form.fields.find(({ key }) => key === fault.path?.[0]);
      const name = isOfProse(fault, copy) ? 'prose' : field ? tabOf(field) : 'file';
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const name of order) {
      const count = counts.get(name) ?? 0;
      tabs.setCount(name, count, words.tabFaults(words.tabs[name], count));
    }
  });
  showCard();
  copy.begin();

  const onKey = (event: KeyboardEvent) => {
    if (document.querySelector('dialog[open]')) return;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 's') {
      event.preventDefault();
      void save();
    } else if (event.key === 'F8') {
      event.preventDefault();
      if (copy.faults.length === 0) say(faultWords.none);
      panel.next(event.shiftKey ? -1 : 1);
    }
  };
  window.addEventListener('keydown', onKey);
  const node = element(
    'div',
    { class: 'write-view' },
    writeHead({ copy, save, faultCount: panel.opener, switches: columns.switches }),
    columns.node,
  );
  return {
    title: asTyped(valueAt(copy.data, ['title'])) || id,
    node,
    fills: true,
    leave: async () => {
      window.removeEventListener('keydown', onKey);
      preview.close();
      await copy.leave();
    },
  };
}
