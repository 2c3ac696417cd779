/**
 * What a copy opened from disk puts in place of a server, before any other script of a page: there
 * browsers load classic scripts and nothing else. Undefined on a site.
 */
export interface LibraryCopy {
  /** The address of a file or page, by its path from the home page. */
  readonly at: (path: string) => string;
  /** A file, by its address; null where the copy has none. */
  readonly file: (address: string) => Promise<ArrayBuffer | null>;
  /** The address on the web of a page of the copy, to be passed on; as given where it has none. */
  readonly lasting: (address: string) => string;
}

declare global {
  var libraryCopy: LibraryCopy | undefined;
}

/** Below the folder of the copy: what `libraryCopy` is made by. */
export const copyScript = 'copy.js';

/** A page in a folder of its own is opened by name, for nobody serves `index.html` from a disk. */
export const asFileName = (path: string): string =>
  path.replace(/^([^?#]*\/)?(?=$|[?#])/, '$1index.html');

/**
 * The script that brings a file of the site to the pages of a copy, by the file's path. All that is
 * offered of a practice, whatever its format, comes in one: a stick holds one large file more
 * readily than six small ones.
 */
export const scriptOf = (file: string): string =>
  isBesidePage(file) ? `${file.replace(/(?<=\/[^./]+)\.[^/]*$/, '')}.js` : `${file}.js`;

/** Of something that has a page of its own: `practices/x.ris` for `practices/x/`. */
export const isBesidePage = (file: string): boolean =>
  /^(?!data\/|pagefind\/|_astro\/)[^/]+\/[^/.]+\.(?!html$|xml$)[^/]+$/.test(file);

/** What a script of the copy brings: a module, or files. */
export type Brought =
  | {
      /** Scripts of the modules it imports. */
      readonly imports: readonly string[];
      /** Its code; a number stands where the address of that import goes. */
      readonly code: readonly (string | number)[];
    }
  | { readonly files: Readonly<Record<string, PackedFile>> };

/** Bytes in base64; whether they are to be unpacked (zlib, RFC 1950) before use. */
export type PackedFile = readonly [base64: string, isPacked: 0 | 1];
