import { officeRelations } from '#domain/handout/office/package.ts';

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';

/** ECMA-376, transitional: what Word, WPS and LibreOffice all write and read. */
export const wordNamespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': officeRelations,
  'xmlns:wp': `${drawing}/wordprocessingDrawing`,
  'xmlns:a': `${drawing}/main`,
  'xmlns:pic': `${drawing}/picture`,
} as const;
