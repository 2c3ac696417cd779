/**
 * Ink of Word files and slides, `RRGGBB` as OOXML writes it. A red head is the mark of official
 * documents, which a handout is not: the accent is blue-green.
 */
export const palette = {
  ink: '1F1C19',
  muted: '655E56',
  rule: 'CFC7BA',
  tint: 'F3F0E8',
  accent: '245A6B',
  accentTint: 'E3EDF0',
  /** Depth of tone for the levels of a drawing, from pale to deep. */
  tones: ['E3EDF0', 'C9DDE3', 'AECDD6', '93BCC8', '78ABBA'],
  paper: 'FFFFFF',
} as const;
