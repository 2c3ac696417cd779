import type { Contact } from '#domain/site/site.ts';

/** What a reader reports an error in. */
export interface Reported {
  readonly title: string;
  /** Full address of the page, of the paragraph where one is meant. */
  readonly address: string;
  /** Counted from 1; null where the page as a whole is meant. */
  readonly paragraph: number | null;
}

/**
 * Where a report is written: a web form before a letter (`mailto:`), with title, address and
 * paragraph filled in; null where the library has neither.
 */
export function reportAddress(
  { form, email }: Pick<Contact, 'form' | 'email'>,
  reported: Reported,
): string | null {
  if (form !== null) return filledForm(form, reported);
  if (email === null) return null;
  const { title, address } = reported;
  const place = placeOf(reported);
  const subject = `内容有误：${title}${place === '' ? '' : `，${place}`}`;
  const body = [`网页：${title}`, `地址：${address}`, `位置：${place}`, '', '错在哪里：', '依据：'];
  return `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.join('\r\n'))}`;
}

const placeOf = ({ paragraph }: Reported): string =>
  paragraph === null ? '' : `第 ${paragraph} 段`;

function filledForm(form: string, reported: Reported): string {
  const values: Readonly<Record<string, string>> = {
    title: reported.title,
    address: reported.address,
    paragraph: placeOf(reported),
  };
  return form.replace(/\{(\w+)\}/gu, (whole, name: string) =>
    Object.hasOwn(values, name) ? encodeURIComponent(values[name] ?? '') : whole,
  );
}
