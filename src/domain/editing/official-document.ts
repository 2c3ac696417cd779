/** 湄府办发〔2024〕17号 */
const number = /^[^\s。，]{1,14}[〔[（(](?:19|20)\d{2}[〕\]）)] ?(?:第 ?)?\d{1,5} ?号$/u;

const kinds =
  /(?:通知|意见|决定|决议|报告|批复|请示|函|方案|办法|规定|细则|通报|公报|公告|通告|纪要|要点|规划)(?:（[^）]{1,12}）)?$/u;

/** Its number stands among so many lines, and its title within so many behind. */
const [head, behind] = [15, 4];

/**
 * The number and title of an official document (GB/T 9704—2012, 7.2.5 and 7.3.1) that begins with
 * these lines; null where none does. The title may run over several lines; null where it is not found.
 */
export function officialDocument(
  lines: readonly string[],
): { readonly number: string; readonly title: string | null } | null {
  const at = lines.slice(0, head).findIndex((line) => number.test(line.trim()));
  if (at < 0) return null;
  let title = '';
  for (const line of lines.slice(at + 1, at + 1 + behind)) {
    if (/[。；：:]$/u.test(line.trim())) break;
    title += line.trim();
    if (kinds.test(title)) return { number: lines[at]?.trim() ?? '', title };
  }
  return { number: lines[at]?.trim() ?? '', title: null };
}
