/** A region is found in the list of the state; what it lies in comes along where it is missing. */
import { fields as fieldWords, newEntry as words } from '#words/desk-write.ts';
import type { RegionDraft } from '#editing/divisions.ts';
import type { Division } from '../../api.ts';
import { ask } from '../ask.ts';
import { combobox } from '../combobox.ts';
import { element, fill } from '../elements.ts';
import { entryDialog, type FilledIn, type MadeEntry } from './entry-dialog.ts';

const list = 'regions';

export function makeRegion(typed: string): Promise<MadeEntry> {
  let found: readonly Division[] = [];
  let chosen: Division | null = null;
  let drafts: readonly { readonly node: HTMLElement; readonly entry: () => object }[] = [];
  const missing = element('div', { class: 'missing-regions', 'aria-live': 'polite' });
  const box = combobox({
    label: words.division,
    options: async (q) => {
      const wanted = q === '' ? typed : q;
      if (wanted === '') return [];
      found = await ask('GET divisions', undefined, { q: wanted }).then(
        ({ divisions }) => divisions,
        () => [],
      );
      return found.map(({ code, name, path, isListed }) => ({
        value: code,
        label: name,
        hint: `${path.join(' ')} ${code}${isListed ? ` · ${words.divisionListed}` : ''}`,
      }));
    },
    onTake: ({ value, label }) => {
      chosen = found.find(({ code }) => code === value) ?? null;
      box.show(label);
      box.input.value = label;
      drafts = (chosen?.missing ?? []).map(draftOf);
      fill(
        missing,
        chosen
          ? element(
              'p',
              { class: 'muted' },
              drafts.length === 0 ? words.divisionListed : words.divisionAdds,
            )
          : null,
        ...drafts.map(({ node }) => node),
      );
    },
    nothing: fieldWords.nothing,
  });
  box.input.value = typed;
  const field = element(
    'div',
    { class: 'field' },
    element('p', { class: 'sentence' }, words.divisionHint),
    box.node,
  );
  const read = (): FilledIn => ({
    entries: drafts.map(({ entry }) => ({ ...entry() })),
    id: chosen?.code ?? '',
    name: chosen?.name ?? '',
  });
  return entryDialog(list, [field, missing], read);
}

/** Short name and pinyin are proposals, and can be put right. */
function draftOf({ short, pinyin, parent, ...known }: RegionDraft) {
  const line = (label: string, value: string) => {
    const input = element('input', { type: 'text', value });
    return { input, node: element('label', {}, element('span', {}, label), input) };
  };
  const shortLine = line(words.short, short);
  const pinyinLine = line(words.pinyin, pinyin);
  return {
    node: element(
      'div',
      { class: 'missing-region' },
      element('strong', {}, `${known.name}（${known.id}）`),
      shortLine.node,
      pinyinLine.node,
    ),
    entry: () => ({
      ...known,
      short: shortLine.input.value.trim(),
      pinyin: pinyinLine.input.value.trim(),
      ...(parent === null ? {} : { parent }),
    }),
  };
}
