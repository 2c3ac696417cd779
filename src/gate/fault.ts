/** A fault is what it is wherever it is found; files that cannot be read are found by `reading/`. */
export { codeOf, excerpt, fault, paragraphOf, type Fault, type Place } from '#reading/fault.ts';
