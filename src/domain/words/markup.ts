/** Markup that is safe to put into a page: every value in it was escaped. */
export interface Markup {
  readonly source: string;
}

type Value = string | number | Markup | readonly Markup[] | null;

/** `` markup`<b>${words}</b>` ``: text is escaped, markup and lists of it go in as they are. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const filled = values.map(sourceOf);
  return { source: parts.map((part, index) => `${part}${filled[index] ?? ''}`).join('') };
}

function sourceOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escape(value);
  return 'source' in value ? value.source : value.map(({ source }) => source).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
