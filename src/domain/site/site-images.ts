import { assetPath } from '#domain/site/paths.ts';
import type { Site } from '#domain/site/site.ts';

/** A picture of the library's own. */
export interface SiteImage {
  readonly part: 'logo' | 'icon';
  /** In the content folder. */
  readonly file: string;
  /** In the site, whatever the file is called. */
  readonly name: string;
  readonly path: string;
}

export const siteImages = ({ logo, icon }: Pick<Site, 'logo' | 'icon'>): readonly SiteImage[] =>
  [['logo', logo] as const, ['icon', icon] as const].flatMap(([part, file]) => {
    if (file === null) return [];
    const name = `${part}${file.slice(file.lastIndexOf('.'))}`;
    return [{ part, file, name, path: assetPath(`library/${name}`) }];
  });
