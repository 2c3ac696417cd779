/** The form: every field of the schema, on the page of the tab it belongs to. */
import type { FormField } from '../../api.ts';
import { element } from '../elements.ts';
import { fieldView } from './fields.ts';
import type { FieldView, FormContext } from './field-line.ts';

export type TabName =
  'basics' | 'measures' | 'figures' | 'claims' | 'asked' | 'source' | 'editions' | 'other';

/** Fields that have their place; a field the schema gains is put with its like. */
const placeOf: Readonly<Record<string, TabName>> = {
  title: 'basics',
  summary: 'basics',
  measures: 'measures',
  figures: 'figures',
  outcomes: 'claims',
  conditions: 'claims',
  limits: 'claims',
  notStated: 'asked',
  unverified: 'asked',
  questions: 'asked',
  source: 'source',
  edition: 'editions',
  changes: 'editions',
  aftermath: 'editions',
};

/** Written by what the desk does, not by hand: publishing, retiring. */
const notTyped: ReadonlySet<string> = new Set(['state', 'retired', 'textStatus']);

export const tabOf = (field: FormField): TabName =>
  placeOf[field.key] ??
  (field.is.kind === 'pick' || field.is.kind === 'picks' ? 'basics' : 'other');

export interface FormPages {
  /** A page of fields for each tab that has any, in the order of the schema. */
  readonly pages: ReadonlyMap<TabName, HTMLElement>;
  readonly show: () => void;
}

export function formPages(context: FormContext): FormPages {
  const pages = new Map<TabName, HTMLElement>();
  const views: FieldView[] = [];
  for (const field of context.form.fields) {
    if (notTyped.has(field.key)) continue;
    const tab = tabOf(field);
    const page = pages.get(tab) ?? element('div', { class: 'fields' });
    pages.set(tab, page);
    const view = fieldView(field, [field.key], context);
    views.push(view);
    page.append(view.node);
  }
  return { pages, show: () => views.forEach(({ show }) => show()) };
}
