import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LibrarySize } from '../bench/library.ts';
import { copyProject, makeProject } from '../bench/project.ts';

export const buildCommand = 'src/commands/build.ts';

/** A copy of the project with a made-up library, and what tests of builds do with it. */
export class MadeUpSite {
  readonly folder: string;
  /** The same content and program without anything a build left behind. */
  readonly #twin: string;

  constructor(folder: string, size: LibrarySize) {
    this.folder = folder;
    this.#twin = join(tmpdir(), `twin-${process.pid}`);
    makeProject(folder, size);
  }

  remove(): void {
    for (const folder of [this.folder, this.#twin])
      rmSync(folder, { recursive: true, force: true });
  }

  file(path: string): string {
    return join(this.folder, path);
  }

  practice(id: string): string {
    return this.file(`content/practices/${id}.mdx`);
  }

  ledger(id: string): string {
    return this.file(`content/paragraphs/${id}.yml`);
  }

  /** Writes another text for the first match in each of the files, all of which have one. */
  edit(paths: string | readonly string[], from: RegExp | string, to: string): void {
    for (const path of [paths].flat()) {
      const text = readFileSync(path, 'utf8');
      const after = text.replace(from, () => to);
      assert.notEqual(after, text, `${path} holds no ${from} that could become ${to}`);
      writeFileSync(path, after);
    }
  }

  /** Has this small library cut, paged and split the way a large one is. */
  actLarge(): void {
    const limits: readonly (readonly [file: string, from: string, to: string])[] = [
      ['build/search/data.ts', 'usuallyInPagefind = 100', 'usuallyInPagefind = 12'],
      ['domain/search/data.ts', 'textsTogether = 100', 'textsTogether = 8'],
      ['domain/search/lists-at-hand.ts', 'mostAtHand = 300', 'mostAtHand = 12'],
      ['domain/lists/pagination.ts', 'practices: 50,', 'practices: 4,'],
      ['domain/lists/pagination.ts', 'entries: 300,', 'entries: 20,'],
      ['domain/lists/pagination.ts', 'terms: 300,', 'terms: 20,'],
      ['domain/lists/pagination.ts', 'figures: 300,', 'figures: 20,'],
    ];
    for (const [file, from, to] of limits) this.edit(this.file(`src/${file}`), from, to);
  }

  /** Runs a command of the project, for example `build.ts`, with a changed environment. */
  run(
    command = buildCommand,
    args: readonly string[] = [],
    environment: Readonly<Record<string, string>> = {},
  ): SpawnSyncReturns<string> {
    return run(this.folder, command, args, environment);
  }

  /** What a build that succeeds says. */
  runWell(...given: Parameters<MadeUpSite['run']>): string {
    return succeed(this.run(...given));
  }

  /** Builds the same content from nothing, in another place. */
  buildTwin(
    args: readonly string[] = [],
    environment: Readonly<Record<string, string>> = {},
  ): void {
    copyProject(this.folder, this.#twin);
    cpSync(this.file('content'), join(this.#twin, 'content'), { recursive: true });
    succeed(run(this.#twin, buildCommand, args, environment));
  }

  /** The site that stands is the one built in the other place, byte for byte. */
  assertSame(out = 'dist'): void {
    this.assertStands(bytesBelow(join(this.#twin, 'dist')), out);
  }

  /** The site that stands is made of these files. */
  assertStands(expected: ReadonlyMap<string, string>, out = 'dist'): void {
    const ours = this.bytes(out);
    const names = [...new Set([...ours.keys(), ...expected.keys()])].sort();
    // The bytes themselves would make a report of megabytes.
    assert.deepEqual(
      names.filter((file) => ours.get(file) !== expected.get(file)),
      [],
    );
  }

  bytes(out = 'dist'): ReadonlyMap<string, string> {
    return bytesBelow(this.file(out));
  }
}

const run = (
  folder: string,
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });

function succeed({ status, stdout, stderr }: SpawnSyncReturns<string>): string {
  assert.equal(status, 0, `${stdout}\n${stderr}`);
  return stdout;
}

/** Every file below a folder by its path from there. */
const bytesBelow = (root: string): Map<string, string> =>
  new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(root.length + 1), readFileSync(file, 'latin1')];
      }),
  );
