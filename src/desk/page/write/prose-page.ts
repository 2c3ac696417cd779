/** The page of the prose: its tools, its editor, and under it what is wrong with it. */
import type { Diagnostic } from '@codemirror/lint';
import { prose as words, faults as faultWords } from '#words/desk-write.ts';
import type { DeskFault, Form } from '../../api.ts';
import { button, element, fill } from '../elements.ts';
import { faultSentence } from '../fault-line.ts';
import { askForDrawing } from './drawing-dialog.ts';
import { drawingAt, drawingText } from './drawing-text.ts';
import { applyMend, faultElement } from './field-line.ts';
import { proseEditor } from './prose-editor.ts';
import type { WorkingCopy } from './working-copy.ts';

export interface ProsePage {
  readonly node: HTMLElement;
  readonly goTo: (fault: DeskFault) => void;
}

export interface ProsePageParts {
  readonly copy: WorkingCopy;
  readonly form: Form;
  readonly onCopied: (text: string | null) => void;
}

/** Whether a fault is about the prose, and not about a field. */
export const isOfProse = ({ path, line, file }: DeskFault, copy: WorkingCopy): boolean =>
  (path === null || path.length === 0) &&
  file === copy.file &&
  line !== null &&
  line > linesIn(copy.card);

const linesIn = (text: string): number => text.split('\n').length - 1;

export function prosePage({ copy, form, onCopied }: ProsePageParts): ProsePage {
  const list = element('ul', { role: 'list', class: 'prose-faults' });
  const copied = element('p', { class: 'muted' });
  const count = element('span', { class: 'muted' });
  const editor = proseEditor({
    text: copy.body,
    label: words.label,
    onInput: (text) => {
      copy.setBody(text, true);
      show();
    },
    onCopied,
    onBold: () => wrap('**'),
  });
  const { view } = editor;

  const show = () => {
    const characters = [...copy.body.replace(/[\s#*|<>-]/g, '')].length;
    count.textContent = words.characters(characters);
    sections.hidden = missing().length === 0;
  };
  const missing = () => form.sections.filter((name) => !hasSection(copy.body, name));
  const insert = (text: string, selectFrom = 0, selectTo = 0) => {
    const { from, to } = view.state.selection.main;
    view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: from + selectFrom, head: from + (selectTo || text.length) },
      scrollIntoView: true,
    });
    view.focus();
  };
  /** On lines of its own, an empty one before and behind. */
  const insertBlock = (text: string, at?: { from: number; to: number }) => {
    const { from, to } = at ?? {
      from: view.state.selection.main.to,
      to: view.state.selection.main.to,
    };
    const before = view.state.doc.sliceString(0, from);
    const behind = view.state.doc.sliceString(to);
    const lead =
      at || before === ''
        ? ''
        : before.endsWith('\n\n')
          ? ''
          : before.endsWith('\n')
            ? '\n'
            : '\n\n';
    const trail = at
      ? ''
      : behind.startsWith('\n\n')
        ? ''
        : behind.startsWith('\n')
          ? '\n'
          : '\n\n';
    view.dispatch({
      changes: { from, to, insert: lead + text + trail },
      selection: { anchor: from + lead.length + text.length },
      scrollIntoView: true,
    });
    view.focus();
  };
  const wrap = (mark: string) => {
    const { from, to } = view.state.selection.main;
    const text = view.state.doc.sliceString(from, to);
    insert(mark + text + mark, mark.length, mark.length + text.length);
  };
  const draw = async () => {
    const kinds = form.drawings.map(({ name }) => name);
    const there = drawingAt(view.state.doc.toString(), view.state.selection.main.head, kinds);
    const drawing = await askForDrawing(form.drawings, there?.drawing ?? null);
    if (drawing) insertBlock(drawingText(drawing), there ?? undefined);
  };
  const addSection = (name: string) => {
    const at = placeForSection(copy.body, name, form.sections);
    const head = copy.body.slice(0, at).replace(/\s+$/, '');
    const text = `${head === '' ? '\n' : `${head}\n\n`}## ${name}\n\n`;
    const rest = copy.body.slice(at).replace(/^\s+/, '');
    editor.show(text + (rest === '' ? '' : `\n${rest}`));
    editor.goTo(text.length);
  };
  const sections = element('select', { 'aria-label': words.addSection, class: 'tool' });
  const offerSections = () =>
    fill(
      sections,
      element('option', { value: '' }, words.addSection),
      ...missing().map((name) => element('option', { value: name }, name)),
    );
  sections.addEventListener('focus', offerSections);
  sections.addEventListener('change', () => {
    const name = sections.value;
    if (name !== '') addSection(name);
    offerSections();
  });
  offerSections();

  const table = `| ${words.tableHead.join(' | ')} |\n|---|---|\n|  |  |`;
  const tools = element(
    'div',
    { class: 'prose-tools', role: 'group', 'aria-label': words.tools },
    sections,
    button(words.bold, () => wrap('**'), { look: 'plain', keys: 'Control+B' }),
    button(words.list, () => insertBlock('- '), { look: 'plain' }),
    button(words.numbered, () => insertBlock('1. '), { look: 'plain' }),
    button(words.table, () => insertBlock(table), { look: 'plain' }),
    button(words.note, () => insertBlock(`<Note>\n\n${words.noteText}\n\n</Note>`), {
      look: 'plain',
    }),
    button(words.drawing, () => void draw(), { look: 'plain', keys: 'Control+Shift+G' }),
    count,
  );
  const node = element('div', { class: 'prose-page' }, tools, editor.node, copied, list);
  node.addEventListener('keydown', (event) => {
    if (event.ctrlKey && event.shiftKey && event.key.toLowerCase() === 'g') {
      event.preventDefault();
      void draw();
    }
  });

  const rangeOf = ({ line, value }: DeskFault): { from: number; to: number } => {
    const { doc } = view.state;
    const at = Math.min(Math.max((line ?? 1) - linesIn(copy.card), 1), doc.lines);
    const { from, to, text } = doc.line(at);
    const found = value === null || value === '' ? -1 : text.indexOf(value);
    return found < 0
      ? { from, to }
      : { from: from + found, to: from + found + (value?.length ?? 0) };
  };
  const goTo = (fault: DeskFault) => {
    const { from, to } = rangeOf(fault);
    editor.goTo(from, to);
  };
  copy.on('prose', () => editor.show(copy.body));
  copy.on('judged', () => {
    const faults = copy.faults.filter((fault) => isOfProse(fault, copy));
    const before = copy.card.length;
    const runs = (copy.judged?.copied ?? [])
      .filter(({ from }) => from >= before)
      .map((run) => ({ ...run, from: run.from - before, to: run.to - before }));
    editor.mark(
      faults.map((fault) => ({
        ...rangeOf(fault),
        severity: 'error',
        message: faultSentence(fault),
        actions: actionsOf(fault),
      })),
      runs,
    );
    copied.textContent = runs.length > 0 ? words.copiedCount(runs.length) : '';
    fill(
      list,
      ...faults.map((fault) =>
        element(
          'li',
          {},
          button(words.bodyLine((fault.line ?? 1) - linesIn(copy.card)), () => goTo(fault), {
            look: 'plain',
            says: faultWords.line(fault.line ?? 1),
          }),
          faultElement(fault, copy),
        ),
      ),
    );
  });
  const actionsOf = ({ mend }: DeskFault): Diagnostic['actions'] & object =>
    mend ? [{ name: mend.label, apply: () => void applyMend(mend, copy) }] : [];
  show();
  return { node, goTo };
}

const hasSection = (body: string, name: string): boolean =>
  body.split('\n').some((line) => line.trim() === `## ${name}`);

/** Before the first of the sections that come behind it. */
function placeForSection(body: string, name: string, order: readonly string[]): number {
  for (const later of order.slice(order.indexOf(name) + 1)) {
    const found = new RegExp(`^## ${later}\\s*$`, 'm').exec(body);
    if (found) return found.index;
  }
  return body.length;
}
