import { correction, generate } from 'lean-qr';

export interface QrCode {
  /** Modules in a row. */
  readonly size: number;
  /** The dark modules as an SVG path of strokes one module thick. */
  readonly path: string;
}

/** A square for each module would weigh twice as much as strokes. */
export function qrCode(address: string): QrCode {
  const code = generate(address, { minCorrectionLevel: correction.M });
  const { size } = code;
  const places = Array.from({ length: size }, (_, place) => place);
  const path = places
    .map((row) => {
      const isDark = (column: number): boolean => code.get(column, row);
      const starts = places.filter((column) => isDark(column) && !isDark(column - 1));
      const ends = places.filter((column) => isDark(column) && !isDark(column + 1));
      return starts
        .map((start, run) => {
          const move = run === 0 ? `M${start} ${row}` : `m${start - (ends[run - 1] ?? 0) - 1} 0`;
          return `${move}h${(ends[run] ?? start) - start + 1}`;
        })
        .join('');
    })
    .join('');
  return { size, path };
}
