import type { LibraryCopy } from '#domain/copies/library-copy.ts';

/** Gives readers the files that stand in scripts of the copy: its pages mark the links to them. */
export function saveFromCopy(copy: LibraryCopy): void {
  document.addEventListener('click', (event) => {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof Element)) return;
    const link = target.closest<HTMLAnchorElement>('a[data-in-copy]');
    if (!link) return;
    event.preventDefault();
    void save(copy, link);
  });
}

async function save(copy: LibraryCopy, { href, type }: HTMLAnchorElement): Promise<void> {
  const file = await copy.file(href);
  if (!file) return;
  const address = URL.createObjectURL(new Blob([file], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = href.slice(href.lastIndexOf('/') + 1);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
