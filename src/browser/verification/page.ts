import { findingItem, element, reportRows } from '#browser/verification/report.ts';
import { copy } from '#browser/shell/clipboard.ts';
import { readPrintedCode } from '#domain/copies/printed-code.ts';
import type { Finding } from '#domain/verification/findings.ts';
import { verification as words } from '#words/verification.ts';

type Parts = Readonly<Record<(typeof partNames)[number], HTMLElement>>;

const partNames = [
  'text',
  'desk',
  'file',
  'copy',
  'check',
  'stop',
  'clear',
  'status',
  'report',
  'counts',
  'unlike',
  'list',
  'none',
] as const;

/** What needs nobody's look. */
const asOurs = new Set(['exact', 'reference', 'short']);

/** The page `/verify/`: a text comes in, a report goes out, and nothing leaves the machine. */
export function startVerification(): void {
  const found = partsOf(document);
  if (found) run(found);
}

function run(parts: Parts): void {
  const text = parts.text as HTMLTextAreaElement;
  const unlike = parts.unlike as HTMLInputElement;
  let running: AbortController | null = null;
  let findings: Finding[] = [];

  const showState = (message: string, isRunning: boolean): void => {
    parts.status.textContent = message;
    parts.stop.hidden = !isRunning;
    (parts.check as HTMLButtonElement).disabled = isRunning;
  };

  const filter = (): void => {
    parts.list.dataset['only'] = unlike.checked ? 'unlike' : '';
    const isEmpty = findings.every(({ verdict }) => asOurs.has(verdict));
    parts.none.hidden = !(unlike.checked && isEmpty);
  };

  const showCounts = (): void => {
    const counts = new Map<string, number>();
    for (const { verdict } of findings) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    parts.counts.replaceChildren(
      ...Object.entries(words.verdicts).flatMap(([verdict, { sign, label }]) => {
        const count = counts.get(verdict);
        if (count === undefined) return [];
        const item = element('li', { 'data-verdict': verdict });
        item.append(
          element('span', { 'aria-hidden': 'true' }, sign),
          element('span', {}, label),
          element('b', {}, words.count(count)),
        );
        return [item];
      }),
    );
    filter();
  };

  /** Ends what is under way, and takes away what it told of a copy or a code. */
  const begin = (): AbortSignal => {
    running?.abort();
    running = new AbortController();
    parts.copy.replaceChildren();
    return running.signal;
  };

  async function check(remarks: readonly string[]): Promise<void> {
    if (text.value.trim() === '') {
      showState(words.empty, false);
      text.focus();
      return;
    }
    const code = readPrintedCode(text.value);
    if (code !== null) return lookUp(code);
    const signal = begin();
    findings = [];
    parts.list.replaceChildren();
    parts.report.hidden = false;
    showCounts();
    showState(words.started, true);
    let all = 0;
    try {
      const { checkText } = await import('#browser/verification/check-text.ts');
      await checkText(text.value, {
        signal,
        onFindings: (more, of) => {
          all = of;
          parts.list.append(
            ...more.map((finding, at) => findingItem(finding, findings.length + at + 1)),
          );
          findings = [...findings, ...more];
          showCounts();
          showState(words.progress(findings.length, all), true);
        },
      });
      if (signal.aborted) return;
      showState([words.done(all), ...remarks].join(''), false);
      parts.report.querySelector('h2')?.focus();
    } catch {
      showState(words.unreachable, false);
    }
  }

  /** A code that was read off paper. */
  async function lookUp(code: string): Promise<void> {
    const signal = begin();
    parts.report.hidden = true;
    showState(words.started, false);
    try {
      const { printedCodeReport } = await import('#browser/verification/code-report.ts');
      const report = await printedCodeReport(code);
      if (signal.aborted) return;
      parts.copy.replaceChildren(report);
      showState(words.printedCode.done(code), false);
      report.focus();
    } catch {
      if (!signal.aborted) showState(words.unreachable, false);
    }
  }

  /** Reads a file that was chosen or dropped: a text to be checked, or a copy of the library. */
  async function take(file: File): Promise<void> {
    const signal = begin();
    parts.report.hidden = true;
    showState(words.reading(file.name), true);
    try {
      const { readFile } = await import('#browser/verification/read-file.ts');
      const read = await readFile(file);
      if (signal.aborted) return;
      if (read.kind === 'refused') return showState(words.refused[read.why], false);
      if (read.kind === 'copy') return await checkCopy(read.file, signal);
      text.value = read.text;
      await check([
        ...(read.isMixed ? [words.mixed] : []),
        ...(read.unread.length > 0 ? [words.unread(read.unread.slice(0, 20).join('、'))] : []),
      ]);
    } catch {
      if (!signal.aborted) showState(words.refused.damaged, false);
    }
  }

  async function checkCopy(file: File, signal: AbortSignal): Promise<void> {
    const { checkedCopy } = await import('#browser/verification/copy-report.ts');
    const onProgress = (done: number): void => {
      if (!signal.aborted) {
        showState(words.checkingCopy(file.name, Math.floor(done * 100)), true);
      }
    };
    const report = await checkedCopy(file, onProgress);
    if (signal.aborted) return;
    parts.copy.replaceChildren(report);
    showState(words.checkedCopy(file.name), false);
  }

  const file = parts.file as HTMLInputElement;
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen) void take(chosen);
    file.value = '';
  });
  const hover = (isOver: boolean): void => {
    parts.desk.toggleAttribute('data-over', isOver);
  };
  parts.desk.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    hover(true);
  });
  parts.desk.addEventListener('dragleave', () => hover(false));
  parts.desk.addEventListener('drop', (event) => {
    hover(false);
    const [dropped] = event.dataTransfer?.files ?? [];
    if (!dropped) return;
    event.preventDefault();
    void take(dropped);
  });

  parts.check.addEventListener('click', () => void check([]));
  parts.stop.addEventListener('click', () => {
    running?.abort();
    showState(words.stopped(findings.length, findings.length), false);
  });
  parts.clear.addEventListener('click', () => {
    running?.abort();
    text.value = '';
    findings = [];
    parts.list.replaceChildren();
    parts.copy.replaceChildren();
    parts.report.hidden = true;
    showState('', false);
    text.focus();
  });
  unlike.addEventListener('change', filter);
  parts.report.addEventListener('click', ({ target }) => {
    const tool = target instanceof Element ? target.closest<HTMLElement>('[data-take]') : null;
    if (!tool) return;
    if (tool.dataset['take'] === 'print') window.print();
    else void copyRows(tool.dataset['take'] === 'table' ? '\t' : ' | ');
  });

  async function copyRows(between: string): Promise<void> {
    const rows = reportRows(findings);
    const plain = rows
      .map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')).join(between))
      .join('\n');
    const table = element('table', {});
    for (const row of rows) {
      const line = element('tr', {});
      line.append(...row.map((cell) => element('td', {}, cell)));
      table.append(line);
    }
    const isCopied = await copy({ plain, ...(between === '\t' ? { html: table.outerHTML } : {}) });
    showState(isCopied ? words.copied : words.notCopied, false);
  }
}

function partsOf(page: Document): Parts | null {
  const found = partNames.map((name) => [name, page.querySelector(`[data-verify="${name}"]`)]);
  return found.every(([, part]) => part instanceof HTMLElement)
    ? (Object.fromEntries(found) as Parts) // every name was found
    : null;
}
