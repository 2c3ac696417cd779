/** A fault as one sentence, in the words of the gate. */
import type { DeskFault } from '../api.ts';

/** With the file it is in, for where that is not plain to see. */
export const faultLine = (fault: DeskFault): string =>
  `${fault.file}${fault.line === null ? '' : `:${fault.line}`} ${fieldOf(fault)}：${faultSentence(fault)}`;

export const faultSentence = ({ problem, remedy }: DeskFault): string => `${problem}。${remedy}。`;

/** As the form calls it: without the name in the file. */
export const fieldOf = ({ field }: DeskFault): string => field.replace(/（[a-z]+）/gi, '');
