/**
 * Whether a text of the library may lead to an address: `https:`, `mailto:` or a place relative to
 * the page. Expects the address as a browser would get it, character references resolved. Whatever
 * a browser strips or folds on its way to a scheme or a host (blanks, control characters,
 * backslashes) is refused; so is a path from the root, which breaks a site below a sub-path.
 */
export function isAllowedLink(address: string): boolean {
  if (/[\s\p{Cc}\p{Cf}\\<>"]|%(?![\dA-Fa-f]{2})|%0[0-9A-Fa-f]/u.test(address)) return false;
  if (!isDecodable(address)) return false;
  if (/^https:\/\/[\p{L}\p{N}][^/?#@]*(?:[/?#]|$)/iu.test(address)) return true;
  if (/^mailto:[^\s/?@]+@[^\s/?@]+$/i.test(address)) return true;
  return !address.startsWith('/') && !/^[^/?#]*(?::|%3a)/i.test(address);
}

/** A scheme that runs or carries something, at the start of a text or behind what a browser skips. */
export const isHostileAddress = (text: string): boolean =>
  /^[\s\p{Cc}\p{Cf}]*(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|v\s*b\s*s\s*c\s*r\s*i\s*p\s*t|data|file|blob)\s*:|^[\s\p{Cc}\p{Cf}]*[/\\]{2}[\p{L}\p{N}]/iu.test(
    text,
  );

/** Servers answer an address whose percent signs are no UTF-8 with an error, or with another page. */
function isDecodable(address: string): boolean {
  try {
    decodeURIComponent(address);
    return true;
  } catch {
    return false;
  }
}
