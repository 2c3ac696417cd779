/** No O, I, L or U: what is read off paper and typed again (Crockford's base 32). */
const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 8;

/** Eight characters for the first 40 bits of a digest (hexadecimal), as printed on paper: `7K2M-9QXA`. */
export function printedCode(sum: string): string {
  const bits = BigInt(`0x${sum.slice(0, 10)}`);
  const code = Array.from(
    { length: codeLength },
    (_, at) => codeLetters[Number((bits >> BigInt(5 * (codeLength - 1 - at))) & 31n)],
  ).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** A code as readers type it: small letters, O for 0, with or without hyphen. Null for anything else. */
export function readPrintedCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const isOne = code.length === codeLength && [...code].every((one) => codeLetters.includes(one));
  return isOne ? `${code.slice(0, 4)}-${code.slice(4)}` : null;
}
