import { rawSignature, unsignedNote } from '#domain/copies/manifest.ts';

/**
 * What is known of a signature: `no-key` where nobody says which key is the library's, `uncheckable`
 * where the browser has no means, as on an address of plain http.
 */
export type SignatureState = 'valid' | 'invalid' | 'unsigned' | 'no-key' | 'uncheckable';

/** Whether the library's editors signed these bytes. `key` is their public key: SPKI, base64. */
export async function checkSignature(
  signed: Uint8Array,
  signature: Uint8Array | undefined,
  key: string | null,
): Promise<SignatureState> {
  if (!signature || new TextDecoder().decode(signature.subarray(0, 8)) === unsignedNote.slice(0, 8))
    return 'unsigned';
  if (key === null) return 'no-key';
  if (typeof crypto === 'undefined' || !crypto.subtle) return 'uncheckable';
  const raw = rawSignature(signature);
  if (!raw) return 'invalid';
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  try {
    const spki = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
    const opened = await crypto.subtle.importKey('spki', spki, algorithm, false, ['verify']);
    return (await crypto.subtle.verify(algorithm, opened, raw, signed.slice()))
      ? 'valid'
      : 'invalid';
  } catch {
    return 'uncheckable';
  }
}
