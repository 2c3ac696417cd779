import { Pages } from '#build/pages.ts';
import { compileProgram, isCompiled, type Program } from '#build/program.ts';
import type { SitePath } from '#build/renderer.ts';
import type { Listing } from '#build/page-list.ts';
import { nextPagesFile, workFolder, type StandingSite } from '#build/previous-build.ts';
import { refuseFaultyContent } from '#gate/report.ts';
import { seeContent, type SeenContent } from '#gate/seen-content.ts';
import { refuse } from '#refusal.ts';

/** The pages of a site whose content is without a fault. */
export interface JudgedPages {
  /** What readers are given as it stands: scripts, styles and what `public/` holds. */
  readonly assets: string;
  readonly listing: Listing<SitePath>;
  /** What was given as the site that stands; null where that is not whole any more. */
  readonly before: StandingSite | null;
  /** Renders these into the folder where builds work. Refuses where the content is no longer what was judged. */
  readonly render: (wanted: readonly SitePath[]) => Promise<void>;
}

/** What a build began with; it refuses to end with anything else. */
export interface Beginning {
  readonly base: string;
  readonly program: Program;
  /** What the content looked like. */
  readonly seen: SeenContent;
  /** The site that stands, as far as is known. */
  readonly standing: StandingSite | null;
}

/**
 * Judges the content while the program is compiled or opened, and lists the pages there are to be.
 * Refuses content that has a fault.
 */
export async function judgedPages(beginning: Beginning): Promise<JudgedPages> {
  const { base, program, seen, standing } = beginning;
  const making = isCompiled(program)
    ? Promise.resolve(new Pages(program))
    : compileProgram(program, base).then(() => new Pages(program));
  let listing: Promise<Listing<SitePath>> | null = null;
  const list = (): Promise<Listing<SitePath>> => {
    listing ??= making.then((pages) => pages.list(nextPagesFile, standing?.pages ?? null));
    // What cannot be compiled or read is told where it is waited for.
    listing.catch(() => undefined);
    return listing;
  };
  making.catch(() => undefined);
  try {
    // What many practices say is kept by who judges them: then their pages are listed afterwards.
    await refuseFaultyContent('.', { onFew: list, seen });
  } catch (error) {
    void making.then(
      (pages) => pages.kill(),
      () => undefined,
    );
    throw error;
  }
  const pages = await making;
  void list();
  // Asked for before this process is kept busy: another works meanwhile.
  await Promise.resolve();
  const before = standing?.isWhole() ? standing : null;
  const listed = await list();
  return {
    assets: `${program.folder}/client`,
    listing: standing && !before ? await pages.list(nextPagesFile, null) : listed,
    before,
    render: (wanted) => pages.render(wanted, workFolder, () => refuseUnjudged(seen.look)),
  };
}

/** Refuses to go on where content was changed after it was judged and before it was read. */
function refuseUnjudged(judged: string): void {
  const { look, latest } = seeContent('.');
  if (look === judged) return;
  refuse(
    `生成网站的时候内容被改动（最近一处：${latest}），改动还没有检查过。网站没有重新生成，原来的网站保持不变，请再运行一次。`,
  );
}
