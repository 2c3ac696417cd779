/** Letters and digits by which the server tells this window from another one on the same practice. */
export const thisWindow = nameOfWindow();

function nameOfWindow(): string {
  const key = 'desk-window';
  const named = sessionStorage.getItem(key);
  if (named !== null) return named;
  const numbers = crypto.getRandomValues(new Uint32Array(2));
  const name = Array.from(numbers, (number) => number.toString(36)).join('');
  sessionStorage.setItem(key, name);
  return name;
}
