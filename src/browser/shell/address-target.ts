/** What the address of the page leads to (`#p-7k3f`); null where that is nothing, or no address. */
export function addressTarget(): HTMLElement | null {
  const name = location.hash.slice(1);
  try {
    return document.getElementById(decodeURIComponent(name));
  } catch {
    return document.getElementById(name);
  }
}
