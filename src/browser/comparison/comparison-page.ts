import { comparisonMarkup } from '#browser/comparison/comparison-markup.ts';
import { pickedPractices, pickPractices } from '#browser/comparison/kept-comparison.ts';
import { MissingFile, siteText } from '#browser/shell/site-file.ts';
import { readSelection, type Selection } from '#domain/comparison/comparison-selection.ts';
import { compare } from '#domain/comparison/comparison.ts';
import { comparePathOf, practiceDataPath } from '#domain/site/paths.ts';
import type { PracticeRecord } from '#domain/practice/practice-record.ts';
import { reporting } from '#words/reporting.ts';
import { comparison as words } from '#words/comparison.ts';

/** A practice that is there, that nobody has heard of, or that could not be fetched just now. */
type Loaded =
  | { readonly state: 'found'; readonly record: PracticeRecord }
  | { readonly state: 'unknown' | 'unreachable'; readonly id: string };

const loaded = new Map<string, Promise<Loaded>>();

function load(id: string): Promise<Loaded> {
  const known = loaded.get(id);
  if (known) return known;
  const loading = fetchRecord(id).then((result) => {
    if (result.state === 'unreachable') loaded.delete(id); // tried again next time
    return result;
  });
  loaded.set(id, loading);
  return loading;
}

async function fetchRecord(id: string): Promise<Loaded> {
  try {
    const record: unknown = JSON.parse(await siteText(practiceDataPath(id)));
    return isRecordOf(id, record) ? { state: 'found', record } : { state: 'unreachable', id };
  } catch (reason) {
    const isGone = reason instanceof MissingFile && [404, 410].includes(reason.status);
    return { state: isGone ? 'unknown' : 'unreachable', id };
  }
}

/** What a login page or half a file says is no record, however well it can be read. */
const isRecordOf = (id: string, record: unknown): record is PracticeRecord =>
  typeof record === 'object' &&
  record !== null &&
  Reflect.get(record, 'id') === id &&
  ['measures', 'figures', 'outcomes', 'conditions', 'limits', 'text'].every((key) =>
    Array.isArray(Reflect.get(record, key)),
  );

/** The page `/compare/`: shows what the address asks for, or else what the reader has picked. */
export function startComparisonPage(): void {
  const place = document.querySelector<HTMLElement>('[data-comparison-place]');
  const status = document.querySelector<HTMLElement>('[data-comparison-report]');
  const faults = document.querySelector<HTMLElement>('[data-comparison-faults]');
  if (!place || !status || !faults) return;

  const showFaults = (lines: readonly string[]): void => {
    faults.hidden = lines.length === 0;
    faults.replaceChildren(
      ...lines.map((line) => {
        const item = document.createElement('li');
        item.textContent = line;
        return item;
      }),
    );
  };

  const show = async (selection: Selection): Promise<void> => {
    const results = await Promise.all(selection.ids.map(load));
    const records = results.flatMap((result) => (result.state === 'found' ? [result.record] : []));
    const missing = (state: Loaded['state']): string[] =>
      results.flatMap((result) =>
        result.state === state && result.state !== 'found' ? [result.id] : [],
      );
    const unreachable = missing('unreachable');
    showFaults(faultsOf(selection, missing('unknown'), unreachable));
    // Who asked for practices that did not come has not picked none.
    const isEmpty = records.length === 0 && unreachable.length > 0;
    status.textContent = isEmpty ? '' : words.state(records.length);
    document.documentElement.dataset['compared'] = String(records.length);
    place.innerHTML =
      records.length > 0 ? comparisonMarkup(compare(records, words), { removable: true }) : '';
    void showPaperAddress(records.length > 0);
    const basket = document.querySelector<HTMLElement>('[data-handout]');
    if (basket) basket.dataset['handout'] = `practices ${records.map(({ id }) => id).join(',')}`;
    document.querySelectorAll<HTMLElement>('[data-when-compared]').forEach((element) => {
      element.hidden = records.length < Number(element.dataset['whenCompared']);
    });
    document.querySelectorAll<HTMLElement>('[data-until-compared]').forEach((element) => {
      element.hidden = records.length >= Number(element.dataset['untilCompared']);
    });
  };

  let selection = readSelection(location.search);
  if (selection.ids.length === 0 && selection.malformed.length === 0) {
    selection = { ...selection, ids: pickedPractices() };
    if (selection.ids.length > 0) history.replaceState(null, '', comparePathOf(selection.ids));
  }
  void show(selection);

  /** What the reader sees, without ids that led nowhere. */
  const shownIds = (): string[] =>
    Array.from(
      place.querySelectorAll<HTMLElement>('[data-remove]'),
      (button) => button.dataset['remove'] ?? '',
    );

  place.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const id = target.closest<HTMLElement>('[data-remove]')?.dataset['remove'];
    if (id === undefined) return;
    const at = shownIds().indexOf(id);
    const left = shownIds().filter((other) => other !== id);
    pickPractices(left);
    history.replaceState(null, '', comparePathOf(left));
    void show(readSelection(location.search)).then(() => {
      const buttons = place.querySelectorAll<HTMLElement>('[data-remove]');
      (buttons[Math.min(at, buttons.length - 1)] ?? status).focus();
    });
  });

  // Whoever goes on to look for another practice takes along what stands here.
  document.querySelector('[data-comparison-more]')?.addEventListener('click', () => {
    pickPractices(shownIds());
  });
}

function faultsOf(
  { repeated, tooMany, malformed }: Selection,
  unknown: readonly string[],
  unreachable: readonly string[],
): string[] {
  return [
    { ids: [...malformed, ...unknown], say: words.unknown },
    { ids: repeated, say: words.repeated },
    { ids: tooMany, say: words.tooMany },
    { ids: unreachable, say: words.unreachable },
  ]
    .filter(({ ids }) => ids.length > 0)
    .map(({ ids, say }) => say(ids.join('、')));
}

/** On paper this comparison stands under its own address, not under that of the page. */
async function showPaperAddress(isCompared: boolean): Promise<void> {
  const foot = document.querySelector<HTMLElement>('[data-paper-foot]');
  const code = foot?.querySelector('svg');
  const line = foot?.querySelector('p:last-of-type');
  if (!isCompared || !code || !line) return; // a library without an address prints none
  const page = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? '';
  const address = `${page}${location.search}`;
  const { qrCode } = await import('#browser/shell/qr-code.ts');
  const { size, path } = qrCode(address);
  code.setAttribute('viewBox', `-2 -2.5 ${size + 4} ${size + 4}`);
  code.querySelector('path')?.setAttribute('d', path);
  line.textContent = reporting.page(address);
}
