import type { Site } from '#domain/site/site.ts';

/** How a language says where readers can turn. */
export interface ContactWords {
  readonly noAddress: string;
  readonly phone: (number: string) => string;
  readonly email: (address: string) => string;
  readonly form: string;
  readonly anybody: string;
  readonly reached: (name: string | null, ways: readonly string[]) => string;
}

/** What guides may say in place of what differs from library to library. */
const fillers: Readonly<Record<string, (site: Site, words: ContactWords) => string>> = {
  本库名称: ({ name }) => name,
  编辑组: ({ team }) => team,
  本库网址: ({ origin, base }, words) => (origin === null ? words.noAddress : `${origin}${base}`),
  许可: ({ licence }) => licence.name,
  联系方式: ({ contact }, words) => contactOf(contact, words),
};

export const placeholders = Object.keys(fillers);

/** The text with each 【…】 it may hold replaced; others stay. */
export const fillIn = (text: string, site: Site, words: ContactWords): string =>
  text.replace(/【([^【】]+)】/gu, (whole, name: string) =>
    Object.hasOwn(fillers, name) ? (fillers[name]?.(site, words) ?? whole) : whole,
  );

function contactOf({ name, email, phone, form }: Site['contact'], words: ContactWords): string {
  const ways = [
    phone === null ? null : words.phone(phone),
    email === null ? null : words.email(email),
    form === null ? null : words.form,
  ].filter((way) => way !== null);
  return ways.length === 0 ? (name ?? words.anybody) : words.reached(name, ways);
}
