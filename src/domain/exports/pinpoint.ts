/** The place in a page that a reader cites. */
export interface Pinpoint {
  /** Address of the paragraph on the page, without `#`. */
  readonly anchor: string;
  /** In words: 第 7 段. */
  readonly inWords: string;
}

/**
 * A citation file of one page with the paragraph a reader cites, where the format has a place for it: the
 * address leads to it; RIS names it as section, CSL-JSON likewise, BibLaTeX behind the entry, and knows
 * that what is cited of it are paragraphs.
 */
export function withPinpoint(file: string, extension: string, at: Pinpoint): string {
  switch (extension) {
    case 'ris':
      return file.replace(
        /^UR {2}- (\S+)/mu,
        (_, address: string) => `SE  - ${at.inWords}\r\nUR  - ${address}#${at.anchor}`,
      );
    case 'bib':
      return file.replace(
        /^ {2}url = \{(\S+)\},/mu,
        (_, address: string) =>
          `  url = {${address}#${at.anchor}},\n  pagination = {paragraph},\n  addendum = {${at.inWords}},`,
      );
    case 'csl.json':
      return pinpointed(file, at);
    default:
      return file;
  }
}

function pinpointed(file: string, { anchor, inWords }: Pinpoint): string {
  const items = JSON.parse(file) as Readonly<Record<string, unknown>>[];
  const placed = items.map((item) =>
    typeof item['URL'] === 'string'
      ? { ...item, URL: `${item['URL']}#${anchor}`, section: inWords }
      : item,
  );
  return `${JSON.stringify(placed, null, 2)}\n`;
}
