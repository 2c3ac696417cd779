import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Shows an editor what is wrong with the content in place of a page that could not be made for it:
 * the development server would show where in the program it stopped. `report` is empty where
 * nothing is known to be wrong.
 */
export function faultPages(report: () => string) {
  return (_request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const writeHead = response.writeHead.bind(response);
    response.writeHead = (status: number, ...rest: unknown[]) => {
      if (status < 500 || report() === '') return writeHead(status, ...(rest as []));
      const end = response.end.bind(response);
      response.write = () => true;
      response.end = () => end(pageOf(report()));
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      return writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
    };
    next();
  };
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark] ?? mark);

const pageOf = (report: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>内容有错</title>
<script type="module" src="/@vite/client"></script>
<body style="max-width: 40em; margin: 3em auto; padding: 0 1em; font: 1.1em/1.8 sans-serif">
<h1>这一页没有生成出来</h1><p>内容里有下面的错，改好并保存，这一页会自己刷新。</p>
${report
  .split('\n\n')
  .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
  .join('\n')}`;
