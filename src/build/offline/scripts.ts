import { ImportType, init, parse, type ImportSpecifier } from 'es-module-lexer';
import { refuse } from '#refusal.ts';
import type { Brought, PackedFile } from '#domain/copies/library-copy.ts';
import { deflateSync } from 'node:zlib';

/** A module of the site as a script of the copy. */
export interface ModuleScript {
  readonly text: string;
  /** Scripts of the modules it imports as it starts. */
  readonly imports: readonly string[];
}

const folder = '_astro/';
/** In the code of the module by which Vite loads others before they are imported. */
const ofLoader = 'vite:preloadError';

/**
 * Makes modules into classic scripts, the only ones that pages from disk may load. `modules` are the
 * site's own, by path; `base` is the path the site was built for. Refuses where one imports, round
 * about, itself: such modules cannot be run from memory.
 */
export async function moduleScripts(
  modules: ReadonlyMap<string, string>,
  base: string,
  isThere: (file: string) => boolean,
): Promise<ReadonlyMap<string, ModuleScript>> {
  await init;
  const scripts = new Map<string, ModuleScript>();
  for (const [file, code] of modules) {
    const [found, exported] = parse(code);
    const own = code.includes(ofLoader) ? loaderFor(exported.map(({ n }) => n)) : null;
    const brought = own
      ? { imports: [], code: [own] }
      : withoutAddresses(file, code, found, { base, isThere });
    scripts.set(file, { text: takenScript(file, brought), imports: brought.imports });
  }
  refuseCircles(scripts);
  return scripts;
}

/** What a script of the copy says: that it brings this. */
export const takenScript = (script: string, brought: Brought): string =>
  `libraryCopy.take(${JSON.stringify(script)},${JSON.stringify(brought)})\n`;

/** Bytes for a script; what is not packed yet is packed, for stick and memory are small. */
export function packedFile(bytes: Uint8Array): PackedFile {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const packed = isGzip ? bytes : deflateSync(bytes, { level: 9 });
  return [Buffer.from(packed).toString('base64'), isGzip ? 0 : 1];
}

/** All scripts that must be there before these run, those they import first. */
export function withImports(
  scripts: readonly string[],
  all: ReadonlyMap<string, ModuleScript>,
): readonly string[] {
  const ordered = new Set<string>();
  const add = (script: string): void => {
    if (ordered.has(script)) return;
    all.get(script)?.imports.forEach(add);
    ordered.add(script);
  };
  scripts.forEach(add);
  return [...ordered];
}

/**
 * Vite's way of loading what a module is about to import: a copy has it come with the module, and
 * only style sheets are to be waited for.
 */
function loaderFor(names: readonly string[]): string {
  const [name = ''] = names;
  if (names.length !== 1) {
    throw new Error(`The module that loads others exports ${names.join(', ')}.`);
  }
  return `const load=(then,files=[])=>libraryCopy.style(files).then(then);export{load as ${name}};`;
}

function withoutAddresses(
  file: string,
  code: string,
  found: readonly ImportSpecifier[],
  { base, isThere }: { readonly base: string; readonly isThere: (file: string) => boolean },
): { imports: string[]; code: (string | number)[] } {
  const at = (path: string): string => `libraryCopy.at(${JSON.stringify(path)})`;
  const plain = (text: string): string =>
    text
      .replaceAll('new Worker(', 'new libraryCopy.Worker(')
      .replace(/([`"'])([^`"'\s]+)\1/g, (whole, _quote, address: string) => {
        const path = address.startsWith(base) ? address.slice(base.length) : '';
        return path.startsWith(folder) && isThere(path) ? at(path) : whole;
      });
  const imports: string[] = [];
  const parts: (string | number)[] = [];
  let done = 0;
  for (const { t, s, e, ss, se } of found) {
    if (t === ImportType.Static) {
      parts.push(plain(code.slice(done, s)));
      const name = importedFrom(file, code.slice(s, e));
      if (!imports.includes(name)) imports.push(name);
      parts.push(imports.indexOf(name));
      done = e;
    } else if (t === ImportType.Dynamic) {
      const name = importedFrom(file, code.slice(s, e).replace(/^[`"']|[`"']$/g, ''));
      parts.push(plain(code.slice(done, ss)), `libraryCopy.load(${JSON.stringify(name)})`);
      done = se;
    } else if (t === ImportType.ImportMeta) {
      parts.push(plain(code.slice(done, ss)), `({url:${at(file)}})`);
      done = se;
    } else throw new Error(`${file} imports in a way no copy knows: ${code.slice(ss, se)}`);
  }
  parts.push(plain(code.slice(done)));
  return { imports, code: joined(parts) };
}

function importedFrom(file: string, name: string): string {
  if (!/^\.\/[\w.-]+$/.test(name)) throw new Error(`${file} imports ${name}.`);
  return folder + name.slice(2);
}

/** Text beside text is one text. */
function joined(parts: readonly (string | number)[]): (string | number)[] {
  const whole: (string | number)[] = [];
  for (const part of parts) {
    const last = whole[whole.length - 1];
    if (typeof part === 'string' && typeof last === 'string') whole[whole.length - 1] = last + part;
    else whole.push(part);
  }
  return whole;
}

function refuseCircles(scripts: ReadonlyMap<string, ModuleScript>): void {
  const done = new Set<string>();
  const follow = (script: string, above: readonly string[]): void => {
    if (above.includes(script)) {
      refuse(
        `网站的脚本互相引用（${[...above, script].join(' → ')}），做不成离线拷贝。请告诉程序的维护者。`,
      );
    }
    if (done.has(script)) return;
    scripts.get(script)?.imports.forEach((next) => follow(next, [...above, script]));
    done.add(script);
  };
  for (const script of scripts.keys()) follow(script, []);
}
