/** What stands around every field: its name, the schema's sentence, what is wrong with it. */
import { faults as faultWords, fields as words } from '#words/desk-write.ts';
import type { DeskFault, FieldPath, Form, FormField, Mend } from '../../api.ts';
import { button, element, fill, newId, setAttributes } from '../elements.ts';
import { faultSentence } from '../fault-line.ts';
import { complain, say } from '../messages.ts';
import type { FaultSlots } from './fault-slots.ts';
import type { WorkingCopy } from './working-copy.ts';

export interface FormContext {
  readonly copy: WorkingCopy;
  /** Its lists grow by 新建. */
  form: Form;
  readonly slots: FaultSlots;
  /** Headings of the source, to be taken for `section`. */
  readonly headings: () => readonly string[];
  /** The field of a kind, for those that hold others. */
  readonly view: (field: FormField, path: FieldPath) => FieldView;
  /** The id of the entry that was made; null where none was. */
  readonly makeEntry: (list: string, typed: string) => Promise<string | null>;
}

/** A field on the page. */
export interface FieldView {
  readonly node: HTMLElement;
  /** Takes over what the card says now. */
  readonly show: () => void;
}

export interface LineParts {
  readonly field: FormField;
  readonly path: FieldPath;
  /** Takes the focus when a fault is gone to; is marked invalid. */
  readonly control: HTMLElement;
  /** What is shown of it, where that is more than the control. */
  readonly body?: HTMLElement;
  /** A group of controls has a legend instead of a label. */
  readonly isGroup?: boolean;
}

export function fieldLine(
  { field, path, control, body = control, isGroup = false }: LineParts,
  { copy, slots }: FormContext,
): HTMLElement {
  control.id ||= newId('field');
  const sentenceId = newId('sentence');
  const faultsId = newId('faults');
  const faults = element('div', { class: 'field-faults', id: faultsId });
  setAttributes(control, {
    'aria-describedby': `${sentenceId} ${faultsId}`,
    'aria-required': !isGroup && field.isRequired ? 'true' : null,
  });
  const name = [
    field.label,
    field.isRequired ? element('span', { class: 'required', title: words.required }, '*') : null,
  ] as const;
  const sentence = element('span', { class: 'sentence', id: sentenceId }, sentenceOf(field));
  const node = isGroup
    ? element(
        'fieldset',
        { class: 'field' },
        element('legend', {}, ...name),
        sentence,
        body,
        faults,
      )
    : element(
        'div',
        { class: 'field' },
        element(
          'div',
          { class: 'field-name' },
          element('label', { for: control.id }, ...name),
          sentence,
        ),
        body,
        faults,
      );
  slots.register(path, {
    node,
    show: (found) => {
      // What was not begun is no mistake yet; that it is missing is said once, and quietly.
      const isEmpty = found.length > 0 && !isGroup && isBlank(copy.value(path));
      fill(
        faults,
        ...(isEmpty
          ? [element('p', { class: 'todo' }, words.empty)]
          : found.map((fault) => faultElement(fault, copy))),
      );
      setAttributes(control, {
        'aria-invalid': found.length > 0 && !isEmpty && !isGroup ? 'true' : null,
      });
    },
    focus: () => {
      (control.matches('input, textarea, select, button')
        ? control
        : (control.querySelector<HTMLElement>('input, textarea, select, button') ?? control)
      ).focus();
      node.scrollIntoView({ block: 'center' });
    },
  });
  return node;
}

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/**
 * The schema's sentence for who fills in a form: what it says of signs in the file, which the desk
 * writes itself, is left out or said otherwise.
 */
function sentenceOf({ sentence, is }: FormField): string {
  if (is.kind === 'pick' || is.kind === 'picks') return words.fromList;
  return words.inFile.reduce((now, [inFile, inForm]) => now.replace(inFile, inForm), sentence);
}

/** What is wrong, with a button where the mend is certain. */
export function faultElement(fault: DeskFault, copy: WorkingCopy): HTMLElement {
  return element(
    'p',
    { class: 'fault' },
    element('span', {}, faultSentence(fault)),
    fault.mend ? mendButton(fault.mend, copy) : null,
  );
}

export const mendButton = (mend: Mend, copy: WorkingCopy): HTMLButtonElement =>
  button(mend.label, () => void applyMend(mend, copy));

export async function applyMend(mend: Mend, copy: WorkingCopy): Promise<void> {
  try {
    const isDone = await copy.mend(mend);
    say(isDone ? faultWords.mended(mend.label) : faultWords.stale, isDone ? 'good' : 'trouble');
  } catch (error) {
    complain(error);
  }
}
