import type { ExportWords } from '#domain/exports/export-words.ts';
import { exports as zhCN } from '#text/zh-CN/exports.ts';

export const exports: ExportWords = {
  ...zhCN,
  formats: { ...zhCN.formats, txt: 'Plain text' },
  practiceColumns: { ...zhCN.practiceColumns, title: { label: 'Title', meaning: 'Given by us' } },
  outline: {
    ...zhCN.outline,
    card: 'Card',
    measures: 'Measures',
    lists: { ...zhCN.outline.lists, region: 'Region' },
  },
};
