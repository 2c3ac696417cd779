/** What the filter of the table of all numbers says. */

export const figures = {
  shown: (shown: number, all: number): string =>
    shown === all ? `共 ${all} 个数字` : `${all} 个数字中的 ${shown} 个`,
  /** Where the table holds only a part of all numbers. */
  shownOfPage: (shown: number, all: number): string =>
    shown === all ? `本页 ${all} 个数字` : `本页 ${all} 个数字中的 ${shown} 个`,
  none: '没有符合条件的数字。',
} as const;
