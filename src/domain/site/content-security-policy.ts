/**
 * What a page may load: its own site's files and nothing else, nothing inline, nothing evaluated.
 * Written into every page, so that it holds on any server and from a folder.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');
