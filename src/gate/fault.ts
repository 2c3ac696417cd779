/** A fault is what it is wherever it is found; files that cannot be read are found by `reading/`. */
export {
  codeOf,
  excerpt,
  fault,
  paragraphOf,
  mendingAt,
  type Fault,
  type Mending,
  type Place,
} from '#reading/fault.ts';
