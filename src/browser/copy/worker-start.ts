/** What a worker of a copy runs first: it stands in for a server, by way of the page. */
import { openShelf } from '#browser/copy/shelf.ts';
import type { Answered, Asked, Start } from '#browser/copy/worker-maker.ts';
import { asFileName, type Brought, type LibraryCopy } from '#domain/copies/library-copy.ts';

/** What is said to the module before it listens is kept for it. */
const early: MessageEvent[] = [];
const keep = (event: MessageEvent): void => {
  event.stopImmediatePropagation();
  early.push(event);
};

addEventListener(
  'message',
  (first: MessageEvent<Start>) => {
    first.stopImmediatePropagation();
    const [port] = first.ports;
    if (!port) return;
    addEventListener('message', keep);
    void begin(first.data, port);
  },
  { once: true },
);

async function begin({ root, script }: Start, port: MessagePort): Promise<void> {
  const { load, file } = openShelf(asker(port));
  const copy: LibraryCopy & { readonly load: typeof load } = {
    at: (path) => root + asFileName(path),
    file: (address) => file(address.replace(/[?#].*$/, '').slice(root.length)),
    // Workers pass nothing on.
    lasting: (address) => address,
    load,
  };
  globalThis.libraryCopy = copy;
  try {
    await load(script);
  } catch (error) {
    // Thrown where the page hears of it.
    setTimeout(() => {
      throw error;
    });
  }
  removeEventListener('message', keep);
  for (const { data } of early) dispatchEvent(new MessageEvent('message', { data }));
}

function asker(port: MessagePort): (script: string) => Promise<Brought | null> {
  const waiting = new Map<number, (brought: Brought | null) => void>();
  let asked = 0;
  port.onmessage = ({ data: { id, brought } }: MessageEvent<Answered>) => {
    waiting.get(id)?.(brought);
    waiting.delete(id);
  };
  return (script) =>
    new Promise((settle) => {
      asked += 1;
      waiting.set(asked, settle);
      port.postMessage({ id: asked, script } satisfies Asked);
    });
}
