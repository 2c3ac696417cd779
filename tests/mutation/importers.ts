import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The files of our own a file imports, as paths from the folder of the project. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import|import\() ?'([#.][^']*\.ts)'/g)]
    .map(([, name = '']) =>
      name.startsWith('#')
        ? relative('.', fileURLToPath(import.meta.resolve(name)))
        : join(dirname(file), name),
    )
    .filter((needed) => existsSync(needed));
}

/** How many imports lead from a file to each it needs; itself at 0. */
export function distancesFrom(file: string): ReadonlyMap<string, number> {
  const distances = new Map([[file, 0]]);
  for (const [needed, distance] of distances) {
    for (const next of importsOf(needed)) {
      if (!distances.has(next)) distances.set(next, distance + 1);
    }
  }
  return distances;
}
