/** What a new row begins with: the fields it needs, with nothing in them yet. */
import type { FieldKind, FormField } from '../../api.ts';

export const blankOf = (fields: readonly FormField[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.filter(({ isRequired }) => isRequired).map(({ key, is }) => [key, blankValue(is)]),
  );

function blankValue(is: FieldKind): unknown {
  switch (is.kind) {
    case 'number':
      return 1;
    case 'day':
      return today();
    case 'choice':
      return is.choices[0]?.value ?? '';
    case 'picks':
    case 'texts':
    case 'rows':
      return [];
    case 'group':
      return blankOf(is.fields);
    case 'fixed':
      return is.value;
    default:
      return '';
  }
}

/** `yyyy-mm-dd`, where the editor sits. */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
