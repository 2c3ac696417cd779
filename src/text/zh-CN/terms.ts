/** What the note of a term says. */

export const terms = {
  more: '看术语表',
} as const;
