/**
 * Shown where the day of access belongs but is not known: the reader writes it in. A module of its own,
 * since pages that cite nothing load it too.
 */
export const accessSlot = '引用日期';
