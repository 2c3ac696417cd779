import type { ContactWords } from '#domain/words/fill-in.ts';

/** Where readers can turn, as guides say it. */
export const contact: ContactWords = {
  noAddress: '（本站网址）/',
  phone: (number) => `电话${number}`,
  email: (address) => `邮箱${address}`,
  form: '每页底部的网上表单',
  anybody: '维护本站的单位',
  reached: (name, ways) => (name === null ? ways.join('，') : `${name}（${ways.join('，')}）`),
};
