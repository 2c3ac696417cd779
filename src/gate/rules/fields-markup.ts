import { placeholders } from '#domain/words/fill-in.ts';
import { excerpt, fault, type Fault } from '#gate/fault.ts';
import type { Library } from '#gate/library.ts';
import { leftoversIn } from '#gate/rules/leftover-signs.ts';
import { textsOf } from '#gate/texts.ts';

/** What a guide leaves open for the library to fill in, and nothing fills. */
export const blanksInGuides = ({ guides }: Library): Fault[] =>
  guides.flatMap((guide) =>
    guide.passages.flatMap(({ section, line, text }) =>
      [...text.matchAll(/【([^【】]*)】/gu)].flatMap(([blank, name = '']) =>
        placeholders.includes(name)
          ? []
          : [
              fault(
                guide.prosePlace(section, line, blank),
                '没有这个填空，会照样印出来',
                `能自动换成本库的只有 ${placeholders.map((known) => `【${known}】`).join('')}；别的说明用（ ）`,
              ),
            ],
      ),
    ),
  );

/** Fields are no Markdown: whatever sign of it stands there is printed. */
export function markupInFields(library: Library): Fault[] {
  return textsOf(library).flatMap(({ kind, voice, text, place }) => {
    if (kind !== 'field' || voice === 'printed') return [];
    const found = inFields.exec(text);
    if (found) {
      const value = excerpt(text, found.index, found[0].length);
      const remedy = '这一栏只写文字：删去 **、#、反引号、<b>、&nbsp; 之类的符号，链接写进正文';
      return [fault({ ...place(), value }, '有 Markdown 或网页的符号，会照样印出来', remedy)];
    }
    if (voice !== 'ours' || !anySign.test(text)) return [];
    const [left] = leftoversIn(text.replaceAll(address, '　'));
    return left ? [fault({ ...place(), value: left[2] ?? null }, left[0], left[1])] : [];
  });
}

const inFields =
  /\*\*|`|~~|^#+\s|\[[^\]]*\]\([^)]*\)|\[\^?\d+\]|<\/?[A-Za-z][^>]*>|&(?:[A-Za-z]+|#\d+|#[xX][\dA-Fa-f]+);|\\[n*_~]/;

/** Asked first: most fields have none. */
const anySign = /[*~_\\[\]|#＃<>{}$=^!?%｜•●■◆·▪◦‣○□◇◎▲△►➢➤✓✔✦❖★☆–+:-]/;

/** What names a place on the web has signs of its own. */
const address = /[a-z]+:\/\/[!-~]+|[\w.+-]+@[\w.-]+/gi;
