import { withDayIn } from '#domain/citation/access-slot.ts';

/**
 * A file the build made of practices, with the day on which a reader took it away (`yyyy-mm-dd`):
 * what the same format would say if it were written for that reader.
 */
export function withAccessDay(file: string, extension: string, day: string): string {
  switch (extension) {
    case 'ris':
      return file.replace(
        /^UR {2}- /gmu,
        (field) => `Y2  - ${day.replace(/-/gu, '/')}\r\n${field}`,
      );
    case 'bib':
      return file.replace(/^ {2}url = /gmu, (field) => `  urldate = {${day}},\n${field}`);
    case 'csl.json':
      return withAccessed(file, day);
    default:
      return withDayIn(file, day);
  }
}

function withAccessed(file: string, day: string): string {
  const items = JSON.parse(file) as Readonly<Record<string, unknown>>[];
  const accessed = { 'date-parts': [day.split('-').map(Number)] };
  const read = items.map((item) => (item['URL'] === undefined ? item : { ...item, accessed }));
  return `${JSON.stringify(read, null, 2)}\n`;
}
