/** Who may ask the desk for something: its own pages, in the browser that was let in. */

/** What a request says of itself, as far as it matters here. */
export interface Asking {
  readonly method: string;
  /** Below the desk's address, without the query. */
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`: browsers say it, and no page can make them say something else. */
  readonly fetchSite: string | undefined;
  readonly contentType: string | undefined;
}

export interface Objection {
  readonly status: number;
  /** For whoever asked, without a word about what is here. */
  readonly sentence: string;
}

/** The address by which the key is handed over; it alone may be opened from elsewhere. */
export const doorPath = '/desk/open';

const taken = ['application/json', 'application/octet-stream'];

/**
 * Why a request is refused before it is read; null for one of our own. Another page that calls the
 * desk's address is of another origin; a name that was made to lead here is not the desk's.
 */
export function objectionTo(asking: Asking, port: number): Objection | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { method, path, host = '', origin, fetchSite, contentType } = asking;
  if (!hosts.includes(host)) {
    return { status: 421, sentence: '编辑台只在 127.0.0.1 上应答。' };
  }
  const isRead = method === 'GET' || method === 'HEAD';
  if (!isRead && method !== 'POST') return { status: 405, sentence: '不认得这样的请求。' };
  if (origin !== undefined && origin !== `http://${host}`) {
    return { status: 403, sentence: '别的网页不能调用编辑台。' };
  }
  if (!isRead && origin === undefined) {
    return { status: 403, sentence: '请求没有写明来自哪里，没有执行。' };
  }
  const isOwn = fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none';
  if (!isOwn && !(isRead && path === doorPath)) {
    return { status: 403, sentence: '别的网页不能调用编辑台。' };
  }
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!isRead && !taken.includes(type)) return { status: 415, sentence: '不认得这样的请求。' };
  return null;
}
