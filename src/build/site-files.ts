/** Every page and file of a site that a build renders. */
export interface RenderedFile {
  /** Below the site's folder. */
  readonly file: string;
  /** Changes with what it shows; null where that is not known. */
  readonly key: string | null;
}

/** The practice a page or file belongs to; null for what shows more than one. */
export const practiceOf = (file: string): string | null =>
  /^practices\/([^/.]+)(?:\/(?:index\.html|share\.png)|\.(?!html$)[^/]+)$/.exec(file)?.[1] ?? null;

/** Equal for pages that look the same. */
export const nameWithKey = ({ file, key }: RenderedFile): string => `${file} ${key}`;
