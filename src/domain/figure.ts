import type { Block, Figure, Practice } from '#domain/practice.ts';

/** The figure as it stands in the prose: `1134个`, `96%`. */
export const figureText = (figure: Figure): string => `${figure.value}${figure.unit}`;

/** The first block of the prose that gives the figure, or null where the prose lacks it. */
export function blockOf(figure: Figure, practice: Practice): Block | null {
  const wanted = figureText(figure);
  return (
    practice.sections
      .flatMap((section) => section.blocks)
      .find(
        (block) => block.id !== null && block.lines.some((line) => containsFigure(line, wanted)),
      ) ?? null
  );
}

/** True where the figure stands on its own: `60个` is not in `160个`. */
export function containsFigure(line: string, wanted: string): boolean {
  for (let at = line.indexOf(wanted); at >= 0; at = line.indexOf(wanted, at + 1)) {
    const before = line[at - 1] ?? '';
    if (!/[\d.]/.test(before) || !/^\d/.test(wanted)) return true;
  }
  return false;
}
