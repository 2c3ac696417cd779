import type { Site } from '#domain/site/site.ts';

/** What guides may say in place of what differs from library to library. */
const fillers: Readonly<Record<string, (site: Site) => string>> = {
  本库名称: ({ name }) => name,
  编辑组: ({ team }) => team,
  本库网址: ({ origin, base }) => (origin === null ? '（本站网址）/' : `${origin}${base}`),
  许可: ({ licence }) => licence.name,
  联系方式: ({ contact }) => contactOf(contact),
};

export const placeholders = Object.keys(fillers);

/** The text with each 【…】 it may hold replaced; others stay. */
export const fillIn = (text: string, site: Site): string =>
  text.replace(/【([^【】]+)】/gu, (whole, name: string) =>
    Object.hasOwn(fillers, name) ? (fillers[name]?.(site) ?? whole) : whole,
  );

function contactOf({ name, email, phone, form }: Site['contact']): string {
  const ways = [
    phone === null ? null : `电话${phone}`,
    email === null ? null : `邮箱${email}`,
    form === null ? null : '每页底部的网上表单',
  ].filter((way) => way !== null);
  if (ways.length === 0) return name ?? '维护本站的单位';
  return `${name ?? ''}${name === null ? '' : '（'}${ways.join('，')}${name === null ? '' : '）'}`;
}
