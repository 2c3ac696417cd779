/** The library as it is given away, unpacked in a folder whose name is as odd as readers' folders are. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { execPath } from 'node:process';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { asFileName } from '#domain/copies/library-copy.ts';
import { decideOnce } from './decide-once.ts';
import { atRoot, projectFolder } from './sites.ts';

const zip = resolve(projectFolder, '.cache/library-copy.zip');
const folder = resolve(projectFolder, '.cache/拷贝 100%#1');

export interface CopyOnDisk {
  readonly zip: string;
  readonly folder: string;
  /** Address of the folder of its pages, with the final slash. */
  readonly home: string;
}

/** Packed of the site under test by `npm run pack`, once a run. */
export const onDisk: CopyOnDisk = await decideOnce('COPY', () => {
  execFileSync(
    execPath,
    [
      ...['src/commands/pack.ts', '--content', 'tests/library/content', '--no-build'],
      ...['--site', atRoot.folder, '--out', zip],
    ],
    {
      cwd: projectFolder,
      env: { ...process.env, SITE_URL: 'https://practices.example.org', SIGNING_KEY: '' },
    },
  );
  rmSync(folder, { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  return { zip, folder, home: `${pathToFileURL(join(folder, 'library')).href}/` };
});

/** Where a reader of the copy finds what stands at an address below the home page. */
export const addressOnDisk = (address: string): string =>
  onDisk.home + asFileName(address.replace(/^\.\//, ''));
