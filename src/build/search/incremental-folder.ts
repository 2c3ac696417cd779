import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '#build/linked-tree.ts';

/**
 * A folder made anew where one may stand, whose files can be taken over. A file that stands may
 * share its bytes with a published site, so it is moved and never written to.
 */
export class ReplacedFolder {
  readonly #folder: string;
  readonly #before: string;
  /** Files that came, went or were written, by name. */
  readonly #changed = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
    this.#before = `${folder}-before`;
    rmSync(this.#before, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    renameSync(folder, this.#before);
    mkdirSync(folder);
  }

  /** A file of the folder before. Throws where there is none. */
  read(name: string): Buffer {
    return readFileSync(join(this.#before, name));
  }

  /**
   * Takes a file over, unless that has been done; under another name where one is given. So it
   * does with a folder, but under its own name only.
   */
  take(name: string, as = name): void {
    const target = this.#pathFor(as);
    if (existsSync(target)) return;
    renameSync(join(this.#before, name), target);
    if (as !== name) this.#changed.add(name).add(as);
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(this.#pathFor(name), content);
    this.#changed.add(name);
  }

  /** Where a file of that name belongs; its folder is there. */
  #pathFor(name: string): string {
    const path = join(this.#folder, name);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  }

  /** Lets go of what was not taken over. Returns the files that are not what they were before. */
  end(): readonly string[] {
    for (const name of filesBelow(this.#before)) this.#changed.add(name);
    rmSync(this.#before, { recursive: true });
    return [...this.#changed];
  }
}
