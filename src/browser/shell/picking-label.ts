/**
 * Gives a button another label; its name goes on with what it is about: `加入对照：标题`. Written only
 * where it changes: observers of the page would see their own work.
 */
export function nameAfter(button: HTMLElement, label: string): void {
  const name = button.getAttribute('aria-label') ?? '';
  const about = name.slice(name.indexOf('：') + 1);
  if (button.textContent?.trim() !== label) button.textContent = label;
  if (name !== `${label}：${about}`) button.setAttribute('aria-label', `${label}：${about}`);
}
