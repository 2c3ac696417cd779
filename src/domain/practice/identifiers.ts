/** Numbers that libraries and publishers give, each with its own check. */

/** ISO 3297: eight places, the last a check digit modulo 11; `1234-5679`. */
export function isIssn(text: string): boolean {
  if (!/^\d{4}-\d{3}[\dX]$/.test(text)) return false;
  const digits = [...text.replace('-', '')].map(digitOf);
  return sum(digits, (digit, place) => digit * (8 - place)) % 11 === 0;
}

/** ISO 2108: thirteen or ten places with or without hyphens, the last a check digit. */
export function isIsbn(text: string): boolean {
  if (!/^\d[\d-]*[\dX]$/.test(text) || text.includes('--')) return false;
  const bare = text.replace(/-/g, '');
  const digits = [...bare].map(digitOf);
  if (/^97[89]\d{10}$/.test(bare)) {
    return sum(digits, (digit, place) => digit * (place % 2 === 0 ? 1 : 3)) % 10 === 0;
  }
  if (!/^\d{9}[\dX]$/.test(bare)) return false;
  return sum(digits, (digit, place) => digit * (10 - place)) % 11 === 0;
}

const digitOf = (character: string): number => (character === 'X' ? 10 : Number(character));

const sum = (digits: readonly number[], weighed: (digit: number, place: number) => number) =>
  digits.reduce((total, digit, place) => total + weighed(digit, place), 0);

/** A DOI as such, without an address before it (DOI Handbook 3.2). */
export const isDoi = (text: string): boolean => /^10\.\d{4,9}\/[^\s，。；]+$/.test(text);

/** A full address on the web, written out. */
export function isWebAddress(text: string): boolean {
  return (
    /^https?:\/\/[^\s"'<>\\^`{|}\u0080-\uffff]+$/.test(text) &&
    URL.canParse(text) &&
    new URL(text).hostname.includes('.')
  );
}

/** `12`, `12-18`, `A4`, `12-18,20`: runs of pages joined by commas, each from low to high. */
export const arePages = (text: string): boolean =>
  text.split(',').every((run) => /^[A-Z]?\d+(-[A-Z]?\d+)?$/.test(run));

/** False where a run of pages ends before it begins. */
export const arePagesInOrder = (text: string): boolean =>
  text.split(',').every((run) => {
    const [first = '', last] = run.split('-');
    return last === undefined || pageNumber(first) < pageNumber(last);
  });

const pageNumber = (page: string): number => Number(page.replace(/\D/g, ''));
