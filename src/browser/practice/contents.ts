/**
 * Says in the contents in which section the reader is, closes the list of the bar once a section
 * is chosen, and leads from the bar to the search box of the page.
 */
export function followContents(): void {
  const bar = document.querySelector('[data-contents]');
  if (!bar) return;
  const links = [...bar.querySelectorAll<HTMLAnchorElement>('li a')];
  const headings = links.flatMap(({ hash }) => document.getElementById(hash.slice(1)) ?? []);
  const shown = bar.querySelector('[data-current]');
  const passed = new Set<Element>();
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      const current = headings.filter((heading) => passed.has(heading)).pop()?.id;
      for (const link of links) {
        if (link.hash === `#${current}`) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      }
      if (shown) {
        shown.textContent = links.find((link) => link.hash === `#${current}`)?.textContent ?? '';
      }
    },
    // All that stands above a line in the upper third counts, however far above.
    { rootMargin: '1000000px 0px -70% 0px' },
  );
  headings.forEach((heading) => watch.observe(heading));

  const list = bar.querySelector('details');
  bar.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (link && list) list.open = false;
    const box = document.querySelector<HTMLElement>('[data-search-box]');
    if (!link?.matches('[data-to-search]') || !box) return;
    event.preventDefault();
    box.focus();
  });
  bar.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Escape' || !list?.open) return;
    list.open = false;
    list.querySelector('summary')?.focus();
  });
}
