/**
 * The prose of a practice in CodeMirror: its markup shown, faults in the gutter and the line, runs
 * copied from the source underlined. Offsets are those of the prose, not of the file.
 */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdown, markdownKeymap } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState, StateEffect, StateField, Transaction } from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  placeholder,
  type DecorationSet,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { prose as words } from '#words/desk-write.ts';

export interface CopiedRun {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

export interface ProseEditor {
  readonly node: HTMLElement;
  readonly view: EditorView;
  /** Puts other words in, as a change that can be taken back. */
  readonly show: (text: string) => void;
  readonly mark: (diagnostics: readonly Diagnostic[], copied: readonly CopiedRun[]) => void;
  readonly goTo: (from: number, to?: number) => void;
}

export interface ProseParts {
  readonly text: string;
  readonly label: string;
  readonly onInput: (text: string) => void;
  /** The caret stands in a copied run, or in none. */
  readonly onCopied?: (text: string | null) => void;
  readonly onBold?: () => void;
}

const setCopied = StateEffect.define<readonly CopiedRun[]>();

const copiedRuns = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    let now = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setCopied)) continue;
      const length = transaction.newDoc.length;
      now = Decoration.set(
        effect.value
          .filter(({ from, to }) => from < to && to <= length)
          .map((run) =>
            Decoration.mark({
              class: 'copied',
              attributes: { title: words.copied(run.length) },
            }).range(run.from, run.to),
          ),
        true,
      );
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const look = HighlightStyle.define([
  { tag: tags.heading, class: 'md-heading' },
  { tag: tags.strong, class: 'md-strong' },
  { tag: tags.link, class: 'md-link' },
  { tag: tags.url, class: 'md-quiet' },
  { tag: tags.processingInstruction, class: 'md-quiet' },
  { tag: tags.angleBracket, class: 'md-tag' },
  { tag: tags.tagName, class: 'md-tag' },
  { tag: tags.attributeName, class: 'md-tag' },
]);

export function proseEditor(parts: ProseParts): ProseEditor {
  const view = new EditorView({
    state: EditorState.create({
      doc: parts.text,
      extensions: [
        history(),
        drawSelection(),
        highlightActiveLine(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': parts.label,
          lang: 'zh-CN',
          // It takes the focus as it is; this says so to who reads the markup.
          tabindex: '0',
          spellcheck: 'false',
        }),
        placeholder(words.placeholder),
        markdown(),
        syntaxHighlighting(look),
        lintGutter(),
        copiedRuns,
        keymap.of([
          { key: 'Mod-b', run: () => (parts.onBold?.(), true) },
          indentWithTab,
          ...markdownKeymap,
          ...lintKeymap.filter(({ key }) => key !== 'F8'),
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) parts.onInput(update.state.doc.toString());
          if (update.selectionSet || update.docChanged)
            parts.onCopied?.(copiedAtCaret(update.state));
        }),
      ],
    }),
  });
  return {
    node: view.dom,
    view,
    show: (text) => {
      const now = view.state.doc.toString();
      if (now !== text) view.dispatch({ changes: changeBetween(now, text) });
    },
    mark: (diagnostics, copied) => {
      view.dispatch(setDiagnostics(view.state, diagnostics), {
        effects: setCopied.of(copied),
        annotations: Transaction.addToHistory.of(false),
      });
    },
    goTo: (from, to = from) => {
      const length = view.state.doc.length;
      view.focus();
      view.dispatch({
        selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
        effects: EditorView.scrollIntoView(Math.min(from, length), { y: 'center' }),
      });
    },
  };
}

/** What both share at their ends stays, so that the caret stays too. */
export function changeBetween(before: string, after: string) {
  let from = 0;
  const shorter = Math.min(before.length, after.length);
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (
    same < shorter - from &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  ) {
    same += 1;
  }
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

function copiedAtCaret(state: EditorState): string | null {
  const { head } = state.selection.main;
  let text: string | null = null;
  state.field(copiedRuns).between(head, head, (from, to) => {
    text = state.doc.sliceString(from, to);
    return false;
  });
  return text;
}
