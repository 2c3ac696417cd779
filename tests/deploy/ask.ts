import { request, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came over the wire. */
  readonly body: Buffer;
}

export interface Question {
  readonly port: number;
  /** Sent as it is: nothing is resolved or escaped. */
  readonly path: string;
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request, with nothing added, followed or unpacked. */
export function ask({ port, path, host = '127.0.0.1', headers = {} }: Question): Promise<Answer> {
  return new Promise((settle, refuse) => {
    const asked = request({ host, port, path, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', refuse);
      response.on('end', () =>
        settle({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on('error', refuse);
    asked.end();
  });
}

const unpackers: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

/** The body without its content coding. */
export function unpacked({ headers, body }: Answer): Buffer {
  const coding = headers['content-encoding'];
  if (coding === undefined) return body;
  const unpack = unpackers[coding];
  if (!unpack) throw new Error(`The answer is packed as ${coding}.`);
  return unpack(body);
}
