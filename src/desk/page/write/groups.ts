/** Fields that hold fields: a group that may be left out, and one whose kind decides what it has. */
import { fields as words } from '#words/desk-write.ts';
import type { FieldEdit, FieldPath, FormField } from '../../api.ts';
import { button, element, fill } from '../elements.ts';
import { complain } from '../messages.ts';
import { blankOf } from './blank.ts';
import { fieldLine, type FieldView, type FormContext } from './field-line.ts';
import { asTyped, valueAt } from './values.ts';

/** A group of fields that may be left out as a whole. */
export function groupField(
  field: FormField,
  path: FieldPath,
  inner: readonly FormField[],
  context: FormContext,
): FieldView {
  const { copy } = context;
  const write = (edit: FieldEdit) => void copy.edit(edit).catch(complain);
  const open = button(words.addGroup(field.label), () =>
    write({ edit: 'set', path, value: blankOf(inner) }),
  );
  const drop = button(words.dropGroup, () => write({ edit: 'remove', path }), { look: 'plain' });
  const body = element('div', { class: 'group' });
  let views: readonly FieldView[] | null = null;
  return {
    node: fieldLine({ field, path, control: body, isGroup: true }, context),
    show: () => {
      const value = valueAt(copy.data, path);
      const isThere = typeof value === 'object' && value !== null;
      if (isThere !== (views !== null) || body.children.length === 0) {
        views = isThere ? inner.map((one) => context.view(one, [...path, one.key])) : null;
        fill(
          body,
          ...(views?.map(({ node }) => node) ?? [open]),
          views && !field.isRequired ? drop : null,
        );
      }
      views?.forEach(({ show }) => show());
    },
  };
}

/** A group whose kind decides which fields it has. */
export function kindsField(
  field: FormField,
  path: FieldPath,
  kinds: readonly {
    readonly kind: string;
    readonly label: string;
    readonly fields: readonly FormField[];
  }[],
  context: FormContext,
): FieldView {
  const { copy } = context;
  /** What was written under a kind, should the editor come back to it. */
  const former: Record<string, unknown> = {};
  const choice = element(
    'select',
    { 'aria-label': words.kindOf },
    ...kinds.map(({ kind, label }) => element('option', { value: kind }, label)),
  );
  choice.addEventListener('change', () => {
    const to = kinds.find(({ kind }) => kind === choice.value);
    const before = valueAt(copy.data, path);
    if (!to) return;
    Object.assign(former, before);
    const blank = blankOf(to.fields);
    const value = Object.fromEntries(
      to.fields
        .filter(({ key }) => key in former || key in blank)
        .map(({ key }) => [key, key in former ? former[key] : blank[key]]),
    );
    void copy.edit({ edit: 'set', path, value: { ...value, kind: to.kind } }).catch(complain);
  });
  const inside = element('div', { class: 'group' });
  const body = element('div', {}, element('div', { class: 'kind' }, choice), inside);
  let shownKind: string | null = null;
  let views: readonly FieldView[] = [];
  return {
    node: fieldLine({ field, path, control: choice, body, isGroup: true }, context),
    show: () => {
      const kind = asTyped(valueAt(copy.data, [...path, 'kind']));
      if (kind !== shownKind) {
        shownKind = kind;
        choice.value = kind;
        const fields = kinds.find((one) => one.kind === kind)?.fields ?? [];
        views = fields
          .filter(({ key }) => key !== 'kind')
          .map((one) => context.view(one, [...path, one.key]));
        fill(inside, ...views.map(({ node }) => node));
      }
      views.forEach(({ show }) => show());
    },
  };
}
