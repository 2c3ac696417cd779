/**
 * Buttons that take the table of a page away: `data-tool` in an element with `data-table-tools`,
 * which names the file. What does the work is fetched when it is wanted.
 */
export function startTableTools(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const panel = target.closest<HTMLElement>('[data-table-tools]');
    const tool = target.closest<HTMLElement>('[data-tool]')?.dataset['tool'];
    const table = document.querySelector('main table');
    if (!panel || tool === undefined || !(table instanceof HTMLTableElement)) return;
    void import('#browser/tables/take-table.ts')
      .then(({ takeTable }) => takeTable(tool, table, panel.dataset['tableTools'] ?? 'table'))
      .then((message) => {
        const status = panel.querySelector('[role="status"]');
        if (status) status.textContent = message;
      });
  });
}
