import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { refuse } from '#refusal.ts';

/** How to make a key, for who has none that serves. */
const recipe = 'openssl ecparam -name prime256v1 -genkey -noout -out 密钥.pem';

/** With what an operator signs; the key itself is kept by nobody but them. */
export interface SigningKey {
  /** DER, as openssl writes it. No two signatures are the same, though both hold. */
  readonly sign: (bytes: Uint8Array) => Uint8Array;
  /** SPKI, base64: what `signingKey` in `site.yml` says. */
  readonly publicKey: string;
}

/**
 * The key in a file that an operator names (`--key`, or `SIGNING_KEY`); null where none is named.
 * Refuses where it is none of P-256, or not the one whose other half the library has made public.
 */
export function readSigningKey(file: string | undefined, made: string | null): SigningKey | null {
  if (file === undefined || file === '') return null;
  const key = openKey(file);
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    refuse(`${file} 不是 P-256 的密钥，签名用不了。可以这样做一个：${recipe}`);
  }
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
  if (made !== null && made !== publicKey) {
    refuse(
      `${file} 和 content/site.yml 里 signingKey 写的公钥不是一对，签了别人也验不过。这个密钥的公钥是：\n${publicKey}`,
    );
  }
  return { sign: (bytes) => new Uint8Array(sign('sha256', bytes, key)), publicKey };
}

function openKey(file: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(file));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return refuse(
      isMissing
        ? `找不到密钥文件 ${file}。没有密钥就不写 SIGNING_KEY 和 --key，清单就没有签名。`
        : `${file} 不是能用的密钥文件（要 PEM 格式、没有口令）。可以这样做一个：${recipe}`,
    );
  }
}
