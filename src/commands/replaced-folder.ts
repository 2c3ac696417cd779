import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A folder made anew where one may stand, whose files can be taken over. A file that stands may
 * share its bytes with a published site, so it is moved and never written to.
 */
export class ReplacedFolder {
  readonly #folder: string;
  readonly #before: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#before = `${folder}-before`;
    rmSync(this.#before, { recursive: true, force: true });
    if (existsSync(folder)) renameSync(folder, this.#before);
    mkdirSync(folder, { recursive: true });
  }

  /** A file of the folder before. Throws where there is none. */
  read(name: string): Buffer {
    return readFileSync(join(this.#before, name));
  }

  /** Takes a file over, unless that has been done; under another name where one is given. */
  take(name: string, as = name): void {
    const target = this.pathFor(as);
    if (!existsSync(target)) renameSync(join(this.#before, name), target);
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(this.pathFor(name), content);
  }

  /** Where a file of that name belongs; its folder is there. */
  pathFor(name: string): string {
    const path = join(this.#folder, name);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  }

  /** Lets go of what was not taken over. */
  end(): void {
    rmSync(this.#before, { recursive: true, force: true });
  }
}
