import type { ContentState } from '#build/content-state.ts';
import { Pages } from '#build/pages.ts';
import { compileProgram, isCompiled, type Program } from '#build/program.ts';
import type { SitePath } from '#build/renderer.ts';
import { workFolder } from '#build/previous-build.ts';
import { lookOfContent, refuseFaultyContent } from '#gate/report.ts';
import { refuse } from '#refusal.ts';

/** The pages of a site whose content is without a fault. */
export interface JudgedPages {
  /** What readers are given as it stands: scripts, styles and what `public/` holds. */
  readonly assets: string;
  readonly paths: readonly SitePath[];
  /** Renders these into the folder where builds work. Refuses where the content is no longer what was judged. */
  readonly render: (wanted: readonly SitePath[]) => Promise<void>;
}

/** What a build began with; it refuses to end with anything else. */
export interface Beginning {
  readonly base: string;
  readonly program: Program;
  readonly content: ContentState;
}

/**
 * Judges the content while the program is compiled or opened, and lists the pages there are to be.
 * Refuses content that has a fault.
 */
export async function judgedPages({ base, program, content }: Beginning): Promise<JudgedPages> {
  const making = isCompiled(program)
    ? Promise.resolve(new Pages(program))
    : compileProgram(program, base).then(() => new Pages(program));
  // A program that cannot be compiled is told where it is waited for.
  making.catch(() => undefined);
  try {
    await refuseFaultyContent('.');
  } catch (error) {
    void making.then(
      (pages) => pages.end(),
      () => undefined,
    );
    throw error;
  }
  const pages = await making;
  return {
    assets: `${program.folder}/client`,
    paths: await pages.list(),
    render: (wanted) => pages.render(wanted, workFolder, () => refuseUnjudged(content.look)),
  };
}

/** Refuses to go on where content was changed after it was judged and before it was read. */
function refuseUnjudged(judged: string): void {
  const { look, latest } = lookOfContent('.');
  if (look === judged) return;
  refuse(
    `生成网站的时候内容被改动（最近一处：${latest}），改动还没有检查过。网站没有重新生成，原来的网站保持不变，请再运行一次。`,
  );
}
