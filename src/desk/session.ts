import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { readJson, writeJson } from '#cache/digested-file.ts';

/** A browser stays let in for so long, in milliseconds: a tab may be left open over night. */
const longest = 7 * 24 * 3600 * 1000;

interface KeptSession {
  readonly secret: string;
  readonly until: number;
}

const fresh = (): string => randomBytes(32).toString('base64url');

const isSame = (a: string, b: string): boolean =>
  timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer'));

/**
 * Lets one browser in: by a key that opens once, after which a cookie goes along that no script can
 * read and no other site can send. The cookie outlives the program, so that a tab that was left open
 * goes on when the desk is started again on the same port.
 */
export class Session {
  readonly #port: number;
  readonly #secret: string;
  #key: string | null = null;

  /** `keptIn` is a file that only this user reads. */
  constructor(port: number, keptIn: string) {
    this.#port = port;
    const kept = readJson<KeptSession>(keptIn);
    const isValid = kept !== null && kept.until > Date.now();
    this.#secret = isValid ? kept.secret : fresh();
    try {
      writeJson(keptIn, { secret: this.#secret, until: Date.now() + longest });
      chmodSync(keptIn, 0o600);
    } catch {
      // It holds as long as the program runs.
    }
  }

  /** A new key; one that was not used yet no longer opens. */
  newKey(): string {
    this.#key = fresh();
    return this.#key;
  }

  /** The cookie for who brings the key; null for anyone else, and the second time. */
  open(key: string): string | null {
    if (this.#key === null || !isSame(key, this.#key)) return null;
    this.#key = null;
    return `${this.#name}=${this.#secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${longest / 1000}`;
  }

  isLetIn(cookies: string | undefined): boolean {
    const own = (cookies ?? '')
      .split(';')
      .map((pair) => pair.trim().split('='))
      .find(([name]) => name === this.#name);
    return own?.[1] !== undefined && isSame(own[1], this.#secret);
  }

  /** Cookies know hosts and no ports; two desks must not take each other's. */
  get #name(): string {
    return `desk-${this.#port}`;
  }
}
