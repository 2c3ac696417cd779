import { availableParallelism } from 'node:os';
import { Beside } from '#build/beside.ts';
import type { PageAnswer, PageOrder } from '#build/page-maker.ts';
import type { Listing, PageList } from '#build/page-list.ts';
import type { Program } from '#build/program.ts';
import type { SitePath } from '#build/renderer.ts';
import { practiceOf } from '#build/site-files.ts';
import { programVariable } from '#cache/fragment-cache.ts';
import { progressOf } from '#reading/progress.ts';

/** What a page maker takes of a large library, in bytes. */
const memoryOfOne = 1e9;

/** Below so many pages another process costs more than it saves. */
const worthAnother = 150;

/** Pages and files handed out at once: few messages, and nobody is left with much at the end. */
const inOneGo = 64;

type Maker = Beside<PageOrder, PageAnswer>;

/** The pages of a site: listed, then rendered by as many processes as are worth it. */
export class Pages {
  readonly #program: Program;
  readonly #first: Maker;
  readonly #most: number;

  constructor(
    program: Program,
    most = Math.min(availableParallelism(), Math.floor(process.availableMemory() / memoryOfOne)),
  ) {
    this.#program = program;
    this.#most = Math.max(1, most);
    this.#first = this.#maker();
  }

  /**
   * Lists all pages and files of the site in a file, of the content as it is read now, and gives
   * those that are not in the list `standing`.
   */
  async list(file: string, standing: PageList | null): Promise<Listing<SitePath>> {
    const listed = await this.#first.ask({ list: file, standing });
    if (!listed) throw new Error('No pages were listed.');
    return listed;
  }

  /**
   * Renders what is wanted into a folder. `onRead` is called when every process has read the
   * library, and before anything is rendered.
   */
  async render(wanted: readonly SitePath[], to: string, onRead: () => void): Promise<void> {
    const progress = progressOf('生成页面', wanted.length);
    const others = Math.min(this.#most - 1, Math.floor(wanted.length / worthAnother));
    const makers = [this.#first, ...Array.from({ length: others }, () => this.#maker())];
    try {
      await Promise.all(makers.slice(1).map((maker) => maker.ask({ read: 'only' })));
      onRead();
      const portions = portionsOf(wanted)[Symbol.iterator]();
      await Promise.all(
        makers.map(async (maker) => {
          // One iterator for all: each takes what is next as soon as it is done.
          for (const portion of portions) {
            await maker.ask({ render: portion, to }, progress.advance);
          }
        }),
      );
    } finally {
      progress.end();
      for (const maker of makers) maker.end();
    }
  }

  /** Whatever it is at: nobody wants the pages. */
  kill(): void {
    this.#first.kill();
  }

  #maker(): Maker {
    const { folder, digest } = this.#program;
    return new Beside(new URL('./page-maker.ts', import.meta.url), {
      args: [folder],
      env: { [programVariable]: digest },
    });
  }
}

/** What shows one practice stays together, for its text is read once; what shows all comes first. */
function portionsOf(wanted: readonly SitePath[]): (readonly SitePath[])[] {
  const ofPractice = new Map<string, SitePath[]>();
  const others: SitePath[] = [];
  const large: SitePath[] = [];
  for (const path of wanted) {
    const id = practiceOf(path.file);
    if (id !== null) ofPractice.set(id, [...(ofPractice.get(id) ?? []), path]);
    else if (path.file.startsWith('data/')) large.push(path);
    else others.push(path);
  }
  return [
    ...large.map((path) => [path]),
    ...inPortions([...ofPractice.values()].flat()),
    ...inPortions(others),
  ];
}

const inPortions = (paths: readonly SitePath[]): (readonly SitePath[])[] =>
  Array.from({ length: Math.ceil(paths.length / inOneGo) }, (_, portion) =>
    paths.slice(portion * inOneGo, (portion + 1) * inOneGo),
  );
