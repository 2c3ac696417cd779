/**
 * Says at each mark what it leads to: `三、第2段，“区级中……统筹调度”`. Without script the mark
 * leads to the list where the same is said.
 */
export function nameMarks(): void {
  let place = '';
  const named = new Map<string, string>();
  for (const line of document.querySelectorAll('#yiju dl > *')) {
    const words = line.textContent?.trim() ?? '';
    if (line.tagName === 'DT') place = words;
    else named.set(`#${line.id}`, `${place}，${words}`);
  }
  for (const mark of document.querySelectorAll<HTMLAnchorElement>('a[href^="#y"]')) {
    const name = named.get(mark.hash);
    if (name !== undefined) mark.title = name;
  }
}
