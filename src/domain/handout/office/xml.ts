/** XML 1.0 as strings: `tag` makes elements, `written` makes text that may stand in one. */

export type Attributes = Readonly<Record<string, string | number | null>>;

/** What no XML 1.0 document can hold (Char, section 2.2): controls, lone surrogates, two non-characters. */
const unholdable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as every reader of XML can take it; what it cannot is replaced by U+FFFD, so that it is seen. */
export const holdable = (text: string): string => text.replace(unholdable, '\ufffd');

export const written = (text: string): string =>
  holdable(text).replace(/[&<>"]/g, (character) => entities[character] ?? character);

/** An element. Attributes are text, those of null are left out; children are XML already. */
export function tag(
  name: string,
  attributes: Attributes | null = null,
  ...children: readonly string[]
): string {
  const list = Object.entries(attributes ?? {})
    .map(([key, value]) => (value === null ? '' : ` ${key}="${written(String(value))}"`))
    .join('');
  const inside = children.join('');
  return inside === '' ? `<${name}${list}/>` : `<${name}${list}>${inside}</${name}>`;
}

export const xmlFile = (root: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;

/** Whether an address can be the target of a link: one of the web, with nothing in it that a URI cannot hold. */
export function linkTarget(address: string | null): string | null {
  if (address === null || !/^https?:\/\/[^\s<>"{}|\\^`]+$/u.test(address)) return null;
  return holdable(address).replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
}
