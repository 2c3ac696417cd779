import type { Contact } from '#domain/site/site.ts';

/** What a reader reports an error in. */
export interface Reported {
  readonly title: string;
  /** Full address of the page, of the paragraph where one is meant. */
  readonly address: string;
  /** Counted from 1; null where the page as a whole is meant. */
  readonly paragraph: number | null;
}

/** How a language begins a report. */
export interface ReportWords {
  /** The place in the page, `第 7 段`. */
  readonly place: (paragraph: number) => string;
  readonly subject: (title: string, place: string) => string;
  /** The lines of a letter; what a reader has to write stands open. */
  readonly letter: (title: string, address: string, place: string) => readonly string[];
}

/**
 * Where a report is written: a web form before a letter (`mailto:`), with title, address and
 * paragraph filled in; null where the library has neither.
 */
export function reportAddress(
  { form, email }: Pick<Contact, 'form' | 'email'>,
  reported: Reported,
  words: ReportWords,
): string | null {
  if (form !== null) return filledForm(form, reported, words);
  if (email === null) return null;
  const { title, address } = reported;
  const place = placeOf(reported, words);
  const subject = words.subject(title, place);
  const body = words.letter(title, address, place);
  return `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.join('\r\n'))}`;
}

const placeOf = ({ paragraph }: Reported, words: ReportWords): string =>
  paragraph === null ? '' : words.place(paragraph);

function filledForm(form: string, reported: Reported, words: ReportWords): string {
  const values: Readonly<Record<string, string>> = {
    title: reported.title,
    address: reported.address,
    paragraph: placeOf(reported, words),
  };
  return form.replace(/\{(\w+)\}/gu, (whole, name: string) =>
    Object.hasOwn(values, name) ? encodeURIComponent(values[name] ?? '') : whole,
  );
}
